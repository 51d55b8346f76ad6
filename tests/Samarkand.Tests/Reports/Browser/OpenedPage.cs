using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samarkand.Tests.Reports.Browser;

/// <summary>What a browser makes of a page.</summary>
/// <param name="Problems">Errors of scripts, messages of the console, what the page's policy refused.</param>
/// <param name="Requests">Addresses that the page asked for beside its own file and data that it carries.</param>
/// <param name="Findings">What <see cref="Look"/> found.</param>
internal sealed record OpenedPage(string[] Problems, string[] Requests, JsonElement Findings)
{
    // After two frames, every chart is drawn, and drawn anew where its width has changed.
    private const string Look =
        """
        new Promise(done => requestAnimationFrame(() => requestAnimationFrame(async () => done({
          width: document.documentElement.scrollWidth,
          charts: Array.from(document.querySelectorAll(".chart"), box => ({
            id: box.id,
            width: box.getBoundingClientRect().width,
            drawn: box.querySelector("svg") ? box.querySelector("svg").getBoundingClientRect().width : 0,
            marks: box.querySelectorAll("svg path, svg circle, svg ellipse, svg rect").length,
            patterns: box.querySelectorAll("svg pattern").length,
            texts: Array.from(box.querySelectorAll("svg text"), text => text.textContent)
          })),
          downloads: await Promise.all(Array.from(document.querySelectorAll("a[download]"), async link => ({
            name: link.getAttribute("download"),
            text: new TextDecoder().decode(Uint8Array.from(atob(link.href.split("base64,")[1]), c => c.charCodeAt(0)))
          })))
        }))))
        """;

    public JsonElement[] Charts => [.. Findings.GetProperty("charts").EnumerateArray()];

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
