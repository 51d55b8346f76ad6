using System.Diagnostics;
using System.Net.Http.Headers;

namespace Samarkand.Timings;

/// <summary>
/// A warm answer of the flagship's effects as JSON, one at a time and from 50 clients in the server's own process: the same case again, which
/// the server has kept, and a case that differs from every other by a number, which it has to solve.
/// </summary>
internal static class AnswerTimes
{
    private const int Clients = 50;
    private const int Each = 40;

    private static readonly MediaTypeHeaderValue Yaml = MediaTypeHeaderValue.Parse("text/yaml");

    public static async Task PrintAsync()
    {
        await using var server = await RunningServer.StartAsync();
        await AskAsync(server, 300, Another(0));
        await PrintAsync(server, "each case another", Another);
        await PrintAsync(server, "the same case again", _ => _ => 0);
    }

    private static async Task PrintAsync(RunningServer server, string what, Func<int, Func<int, int>> asks)
    {
        var (before, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var one = await AskAsync(server, 400, asks(1000));
        var (used, allocated) = (Environment.CpuUsage.TotalTime - before, GC.GetTotalAllocatedBytes() - bytes);
        Quantiles.Print(FormattableString.Invariant($"{what}, one at a time, {used.TotalMilliseconds / one.Count:0.0} ms of a core and {allocated / one.Count / 1024} KiB each with the client"), one);

        (before, var clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => AskAsync(server, Each, asks(10_000 + 100 * client))));
        (var took, used) = (clock.Elapsed, Environment.CpuUsage.TotalTime - before);
        Quantiles.Print(FormattableString.Invariant($"{what}, {Clients} at once, {Clients * Each / took.TotalSeconds:0} a second, {used.TotalMilliseconds / (Clients * Each):0.0} ms of a core each with the client"), all.SelectMany(times => times));
    }

    private static Func<int, int> Another(int from) => i => from + i;

    private static async Task<List<double>> AskAsync(RunningServer server, int count, Func<int, int> number)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var response = await server.Client.PostAsync("/api/v1/answers", new StringContent(RunningServer.Case(number(i)), Yaml));
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }
}
