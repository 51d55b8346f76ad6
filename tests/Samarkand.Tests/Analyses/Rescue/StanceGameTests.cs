using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>Payoffs of the game of stances come from the engine.</summary>
public class StanceGameTests
{
    private const string Conduit = "{ region: R3, stances: [neutral, conduit], stance: conduit }";

    [Fact]
    public void Every_profile_is_the_case_at_its_stances() => SmallGame.Worlds.Sample(
        world =>
        {
            var text = SmallGame.Text($"players: [{SmallGame.Rescuer()}, {Conduit}]\n{SmallGame.Secondary}");
            var bound = text.Case.BindTo(world);
            var game = StanceGame.Solve(bound, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(6, game.Shape.ProfileCount);
            for (var profile = 0; profile < 6; profile++)
            {
                var stances = game.Actors.Select((actor, p) => (actor.Region, actor.Moves[game.Shape.Action(profile, p)].Stance!.Value)).ToArray();
                var answer = Samarkand.Effects.CaseAnswer.Solve(bound.WithStances(stances), TestContext.Current.CancellationToken);
                var scale = answer.Effects.Before.Incomes.ToArray().Max();
                for (var r = 0; r < world.Regions.Length; r++)
                    Assert.Equal(0, (answer.Effects.Regions[r].EquivalentVariation - game.Variations(profile)[r]) / scale, 1e-9);
            }
        },
        iter: 10);

    [Fact]
    public void The_order_of_players_changes_nothing() => SmallGame.Worlds.Sample(
        world =>
        {
            var (one, two) = (SmallGame.Solve(world, $"players: [{SmallGame.Rescuer()}, {Conduit}]"), SmallGame.Solve(world, $"players: [{Conduit}, {SmallGame.Rescuer()}]"));
            for (var a = 0; a < 3; a++)
            {
                for (var b = 0; b < 2; b++)
                {
                    Assert.Equal(one.Payoffs.Payoff(one.Payoffs.Profile(a, b), 0), two.Payoffs.Payoff(two.Payoffs.Profile(b, a), 1), 1e-9);
                    Assert.Equal(one.Response!.Probabilities[0][a], two.Response!.Probabilities[1][a], 1e-7);
                }
            }

            Assert.Equal(one.Choice.Name, two.Choice.Name);
        },
        iter: 10);

    [Fact]
    public void A_red_line_that_is_crossed_closes_a_stance()
    {
        var world = SmallGame.Worlds.Single();
        const string Target = "{ region: R0, actions: [{ name: hold }, { name: extort, cost: 1 mn USD }] }";
        var answer = SmallGame.Solve(world, $"players: [{SmallGame.Rescuer("red-lines: [{ when: { R0: extort }, closes: [rescue] }]")}, {Target}]");
        Assert.True(double.IsNegativeInfinity(answer.Payoffs.Payoff(answer.Payoffs.Profile(2, 1), 0)));
        Assert.True(double.IsFinite(answer.Payoffs.Payoff(answer.Payoffs.Profile(2, 0), 0)));
        Assert.DoesNotContain(answer.Payoffs.Profile(2, 1), answer.Equilibria);
    }

    [Fact]
    public void Too_many_profiles_are_refused_with_their_count()
    {
        var world = SmallGame.Worlds.Single();
        var actions = string.Join(", ", Enumerable.Range(0, 10_001).Select(a => $"{{ name: a{a} }}"));
        var bound = SmallGame.Text($"players: [{{ region: R0, actions: [{actions}] }}]").Case.BindTo(world);
        var refused = Assert.Throws<InputException>(() => StanceGame.Solve(bound, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("10,001 profiles", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_repeat_for_their_seed()
    {
        var world = SmallGame.Worlds.Single();
        var more = $"players: [{SmallGame.Rescuer("affinity: { R0: 0.1 }")}]\n{SmallGame.Secondary}\npriors:\n  affinity.R2.R0: uniform(0, 5)\n  severity: uniform(0, 1)\n  elasticities: scale lognormal(1, 0.2)\n  package.0.coverage: uniform(0.3, 0.9)\n";
        var (first, again, other) = (SmallGame.Solve(world, more, 40).Draws!, SmallGame.Solve(world, more, 40).Draws!, SmallGame.Solve(world, more, 40, seed: 2).Draws!);
        Assert.Equal(first.Chances.ToArray(), again.Chances.ToArray());
        Assert.Equal(first.Prices.ToArray(), again.Prices.ToArray());
        Assert.NotEqual(first.Prices.ToArray(), other.Prices.ToArray());
        Assert.Equal(1, first.Chances.Sum(chance => chance.Probability), 1e-12);
        Assert.All(first.Chances, chance => Assert.InRange(chance.Probability, chance.Low, chance.High));
    }

    [Fact]
    public void Draws_of_a_batch_are_those_solved_one_by_one() => SmallGame.Worlds.Sample(
        world =>
        {
            var more = $"players: [{SmallGame.Rescuer("affinity: { R0: 0.1 }")}, {Conduit}]\n{SmallGame.Secondary}\npriors:\n  elasticities: scale lognormal(1, 0.5)\n  package.0.coverage: uniform(0.3, 0.9)\n";
            // Nothing vanishes, but what may is not solved in batches.
            var (together, alone) = (SmallGame.Solve(world, more, 7).Draws!, SmallGame.Solve(world, $"{more}may-vanish: [goods]\n", 7).Draws!);
            Assert.Equal(alone.Chances.ToArray(), together.Chances.ToArray());
            foreach (var (one, other) in alone.Prices.Zip(together.Prices))
            {
                Assert.Equal(one.Stance, other.Stance);
                AreAlike(one.Cost, other.Cost, world.ValueAdded[0]);
                AreAlike(one.Relief, other.Relief, world.ValueAdded[0]);
            }
        },
        iter: 10);

    private static void AreAlike(Band one, Band other, double scale)
    {
        Assert.Equal(one.Low, other.Low, 1e-8 * scale);
        Assert.Equal(one.Median, other.Median, 1e-8 * scale);
        Assert.Equal(one.High, other.High, 1e-8 * scale);
    }

    [Theory]
    [InlineData("affinity.R5.R0: uniform(0, 1)", "is of no player")]
    [InlineData("affinity.R2.R0: scale lognormal(1, 0.1)", "`scale`, which works with `elasticities` and with numbers that the case writes")]
    [InlineData("pakage.0.coverage: uniform(0, 1)", "has no key `pakage`")]
    public void A_prior_of_nothing_is_told(string prior, string message)
    {
        var world = SmallGame.Worlds.Single();
        var told = Assert.Throws<InputException>(() => SmallGame.Solve(world, $"players: [{SmallGame.Rescuer()}]\npriors:\n  {prior}\n", 2));
        Assert.Contains(message, told.Message, StringComparison.Ordinal);
    }
}
