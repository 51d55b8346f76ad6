using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Samarkand.Cluster.Dealing;
using Samarkand.Tests.Dealing;

namespace Samarkand.Timings;

/// <summary>What it costs to deal a million blocks to a hundred workers and more, in virtual time, with each message written and read once.</summary>
internal static class DealTimes
{
    private const int Blocks = 1_000_000;

    public static void Print()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var workers in new[] { 100, 1_000, 10_000, 40_000 })
        {
            Print("the dealer alone", new SimulationSettings(workers, Blocks, 1));
            Print("messages written and read", new SimulationSettings(workers, Blocks, 1)
            {
                EachReport = report => serializer.Deserialize<Report>(serializer.SerializeToArray(report)),
                EachDeal = deal => serializer.Deserialize<Deal>(serializer.SerializeToArray(deal)),
            });
        }
    }

    private static void Print(string what, SimulationSettings settings)
    {
        var (simulation, before) = (new DealSimulation(settings), Environment.CpuUsage.TotalTime);
        simulation.Run(TimeSpan.FromDays(365));
        var took = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine(FormattableString.Invariant(
            $"{settings.Workers} workers, {what}: {simulation.Recorded} blocks in {simulation.Now.TotalSeconds:0} s of virtual time, {simulation.Exchanges} messages, {simulation.Dealing.TotalSeconds:0.0} s of dealing by the clock; with the simulation's own work {took.TotalSeconds:0.0} s of a processor, {100 * took / simulation.Now:0.00} percent of one; {simulation.Dealer.Copies} copies, {simulation.Solved - Blocks} solved twice"));
    }
}
