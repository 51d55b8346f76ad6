using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Samarkand.Cluster.Dealing;

namespace Samarkand.Tests.Dealing;

/// <summary>What it costs to deal a million blocks to a thousand workers and more, in virtual time, with each message written and read once.</summary>
public sealed class DealTimesTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    [InlineData(40_000)]
    public void Dealing_takes_little_of_a_core(int workers)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SAMARKAND_MEASURE") == "1", "It takes minutes: SAMARKAND_MEASURE=1.");
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var hasMessages in new[] { false, true })
        {
            var settings = new SimulationSettings(workers, 1_000_000, 1);
            var simulation = new DealSimulation(hasMessages
                ? settings with
                {
                    EachReport = report => serializer.Deserialize<Report>(serializer.SerializeToArray(report)),
                    EachDeal = deal => serializer.Deserialize<Deal>(serializer.SerializeToArray(deal)),
                }
                : settings);
            var before = Environment.CpuUsage.TotalTime;
            simulation.Run(TimeSpan.FromDays(365));
            var took = Environment.CpuUsage.TotalTime - before;
            Assert.Equal(1_000_000, simulation.Recorded);
            TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant(
                $"{workers} workers, {(hasMessages ? "messages written and read" : "the dealer alone")}: {simulation.Now.TotalSeconds:0} s of virtual time, {simulation.Exchanges} messages, {simulation.Dealing.TotalSeconds:0.0} s of dealing by the clock; with the simulation's own work {took.TotalSeconds:0.0} s of a processor, {100 * took / simulation.Now:0.00} percent of one; {simulation.Dealer.Copies} copies, {simulation.Solved - 1_000_000} solved twice"));
        }
    }
}
