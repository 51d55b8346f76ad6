using System.Text.Json.Nodes;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Web.Tests;

/// <summary>An article that is pasted into the page: its claims are marked in it, and the case drafted from them opens on the desk.</summary>
public sealed class PastedTests
{
    private const string Release = """
        EU adopts new sanctions against Russia

        The European Union today banned exports of semiconductors to Russia. It froze 20 billion dollars of the assets of the Russian central bank.
        China will not come to Russia's rescue. <b>Kazakhstan</b> re-exports electronics to Russia & beyond. Turkey has refused to join the sanctions against Russia.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390, "light")]
    [InlineData(1280, "dark")]
    public async Task The_claims_of_a_pasted_article_are_marked_and_its_case_opens(int width, string colours)
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "", width, colours);
        await tools.ValueAsync(BrowserTests.Until("document.querySelectorAll('#questions .door').length > 10", "1"), Cancellation);
        await ShootAsync(tools, $"start-{width}");

        await tools.ValueAsync($"document.getElementById('article').value = {JsonValue.Create(Release)!.ToJsonString()}; document.querySelector('#paste button').click()", Cancellation);
        var marks = await tools.ValueAsync(BrowserTests.Until("location.hash === '#reading' && document.querySelectorAll('#reading article .claim').length > 0", "[document.querySelectorAll('#reading article .claim').length, document.querySelectorAll('#claims li').length, document.querySelectorAll('#reading article .claim.denied').length, document.querySelector('#reading article').textContent]"), Cancellation);
        var chosen = await tools.ValueAsync("document.querySelectorAll('#reading article .claim')[1].click(); [document.querySelector('#claims li.chosen').textContent, document.querySelectorAll('#reading pre .chosen').length, location.hash]", Cancellation);
        await ShootAsync(tools, $"reading-{width}");
        await BrowserTests.IsSoundAsync(tools, server, width);
        if (Environment.GetEnvironmentVariable("SAMARKAND_AXE") is { } axe && File.Exists(axe))
            Assert.Empty(await AccessTests.SeriousAsync(tools, axe));
        await tools.ValueAsync("document.getElementById('open-draft').click()", Cancellation);
        var text = await tools.ValueAsync(BrowserTests.Until(BrowserTests.Whole, "document.getElementById('text').value"), Cancellation);

        Assert.True(marks[0].GetInt32() >= 5, marks.ToString());
        Assert.True(marks[1].GetInt32() >= 6, marks.ToString());
        Assert.Equal(2, marks[2].GetInt32());
        // What looks like HTML is a text.
        Assert.Equal(Release.ReplaceLineEndings("\n"), marks[3].GetString());
        Assert.Contains("export-ban", chosen[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(1, chosen[1].GetInt32());
        Assert.Equal("#reading", chosen[2].GetString());
        Assert.Contains("target: RUS", text.GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("file:", text.GetString(), StringComparison.Ordinal);
        await BrowserTests.IsSoundAsync(tools, server, width);
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_is_told_where_it_was_pasted()
    {
        await using var server = await Server.StartAsync();
        using var browser = BrowserTests.Browser();
        using var tools = await BrowserTests.OpenAsync(browser, server, "", 390);

        await tools.ValueAsync("document.getElementById('article').value = 'Die Europäische Union hat die Ausfuhr von Halbleitern nach Russland verboten, und die Schweiz hat sich den Sanktionen nicht angeschlossen, sagte der Minister am Freitag in Berlin. Er hat auch gesagt, dass die Bank und die Firma nicht mehr im Land sind.'; document.querySelector('#paste button').click()", Cancellation);
        var told = await tools.ValueAsync(BrowserTests.Until("document.getElementById('article-told').classList.contains('wrong')", "document.getElementById('article-told').textContent"), Cancellation);

        Assert.Contains("English", told.GetString(), StringComparison.Ordinal);
    }

    private static async Task ShootAsync(DevTools tools, string name)
    {
        if (Environment.GetEnvironmentVariable("SAMARKAND_PICTURES") is not { Length: > 0 } folder)
            return;
        var picture = await tools.SendAsync("Page.captureScreenshot", new JsonObject { ["captureBeyondViewport"] = true }, Cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), Convert.FromBase64String((string)picture["data"]!), Cancellation);
    }
}
