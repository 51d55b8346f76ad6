using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>The price of friendship is the weight at which the rescuer is indifferent.</summary>
public class FriendshipTests
{
    [Fact]
    public void At_the_price_as_its_affinity_the_rescuer_is_indifferent() => SmallGame.Worlds.Sample(
        world =>
        {
            const string Others = "affinity: { R1: -0.2, R3: 0.3 }, political-cost: { rescue: 0.3 % }";
            var players = $"players: [{SmallGame.Rescuer(Others)}]\n{SmallGame.Secondary}";
            var answer = SmallGame.Solve(world, players);
            foreach (var price in answer.Prices.Where(price => double.IsFinite(price.Price)))
            {
                var (game, actor) = (answer.Game, answer.Rescuer);
                var weights = actor.Affinity.SetItem(answer.Case.Target.Index, price.Price);
                var payoffs = game.Payoffs([weights]);
                var (neutral, taken) = (actor.MoveOf("neutral"), actor.MoveOf(price.Stance));
                // Effects in percent, each right to 1e-8, times what they weigh.
                Assert.Equal(payoffs.Payoff(neutral, 0), payoffs.Payoff(taken, 0), 1e-8 * (1 + Math.Abs(price.Price)));
            }
        },
        iter: 30);

    [Fact]
    public void A_stance_without_relief_has_no_price_and_one_that_pays_for_itself_a_negative_one()
    {
        var world = SmallGame.Worlds.Single();
        var actor = SmallGame.Solve(world, $"players: [{SmallGame.Rescuer()}]").Rescuer;
        var (neutral, taken) = (new double[world.Regions.Length], new double[world.Regions.Length]);
        FriendshipPrice Price(double own, double target)
        {
            (taken[0], taken[2]) = (target, own);
            return FriendshipPrice.Of(actor, "rescue", neutral, taken, 0, new Region(0), [new Region(1)], 1000);
        }

        Assert.Equal(2, Price(-10, 5).Price, 1e-12);
        Assert.Equal(-2, Price(10, 5).Price, 1e-12);
        Assert.True(double.IsNaN(Price(-10, -5).Price));
        Assert.True(double.IsNaN(Price(-10, 1e-9).Price));
    }

    [Fact]
    public void Secondary_sanctions_of_no_size_are_none_and_of_full_size_are_the_cases() => SmallGame.Worlds.Sample(
        world =>
        {
            var with = SmallGame.Solve(world, $"players: [{SmallGame.Rescuer()}]\n{SmallGame.Secondary}");
            var without = SmallGame.Solve(world, $"players: [{SmallGame.Rescuer()}]");
            // Without a threat another combination of means may be best: the same one is compared.
            var (rescue, free) = (with.Rescue!, without.Means!.Offers[with.Means!.Best].Price);
            Assert.Equal(free.Cost, with.Curve!.Points[0].Price.Cost, 1e-7);
            Assert.Equal(rescue.Cost, with.Curve.Points[^1].Price.Cost, 1e-7);
            Assert.Equal(rescue.Relief, with.Curve.Points[^1].Price.Relief, 1e-7);
            Assert.Null(without.Curve);
        },
        iter: 10);
}
