using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Cli;

/// <summary>
/// Half of a short command's time is the just-in-time compiler, which no compilation ahead of time spares: code for this processor's vectors,
/// and the framework's generics over the library's types. A second core compiles it meanwhile, by solving the smallest world.
/// </summary>
internal static class QuickStart
{
    private const string SmallWorld = "wiod-2011";

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

    /// <summary>
    /// Goes through the code of an answer: the tables that every case needs, since they are read first, then the solver, while the case is still being
    /// read, and then what comes after it.
    /// </summary>
    public static void Solve()
    {
        _ = (KnownHubs.All, KnownBlocs.All);
        var world = WorldCatalog.Open(SmallWorld);
        Simulation.Solve(world, new Shock { Costs = [new CostChange(new FlowBlock([new Region(0)], [new Region(1)], [new Sector(1)]), 1.5)] }, Horizon.Medium, Closure.Fixed, CaseAnswer.Tolerance);
        var bound = new CaseDraft("Warm-up", "RUS") { Coalition = ["USA"] }.ExportBan(0.5, "electronics").ToSource().Open(world);
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
}
