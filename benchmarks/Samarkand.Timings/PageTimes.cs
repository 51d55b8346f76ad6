using System.Text.Json.Nodes;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Timings;

/// <summary>From the event of a slider to the new numbers on the page, by the browser's own clock, 200 moves 50 ms apart.</summary>
internal static class PageTimes
{
    private const string Answered =
        """
        new Promise((done, failed) => {
          const began = performance.now();
          const look = () => {
            if ((document.documentElement?.dataset.answered || '').endsWith(' whole') && document.querySelector('[data-number="package.0.coverage"]')) done(1);
            else if (performance.now() - began > 60000) failed(document.body.innerText.slice(0, 600));
            else setTimeout(look, 15);
          };
          look();
        })
        """;

    private const string Drag =
        """
        (async () => {
          const slider = document.querySelector('[data-number="package.0.coverage"] input[type=range]'), times = [];
          for (let i = 0; i < 260; i++) {
            const begun = performance.now();
            const seen = new Promise(done => { const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now()); }); watch.observe(document.getElementById('answer'), { childList: true, subtree: true }); });
            slider.value = String(0.2 + (i % 70) / 100);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            times.push(await seen - begun);
            await new Promise(done => setTimeout(done, 50));
          }
          return times.slice(60);
        })()
        """;

    public static async Task PrintAsync()
    {
        if (Chromium.Installed is null)
            throw new InvalidOperationException("no Chromium or Chrome is installed");
        await using var server = await RunningServer.StartAsync();
        using var browser = Chromium.Start();
        using var tools = await DevTools.OpenTabAsync(await browser.DevToolsAsync(default), default);
        await tools.SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = 1280, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false }, default);
        await tools.SendAsync("Page.navigate", new JsonObject { ["url"] = $"{server.Address}#case=samarkand-2022" }, default);
        await tools.ValueAsync(Answered, default);
        Quantiles.Print("from the slider to the numbers", (await tools.ValueAsync(Drag, default)).EnumerateArray().Select(time => time.GetDouble()));
    }
}
