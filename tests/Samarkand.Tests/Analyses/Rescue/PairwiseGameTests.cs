using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Analyses.Rescue.Pairwise;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>Where payoffs are effects of one and of two, and penalties, a game by these effects is the full table.</summary>
public class PairwiseGameTests
{
    private static readonly Gen<PairwiseGame> Games = Of(Gen.Double[-2, 2], Gen.Double[0, 2]);

    // Eighths add up exactly, so that a tie in the table is one in the sums.
    private static readonly Gen<PairwiseGame> WithTies = Of(Gen.Int[-16, 16].Select(eighths => eighths / 8.0), Gen.Int[0, 8].Select(eighths => eighths / 8.0));

    private static readonly Gen<PairwiseGame> WithClosedActions = Of(Gen.Int[0, 2].Select(whole => (double)whole), Gen.OneOf(Gen.Int[0, 2].Select(whole => (double)whole), Gen.Const(double.PositiveInfinity)));

    [Fact]
    public void It_pays_what_the_table_of_which_it_was_made_pays() => Games.Sample(
        game =>
        {
            var table = Table(game);
            var reference = At(table, table.ProfileCount / 2);
            var plain = WithoutBurdens(game);
            var again = PairwiseGame.Of(game.Actions, reference, profile => [.. Enumerable.Range(0, game.PlayerCount).Select(player => plain.Payoff(profile.AsSpan(), player))], game.Burdens);
            for (var profile = 0; profile < table.ProfileCount; profile++)
            {
                for (var player = 0; player < table.PlayerCount; player++)
                    Assert.Equal(table.Payoff(profile, player), again.Payoff(At(table, profile).AsSpan(), player), 1e-12);
            }

            Assert.Equal(PairwiseGame.Profiles(game.Actions, reference).Length, PairwiseGame.ProfileCount(game.Actions));
            Assert.Equal(PairwiseGame.Profiles(game.Actions, reference).Length, PairwiseGame.Profiles(game.Actions, reference).DistinctBy(PayoffBook.Key).Count());
        },
        iter: 200);

    [Fact]
    public void Its_equilibria_are_those_of_the_table() => Gen.OneOf(WithTies, WithClosedActions).Sample(
        game =>
        {
            var table = Table(game);
            var (found, isComplete) = PairwiseEquilibria.Find(game);
            Assert.True(isComplete);
            Assert.Equal(PureEquilibria.Find(table), found.Select(actions => table.Profile(actions.AsSpan())).Order());
        },
        iter: 2000);

    [Fact]
    public void Its_quantal_response_is_that_of_the_table() => Gen.Select(Games, Gen.Double[0, 3]).Sample(
        (game, lambda) =>
        {
            var token = TestContext.Current.CancellationToken;
            AreAlike(QuantalResponse.At(Table(game), lambda, token), QuantalResponse.At(game, lambda, token));
        },
        iter: 200);

    [Fact]
    public void What_is_closed_is_closed_as_in_the_table() => WithClosedActions.Sample(
        game =>
        {
            if (Open(() => OpenActions.Of(Table(game))) is not { } open)
            {
                Assert.Null(Open(() => PairwiseOpenActions.Of(game)));
                return;
            }

            Assert.Equal(open, PairwiseOpenActions.Of(game).Select(actions => string.Join(',', actions)));
            var token = TestContext.Current.CancellationToken;
            AreAlike(QuantalResponse.At(Table(game), 0.5, token), QuantalResponse.At(game, 0.5, token));
        },
        iter: 1000);

    [Fact]
    public void The_error_on_profiles_that_are_sums_is_none_and_on_others_what_they_differ_by()
    {
        var game = Games.Single();
        var pairs = ExpansionError.Drawn(game.Actions.Any(count => count > 1) ? game.Actions : throw new InvalidOperationException(), seed: 3);
        double[] Pay(ImmutableArray<int> profile) => [.. Enumerable.Range(0, game.PlayerCount).Select(player => game.Payoff(profile.AsSpan(), player))];
        Assert.All(ExpansionError.Of(game, pairs, Pay).Largest, error => Assert.Equal(0, error));
        var off = ExpansionError.Of(game, pairs, profile => [.. Pay(profile).Select((paid, player) => player == 0 ? paid + 0.25 : paid)]);
        Assert.Equal(0.25, off.Largest[0], 1e-12);
        Assert.Equal(0.25, off.Rms[0], 1e-12);
        Assert.All(off.GainRms.Where(double.IsFinite), error => Assert.Equal(0, error, 1e-12));
        Assert.All(pairs, pair => Assert.Equal([pair.Player], Enumerable.Range(0, game.PlayerCount).Where(player => pair.One[player] != pair.Other[player])));
    }

    private static string[]? Open(Func<ImmutableArray<ImmutableArray<int>>> of)
    {
        try
        {
            return [.. of().Select(actions => string.Join(',', actions))];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void AreAlike(QuantalResponse one, QuantalResponse two)
    {
        foreach (var (a, b) in one.Probabilities.SelectMany(of => of).Zip(two.Probabilities.SelectMany(of => of)))
            Assert.Equal(a, b, 1e-9);
    }

    private static NormalForm Table(PairwiseGame game)
    {
        var shape = new NormalForm(game.Actions, new double[game.PlayerCount * game.Actions.Aggregate(1, (product, count) => product * count)]);
        return new NormalForm(game.Actions, [.. Enumerable.Range(0, game.PlayerCount).SelectMany(player => Enumerable.Range(0, shape.ProfileCount).Select(profile => game.Payoff(At(shape, profile).AsSpan(), player)))]);
    }

    private static PairwiseGame WithoutBurdens(PairwiseGame game)
    {
        var whole = game;
        return PairwiseGame.Of(game.Actions, [.. game.Actions.Select(_ => 0)], profile => [.. Enumerable.Range(0, whole.PlayerCount).Select(player =>
            whole.Payoff(profile.AsSpan(), player) + whole.BurdensOf[player].Where(burden => burden.Holds(profile.AsSpan())).Sum(burden => burden.Cost))], []);
    }

    private static ImmutableArray<int> At(NormalForm table, int profile) => [.. Enumerable.Range(0, table.PlayerCount).Select(player => table.Action(profile, player))];

    // Random effects at the profiles that a pairwise game is made of, and burdens that rest on the payer's own action and up to two others'.
    private static Gen<PairwiseGame> Of(Gen<double> effect, Gen<double> cost) =>
        from actions in Gen.Int[1, 3].Array[2, 4]
        where actions.Any(count => count > 1)
        let profiles = PairwiseGame.Profiles([.. actions], [.. actions.Select(_ => 0)])
        from payoffs in effect.Array[actions.Length].Array[profiles.Length]
        from burdens in Burdens(actions, cost).Array[0, 3]
        select PairwiseGame.Of([.. actions], [.. actions.Select(_ => 0)], Book(profiles, payoffs), [.. burdens]);

    private static Func<ImmutableArray<int>, double[]> Book(ImmutableArray<ImmutableArray<int>> profiles, double[][] payoffs)
    {
        var book = profiles.Zip(payoffs).ToDictionary(one => PayoffBook.Key(one.First), one => one.Second);
        return profile => book[PayoffBook.Key(profile)];
    }

    private static Gen<Burden> Burdens(int[] actions, Gen<double> cost) =>
        from payer in Gen.Int[0, actions.Length - 1]
        from asked in Gen.Int[-1, 2].Array[actions.Length]
        from much in cost
        let when = Enumerable.Range(0, actions.Length).Where(player => player == payer || (asked[player] >= 0 && asked[player] < actions[player]))
            .Select(player => (player, player == payer ? Math.Clamp(asked[player], 0, actions[player] - 1) : asked[player])).ToImmutableArray()
        select new Burden(payer, when, much);
}
