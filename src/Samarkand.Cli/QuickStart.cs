using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli;

/// <summary>
/// Half of a short command's time is the just-in-time compiler, which no compilation ahead of time spares: code for this processor's vectors,
/// and the framework's generics over the library's types. A second core compiles it meanwhile, by solving a world of three states.
/// </summary>
internal static class QuickStart
{
    private const int States = 3;

    private static readonly string[] Sectors = ["fuel", "goods", "services"];

    /// <summary>Begins where the words ask for an answer.</summary>
    public static void Begin(string[] words)
    {
        if (words is not ["simulate" or "run" or "routes" or "align", not null, ..])
            return;
        // To compile the one expression of the YAML reader takes longer than to read any case by it.
        AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
        if (Environment.ProcessorCount > 1)
            new Thread(Try) { IsBackground = true, Name = "warm-up" }.Start();
    }

    /// <summary>Goes through the code of an answer: the solver first, while the case is still being read; then what comes after it.</summary>
    public static void Solve()
    {
        var world = World();
        Simulation.Solve(world, new Shock { Costs = [new CostChange(new FlowBlock([new Region(0)], [new Region(1)], [new Sector(1)]), 1.5)] }, Horizon.Medium, Closure.Fixed, CaseAnswer.Tolerance);
        var bound = new CaseDraft("Warm-up", "S0") { Coalition = ["S1"] }.ExportBan(0.5, "goods").ToSource().Open(world);
        CaseDocuments.Effects(new CaseTables(CaseAnswer.Solve(bound), []), null);
    }

    // Nobody asked this thread, so its failure is nobody's: the command itself tells what cannot be done.
    private static void Try()
    {
        try
        {
            Solve();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            System.Diagnostics.Debug.WriteLine(failure);
        }
    }

    /// <summary>Every state sells as much as the next, to all alike, and spends it on final goods and a fifth on inputs.</summary>
    private static World World()
    {
        var (n, s) = (States, Sectors.Length);
        return new World(
            new WorldInfo("warm-up", "warm-up", 2021, [], []),
            [.. Enumerable.Range(0, n).Select(state => new RegionInfo($"S{state}", $"State {state}"))],
            [.. Sectors.Select(sector => new SectorInfo(sector, sector, [sector]))],
            [],
            Filled(s * n * n, 1),
            Filled(s * n * n, 0),
            Filled(n * s * s, 0.2),
            Filled(n * s, n - 0.2 * s),
            Filled(s, 4));
    }

    private static double[] Filled(int length, double value)
    {
        var values = new double[length];
        Array.Fill(values, value);
        return values;
    }
}
