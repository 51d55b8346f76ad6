using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using static Samarkand.Cli.Tests.Clusters.Eventually;

namespace Samarkand.Cli.Tests.Clusters;

/// <summary>Workers that know each other by certificates work together, and take nobody else for one of them.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly WorkFolder _folder = new();
    private readonly PostgresServer _server;

    public CertificateTests()
    {
        _server = PostgresServer.Start();
        File.WriteAllText(_folder["database.txt"], _server.Connection);
        File.WriteAllText(
            _folder["some.yaml"],
            "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\npackage:\n  - { kind: trade-cost, factor: 1.5, both: true }\npriors:\n  package.0.factor: uniform(1.2, 3)\n");
        Sign("authority", "one", "two");
        Sign("another", "stranger");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Workers_with_certificates_work_together_and_know_nobody_else()
    {
        _folder.Run("cluster", "init", "--cluster", "database.txt").Answered();
        using var one = Worker("--certificate", "one.pem", "--authority", "authority.pem");
        using var two = Worker("--certificate", "two.crt", "--key", "two.key", "--authority", "authority.pem");
        Until(() => one.Address.Length > 0 && two.Address.Length > 0);
        _folder.Run("sweep", "some.yaml", "--draws", "40", "--chunk", "5", "--output", "parts", "--cluster", "database.txt").Answered();
        Assert.Equal(8, Directory.GetFiles(_folder["parts/chunks"]).Length);

        var at = one.Address.Split(':');
        Assert.True(await IsTaken(at, "two"));
        Assert.False(await IsTaken(at, "stranger"));
        Assert.False(await IsTaken(at, null));

        // Workers without certificates reach none of the others, and do not work.
        using var without = Worker();
        Assert.True(without.Process.WaitForExit(TimeSpan.FromMinutes(2)), without.Said);
        Assert.Equal(75, without.Process.ExitCode);
        Until(() => without.Said.Contains("this worker and the others do not reach each other: it ends here", StringComparison.Ordinal));
        Assert.Contains("all workers or none have --certificate of one --authority", without.Said, StringComparison.Ordinal);
        Assert.Equal("", without.Address);
    }

    [Fact]
    public void Certificates_that_do_not_belong_together_are_refused()
    {
        _folder.Run("work", "--cluster", "database.txt", "--certificate", "one.pem").Refused("--authority: is missing", "give --certificate FILE and --authority FILE to every worker, or to none");
        _folder.Run("work", "--cluster", "database.txt", "--certificate", "stranger.pem", "--authority", "authority.pem").Refused("--certificate: stranger.pem holds a certificate that authority.pem has not signed", "have it signed by that authority");
        _folder.Run("work", "--cluster", "database.txt", "--certificate", "some.yaml", "--authority", "authority.pem").Refused("--certificate: some.yaml cannot be used", "name a file in PEM");
        _folder.Run("work", "--cluster", "database.txt", "--certificate", "one.pem", "--authority", "none.pem").Refused("--authority: none.pem cannot be used");
    }

    private Running Worker(params string[] words) => Running.Begin(_folder.Path, ["work", "--cluster", "database.txt", "--threads", "1", .. words]);

    // Whether a worker goes on talking to somebody who shows a certificate, or none.
    private async Task<bool> IsTaken(string[] at, string? name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(at[0], int.Parse(at[1], System.Globalization.CultureInfo.InvariantCulture), cancellation);
        using var stream = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        using var certificate = name is null ? null : X509Certificate2.CreateFromPemFile(_folder[$"{name}.pem"]);
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = "samarkand", ClientCertificates = certificate is null ? [] : [certificate], ApplicationProtocols = [new SslApplicationProtocol("Orleans1")] }, cancellation);
            // Who is taken hears nothing until it has said what it wants; others are hung up on.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(3));
            return await stream.ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private void Sign(string authority, params string[] names)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest($"CN={authority}", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var signer = root.CreateSelfSigned(from, until);
        File.WriteAllText(_folder[$"{authority}.pem"], signer.ExportCertificatePem());
        foreach (var name in names)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var signed = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).Create(signer, from, until, RandomNumberGenerator.GetBytes(8));
            var (text, keyText) = (signed.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(_folder[$"{name}.pem"], $"{text}\n{keyText}\n");
            File.WriteAllText(_folder[$"{name}.crt"], text);
            File.WriteAllText(_folder[$"{name}.key"], keyText);
        }
    }
}
