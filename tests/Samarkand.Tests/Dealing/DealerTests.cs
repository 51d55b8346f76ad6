using CsCheck;
using Samarkand.Cluster.Dealing;
using Samarkand.Core;

namespace Samarkand.Tests.Dealing;

/// <summary>Blocks are dealt until all are done, and each is counted once, whoever is lost, late or dealt to twice.</summary>
public sealed class DealerTests
{
    private readonly List<Finished> _counted = [];

    [Fact]
    public void Every_block_is_counted_once_whoever_is_lost() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 120], Gen.Int[0, 1_000_000], Gen.Double[0.01, 1], Gen.Double[0, 0.3]).Sample(
            (workers, blocks, seed, disturbances, loss) =>
            {
                var simulation = new DealSimulation(new SimulationSettings(workers, blocks, seed) { Disturbances = disturbances, Loss = loss });
                simulation.Run(TimeSpan.FromDays(1));
                Assert.Null(simulation.Dealer.Failure);
                Assert.Equal(blocks, simulation.Recorded);
                Assert.Equal(1, simulation.MostCounted);
            },
            iter: 300);

    [Fact]
    public void Undisturbed_no_block_is_solved_twice_but_slow_ones_at_the_end()
    {
        var simulation = new DealSimulation(new SimulationSettings(50, 5000, 1));
        simulation.Run(TimeSpan.FromDays(1));
        Assert.Equal(5000, simulation.Recorded);
        Assert.Equal(0, simulation.Dealer.Retried);
        Assert.InRange(simulation.Solved, 5000, 5050);
        // Two seconds a block and fifty workers: nobody waits for long.
        Assert.InRange(simulation.Now.TotalSeconds, 200, 230);
    }

    [Fact]
    public void A_slow_worker_does_not_hold_up_the_end()
    {
        var slow = 0;
        var simulation = new DealSimulation(new SimulationSettings(10, 100, 1) { Time = _ => Interlocked.Increment(ref slow) == 50 ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(2) });
        simulation.Run(TimeSpan.FromDays(1));
        Assert.Equal(100, simulation.Recorded);
        Assert.True(simulation.Dealer.Copies >= 1);
        Assert.InRange(simulation.Now.TotalSeconds, 20, 60);
    }

    [Fact]
    public void Other_bytes_of_one_block_are_an_alarm()
    {
        var dealer = Of(1);
        var first = Assert.Single(Ask(dealer, "a", 0).Given);
        var copy = Assert.Single(Ask(dealer, "b", 5).Given);
        Assert.Equal(first.Block, copy.Block);
        Tell(dealer, "b", 6, copy, 1);
        Assert.Null(dealer.Failure);
        Tell(dealer, "a", 7, first, 2);
        Assert.Equal(FailureKind.Alarm, dealer.Failure!.Kind);
        Assert.Single(_counted);
    }

    [Fact]
    public void Who_no_longer_holds_the_lease_is_not_counted()
    {
        var dealer = Of(1);
        var first = Assert.Single(Ask(dealer, "a", 0).Given);
        dealer.Look(TimeSpan.FromSeconds(11));
        Assert.Equal(1, dealer.Retried);
        var second = Assert.Single(Ask(dealer, "b", 12).Given);
        // It wakes up, and its block is another's.
        Assert.Equal([first.Lease], dealer.Exchange(new Report("a", [first.Lease], [], [], 0), TimeSpan.FromSeconds(13), _counted.Add).Dropped);
        Tell(dealer, "a", 13, first, 1);
        Assert.Empty(_counted);
        Assert.Equal(1, dealer.Late);
        Tell(dealer, "b", 14, second, 1);
        Assert.Equal(second.Lease, Assert.Single(_counted).Lease);
        Assert.True(dealer.IsWhole);
    }

    [Fact]
    public void Leases_of_an_earlier_holder_are_none_of_this_one()
    {
        var (before, after) = (Of(3), new Dealer(Ranges(3), [], epoch: 1));
        var old = Assert.Single(Ask(before, "a", 0).Given);
        var now = Assert.Single(Ask(after, "b", 0).Given);
        Assert.Equal(old.Block, now.Block);
        Tell(after, "a", 1, old, 1);
        Assert.Empty(_counted);
    }

    [Theory]
    [InlineData(FailureKind.Store, Dealer.MostTroubles)]
    [InlineData(FailureKind.NoEquilibrium, 1)]
    [InlineData(FailureKind.Alarm, 1)]
    internal void A_job_stops_where_nothing_else_helps(FailureKind kind, int after)
    {
        var dealer = Of(1);
        for (var k = 1; k <= after; k++)
        {
            Assert.Null(dealer.Failure);
            var dealt = Assert.Single(Ask(dealer, "a", k).Given);
            dealer.Exchange(new Report("a", [], [], [new Trouble(dealt.Lease, dealt.Block, kind, "why")], 0), TimeSpan.FromSeconds(k), _counted.Add);
        }

        Assert.Equal(new Failure(kind, "why"), dealer.Failure);
        Assert.True(Ask(dealer, "a", after + 1).HasEnded);
    }

    private static BlockRange[] Ranges(int count) => [.. Enumerable.Range(0, count).Select(block => new BlockRange(block, 1))];

    private static Dealer Of(int count) => new(Ranges(count), []);

    private Deal Ask(Dealer dealer, string worker, int second) => dealer.Exchange(new Report(worker, [], [], [], 1), TimeSpan.FromSeconds(second), _counted.Add);

    private void Tell(Dealer dealer, string worker, int second, Dealt dealt, byte hash) =>
        dealer.Exchange(new Report(worker, [], [new Finished(worker, dealt.Lease, dealt.Block, [hash], 1)], [], 0), TimeSpan.FromSeconds(second), _counted.Add);
}
