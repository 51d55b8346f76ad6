using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Rescue;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>Random games, their payoffs whole numbers in a narrow range where ties are wanted.</summary>
internal static class RandomGame
{
    public static readonly Gen<NormalForm> Any = Games(Gen.Double[-3, 3]);

    public static readonly Gen<NormalForm> WithTies = Games(Gen.Int[0, 2].Select(whole => (double)whole));

    public static readonly Gen<NormalForm> WithClosedActions = Games(Gen.OneOf(Gen.Int[0, 3].Select(whole => (double)whole), Gen.Const(double.NegativeInfinity)));

    public static NormalForm Of(int seed, params ReadOnlySpan<int> actions)
    {
        var random = new Random(seed);
        ImmutableArray<int> counts = [.. actions];
        var payoffs = new double[counts.Length * counts.Aggregate(1, (product, count) => product * count)];
        for (var cell = 0; cell < payoffs.Length; cell++)
            payoffs[cell] = random.NextDouble();
        return new NormalForm(counts, payoffs);
    }

    /// <summary>The game with its players in another order: player <c>order[k]</c> of the old one is player k of the new one.</summary>
    public static NormalForm Permuted(NormalForm game, int[] order)
    {
        ImmutableArray<int> counts = [.. order.Select(old => game.Actions[old])];
        var payoffs = new double[game.PlayerCount * game.ProfileCount];
        var shape = new NormalForm(counts, payoffs);
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            var old = Old(game, shape, order, profile);
            for (var player = 0; player < order.Length; player++)
                payoffs[player * game.ProfileCount + profile] = game.Payoff(old, order[player]);
        }

        return shape;
    }

    /// <summary>The profile of the old game that a profile of the permuted one is.</summary>
    public static int Old(NormalForm game, NormalForm permuted, int[] order, int profile)
    {
        var actions = new int[order.Length];
        for (var player = 0; player < order.Length; player++)
            actions[order[player]] = permuted.Action(profile, player);
        return game.Profile(actions);
    }

    private static Gen<NormalForm> Games(Gen<double> payoff) =>
        from actions in Gen.Int[1, 3].Array[1, 4]
        from payoffs in payoff.Array[actions.Length * actions.Aggregate(1, (product, count) => product * count)]
        select new NormalForm([.. actions], payoffs);
}
