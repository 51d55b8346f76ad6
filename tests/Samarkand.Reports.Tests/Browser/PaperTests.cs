using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Pages;
using Samarkand.Tests.Cases;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>What leaves the page: two sheets of paper, or all of it, and each drawing as a file of its own.</summary>
public sealed partial class PaperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-paper").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_flagship_prints_on_two_pages_and_whole_on_request()
    {
        using var browser = Browser();
        using var tools = await OpenAsync(browser, Flagship());

        Assert.Equal(2, await PagesAsync(tools));
        await tools.ValueAsync("document.documentElement.classList.add('whole')", Cancellation);
        Assert.InRange(await PagesAsync(tools), 10, 60);
    }

    [Fact]
    public async Task Every_drawing_is_saved_as_svg_and_png()
    {
        using var browser = Browser();
        using var tools = await OpenAsync(browser, Answers.Report(Answers.Tariff));

        var saved = await tools.ValueAsync(
            """
            const saved = [];
            HTMLAnchorElement.prototype.click = function () { saved.push(fetched(this.download, this.href)); };
            const blobs = new Map(), make = URL.createObjectURL;
            URL.createObjectURL = blob => { const address = make(blob); blobs.set(address, blob); return address; };
            const fetched = async (name, address) => ({ name: name, begins: Array.from(new Uint8Array(await blobs.get(address).slice(0, 4).arrayBuffer())), size: blobs.get(address).size });
            const buttons = Array.from(document.querySelectorAll(".save button"));
            buttons.forEach(button => button.click());
            const all = done => saved.length === buttons.length ? Promise.all(saved).then(done) : setTimeout(() => all(done), 20);
            new Promise(all);
            """,
            Cancellation);

        var files = saved.EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!, file => file, StringComparer.Ordinal);
        Assert.Equal(
            ["exports.png", "exports.svg", "imports.png", "imports.svg", "map.png", "map.svg", "output.png", "output.svg", "pays.png", "pays.svg"],
            files.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, file) in files)
        {
            byte[] begins = [.. file.GetProperty("begins").EnumerateArray().Select(value => value.GetByte())];
            Assert.Equal(name.EndsWith(".png", StringComparison.Ordinal) ? [0x89, (byte)'P', (byte)'N', (byte)'G'] : "<svg"u8.ToArray(), begins);
            Assert.True(file.GetProperty("size").GetInt32() > 2000, $"{name} is empty");
        }
    }

    private static HtmlReport Flagship()
    {
        var source = CaseSource.FromFile(Path.Combine(ShippedCases.Folder, "samarkand-2022.yaml"));
        var answer = CaseAnswer.Solve(source.Open(), Cancellation);
        return Answers.Report(answer, source.Text) with { Rescue = RescueAnswer.Solve(source, answer.Case, new RescueRequest { Draws = 20 }, cancellation: Cancellation) };
    }

    private async Task<DevTools> OpenAsync(Chromium browser, HtmlReport report)
    {
        report.WriteTo(_folder);
        var tools = await DevTools.OpenTabAsync(await browser.DevToolsAsync(Cancellation), Cancellation);
        await tools.SendAsync("Page.navigate", new JsonObject { ["url"] = new Uri(Path.Combine(_folder, HtmlReport.FileName)).AbsoluteUri }, Cancellation);
        await tools.WaitAsync("Page.loadEventFired", Cancellation);
        return tools;
    }

    private static async Task<int> PagesAsync(DevTools tools)
    {
        var printed = await tools.SendAsync("Page.printToPDF", new JsonObject { ["paperWidth"] = 8.27, ["paperHeight"] = 11.69, ["preferCSSPageSize"] = true }, Cancellation);
        return PageObject().Count(Encoding.Latin1.GetString(Convert.FromBase64String((string)printed["data"]!)));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();

    private static Chromium Browser()
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium or Chrome is installed");
        return Chromium.Start();
    }
}
