using CsCheck;
using Samarkand.Model;
using Samarkand.Model.Batches;
using Samarkand.Worlds;
using Solved = Samarkand.Model.Equilibrium;

namespace Samarkand.Tests.Model;

/// <summary>Nested inputs, two tiers and every closure side by side: batches, the single solver and the plain model agree.</summary>
public class BatchFeatureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Unspent)]
    [InlineData(Closure.Unfinanced)]
    public void Single_batched_and_plain_agree_with_every_feature(Closure closure) => NestedWorlds.Larger.Sample(
        sample =>
        {
            var features = new ModelFeatures(sample.World, sample.Seed);
            var solver = Solver.Prepare(features.Baseline, Token);
            Shock[] shocks = [.. Enumerable.Range(0, 18).Select(n => RandomShock.Of(sample.World, sample.Seed + n, most: 2) with { Confined = new Region(n % sample.World.Regions.Length) })];
            var (found, failed, why) = Solve(solver, shocks, closure);
            for (var n = 0; n < shocks.Length; n++)
            {
                Assert.Equal(ExpectedAlone.Of(sample.World, shocks[n]), why[n] is WhyAlone.Uncertified && found[n] is null ? null : why[n]);
                if (found[n] is not { } batched)
                {
                    Assert.Equal(Assert.Throws<NoEquilibriumException>(() => solver.Solve(shocks[n], closure, 1e-12, Token)).Message, failed[n]);
                    continue;
                }

                PlainCheck.Holds(features.Plain, batched, closure);
                AssertSame(solver.Solve(shocks[n], closure, 1e-12, Token), batched);
            }
        },
        iter: 30);

    [Fact]
    public void Neighbours_number_and_threads_change_no_bit()
    {
        var world = NestedWorlds.Tagged(RandomEconomy.Make(12, 6, withTariffs: true, balancedTrade: false, seed: 4), 4);
        var solver = Solver.Prepare(NestedWorlds.Baseline(world, NestedWorlds.Elasticities(0)).WithHomeRatio(0.5), Token);
        Shock[] shocks = [.. Enumerable.Range(0, 60).Select(n => RandomShock.Of(world, n, most: 3))];
        var (all, _, why) = Solve(solver, shocks, Closure.Fixed);
        var (backwards, _, _) = Solve(solver, [.. shocks.Reverse()], Closure.Fixed);
        var (few, _, _) = Solve(solver, shocks[..9], Closure.Fixed);
        Assert.InRange(why.Count(reason => reason is null), 20, 60);
        for (var n = 0; n < shocks.Length; n++)
            Assert.Equal(all[n]!.Wages.ToArray(), backwards[shocks.Length - 1 - n]!.Wages.ToArray());
        for (var n = 0; n < few.Length; n++)
            Assert.Equal(all[n]!.Prices.ToArray(), few[n]!.Prices.ToArray());
    }

    [Fact]
    public void Drawn_elasticities_with_every_feature() => NestedWorlds.Larger.Sample(
        sample =>
        {
            var baseline = new ModelFeatures(sample.World, sample.Seed).Baseline;
            var random = new Random(sample.Seed);
            Baseline[] drawn = [.. Enumerable.Range(0, 10).Select(_ => baseline.WithElasticities([.. baseline.Elasticities.ToArray().Select(theta => theta * (0.7 + 0.6 * random.NextDouble()))]))];
            Shock[] shocks = [.. drawn.Select((_, n) => RandomShock.Of(sample.World, sample.Seed + n, most: 2))];
            var found = new Solved?[drawn.Length];
            Solver.Prepare(baseline, Token).SolveMany(drawn.Length, n => new Counterfactual(shocks[n], drawn[n]), (n, equilibrium) => found[n] = equilibrium, (_, _) => { }, cancellation: Token);
            for (var n = 0; n < drawn.Length; n++)
            {
                if (found[n] is { } equilibrium)
                    AssertSame(Solver.For(drawn[n]).Solve(shocks[n], tolerance: 1e-12, cancellation: Token), equilibrium);
            }
        },
        iter: 15);

    /// <summary>A market all of whose foreign sellers go but one, which becomes dear.</summary>
    [Fact]
    public void Nearly_closed_markets_with_every_feature() => NestedWorlds.Larger.Sample(
        sample =>
        {
            var (world, solver) = (sample.World, Solver.Prepare(new ModelFeatures(sample.World, sample.Seed).Baseline, Token));
            Shock[] shocks = [.. Enumerable.Range(0, 12).Select(n => BatchTests.NearlyClosed(world, sample.Seed + n))];
            var (found, _, _) = Solve(solver, shocks, Closure.Fixed);
            for (var n = 0; n < shocks.Length; n++)
            {
                if (found[n] is { } equilibrium)
                    AssertSame(solver.Solve(shocks[n], tolerance: 1e-12, cancellation: Token), equilibrium);
            }
        },
        iter: 15);

    private static (Solved?[] Found, string?[] Failed, WhyAlone?[] Why) Solve(Solver solver, Shock[] shocks, Closure closure)
    {
        var (found, failed, why) = (new Solved?[shocks.Length], new string?[shocks.Length], new WhyAlone?[shocks.Length]);
        solver.SolveMany(
            shocks.Length,
            n => new Counterfactual(shocks[n]),
            (n, equilibrium) => found[n] = equilibrium,
            (n, none) => failed[n] = none.Message,
            closure,
            1e-11,
            (n, reason) => why[n] = reason,
            Token);
        return (found, failed, why);
    }

    private static void AssertSame(Solved expected, Solved found)
    {
        BatchTests.AssertSame(expected, found, 1e-9);
        for (var r = 0; r < expected.Wages.Length; r++)
            Assert.Equal(expected.RealIncome(new Region(r)), found.RealIncome(new Region(r)), 1e-9);
    }
}
