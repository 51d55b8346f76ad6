using System.Text.Json.Nodes;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Web.Tests;

/// <summary>The page for those who use no mouse, read otherwise, or lose their server on the way.</summary>
public sealed class AccessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 390, "light")]
    [InlineData("", 1280, "dark")]
    [InlineData("#case=taiwan-embargo", 390, "dark")]
    [InlineData("#case=taiwan-embargo", 1280, "light")]
    [InlineData("#case=taiwan-embargo", 1280, "dark")]
    [InlineData("#world=samarkand-2021&region=KAZ", 390, "light")]
    [InlineData("#world=samarkand-2021&region=KAZ", 1280, "dark")]
    public async Task Axe_finds_nothing_serious(string hash, int width, string colours)
    {
        var axe = Environment.GetEnvironmentVariable("SAMARKAND_AXE");
        Assert.SkipWhen(axe is null || !File.Exists(axe), "SAMARKAND_AXE names no axe.min.js: .ci/run fetches axe-core where npm is installed");
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, hash, width, colours);
        await tools.ValueAsync(BrowserTests.Until(Shown(hash), "1"), Cancellation);

        Assert.Empty(await SeriousAsync(tools, axe));
        await BrowserTests.IsSoundAsync(tools, server, width);
    }

    /// <summary>What axe finds that is serious.</summary>
    internal static async Task<string?[]> SeriousAsync(DevTools tools, string axe)
    {
        await tools.ValueAsync(await File.ReadAllTextAsync(axe, Cancellation) + "; 1", Cancellation);
        var found = await tools.ValueAsync("axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.filter(one => one.impact === 'serious' || one.impact === 'critical').map(one => one.id + ': ' + one.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | ')))", Cancellation);

        return [.. found.EnumerateArray().Select(one => one.GetString())];
    }

    [Fact]
    public async Task The_keyboard_alone_opens_a_question_and_moves_a_slider()
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "", 1280);
        await tools.ValueAsync(BrowserTests.Until(Shown(""), "1"), Cancellation);

        await TabToAsync(tools, "document.activeElement.dataset.name === 'samarkand-2022'", 10);
        await PressAsync(tools, "Enter", 13, "\r");
        var before = await tools.ValueAsync(BrowserTests.Until(BrowserTests.Whole, BrowserTests.Figure), Cancellation);
        await TabToAsync(tools, "document.activeElement.type === 'range'", 12);
        await PressAsync(tools, "ArrowRight", 39);
        await PressAsync(tools, "ArrowRight", 39);
        var after = await tools.ValueAsync(BrowserTests.Until($"{BrowserTests.Figure} !== '{before.GetString()}' && {BrowserTests.Whole}", BrowserTests.Figure), Cancellation);
        var text = await tools.ValueAsync("document.getElementById('text').value", Cancellation);

        Assert.NotEqual(before.GetString(), after.GetString());
        Assert.Equal(Server.FlagshipWith(FormattableString.Invariant($"{Server.Electronics + 0.02:0.##}")), text.GetString());
        await BrowserTests.IsSoundAsync(tools, server, 1280);
    }

    [Fact]
    public async Task Two_tabs_have_a_case_each()
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var one = await BrowserTests.OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        await one.ValueAsync(BrowserTests.Until(BrowserTests.Whole, "1"), Cancellation);
        using var two = await BrowserTests.OpenAsync(browser, server, "#case=taiwan-embargo", 1280);
        var second = await two.ValueAsync(BrowserTests.Until(BrowserTests.Whole, "document.title + document.getElementById('text').value"), Cancellation);

        // A tab in the background draws nothing.
        await one.SendAsync("Page.bringToFront", [], Cancellation);
        await one.ValueAsync(BrowserTests.Move("package.0.rate", "0.3"), Cancellation);
        var first = await one.ValueAsync(BrowserTests.Until($"document.getElementById('text').value.includes('rate: 0.3') && {BrowserTests.Whole}", "document.title"), Cancellation);

        Assert.Contains("USA", first.GetString(), StringComparison.Ordinal);
        Assert.Equal(second.GetString(), (await two.ValueAsync("document.title + document.getElementById('text').value", Cancellation)).GetString());
        await BrowserTests.IsSoundAsync(one, server, 1280);
        await BrowserTests.IsSoundAsync(two, server, 1280);
    }

    [Fact]
    public async Task A_server_that_goes_is_missed_and_one_that_comes_back_is_asked_again()
    {
        var server = await Server.StartAsync();
        var port = server.Address.Port;
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "#case=usa-china-tariff", 1280);
        var before = await tools.ValueAsync(BrowserTests.Until(BrowserTests.Whole, BrowserTests.Figure), Cancellation);

        await server.DisposeAsync();
        await tools.ValueAsync(BrowserTests.Move("package.0.rate", "0.3"), Cancellation);
        await tools.ValueAsync(BrowserTests.Until("document.getElementById('problems').textContent.includes('The server does not answer') && document.querySelectorAll('#sections .stale').length > 0", "1"), Cancellation);
        await using var again = await Server.StartAsync(new ServeSettings { Port = port });
        var after = await tools.ValueAsync(BrowserTests.Until($"{BrowserTests.Whole} && document.getElementById('problems').textContent === ''", BrowserTests.Figure), Cancellation);

        Assert.NotEqual(before.GetString(), after.GetString());
    }

    private static string Shown(string hash) => hash.Length == 0 ? "document.querySelectorAll('#questions .door').length > 10"
        : hash.Contains("world=", StringComparison.Ordinal) ? "document.querySelectorAll('#region table').length >= 3"
        : BrowserTests.Whole;

    private static async Task TabToAsync(DevTools tools, string condition, int most)
    {
        for (var i = 0; i < most; i++)
        {
            await PressAsync(tools, "Tab", 9);
            if ((await tools.ValueAsync(condition, Cancellation)).GetBoolean())
                return;
        }

        Assert.Fail((await tools.ValueAsync("document.activeElement.outerHTML.slice(0, 300)", Cancellation)).GetString());
    }

    private static async Task PressAsync(DevTools tools, string key, int code, string text = "")
    {
        var down = new JsonObject { ["type"] = text.Length > 0 ? "keyDown" : "rawKeyDown", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
        if (text.Length > 0)
            down["text"] = text;
        await tools.SendAsync("Input.dispatchKeyEvent", down, Cancellation);
        await tools.SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code }, Cancellation);
    }
}
