using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Samarkand.Cli.Tests.Clusters;

namespace Samarkand.Cli.Tests.Stores;

/// <summary>An object store of the tests' own, on loopback: Ceph with all that it keeps in memory. One for a class of tests; each takes a bucket of its own.</summary>
public sealed class CephServer : IDisposable
{
    private const string Cluster = "6f1c1f52-6f0e-4c5e-9d3b-2f7a0c1b5e11";
    private const string Admin = "client.admin";
    private const string Secret = "aSecretThatNobodyPrints";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-ceph-").FullName;
    private readonly List<Process> _running = [];
    private readonly int _port = PostgresServer.FreePort();

    public CephServer()
    {
        // Whoever skips says so in each test: a fixture cannot.
        if (!IsHere)
            return;
        var monitor = PostgresServer.FreePort();
        Directory.CreateDirectory(Path.Combine(_folder, "mon"));
        Directory.CreateDirectory(Path.Combine(_folder, "osd"));
        File.WriteAllText(Path.Combine(_folder, "ceph.conf"), Settings(monitor));
        Finish("monmaptool", "--create", "--addv", "a", FormattableString.Invariant($"[v2:127.0.0.1:{monitor}]"), "--fsid", Cluster, "monmap");
        Finish("ceph-authtool", "--create-keyring", "keyring", "--gen-key", "-n", "mon.", "--cap", "mon", "allow *");
        Finish("ceph-authtool", "keyring", "--gen-key", "-n", Admin, "--cap", "mon", "allow *", "--cap", "osd", "allow *");
        Finish("ceph-mon", "-c", "ceph.conf", "--mkfs", "-i", "a", "--monmap", "monmap", "--keyring", "keyring");
        Begin("ceph-mon", "-c", "ceph.conf", "-i", "a", "-f");
        var disk = Guid.NewGuid().ToString();
        Finish("ceph", "-c", "ceph.conf", "osd", "new", disk);
        Finish("ceph-osd", "-c", "ceph.conf", "-i", "0", "--mkfs", "--osd-uuid", disk);
        Begin("ceph-osd", "-c", "ceph.conf", "-i", "0", "-f");
        Begin("radosgw", "-c", "ceph.conf", "-n", Admin, "--keyring", "keyring", "--ms-mon-client-mode", "crc", "--auth-client-required", "none", "-f");
        AddUser("samarkand");
        UntilItAnswers().GetAwaiter().GetResult();
    }

    /// <summary>The store's address.</summary>
    public string Endpoint => FormattableString.Invariant($"http://127.0.0.1:{_port}");

    /// <summary>What the environment says of it, as NAME=VALUE.</summary>
    public string[] Environment => Variables(Endpoint, "samarkand", Secret);

    /// <summary>The same of another store, user or secret; nothing of this machine's own is looked at.</summary>
    public static string[] Variables(string endpoint, string key, string secret) =>
    [
        $"AWS_ENDPOINT_URL_S3={endpoint}", $"AWS_ACCESS_KEY_ID={key}", $"AWS_SECRET_ACCESS_KEY={secret}",
        "AWS_EC2_METADATA_DISABLED=true", "AWS_CONFIG_FILE=/nowhere", "AWS_SHARED_CREDENTIALS_FILE=/nowhere",
    ];

    /// <summary>Skips a test where there is no Ceph.</summary>
    public static void SkipWhereAbsent() => Assert.SkipUnless(IsHere, "Ceph is not installed here: apt-get install radosgw ceph-mon ceph-osd.");

    /// <summary>A way to it that is not the one that is tested.</summary>
    public AmazonS3Client Open() => new(
        new BasicAWSCredentials("samarkand", Secret),
        new AmazonS3Config { ServiceURL = Endpoint, ForcePathStyle = true, RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED });

    /// <summary>The variables of a user who may have so many objects.</summary>
    public string[] VariablesOfUserWith(int objects)
    {
        var name = $"user{Guid.NewGuid():N}";
        AddUser(name);
        Finish("radosgw-admin", "-c", "ceph.conf", "-n", Admin, "quota", "set", "--quota-scope=user", $"--uid={name}", FormattableString.Invariant($"--max-objects={objects}"));
        Finish("radosgw-admin", "-c", "ceph.conf", "-n", Admin, "quota", "enable", "--quota-scope=user", $"--uid={name}");
        return Variables(Endpoint, name, Secret);
    }

    public void Dispose()
    {
        foreach (var process in Enumerable.Reverse(_running))
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsHere { get; } = OperatingSystem.IsLinux() && ((string[])["ceph", "ceph-mon", "ceph-osd", "radosgw", "radosgw-admin"]).All(name => File.Exists($"/usr/bin/{name}"));

    private string Settings(int monitor) => FormattableString.Invariant(
        $"""
        [global]
        fsid = {Cluster}
        mon host = [v2:127.0.0.1:{monitor}]
        mon initial members = a
        auth cluster required = none
        auth service required = none
        auth client required = none
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd pool default pgp num = 1
        osd pool default pg autoscale mode = off
        osd crush chooseleaf type = 0
        osd objectstore = memstore
        memstore device bytes = 2147483648
        mon allow pool size one = true
        mon data = {_folder}/mon
        mon data avail crit = 1
        osd data = {_folder}/osd
        keyring = {_folder}/keyring
        run dir = {_folder}
        admin socket = {_folder}/$name.$pid.asok
        log file = {_folder}/$name.log
        ms bind ipv6 = false
        public addr = 127.0.0.1
        cluster addr = 127.0.0.1
        [{Admin}]
        rgw frontends = beast endpoint=127.0.0.1:{_port}
        rgw run sync thread = false
        rgw enable gc threads = false
        rgw enable lc threads = false
        rgw enable quota threads = false

        """);

    private void AddUser(string name) => Finish("radosgw-admin", "-c", "ceph.conf", "-n", Admin, "user", "create", $"--uid={name}", $"--display-name={name}", $"--access-key={name}", $"--secret-key={Secret}");

    private async Task UntilItAnswers()
    {
        using var client = new HttpClient();
        for (var begun = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await client.GetAsync(new Uri(Endpoint));
                return;
            }
            catch (HttpRequestException) when (begun.Elapsed < Patience)
            {
                // Not yet.
            }
        }
    }

    private void Finish(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        Assert.True(process.WaitForExit(Patience) && process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} did not end well");
    }

    private void Begin(string program, params string[] arguments) => _running.Add(Start(program, arguments));

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo($"/usr/bin/{program}", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
