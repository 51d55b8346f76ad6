using System.Globalization;
using System.Net;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Samarkand.Web.Tests;

/// <summary>The tools over HTTP, as a client of the protocol sees them.</summary>
public sealed class McpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tool_is_read_only_and_says_what_it_takes()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Mcp = true });
        await using var client = await ConnectAsync(server);

        var tools = await client.ListToolsAsync(cancellationToken: Cancellation);

        Assert.Equal(
            ["answer_case", "check_case", "compare_cases", "dependence", "explain_case", "list_cases", "list_worlds", "show_case", "show_world"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.False(tool.ProtocolTool.Annotations.OpenWorldHint);
            Assert.True(tool.Description.Length > 40);
        });
        Assert.Contains("certificate", client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_has_its_certificate_assumptions_and_command()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Mcp = true });
        await using var client = await ConnectAsync(server);

        var answer = await CallAsync(client, "answer_case", new() { ["case"] = "samarkand-2022" });

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{-Server.Russia:0.00} percent"), answer.GetProperty("words")[0].GetString(), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("certificate").GetProperty("largest_residual").GetDouble() < 1e-11);
        Assert.Contains(answer.GetProperty("assumptions").EnumerateArray(), line => line.GetString()!.Contains("samarkand-2021", StringComparison.Ordinal));
        Assert.Equal("samarkand simulate cases/samarkand-2022.yaml", answer.GetProperty("repeat").GetProperty("command").GetString());
        // The numbers are those of the API, and so of the command.
        var table = answer.GetProperty("table");
        Assert.Equal(await (await server.PostAsync("/api/v1/answers?table=effects", Server.Flagship, "text/csv")).Content.ReadAsStringAsync(Cancellation), table.GetProperty("csv").GetString());
        Assert.Equal(0, table.GetProperty("rows_left_off").GetInt32());
    }

    [Fact]
    public async Task Another_table_can_be_asked_for_and_the_game_of_stances()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Mcp = true });
        await using var client = await ConnectAsync(server);

        var output = await CallAsync(client, "answer_case", new() { ["case"] = Server.Text("taiwan-embargo.yaml"), ["table"] = "sector-output" });
        var rescue = await CallAsync(client, "answer_case", new() { ["case"] = "taiwan-embargo", ["rescue"] = true });

        Assert.Equal("sector-output", output.GetProperty("table").GetProperty("name").GetString());
        Assert.Equal("samarkand simulate case.yaml --table sector-output", output.GetProperty("repeat").GetProperty("command").GetString());
        Assert.Contains("case.yaml", output.GetProperty("repeat").GetProperty("files")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains(rescue.GetProperty("other_tables").EnumerateArray(), name => name.GetString() == "price-of-friendship");
    }

    [Fact]
    public async Task Two_cases_are_compared()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Mcp = true });
        await using var client = await ConnectAsync(server);

        var same = await CallAsync(client, "compare_cases", new() { ["case"] = "usa-china-tariff", ["against"] = "usa-china-tariff" });

        Assert.Contains("Compared with", same.GetProperty("compared_with").GetString(), StringComparison.Ordinal);
        Assert.Equal("samarkand simulate cases/usa-china-tariff.yaml --against cases/usa-china-tariff.yaml", same.GetProperty("repeat").GetProperty("command").GetString());
        var rows = same.GetProperty("table").GetProperty("csv").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var place = Array.IndexOf(rows[0].Split(','), "real_income_pct");
        Assert.All(rows.Skip(1), row => Assert.Equal(0, double.Parse(row.Split(',')[place], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Instruments_are_explained_and_a_pair_is_cut()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Mcp = true });
        await using var client = await ConnectAsync(server);

        var explained = await CallAsync(client, "explain_case", new() { ["case"] = "usa-china-tariff", ["regions"] = new[] { "China" } });
        var pair = await CallAsync(client, "dependence", new() { ["one"] = "Russia", ["two"] = "China" });

        Assert.Equal("samarkand explain cases/usa-china-tariff.yaml --regions China", explained.GetProperty("repeat").GetProperty("command").GetString());
        Assert.True(explained.GetProperty("certificate").GetProperty("largest_residual").GetDouble() < 1e-9);
        Assert.Equal("samarkand dependence RUS CHN --world samarkand-2021", pair.GetProperty("repeat").GetProperty("command").GetString());
        Assert.Contains("Russia", pair.GetProperty("words")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_line_and_what_to_do()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Mcp = true });
        await using var client = await ConnectAsync(server);

        var wrong = await client.CallToolAsync("check_case", new Dictionary<string, object?> { ["case"] = Server.Flagship.Replace("target: RUS\n", "target: XYZ\n", StringComparison.Ordinal) }, cancellationToken: Cancellation);
        var unknown = await client.CallToolAsync("answer_case", new Dictionary<string, object?> { ["case"] = "nothing" }, cancellationToken: Cancellation);

        Assert.True(wrong.IsError);
        Assert.Matches("line [0-9]+, column [0-9]+: .*XYZ", Text(wrong));
        Assert.True(unknown.IsError);
        Assert.Contains("list_cases", Text(unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_there_when_asked_for_alone_and_for_those_who_know_the_key()
    {
        await using var without = await Server.StartAsync();
        await using var locked = await Server.StartAsync(new ServeSettings { Mcp = true, Key = "a long random text" });

        Assert.Equal(HttpStatusCode.NotFound, (await without.PostAsync("/mcp", "{}", type: "application/json")).StatusCode);
        await RefusalTests.ProblemAsync(await locked.PostAsync("/mcp", "{}", type: "application/json"), 401);
        await RefusalTests.ProblemAsync(await locked.SendAsync("/mcp", new StringContent("{}"), type: "application/json", change: request => request.Headers.Add("Origin", "https://evil.example")), 403);
        await using var client = await ConnectAsync(locked, new() { ["Authorization"] = "Bearer a long random text" });
        Assert.NotEmpty(await client.ListToolsAsync(cancellationToken: Cancellation));
    }

    private static Task<McpClient> ConnectAsync(Server server, Dictionary<string, string>? headers = null) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(server.Address, "mcp"), AdditionalHeaders = headers }), cancellationToken: Cancellation);

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancellation);
        Assert.True(result.IsError is not true, Text(result));
        return JsonSerializer.SerializeToElement(result.StructuredContent);
    }

    private static string Text(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
