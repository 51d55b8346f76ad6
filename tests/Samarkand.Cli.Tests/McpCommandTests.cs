using System.Text.Json;
using ModelContextProtocol.Client;

namespace Samarkand.Cli.Tests;

/// <summary>The command <c>mcp</c> as a process, spoken to by a client of the protocol.</summary>
public sealed class McpCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_numbers_are_those_of_the_command_that_it_tells()
    {
        var errors = new List<string>();
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions { Command = Command.Dotnet, Arguments = [Command.Program, "mcp"], WorkingDirectory = Command.Repository, StandardErrorLines = errors.Add }),
            cancellationToken: Cancellation);

        var result = await client.CallToolAsync("answer_case", new Dictionary<string, object?> { ["case"] = "west-russia-costs", ["table"] = "effects" }, cancellationToken: Cancellation);
        var answer = JsonSerializer.SerializeToElement(result.StructuredContent);
        var words = answer.GetProperty("repeat").GetProperty("command").GetString()!.Split(' ');

        Assert.Equal("samarkand", client.ServerInfo?.Name);
        Assert.Equal("samarkand", words[0]);
        Assert.Equal(Command.Run([.. words.Skip(1), "--format", "csv"]).Answered().Output, answer.GetProperty("table").GetProperty("csv").GetString());
        Assert.Empty(errors);
    }

    [Fact]
    public void It_ends_when_its_client_leaves()
    {
        var outcome = Command.RunOn("", "mcp");

        Assert.Equal(0, outcome.Status);
        Assert.Equal("", outcome.Output);
        Assert.Equal("", outcome.Error);
    }
}
