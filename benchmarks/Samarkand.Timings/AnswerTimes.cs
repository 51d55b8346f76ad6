using System.Diagnostics;
using System.Net.Http.Headers;

namespace Samarkand.Timings;

/// <summary>A warm answer of the flagship's effects as JSON, its case another each time: one at a time, and from 50 clients in the server's own process.</summary>
internal static class AnswerTimes
{
    private const int Clients = 50;
    private const int Each = 40;

    private static readonly MediaTypeHeaderValue Yaml = MediaTypeHeaderValue.Parse("text/yaml");

    public static async Task PrintAsync()
    {
        await using var server = await RunningServer.StartAsync();
        await AskAsync(server, 300, 0);
        Quantiles.Print("a warm answer of effects, one at a time", await AskAsync(server, 400, 1000));

        var (before, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => AskAsync(server, Each, 10_000 + 100 * client)));
        var (took, used) = (clock.Elapsed, Environment.CpuUsage.TotalTime - before);
        Quantiles.Print(FormattableString.Invariant($"{Clients} at once, {Clients * Each / took.TotalSeconds:0} a second, {used.TotalMilliseconds / (Clients * Each):0.0} ms of a core each with the client"), all.SelectMany(times => times));
    }

    private static async Task<List<double>> AskAsync(RunningServer server, int count, int from)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var response = await server.Client.PostAsync("/api/v1/answers", new StringContent(RunningServer.Case(from + i), Yaml));
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }
}
