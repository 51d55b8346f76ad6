using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;
using Orleans.Hosting;
using Samarkand.Core;

namespace Samarkand.Cluster.Silos;

/// <summary>
/// The certificates by which workers know each other. Whoever has one that the authority signed is a worker; names in it are not looked at,
/// because workers come and go under any address. Both sides of every connection show theirs.
/// </summary>
internal sealed class SiloCertificates
{
    private const string Option = "--certificate";
    private const string AuthorityOption = "--authority";

    private readonly X509Certificate2 _own;
    private readonly X509Certificate2Collection _authorities;

    private SiloCertificates(X509Certificate2 own, X509Certificate2Collection authorities) => (_own, _authorities) = (own, authorities);

    /// <summary>Reads them; null where none are named.</summary>
    /// <param name="certificate">A file in PEM with the worker's certificate and, unless another file has it, its key.</param>
    /// <param name="key">The file that has the key, or null.</param>
    /// <param name="authority">A file in PEM with the certificates of those who sign.</param>
    /// <exception cref="InputException">They cannot be read, or do not belong together.</exception>
    public static SiloCertificates? Read(string? certificate, string? key, string? authority)
    {
        if (certificate is null && key is null && authority is null)
            return null;
        if (certificate is null || authority is null)
            throw Wrong(certificate is null ? Option : AuthorityOption, "is missing: workers know each other by a certificate of their own and the authority that signed all of them", $"give {Option} FILE and {AuthorityOption} FILE to every worker, or to none");
        var own = Try(Option, certificate, () =>
        {
            using var read = X509Certificate2.CreateFromPemFile(certificate, key);
            // Not every system takes a key that is kept nowhere.
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        });
        var authorities = Try(AuthorityOption, authority, () =>
        {
            var read = new X509Certificate2Collection();
            read.ImportFromPemFile(authority);
            return read;
        });
        var certificates = new SiloCertificates(own, authorities);
        return certificates.Trusts(own, null)
            ? certificates
            : throw Wrong(Option, $"{certificate} holds a certificate that {authority} has not signed, or that is valid no longer or not yet", "have it signed by that authority");
    }

    /// <summary>Has a silo show its own and ask for those of others.</summary>
    public void Use(ISiloBuilder silo) => silo.UseTls(options =>
    {
        options.LocalCertificate = _own;
        (options.RemoteCertificateMode, options.ClientCertificateMode) = (RemoteCertificateMode.RequireCertificate, RemoteCertificateMode.RequireCertificate);
        options.RemoteCertificateValidation = (certificate, chain, _) => certificate is not null && Trusts(certificate, chain);
        options.OnAuthenticateAsClient = (_, client) => (client.TargetHost, client.ClientCertificates) = ("samarkand", [_own]);
    });

    private bool Trusts(X509Certificate2 certificate, X509Chain? shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        // Short-lived certificates of a private authority have no list of those that were taken back.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var between in shown?.ChainElements.Select(element => element.Certificate) ?? [])
            chain.ChainPolicy.ExtraStore.Add(between);
        return chain.Build(certificate);
    }

    private static T Try<T>(string option, string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Wrong(option, $"{file} cannot be used: {failure.Message.TrimEnd('.')}", "name a file in PEM (-----BEGIN CERTIFICATE-----), and the key with it or by --key FILE");
        }
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}
