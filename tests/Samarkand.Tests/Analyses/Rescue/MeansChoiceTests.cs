using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>A rescue is the combination of means that pays best for both.</summary>
public class MeansChoiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    [InlineData(2, 13)]
    [InlineData(6, 253)]
    [InlineData(7, 117)]
    public void Every_subset_is_tried_at_every_size(int means, int combinations)
    {
        var all = MeansMix.All(means);
        Assert.Equal(combinations, all.Length);
        Assert.Equal(combinations, all.Distinct().Count());
        Assert.Equal(MeansMix.Whole(means), all[^1]);
        Assert.Equal(means, all[^1].Count);
    }

    [Fact]
    public void An_offer_is_the_case_with_those_means_written_out() => SmallGame.Worlds.Sample(
        world =>
        {
            var amount = 0.01 * world.ValueAdded[2];
            var answer = SmallGame.Solve(world, Players(0.1, amount, "affinity: { R0: 0.3 }"));
            var means = answer.Means!;
            Assert.Equal(13, means.Offers.Length);
            foreach (var offer in means.Offers)
            {
                var text = SmallGame.Text(Players(offer.Mix.Holds(0) ? 0.1 * offer.Mix.Size : 0, offer.Mix.Holds(1) ? amount * offer.Mix.Size : 0));
                var others = answer.Game.Actors.Where(actor => actor.Region != answer.Rescuer.Region)
                    .Select(actor => (actor.Region, actor.Moves[answer.Payoffs.Action(answer.Reference, answer.Game.Actors.IndexOf(actor))].Stance!.Value));
                var (neutral, rescue) = (Variations(Stance.Neutral), Variations(Stance.Rescue));
                var scale = world.ValueAdded.Max();
                Assert.Equal(0, (rescue[0] - neutral[0] - offer.Price.Relief) / scale, 1e-8);
                Assert.Equal(0, (neutral[2] - rescue[2] - offer.Price.Cost) / scale, 1e-8);

                double[] Variations(Stance stance)
                {
                    var bound = text.Case.BindTo(world).WithStances([.. others, (new Region(2), stance)]);
                    return [.. CaseAnswer.Solve(bound, Token).Effects.Regions.Select(region => region.EquivalentVariation)];
                }
            }
        },
        iter: 5);

    [Fact]
    public void The_rescue_of_game_and_prices_is_the_best_combination_at_the_equilibrium() => SmallGame.Worlds.Sample(
        world =>
        {
            foreach (var affinity in (double[])[0, 0.5, 1, 2])
            {
                var answer = SmallGame.Solve(world, Players(0.1, 0.01 * world.ValueAdded[2], FormattableString.Invariant($"affinity: {{ R0: {affinity} }}")));
                var means = answer.Means!;
                Assert.True(means.IsSettled);
                Assert.Equal(means.Offer.Price.Cost, answer.Rescue!.Cost, 1e-8 * world.ValueAdded.Max());
                Assert.Equal(means.Offer.Price.Relief, answer.Rescue.Relief, 1e-8 * world.ValueAdded.Max());
                Assert.Equal(MeansChoice.BestOf(means.Offers), means.Best);

                // Against neutrality, the others at the reference, the game pays what the offer says.
                var (player, moves) = (answer.RescuerIndex, answer.Rescuer.Moves.Select(move => move.Name).ToList());
                int[] chosen = [.. Enumerable.Range(0, answer.Payoffs.PlayerCount).Select(p => answer.Payoffs.Action(answer.Reference, p))];
                var gain = At("rescue") - At("neutral");
                Assert.Equal(100 * means.Offer.Own / answer.Rescuer.Income, gain, 1e-6);

                double At(string stance)
                {
                    chosen[player] = moves.IndexOf(stance);
                    return answer.Payoffs.Payoff(answer.Payoffs.Profile(chosen), player);
                }
            }
        },
        iter: 5);

    [Fact]
    public void Of_those_that_pay_for_both_the_largest_product_is_taken()
    {
        ImmutableArray<MeansOffer> offers = [Offer(-3, 1, 0), Offer(-2, 2, 0), Offer(-1, 3, 0), Offer(1, 90, 0)];
        Assert.Equal(1, MeansChoice.BestOf(offers));
    }

    [Fact]
    public void Where_none_pays_the_lowest_price_is_taken_and_one_that_brings_no_relief_never()
    {
        Assert.Equal(1, MeansChoice.BestOf([Offer(5, 1, 0.5), Offer(8, 4, 0.5), Offer(1, -2, 0.5), Offer(9, 4, 0.5)]));
        Assert.Equal(1, MeansChoice.BestOf([Offer(5, -1, 0.5), Offer(8, -4, 0.5)]));
        Assert.Equal(1, MeansChoice.BestOf([Offer(double.PositiveInfinity, 1, 0.5), Offer(double.PositiveInfinity, 4, 0.5)]));
    }

    [Fact]
    public void Both_rules_meet_at_the_weight_from_which_a_rescue_pays() => Gen.Select(Gen.Double[0.1, 5], Gen.Double[0.1, 5]).Array[2, 6].Sample(pairs =>
    {
        ImmutableArray<MeansOffer> At(double weight) => [.. pairs.Select(pair => Offer(pair.Item1, pair.Item2, weight))];
        var cheapest = pairs.Min(pair => pair.Item1 / pair.Item2);
        var below = MeansChoice.BestOf(At(cheapest * (1 - 1e-9)));
        var above = MeansChoice.BestOf(At(cheapest * (1 + 1e-9)));
        Assert.Equal(cheapest, pairs[below].Item1 / pairs[below].Item2, 1e-12);
        Assert.True(At(cheapest * (1 + 1e-9))[above].PaysForBoth);
        // Where two are equally cheap, the one that gains more.
        Assert.Equal(cheapest, pairs[above].Item1 / pairs[above].Item2, 1e-12);
    });

    [Fact]
    public void A_player_without_means_has_no_combinations() =>
        Assert.Null(SmallGame.Solve(SmallGame.Worlds.Single(), "players: [{ region: R2, stances: [neutral, conduit] }]").Means);

    [Fact]
    public void Draws_choose_among_the_nearest_and_the_best_comes_last()
    {
        MeansChoice Of(params (double Cost, double Relief)[] pairs)
        {
            ImmutableArray<MeansOffer> offers = [.. pairs.Select((pair, k) => new MeansOffer(new MeansMix(1, 1 - 0.01 * k), new FriendshipPrice(new Region(2), "rescue", pair.Cost, pair.Relief, 0), 0.5))];
            return new MeansChoice(null!, offers, MeansChoice.BestOf(offers));
        }

        // Ten that none pays: the best, those at twice its price and below, and no others.
        var dear = Of([.. Enumerable.Range(1, 10).Select(k => (1.0 * k, 1.0))]);
        Assert.Equal(0, dear.Best);
        Assert.Equal(MeansChoice.FewestDrawn, dear.Likely.Length);
        Assert.Equal(dear.Offer.Mix, dear.Likely[^1]);
        Assert.Equal([0.99, 0.98, 0.97, 0.96], dear.Likely[..^1].Select(mix => Math.Round(mix.Size, 2)));
        var near = Of([.. Enumerable.Range(0, 20).Select(k => (1 + 0.01 * k, 1.0))]);
        Assert.Equal(MeansChoice.MostDrawn, near.Likely.Length);
        // Fewer than that: all of them, each once, and one that brings no relief too.
        var few = Of((1, 1), (2, 1), (1, -1));
        Assert.Equal(few.Offers.Select(offer => offer.Mix).Order(Comparer<MeansMix>.Create((a, b) => a.Size.CompareTo(b.Size))), few.Likely.Order(Comparer<MeansMix>.Create((a, b) => a.Size.CompareTo(b.Size))));
    }

    [Fact]
    public void Each_draw_has_the_best_of_its_own_combinations() => SmallGame.Worlds.Sample(
        world =>
        {
            var amount = 0.01 * world.ValueAdded[2];
            string Priors(string low, string high) => FormattableString.Invariant($"{Players(0.1, amount, "affinity: { R0: 0.3 }")}\npriors:\n  affinity.R2.R0: uniform({low}, {high})");
            // A prior on the weight alone moves no payoff of trade, so that what each draw chooses is known: the best at its weight.
            var answer = SmallGame.Solve(world, Priors("0", "3"), draws: 40);
            var draws = answer.Draws!;
            Assert.Equal(answer.Means!.Likely, draws.Means.Select(one => one.Mix));
            Assert.Equal(1, draws.Means.Sum(one => one.Share), 1e-12);
            var likely = answer.Means.Offers.Where(offer => draws.Means.Any(one => one.Mix == offer.Mix)).OrderBy(offer => draws.Means.ToList().FindIndex(one => one.Mix == offer.Mix)).ToArray();
            var possible = Enumerable.Range(0, 301).Select(k => MeansChoice.BestOf([.. likely.Select(offer => offer with { Weight = 0.01 * k })])).ToHashSet();
            Assert.All(draws.Means.Select((one, k) => (one, k)), pair => Assert.True(pair.one.Share == 0 || possible.Contains(pair.k)));
            // A prior of no width draws the case itself.
            var certain = SmallGame.Solve(world, Priors("0.3", "0.3000000001"), draws: 5).Draws!;
            Assert.Equal(1, certain.ShareOf(answer.Means.Offer.Mix));
            Assert.Equal(answer.Means.Offer.Price.Cost, certain.Prices.Single(price => price.Stance == "rescue").Cost.Median, 1e-7 * world.ValueAdded.Max());
        },
        iter: 3);

    private static MeansOffer Offer(double cost, double relief, double weight) => new(MeansMix.Nothing, new FriendshipPrice(new Region(2), "rescue", cost, relief, 0), weight);

    private static string Players(double discount, double amount, string more = "affinity: { R0: 0 }")
    {
        var supply = discount > 0 ? FormattableString.Invariant($"{{ kind: supply, discount: {discount:R}, paid-by: R2 }}") : "";
        var money = amount > 0 ? FormattableString.Invariant($"{{ kind: transfer, amount: {amount:F12} million USD }}") : "";
        string[] means = [.. ((string[])[supply, money]).Where(one => one.Length > 0)];
        var list = means.Length == 0 ? "" : $"means: [{string.Join(", ", means)}], ";
        return $"players: [{{ region: R2, stances: [comply, neutral, rescue], {list}{more} }}, {{ region: R3, stances: [neutral, conduit] }}]";
    }
}
