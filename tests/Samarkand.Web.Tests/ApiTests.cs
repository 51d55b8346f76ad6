using System.Net;
using System.Text.Json;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Web.Tests;

/// <summary>What the API answers, in each of its forms.</summary>
public sealed class ApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_that_it_is_there()
    {
        await using var server = await Server.StartAsync();

        Assert.Equal("ok", (await JsonAsync(await server.Client.GetAsync("/health", Cancellation))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Worlds_and_cases_are_listed()
    {
        await using var server = await Server.StartAsync();

        var worlds = await JsonAsync(await server.Client.GetAsync("/api/v1/worlds", Cancellation));
        Assert.Equal(WorldCatalog.Names, worlds.GetProperty("worlds").EnumerateArray().Select(world => world.GetProperty("name").GetString()));
        var world = await JsonAsync(await server.Client.GetAsync("/api/v1/worlds/wiod-2011", Cancellation));
        Assert.Equal(41, world.GetProperty("regions").GetArrayLength());
        var cases = await JsonAsync(await server.Client.GetAsync("/api/v1/cases", Cancellation));
        Assert.Equal("samarkand-2022", cases.GetProperty("cases")[0].GetProperty("name").GetString());
        foreach (var entry in cases.GetProperty("cases").EnumerateArray().Concat(cases.GetProperty("recipes").EnumerateArray()))
        {
            var text = await server.Client.GetStringAsync(entry.GetProperty("address").GetString(), Cancellation);
            Assert.Equal(entry.GetProperty("title").GetString(), CaseSource.FromText(text).Case.Title);
        }
    }

    [Fact]
    public async Task A_case_is_checked_without_being_solved()
    {
        await using var server = await Server.StartAsync();

        var read = await JsonAsync(await server.PostAsync("/api/v1/check", Server.Flagship));

        Assert.True(read.GetProperty("ok").GetBoolean());
        Assert.Equal("RUS", read.GetProperty("target").GetString());
        Assert.Contains(FormattableString.Invariant($"{100 * Server.Electronics:0} percent"), read.GetProperty("instruments")[0].GetProperty("size").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samarkand-2022.yaml", "effects")]
    [InlineData("samarkand-2022.yaml", "groups")]
    [InlineData("samarkand-2022.yaml", "horizons")]
    [InlineData("taiwan-embargo.yaml", "sector-output")]
    [InlineData("usa-china-tariff.yaml", "effects")]
    public async Task A_table_has_the_bytes_of_the_command(string file, string table)
    {
        await using var server = await Server.StartAsync();

        // A warm solver gives the bits of a new one.
        for (var time = 0; time < 3; time++)
        {
            var response = await server.PostAsync($"/api/v1/answers?table={table}", Server.Text(file), "text/csv");
            Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.Equal(Csv(Server.Text(file), table), await response.Content.ReadAsStringAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("proportional")]
    public async Task Other_closures_have_the_bits_of_the_command(string closure)
    {
        await using var server = await Server.StartAsync();
        var text = Server.Text("usa-china-tariff.yaml") + $"\nclosure: {closure}\n";

        for (var time = 0; time < 2; time++)
            Assert.Equal(Csv(text, "effects"), await (await server.PostAsync("/api/v1/answers?table=effects", text, "text/csv")).Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task As_json_each_table_stands_under_its_name()
    {
        await using var server = await Server.StartAsync();

        var answer = await JsonAsync(await server.PostAsync("/api/v1/answers", Server.Flagship));

        var rows = answer.GetProperty("tables").GetProperty("effects").GetProperty("rows");
        Assert.Equal(91, rows.GetArrayLength());
        var russia = rows.EnumerateArray().Single(row => row.GetProperty("region").GetString() == "RUS");
        Assert.Equal(Server.Russia, russia.GetProperty("real_income_pct").GetDouble(), 1e-7);
        Assert.True(answer.GetProperty("certificate").GetProperty("largest_residual").GetDouble() < 1e-11);
    }

    [Theory]
    [InlineData("effects.csv", "text/csv")]
    [InlineData("groups.json", "application/json")]
    [InlineData("effects.parquet", "application/vnd.apache.parquet")]
    public async Task A_table_of_a_case_that_ships_has_an_address(string file, string type)
    {
        await using var server = await Server.StartAsync();

        var response = await server.Client.GetAsync($"/api/v1/cases/west-russia-costs/tables/{file}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_holds_an_answer_is_not_sent_it_again()
    {
        await using var server = await Server.StartAsync();
        var first = await server.PostAsync("/api/v1/answers", Server.Flagship);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);

        var again = await server.SendAsync("/api/v1/answers", new StringContent(Server.Flagship), change: request => request.Headers.IfNoneMatch.Add(tag));
        var other = await server.SendAsync("/api/v1/answers", new StringContent(Server.Flagship + "\n# another text\n"), change: request => request.Headers.IfNoneMatch.Add(tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(tag, other.Headers.ETag);
    }

    [Fact]
    public async Task Answers_are_compressed_for_those_who_ask()
    {
        await using var server = await Server.StartAsync();

        var response = await server.SendAsync("/api/v1/answers", new StringContent(Server.Flagship), change: request => request.Headers.AcceptEncoding.ParseAdd("gzip"));

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        var plain = await server.PostAsync("/api/v1/answers", Server.Flagship);
        Assert.True((await response.Content.ReadAsByteArrayAsync(Cancellation)).Length < (await plain.Content.ReadAsByteArrayAsync(Cancellation)).Length);
    }

    [Fact]
    public async Task The_api_is_described_and_can_be_browsed()
    {
        await using var server = await Server.StartAsync();

        var described = await JsonAsync(await server.Client.GetAsync("/openapi/v1.json", Cancellation));
        var page = await server.Client.GetAsync("/api/", Cancellation);

        Assert.StartsWith("3.1", described.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(described.GetProperty("paths").GetProperty("/api/v1/answers").GetProperty("post").GetProperty("requestBody").GetProperty("content").TryGetProperty("text/yaml", out _));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static string Csv(string text, string table)
    {
        var answer = CaseAnswer.Solve(CaseSource.FromText(text).Open(), Cancellation);
        using var writer = new StringWriter { NewLine = "\n" };
        TableWriter.WriteCsv(new CaseTables(answer, HorizonAnswer.All(answer, Cancellation)).Make(table), writer, Cancellation);
        return writer.ToString();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
