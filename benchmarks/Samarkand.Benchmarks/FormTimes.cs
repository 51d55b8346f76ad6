using System.Diagnostics;
using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>
/// One equilibrium of the default world (91 x 33) to 1e-10, prepared, one core: Cobb-Douglas in one tier, nests, two tiers, and both. Best of many, in
/// turns, since on a machine with other work a mean says little; and many of them in batches on all cores.
/// </summary>
internal static class FormTimes
{
    private const int Many = 256;

    public static void Print(int times)
    {
        var world = WorldCatalog.Open("samarkand-2021");
        foreach (var horizon in new[] { Horizon.Short, Horizon.Medium })
        {
            var (plain, nests) = (Baseline.Of(world, horizon), Nesting.Of(world, horizon));
            Baseline[] forms = [plain, plain.WithNesting(nests), plain.WithHomeRatio(0.5), plain.WithNesting(nests).WithHomeRatio(0.5)];
            Solver[] solvers = [.. forms.Select(form => Solver.Prepare(form))];
            foreach (var seed in new[] { 1, 5, 9 })
                Single($"{horizon}, package {seed}", solvers, Shocks.AnyPackage(world, seed), times);
            Batched(horizon, solvers, [.. Enumerable.Range(0, Many).Select(n => Shocks.AnyPackage(world, n))]);
        }
    }

    private static void Single(string name, Solver[] solvers, Shock shock, int times)
    {
        var best = new double[solvers.Length];
        Array.Fill(best, double.MaxValue);
        for (var k = 0; k < times; k++)
            Turn(best, form => solvers[form].Solve(shock));
        Console.WriteLine($"{name}: {Words(best, form => $", {solvers[form].Solve(shock).Certificate.Iterations} sweeps")}");
    }

    private static void Batched(Horizon horizon, Solver[] solvers, Shock[] shocks)
    {
        var best = new double[solvers.Length];
        Array.Fill(best, double.MaxValue);
        for (var k = 0; k < 5; k++)
            Turn(best, form => solvers[form].SolveMany(Many, n => new Counterfactual(shocks[n]), (_, _) => { }));
        Console.WriteLine($"{horizon}, {Many} packages in batches, each: {Words([.. best.Select(time => time / Many)], _ => "")}");
    }

    private static void Turn(double[] best, Action<int> solve)
    {
        for (var form = 0; form < best.Length; form++)
        {
            var watch = Stopwatch.StartNew();
            solve(form);
            best[form] = Math.Min(best[form], watch.Elapsed.TotalMilliseconds);
        }
    }

    private static string Words(double[] best, Func<int, string> more) =>
        string.Join("; ", best.Select((time, form) => $"{new[] { "neither", "nests", "two tiers", "both" }[form]} {time:0.00} ms ({time / best[0]:0.00} times{more(form)})"));
}
