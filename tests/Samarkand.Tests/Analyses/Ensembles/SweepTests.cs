using CsCheck;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Words;
using Samarkand.Tests.Analyses.Rescue;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Ensembles;

/// <summary>Draws are equilibria of the case at the values that were drawn.</summary>
public class SweepTests
{
    [Fact]
    public void A_draw_is_the_case_at_its_values() => SmallGame.Worlds.Sample(
        world =>
        {
            var answer = SmallSweep.Solve(world, 4);
            for (var draw = 0; draw < 4; draw++)
            {
                var text = SmallSweep.Text(SmallSweep.Priors, Set("package.0.coverage", answer.Drawn[0][draw]), Set("routes.margin", 0.1 * answer.Drawn[1][draw]));
                AssertSame(answer, draw, Alone(text.Case, Scaled(world, _ => answer.Drawn[2][draw])));
            }
        },
        iter: 10);

    [Theory]
    [InlineData("closure: closed")]
    [InlineData("closure: proportional")]
    [InlineData("may-vanish: [goods]")]
    public void Every_closure_and_markets_that_may_vanish_are_drawn_alike(string more)
    {
        var (world, priors) = (SmallSweep.World, $"{more}\npriors:\n  elasticities: uniform(0.8, 1.2)\n  package.0.coverage: uniform(0.3, 0.9)\n");
        var answer = SmallSweep.Solve(world, 3, text: SmallSweep.Text(priors));
        for (var draw = 0; draw < 3; draw++)
            AssertSame(answer, draw, Alone(SmallSweep.Text(priors, Set("package.0.coverage", answer.Drawn[1][draw])).Case, Scaled(world, _ => answer.Drawn[0][draw])));
    }

    [Fact]
    public void Elasticities_are_drawn_by_sector_in_the_order_of_the_priors()
    {
        var world = SmallSweep.World;
        var (one, tag) = (world.Sectors[0].Code, world.Sectors[0].Tags[0]);
        var priors = $"priors:\n  elasticities.{tag}: scale uniform(0.8, 1.2)\n  elasticities.{one}: uniform(3, 6)\n  elasticities: uniform(0.9, 1.1)\n";
        var answer = SmallSweep.Solve(world, 4, text: SmallSweep.Text(priors));
        for (var draw = 0; draw < 4; draw++)
        {
            var (factor, value, all) = (answer.Drawn[0][draw], answer.Drawn[1][draw], answer.Drawn[2][draw]);
            var other = Scaled(world, s => all * (s == 0 ? value / world.Elasticities[0] : world.Sectors[s].Tags.Contains(tag) ? factor : 1));
            AssertSame(answer, draw, Alone(SmallSweep.Text(priors).Case, other));
        }
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_blocks_and_more_draws_change_none_of_the_first()
    {
        var world = SmallSweep.World;
        var (whole, parts, more, other) = (SmallSweep.Solve(world, 30), SmallSweep.Solve(world, 30, chunk: 7), SmallSweep.Solve(world, 45), SmallSweep.Solve(world, 30, seed: 2));
        var income = EnsembleAnswer.RealIncomeOf("target");
        Assert.Equal(whole.Bands, parts.Bands);
        Assert.Equal(whole.Target, parts.Target);
        Assert.Equal(whole.Values(income), more.Values(income)[..30]);
        Assert.NotEqual(whole.Values(income), other.Values(income));
        Assert.InRange(whole.LargestResidual, 0, Solver.DefaultTolerance);
    }

    [Fact]
    public void Draws_without_an_equilibrium_are_counted_with_their_reasons_and_left_out()
    {
        var world = SmallSweep.World;
        var income = Baseline.Of(world, Horizon.Medium).Income(new Region(0));
        var text = SmallSweep.Text("priors:\n  package.1.amount: scale uniform(0, 8)\n", FormattableString.Invariant($"package.1={{ kind: asset-seizure, amount: {0.3 * income:R} mn USD, years: 1 }}"));
        var answer = SmallSweep.Solve(world, 60, text: text);
        Assert.InRange(answer.Failed.Length, 5, 55);
        Assert.All(answer.Failed, failed =>
        {
            Assert.NotEmpty(failed.Reason);
            Assert.True(double.IsNaN(answer.Values(EnsembleAnswer.RealIncomeOf("target"))[failed.Draw]));
        });
        Assert.Equal(60 - answer.Failed.Length, answer.Band(EnsembleAnswer.RealIncomeOf("target")).Draws);
        Assert.Contains($"{answer.Failed.Length} of 60 draws have no equilibrium", string.Join('\n', Samarkand.Reports.Words.EnsembleText.Of(answer)), StringComparison.Ordinal);
    }

    internal static string Set(string path, double value) => FormattableString.Invariant($"{path}={value:R}");

    internal static World Scaled(World world, Func<int, double> factor) => new(
        world.About, world.Regions, world.Sectors, world.Blocs, world.Trade.ToArray(), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), world.Inputs.ToArray(), world.Final.ToArray(),
        [.. world.Elasticities.ToArray().Select((theta, s) => theta * factor(s))]);

    internal static CaseAnswer Alone(Case theCase, World world) => CaseAnswer.Solve(theCase.BindTo(world), TestContext.Current.CancellationToken);

    internal static void AssertSame(EnsembleAnswer answer, int draw, CaseAnswer alone)
    {
        var expected = Measures.Values(alone);
        Assert.Equal(answer.Measures.Length, expected.Length);
        for (var m = 0; m < expected.Length; m++)
        {
            if (double.IsNaN(expected[m]))
                Assert.Equal(double.NaN, answer.Values(answer.Measures[m])[draw]);
            else
                Assert.Equal(expected[m], answer.Values(answer.Measures[m])[draw], 1e-6 * Math.Max(1, Math.Abs(expected[m])));
        }
    }
}
