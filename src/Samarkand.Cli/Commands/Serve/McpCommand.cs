using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Web.Mcp;

namespace Samarkand.Cli.Commands.Serve;

/// <summary>The command that offers cases as tools to programs that speak the Model Context Protocol.</summary>
internal static class McpCommand
{
    public static Command Make()
    {
        var command = new Command("mcp", "Cases as tools for assistants: a server of the Model Context Protocol on standard input and output.");
        command.SetAction(async (_, cancellation) =>
        {
            // An interrupt waits for a command that has returned a task, and cuts off one that is still on its way to it.
            await Task.Yield();
            await ServeAsync(cancellation);
            return 0;
        });
        return command;
    }

    // By itself, so that no other command loads a web server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task ServeAsync(CancellationToken cancellation) => McpServing.RunAsync(cancellation);
}
