using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Samarkand.Cli.Tests.Clusters;

/// <summary>A PostgreSQL server of one test's own, on loopback, in a temporary folder, as a user without privileges.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-postgres-").FullName;
    private readonly string _programs;
    private readonly int _port = FreePort();
    private Process? _server;

    private PostgresServer(string programs) => _programs = programs;

    public string Connection => FormattableString.Invariant($"Host=127.0.0.1;Port={_port};Username=samarkand;Database=postgres");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Starts one; the test is skipped where that is not possible.</summary>
    public static PostgresServer Start()
    {
        var programs = Programs();
        Assert.SkipWhen(programs is null, "PostgreSQL is not installed here: apt-get install postgresql.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is started as Linux starts it.");
        Assert.SkipWhen(IsRoot && !(File.Exists("/usr/bin/setpriv") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal))), "PostgreSQL does not run as root, and there is no setpriv or no user postgres to run it as.");
        var server = new PostgresServer(programs!);
        if (IsRoot)
            Run("chown", "postgres", server._folder);
        server.Finish("initdb", "-D", server.Data, "-A", "trust", "-U", "samarkand", "-E", "UTF8", "--no-sync");
        server.Up();
        return server;
    }

    /// <summary>Ends it as a loss of power would, and starts it again after a while.</summary>
    public void KillFor(TimeSpan away)
    {
        _server!.Kill();
        _server.WaitForExit();
        Thread.Sleep(away);
        Up();
    }

    public void Dispose()
    {
        _server?.Kill();
        _server?.WaitForExit();
        NpgsqlConnection.ClearAllPools();
        // Its children end by themselves a moment later.
        for (var k = 0; k < 50; k++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
                return;
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(100);
            }
        }
    }

    private string Data => Path.Combine(_folder, "data");

    private void Up()
    {
        var begun = Stopwatch.StartNew();
        while (true)
        {
            if (_server is null or { HasExited: true })
                _server = Begin("postgres", "-D", Data, "-p", FormattableString.Invariant($"{_port}"), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=");
            try
            {
                using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Timeout=2");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (begun.Elapsed < Patience)
            {
                Thread.Sleep(100);
            }
        }
    }

    private Process Begin(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        var start = IsRoot ? new ProcessStartInfo("/usr/bin/setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]) : new ProcessStartInfo(path, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (true, true, _folder);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Finish(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static string? Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
