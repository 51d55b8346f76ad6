using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Samarkand.Cluster.Dealing;
using Samarkand.Tests.Dealing;

namespace Samarkand.Benchmarks;

/// <summary>What it costs to deal the blocks of a job, in virtual time: the dealer itself, and each message written and read once.</summary>
internal static class DealTimes
{
    public static void Print(int workers, int blocks)
    {
        foreach (var hasMessages in new[] { false, true })
        {
            using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
            var serializer = services.GetRequiredService<Serializer>();
            var settings = new SimulationSettings(workers, blocks, 1);
            var simulation = new DealSimulation(hasMessages
                ? settings with
                {
                    EachReport = report => serializer.Deserialize<Report>(serializer.SerializeToArray(report)),
                    EachDeal = deal => serializer.Deserialize<Deal>(serializer.SerializeToArray(deal)),
                }
                : settings);
            simulation.Run(TimeSpan.FromDays(365));
            Console.WriteLine(FormattableString.Invariant(
                $"{workers} workers, {simulation.Recorded} blocks, {(hasMessages ? "messages written and read" : "dealer alone")}: {simulation.Now.TotalSeconds:0} s of virtual time, {simulation.Exchanges} messages, {simulation.Dealing.TotalSeconds:0.0} s of a core ({100 * simulation.Dealing / simulation.Now:0.00} percent), {simulation.Dealer.Copies} copies, {simulation.Solved - blocks} solved twice"));
        }
    }
}
