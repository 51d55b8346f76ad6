using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Web.Tests;

/// <summary>The page in a browser: it loads without a complaint, and numbers and text follow its controls.</summary>
public sealed class BrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_first_page_lists_questions_with_their_answers(int width)
    {
        await using var server = await Server.StartAsync();
        using var browser = Browser();
        using var tools = await OpenAsync(browser, server, "", width);

        var doors = await tools.ValueAsync(Until("document.querySelectorAll('#questions .door').length > 10 && document.querySelector('#questions .door span').textContent.startsWith('Russia loses')", "document.querySelectorAll('.door').length"), Cancellation);

        Assert.True(doors.GetInt32() >= 23);
        await IsSoundAsync(tools, server, width);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_slider_moves_the_numbers_and_the_text(int width)
    {
        await using var server = await Server.StartAsync();
        using var browser = Browser();
        using var tools = await OpenAsync(browser, server, "#case=samarkand-2022", width);
        Assert.Equal(Before, (await tools.ValueAsync(Until(Whole, Figure), Cancellation)).GetString());

        await tools.ValueAsync(Move("package.0.coverage", "0.9"), Cancellation);
        var moved = await tools.ValueAsync(Until($"{Figure} !== '{Before}' && {Whole}", Figure), Cancellation);
        var text = await tools.ValueAsync("document.getElementById('text').value", Cancellation);
        var undone = await tools.ValueAsync($"document.getElementById('undo').click(); {Until($"{Figure} === '{Before}' && {Whole}", "document.getElementById('text').value")}", Cancellation);

        Assert.StartsWith("\u2212", moved.GetString(), StringComparison.Ordinal);
        Assert.Equal(Server.FlagshipWith("0.9"), text.GetString());
        Assert.Equal(Server.Flagship, undone.GetString());
        await IsSoundAsync(tools, server, width);
    }

    [Fact]
    public async Task An_instrument_is_switched_off_and_on_and_a_mistake_is_told_where_it_stands()
    {
        await using var server = await Server.StartAsync();
        using var browser = Browser();
        using var tools = await OpenAsync(browser, server, "#case=samarkand-2022", 1280);
        await tools.ValueAsync(Until(Whole, "1"), Cancellation);

        await tools.ValueAsync("document.querySelector('[data-path=\"package.8\"] input[type=checkbox]').click()", Cancellation);
        var without = await tools.ValueAsync(Until("document.querySelectorAll('.knobs.off').length === 1 && " + Whole, Figure), Cancellation);
        await tools.ValueAsync("document.querySelector('.knobs.off input').click()", Cancellation);
        var with = await tools.ValueAsync(Until("document.querySelectorAll('.knobs.off').length === 0 && " + Whole, Figure), Cancellation);
        await tools.ValueAsync("const area = document.getElementById('text'); area.value = area.value.replace('target: RUS\\n\\n', 'target: XYZ\\n\\n'); area.dispatchEvent(new Event('input'))", Cancellation);
        var told = await tools.ValueAsync(Until("document.getElementById('problems').textContent.includes('XYZ')", "document.getElementById('problems').textContent + document.getElementById('controls').inert"), Cancellation);

        Assert.NotEqual(Before, without.GetString());
        Assert.Equal(Before, with.GetString());
        Assert.Contains("Line ", told.GetString(), StringComparison.Ordinal);
        Assert.EndsWith("true", told.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_and_the_controls_never_disagree_and_mistakes_are_underlined()
    {
        await using var server = await Server.StartAsync();
        using var browser = Browser();
        using var tools = await OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        await tools.ValueAsync(Until($"{Whole} && document.documentElement.dataset.editor === 'ready'", "(() => { window.lines = () => Array.from(document.getElementById('editor').shadowRoot.querySelectorAll('.cm-line'), line => line.textContent).join(String.fromCharCode(10)); document.getElementById('editor').shadowRoot.querySelector('.cm-content').focus(); })()"), Cancellation);
        await tools.ValueAsync(Move("package.0.rate", "0.35"), Cancellation);
        var moved = await tools.ValueAsync(Until(Whole, "window.lines()"), Cancellation);

        // Typed at its beginning, where the caret stands, as a hand types.
        await tools.SendAsync("Input.insertText", new JsonObject { ["text"] = "horizon: shrt\n" }, Cancellation);
        var marked = await tools.ValueAsync(Until("document.getElementById('editor').shadowRoot.querySelector('.cm-lintRange-error') && document.getElementById('problems').textContent.includes('shrt')", "document.getElementById('text').value"), Cancellation);
        await tools.ValueAsync("document.getElementById('undo').click()", Cancellation);
        var undone = await tools.ValueAsync(Until($"{Whole} && !document.getElementById('editor').shadowRoot.querySelector('.cm-lintRange-error')", "window.lines()"), Cancellation);

        Assert.Contains("rate: 0.35", moved.GetString(), StringComparison.Ordinal);
        Assert.StartsWith("horizon: shrt\n", marked.GetString(), StringComparison.Ordinal);
        Assert.Equal(moved.GetString(), undone.GetString());
        Assert.DoesNotContain(tools.Events, e => (string?)e["method"] == "Runtime.exceptionThrown");
    }

    [Fact]
    public async Task All_that_the_page_loads_is_less_than_700_kilobytes()
    {
        await using var server = await Server.StartAsync();
        using var browser = Browser();
        using var tools = await OpenAsync(browser, server, "#case=samarkand-2022", 1280);

        var bytes = await tools.ValueAsync(Until($"{Whole} && document.documentElement.dataset.editor === 'ready'", "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).map(one => [one.transferSize, one.name])"), Cancellation);
        var all = bytes.EnumerateArray().Select(one => (Size: one[0].GetInt32(), Name: one[1].GetString()!.Split('/')[^1])).OrderByDescending(one => one.Size).ToArray();
        var sum = all.Sum(one => one.Size);

        TestContext.Current.TestOutputHelper!.WriteLine($"measured: {sum / 1000} kB until the first whole answer: {string.Join(", ", all.Take(6))}");
        Assert.InRange(sum, 100_000, 700_000);
    }

    [Fact]
    public async Task A_link_holds_the_case_and_a_pinned_answer_is_compared_with()
    {
        await using var server = await Server.StartAsync();
        using var browser = Browser();
        using var tools = await OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        // The address follows a moment after the case, once for both changes.
        await tools.ValueAsync(Until($"{Whole} && location.hash.startsWith('#c=')", "window.before = location.hash"), Cancellation);

        await tools.ValueAsync($"document.getElementById('pin').click(); {Move("package.0.rate", "0.2")}", Cancellation);
        var compared = await tools.ValueAsync(Until($"document.querySelector('.facts').textContent.includes('Compared with') && {Whole} && location.hash !== window.before", "location.hash"), Cancellation);
        using var other = await OpenAsync(browser, server, compared.GetString()!, 1280);
        var text = await other.ValueAsync(Until($"{Whole} && document.querySelector('.facts').textContent.includes('Compared with')", "document.getElementById('text').value"), Cancellation);

        Assert.Equal(Server.Text("usa-china-tariff.yaml").Replace("rate: 0.1,", "rate: 0.2,", StringComparison.Ordinal), text.GetString());
    }

    public const string Whole = "(document.documentElement.dataset.answered || '') === document.getElementById('text').value.length + ' whole' && document.querySelectorAll('.stale').length === 0 && !!document.querySelector('#chart-pays svg')";

    // As the page writes it.
    private static readonly string Before = string.Create(CultureInfo.InvariantCulture, $"\u2212{-Server.Russia:0.000}");

    internal const string Figure = "document.querySelector('#answer .card.target .figure').firstChild.textContent";

    internal static string Move(string path, string value) =>
        $"(() => {{ const slider = document.querySelector('[data-number=\"{path}\"] input[type=range]'); slider.value = '{value}'; slider.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()";

    // Looks at each frame, for ten seconds at most.
    public static string Until(string condition, string value) =>
        $"new Promise((done, failed) => {{ const began = performance.now(); const look = () => {{ let holds = false; try {{ holds = {condition}; }} catch {{ }} if (holds) done({value}); else if (performance.now() - began > 20000) failed(document.body.innerText.slice(0, 600)); else setTimeout(look, 15); }}; look(); }})";

    internal static async Task IsSoundAsync(DevTools tools, Server server, int width)
    {
        Assert.Equal(width, (await tools.ValueAsync("document.documentElement.scrollWidth", Cancellation)).GetInt32());
        Assert.Empty(tools.Events.Where(IsProblem).Select(e => e.ToJsonString()));
        Assert.All(
            tools.Events.Where(e => (string?)e["method"] == "Network.requestWillBeSent").Select(e => (string)e["params"]!["request"]!["url"]!),
            url => Assert.True(url.StartsWith(server.Address.ToString(), StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal), url));
    }

    private static bool IsProblem(JsonObject e) => (string?)e["method"] switch
    {
        "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" => true,
        "Log.entryAdded" => (string?)e["params"]!["entry"]!["level"] is "error" or "warning",
        _ => false,
    };

    internal static async Task<DevTools> OpenAsync(Chromium browser, Server server, string hash, int width, string colours = "light")
    {
        var tools = await DevTools.OpenTabAsync(await browser.DevToolsAsync(Cancellation), Cancellation);
        await tools.SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 }, Cancellation);
        await tools.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = colours }) }, Cancellation);
        await tools.SendAsync("Page.navigate", new JsonObject { ["url"] = $"{server.Address}{hash}" }, Cancellation);
        await tools.WaitAsync("Page.loadEventFired", Cancellation);
        return tools;
    }

    internal static Chromium Browser()
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium or Chrome is installed");
        return Chromium.Start();
    }
}
