using System.Net;
using System.Text.Json;

namespace Samarkand.Web.Tests;

/// <summary>Worlds to look at: names that are found, and economies.</summary>
public sealed class ExploreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KAZ", "KAZ", "")]
    [InlineData("kazakhstan", "KAZ", "")]
    [InlineData("UK", "GBR", "")]
    [InlineData("Kazahstan", null, "KAZ")]
    [InlineData("South K", null, "KOR")]
    [InlineData("Korea", null, "KOR")]
    [InlineData("zzzzzz", null, "")]
    public async Task A_name_is_found_though_it_is_not_quite_right(string text, string? region, string near)
    {
        await using var server = await Server.StartAsync();

        var found = await GetAsync(server, $"/api/v1/worlds/samarkand-2021/find?text={Uri.EscapeDataString(text)}");

        Assert.Equal(region, found.GetProperty("region").ValueKind == JsonValueKind.Null ? null : found.GetProperty("region").GetProperty("code").GetString());
        Assert.Equal(near.Length > 0, found.GetProperty("nearby").EnumerateArray().Any(one => one.GetProperty("code").GetString() == near));
    }

    [Fact]
    public async Task A_bloc_is_told_as_one()
    {
        await using var server = await Server.StartAsync();

        Assert.Equal("SCO", (await GetAsync(server, "/api/v1/worlds/samarkand-2021/find?text=sco")).GetProperty("bloc").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_economy_has_a_profile_sectors_partners_and_ties()
    {
        await using var server = await Server.StartAsync();

        var economy = await GetAsync(server, "/api/v1/worlds/samarkand-2021/regions/Kazakhstan");
        var tables = economy.GetProperty("tables");

        Assert.Equal("KAZ", economy.GetProperty("code").GetString());
        Assert.Equal(33, tables.GetProperty("sectors").GetProperty("rows").GetArrayLength());
        Assert.Contains(tables.GetProperty("partners").GetProperty("rows").EnumerateArray(), row => row.GetProperty("partner").GetString() == "CHN");
        Assert.Contains(tables.GetProperty("ties").GetProperty("rows").EnumerateArray(), row => row.GetProperty("with").GetString() == "EAEU");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/worlds/samarkand-2021/regions/KAZ?table=partners");
        request.Headers.Accept.ParseAdd("text/csv");
        var csv = await (await server.Client.SendAsync(request, Cancellation)).Content.ReadAsStringAsync(Cancellation);
        Assert.StartsWith("partner,exports_musd", csv, StringComparison.Ordinal);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync("/api/v1/worlds/samarkand-2021/regions/Atlantis", Cancellation), 404);
        await RefusalTests.ProblemAsync(await server.Client.GetAsync("/api/v1/worlds/samarkand-2021/regions/KAZ?table=nothing", Cancellation), 404);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_page_shows_a_world_finds_a_name_and_cuts_the_trade_of_a_bloc(int width)
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "#world=samarkand-2021", width);
        await tools.ValueAsync(BrowserTests.Until("document.querySelectorAll('#regions-list option').length === 91", "1"), Cancellation);

        await tools.ValueAsync("document.getElementById('find-text').value = 'Kazahstan'; document.getElementById('find').requestSubmit()", Cancellation);
        await tools.ValueAsync(BrowserTests.Until("document.querySelector('#found a')", "document.querySelector('#found a').click()"), Cancellation);
        await tools.ValueAsync(BrowserTests.Until("document.querySelectorAll('#region table').length === 4", "1"), Cancellation);
        await tools.ValueAsync("document.querySelector('#pairs [name=matrix]').value = 'EAEU'; document.querySelector('#pairs form').requestSubmit()", Cancellation);
        var cells = await tools.ValueAsync(BrowserTests.Until("document.querySelector('#pairs .chart svg') && document.querySelectorAll('#pairs tbody tr').length === 20", "document.querySelector('#pairs .certificate').textContent"), Cancellation);

        Assert.Contains("Certificate", cells.GetString(), StringComparison.Ordinal);
        await BrowserTests.IsSoundAsync(tools, server, width);
    }

    private static async Task<JsonElement> GetAsync(Server server, string path)
    {
        var response = await server.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }
}
