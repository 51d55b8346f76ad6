using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Web;
using Samarkand.Web.Safety;

namespace Samarkand.Cli.Commands.Serve;

/// <summary>The command that serves the page and the API.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var port = NumberOption.Whole("--port", "N", "The port to listen on; 0 for a free one.", new WholeNumbers("a port", 0, 65535), 0);
        var host = new Option<string>("--host") { Description = "The address to listen on. One that other machines can reach needs --key or --key-file.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var key = new Option<string?>("--key") { Description = "A long random text that everyone who asks has to know.", HelpName = "KEY" };
        var keys = new Option<string?>("--key-file") { Description = "A file with the SHA-256 hash of a key on each line; whoever knows one of the keys may ask.", HelpName = "FILE" };
        var metrics = new Option<bool>("--metrics") { Description = "Serve what the server counts under /metrics, for Prometheus." };
        var mcp = new Option<bool>("--mcp") { Description = "Serve the tools of `samarkand mcp` too, under /mcp of the same address." };
        var cluster = ClusterOption.OfServer();
        var quiet = new Option<bool>("--no-open") { Description = "Do not open the page in a browser." };
        var command = new Command("serve", "A page on this machine that answers while a slider moves, and an HTTP API.") { port, host, key, keys, mcp, metrics, cluster, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            // An interrupt waits for a command that has returned a task, and cuts off one that is still on its way to it.
            await Task.Yield();
            await ServeAsync(new Listening(parsed.GetValue(port), parsed.GetValue(host)!, parsed.GetValue(key), parsed.GetValue(keys), parsed.GetValue(mcp), parsed.GetValue(metrics), ClusterOption.Read(parsed, cluster)), !parsed.GetValue(quiet), cancellation);
            return 0;
        });
        return command;
    }

    // By itself, so that no other command loads a web server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task ServeAsync(Listening on, bool opens, CancellationToken cancellation) => WebServer.RunAsync(
        new ServeSettings { Port = on.Port, Host = on.Host, Key = on.Key, KeyHashes = on.KeyFile is { } file ? KeyFile.Read(file) : [], Mcp = on.Mcp, Metrics = on.Metrics, Cluster = on.Cluster is { } cluster ? DatabaseOf(cluster) : null },
        address =>
        {
            Printer.Print(writer => writer.WriteLine($"Samarkand answers at {address} until Ctrl+C."));
            if (opens)
                Browser.Open(address);
        },
        cancellation);

    // By itself, so that a server alone loads nothing of a cluster.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string DatabaseOf(string typed) => ClusterOption.Address(typed).Text;

    // What was asked, in words that load no web server.
    private sealed record Listening(int Port, string Host, string? Key, string? KeyFile, bool Mcp, bool Metrics, string? Cluster);
}
