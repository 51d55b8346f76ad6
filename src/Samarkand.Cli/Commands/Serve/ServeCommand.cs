using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Web;

namespace Samarkand.Cli.Commands.Serve;

/// <summary>The command that serves the page and the API.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var port = NumberOption.Whole("--port", "N", "The port to listen on; 0 for a free one.", new WholeNumbers("a port", 0, 65535), 0);
        var host = new Option<string>("--host") { Description = "The address to listen on. One that other machines can reach needs --key.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var key = new Option<string?>("--key") { Description = "A long random text that everyone who asks has to know.", HelpName = "KEY" };
        var quiet = new Option<bool>("--no-open") { Description = "Do not open the page in a browser." };
        var command = new Command("serve", "A page on this machine that answers while a slider moves, and an HTTP API.") { port, host, key, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            // An interrupt waits for a command that has returned a task, and cuts off one that is still on its way to it.
            await Task.Yield();
            await ServeAsync(parsed.GetValue(port), parsed.GetValue(host)!, parsed.GetValue(key), !parsed.GetValue(quiet), cancellation);
            return 0;
        });
        return command;
    }

    // By itself, so that no other command loads a web server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task ServeAsync(int port, string host, string? key, bool opens, CancellationToken cancellation) => WebServer.RunAsync(
        new ServeSettings { Port = port, Host = host, Key = key },
        address =>
        {
            Printer.Print(writer => writer.WriteLine($"Samarkand answers at {address} until Ctrl+C."));
            if (opens)
                Browser.Open(address);
        },
        cancellation);
}
