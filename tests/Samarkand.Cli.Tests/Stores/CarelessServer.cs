using System.Diagnostics;
using System.Net.Sockets;
using Samarkand.Cli.Tests.Clusters;

namespace Samarkand.Cli.Tests.Stores;

/// <summary>A store that does not know If-None-Match: s3rver, which .ci/run fetches.</summary>
internal sealed class CarelessServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-s3rver-").FullName;
    private readonly int _port = PostgresServer.FreePort();
    private readonly Process _server;

    private CarelessServer(string program)
    {
        var start = new ProcessStartInfo("node", [program, "-s", "-d", _folder, "-a", "127.0.0.1", "-p", FormattableString.Invariant($"{_port}"), "--configure-bucket", "careless"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _server = Process.Start(start)!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
    }

    public string[] Environment => CephServer.Variables(FormattableString.Invariant($"http://127.0.0.1:{_port}"), "S3RVER", "S3RVER");

    /// <summary>The files in which it keeps what it was given.</summary>
    public string[] Objects => Directory.GetFiles(Path.Combine(_folder, "careless"), "*", SearchOption.AllDirectories);

    /// <summary>Starts it; the test is skipped where it is not here.</summary>
    public static CarelessServer Start()
    {
        var program = System.Environment.GetEnvironmentVariable("SAMARKAND_S3RVER");
        Assert.SkipWhen(program is null || !File.Exists(program), "SAMARKAND_S3RVER names no s3rver.js: .ci/run fetches s3rver where npm is installed");
        var server = new CarelessServer(program!);
        Eventually.Until(server.Answers);
        return server;
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private bool Answers()
    {
        try
        {
            using var probe = new TcpClient("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
