using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Web.Tests;

/// <summary>How quick it is, on request: <c>SAMARKAND_MEASURE=1</c>. The page is timed by the browser's own clock, from the event of the slider to the new numbers.</summary>
public sealed class Measure
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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

    [Fact]
    public async Task From_the_slider_to_the_numbers()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SAMARKAND_MEASURE") is null || Chromium.Installed is null, "nobody asks for it");
        await using var server = await Server.StartAsync();
        using var browser = Chromium.Start();
        using var tools = await BrowserTests.OpenAsync(browser, server, "#case=samarkand-2022", 1280);
        await tools.ValueAsync(BrowserTests.Until(BrowserTests.Whole, "1"), Cancellation);

        Tell("from the slider to the numbers", (await tools.ValueAsync(Drag, Cancellation)).EnumerateArray().Select(time => time.GetDouble()));
    }

    [Fact]
    public async Task Warm_answers()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SAMARKAND_MEASURE") is null, "nobody asks for it");
        await using var server = await Server.StartAsync();
        for (var i = 0; i < 300; i++)
            await Timed(server, i);
        var times = new List<double>();
        for (var i = 0; i < 400; i++)
            times.Add(await Timed(server, 1000 + i));
        Tell("a warm answer of effects, one at a time", times);

        using var me = Process.GetCurrentProcess();
        var (before, clock) = (me.TotalProcessorTime, Stopwatch.StartNew());
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(async client => await Task.WhenAll([Ask(client)])));
        me.Refresh();
        Tell($"50 at once, {50 * 40 / clock.Elapsed.TotalSeconds:0} a second, {(me.TotalProcessorTime - before).TotalMilliseconds / 2000:0.0} ms of a core each with the client", all.SelectMany(lists => lists).SelectMany(list => list));

        async Task<List<double>> Ask(int client)
        {
            var own = new List<double>();
            for (var i = 0; i < 40; i++)
                own.Add(await Timed(server, 10_000 + 100 * client + i));
            return own;
        }
    }

    private static async Task<double> Timed(Server server, int number)
    {
        var text = Server.FlagshipWith(string.Create(CultureInfo.InvariantCulture, $"{0.2 + number % 700 / 1000.0:0.000}"));
        var begun = Stopwatch.GetTimestamp();
        using var response = await server.PostAsync("/api/v1/answers", text);
        await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static void Tell(string what, IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measured: {what}: median {sorted[sorted.Length / 2]:0.0} ms, 95th percentile {sorted[(int)(0.95 * sorted.Length)]:0.0} ms of {sorted.Length}"));
    }
}
