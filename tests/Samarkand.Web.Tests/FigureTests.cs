using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Web.Tests;

/// <summary>What stands beside each figure: downloads, how to reproduce it, what to quote, and the chart alone for another page.</summary>
public sealed partial class FigureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_download_gives_a_file()
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        await tools.ValueAsync(BrowserTests.Until($"{BrowserTests.Whole} && document.querySelector('.save .tool')", "1"), Cancellation);
        var folder = Directory.CreateTempSubdirectory("samarkand-downloads").FullName;
        await tools.SendAsync("Browser.setDownloadBehavior", new JsonObject { ["behavior"] = "allow", ["downloadPath"] = folder }, Cancellation);

        foreach (var (button, file) in new[] { ("#get-report", "report.html"), ("#get-csv", "effects.csv"), ("#get-json", "answer.json"), ("[aria-label='Save the table of output as CSV']", "sector-output.csv"), ("[aria-label='Save the table of output as JSON']", "sector-output.json"), ("[aria-label='Save the drawing pays as SVG']", "pays.svg"), ("[aria-label='Save the drawing pays as PNG']", "pays.png") })
        {
            await tools.ValueAsync($"document.querySelector(\"{button}\").click()", Cancellation);
            await ArrivedAsync(Path.Combine(folder, file));
        }

        Assert.Equal(
            await (await server.PostAsync("/api/v1/answers?table=sector-output", Server.Text("usa-china-tariff.yaml"), "text/csv")).Content.ReadAsStringAsync(Cancellation),
            await File.ReadAllTextAsync(Path.Combine(folder, "sector-output.csv"), Cancellation));
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(Path.Combine(folder, "report.html"), Cancellation), StringComparison.Ordinal);
        await BrowserTests.IsSoundAsync(tools, server, 1280);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_figure_says_how_to_reproduce_and_to_quote_it(int width)
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "#case=usa-china-tariff", width);
        await tools.ValueAsync(BrowserTests.Until($"{BrowserTests.Whole} && document.querySelector('.save .tool')", "1"), Cancellation);

        await tools.ValueAsync("Array.from(document.querySelectorAll('.tool')).find(one => one.textContent === 'Reproduce, quote').click()", Cancellation);
        var shown = (await tools.ValueAsync("document.getElementById('reproduce-box').open ? document.getElementById('reproduce-content').innerText : ''", Cancellation)).GetString();

        Assert.Contains("samarkand simulate case.yaml --table effects --format csv", shown, StringComparison.Ordinal);
        Assert.Matches("solved with Samarkand [0-9.]+ on the world wiod-2011, sha256 [0-9a-f]{12};.*largest residual [0-9.]+e-", shown);
        Assert.Contains($"{server.Address}api/v1/answers?table=effects", shown, StringComparison.Ordinal);
        await BrowserTests.IsSoundAsync(tools, server, width);
    }

    [Fact]
    public async Task A_chart_alone_can_stand_in_another_page_and_nothing_else_can()
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var desk = await BrowserTests.OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        var packed = await desk.ValueAsync(BrowserTests.Until($"{BrowserTests.Whole} && location.hash.startsWith('#c=')", "location.hash"), Cancellation);

        using var tools = await BrowserTests.OpenAsync(browser, server, $"?embed=map{packed.GetString()}", 640);
        var shown = await tools.ValueAsync(BrowserTests.Until("document.documentElement.dataset.embedded === 'map' && document.querySelector('#embed #chart-map svg')", "document.body.innerText"), Cancellation);

        Assert.Contains("The whole answer", shown.GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pin this answer", shown.GetString(), StringComparison.Ordinal);
        await BrowserTests.IsSoundAsync(tools, server, 640);
        Assert.Contains("frame-ancestors *", Policy(await server.Client.GetAsync("/?embed=map", Cancellation)), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(await server.Client.GetAsync("/", Cancellation)), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(await server.Client.GetAsync("/api/?embed=map", Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_of_an_analysis_can_stand_in_another_page_and_its_tables_are_saved()
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var desk = await BrowserTests.OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        await desk.ValueAsync(BrowserTests.Until($"{BrowserTests.Whole} && location.hash.startsWith('#c=')", "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }"), Cancellation);
        var folder = Directory.CreateTempSubdirectory("samarkand-tables").FullName;
        await desk.SendAsync("Browser.setDownloadBehavior", new JsonObject { ["behavior"] = "allow", ["downloadPath"] = folder }, Cancellation);

        await desk.ValueAsync("document.querySelector('#study-explain form button').click()", Cancellation);
        var frame = await desk.ValueAsync($"{BrowserTests.Until("document.querySelector('#study-explain .result .tool')", "1")}.then(() => document.querySelector('#study-explain .result .tool').click()).then(() => {BrowserTests.Until("window.copied", "window.copied")})", Cancellation);
        await desk.ValueAsync("Array.from(document.querySelectorAll('#study-explain .more button')).find(one => one.textContent === 'instruments').click()", Cancellation);
        await ArrivedAsync(Path.Combine(folder, "instruments.csv"));
        Assert.StartsWith("instrument,kind,", await File.ReadAllTextAsync(Path.Combine(folder, "instruments.csv"), Cancellation), StringComparison.Ordinal);
        await BrowserTests.IsSoundAsync(desk, server, 1280);

        var address = Source().Match(frame.GetString()!).Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Assert.Contains("analysis=explain", address, StringComparison.Ordinal);
        using var tools = await BrowserTests.OpenAsync(browser, server, address[server.Address.ToString().Length..], 640);
        await tools.ValueAsync(BrowserTests.Until("document.documentElement.dataset.embedded && document.querySelector('#embed .chart svg')", "1"), Cancellation);
        await BrowserTests.IsSoundAsync(tools, server, 640);
        await tools.SendAsync("Page.navigate", new JsonObject { ["url"] = address.Replace("analysis=explain", "analysis=explain&regions=XYZ", StringComparison.Ordinal) }, Cancellation);
        await tools.ValueAsync(BrowserTests.Until("document.querySelector('#embed .wrong') && document.body.innerText.includes('XYZ')", "1"), Cancellation);
    }

    [GeneratedRegex("src=\"([^\"]*)\"")]
    private static partial Regex Source();

    private static string Policy(HttpResponseMessage response) => string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));

    private static async Task ArrivedAsync(string file)
    {
        for (var i = 0; i < 200 && !(File.Exists(file) && new FileInfo(file).Length > 0); i++)
            await Task.Delay(50, Cancellation);
        Assert.True(File.Exists(file), $"{Path.GetFileName(file)} has not come");
    }
}
