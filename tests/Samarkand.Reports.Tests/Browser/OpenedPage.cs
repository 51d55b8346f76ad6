using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>What a browser makes of a page.</summary>
/// <param name="Problems">Errors of scripts, messages of the console, what the page's policy refused.</param>
/// <param name="Requests">Addresses that the page asked for beside its own file and data that it carries.</param>
/// <param name="Findings">What <see cref="Look"/> found.</param>
internal sealed record OpenedPage(string[] Problems, string[] Requests, JsonElement Findings)
{
    // After two frames, every chart is drawn, and drawn anew where its width has changed; a busy machine needs more of them. Texts overlap where
    // more than a hair is shared.
    private const string Look =
        """
        const overlaps = texts => texts.flatMap((one, i) => texts.slice(i + 1).filter(other => {
          const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
          return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
        }).map(other => one.textContent + " over " + other.textContent));
        const width = element => element ? element.getBoundingClientRect().width : 0;
        const isDrawn = () => Array.from(document.querySelectorAll(".chart")).every(box => Math.abs(width(box.querySelector("svg")) - width(box)) <= 1);
        const drawn = frames => new Promise(done => requestAnimationFrame(() => frames > 2 && (isDrawn() || frames > 300) ? done() : drawn(frames + 1).then(done)));
        drawn(1).then(async () => ({
          width: document.documentElement.scrollWidth,
          charts: Array.from(document.querySelectorAll(".chart"), box => ({
            id: box.id,
            width: box.getBoundingClientRect().width,
            drawn: box.querySelector("svg") ? box.querySelector("svg").getBoundingClientRect().width : 0,
            marks: box.querySelectorAll("svg path, svg circle, svg ellipse, svg rect").length,
            patterns: box.querySelectorAll("svg pattern").length,
            texts: Array.from(box.querySelectorAll("svg text"), text => text.textContent),
            overlaps: overlaps(Array.from(box.querySelectorAll("svg text")))
          })),
          downloads: await Promise.all(Array.from(document.querySelectorAll("a[download]"), async link => ({
            name: link.getAttribute("download"),
            text: new TextDecoder().decode(Uint8Array.from(atob(link.href.split("base64,")[1]), c => c.charCodeAt(0)))
          })))
        }))
        """;

    public (string Name, string Text)[] Downloads =>
        [.. Findings.GetProperty("downloads").EnumerateArray().Select(download => (download.GetProperty("name").GetString()!, download.GetProperty("text").GetString()!))];

    public JsonElement[] Charts => [.. Findings.GetProperty("charts").EnumerateArray()];

    public string[] Texts(string chart) => [.. Chart(chart).GetProperty("texts").EnumerateArray().Select(text => text.GetString()!)];

    public JsonElement Chart(string id) => Charts.Single(chart => chart.GetProperty("id").GetString() == id);

    /// <summary>What every page holds to: no error, no request, nothing wider than the screen, no figure empty or unreadable, and links to CSV that hold rows.</summary>
    public void IsSound(int width)
    {
        Assert.Empty(Problems);
        Assert.Empty(Requests);
        Assert.Equal(width, Findings.GetProperty("width").GetInt32());
        Assert.All(Charts, chart =>
        {
            Assert.True(chart.GetProperty("marks").GetInt32() > 5, $"{chart} is empty");
            Assert.InRange(chart.GetProperty("drawn").GetDouble(), chart.GetProperty("width").GetDouble() - 1, chart.GetProperty("width").GetDouble() + 1);
            Assert.Empty(chart.GetProperty("overlaps").EnumerateArray());
        });
        Assert.NotEmpty(Downloads);
        Assert.All(Downloads, download =>
        {
            var lines = download.Text.TrimEnd('\n').Split('\n');
            Assert.Matches("^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)+$", lines[0]);
            Assert.True(lines.Length > 1, $"{download.Name} has no row");
        });
    }

    public static async Task<OpenedPage> OfAsync(Chromium browser, string file, int width, bool dark, CancellationToken cancellation)
    {
        using var tools = await DevTools.OpenTabAsync(await browser.DevToolsAsync(cancellation), cancellation);
        var screen = new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 };
        await tools.SendAsync("Emulation.setDeviceMetricsOverride", screen, cancellation);
        var scheme = new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" };
        await tools.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(scheme) }, cancellation);
        var address = new Uri(file).AbsoluteUri;
        await tools.SendAsync("Page.navigate", new JsonObject { ["url"] = address }, cancellation);
        await tools.WaitAsync("Page.loadEventFired", cancellation);
        var findings = await tools.ValueAsync(Look, cancellation);
        string[] problems = [.. tools.Events.Where(IsProblem).Select(e => e.ToJsonString())];
        string[] requests = [.. tools.Events.Where(e => (string?)e["method"] == "Network.requestWillBeSent").Select(e => (string)e["params"]!["request"]!["url"]!)
            .Where(url => url != address && !url.StartsWith("data:", StringComparison.Ordinal))];
        return new OpenedPage(problems, requests, findings);
    }

    private static bool IsProblem(JsonObject e) => (string?)e["method"] switch
    {
        "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" => true,
        "Log.entryAdded" => (string?)e["params"]!["entry"]!["level"] is "error" or "warning",
        _ => false,
    };
}
