using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// By how much the sum of effects of one and of two misses what players really get: on random profiles that it was not made of, every
/// action of every player as likely. They come in pairs in which one player's action differs, so that what a change gains is compared too.
/// </summary>
/// <param name="Profiles">How many profiles.</param>
/// <param name="Largest">The largest difference, percent of the player's own income, by player.</param>
/// <param name="Rms">The root mean square of the differences, likewise.</param>
/// <param name="GainRms">The same of what the player gains by its other action; NaN where it has no choice.</param>
/// <param name="RmsOfAll">The root mean square of the differences of all players.</param>
internal sealed record ExpansionError(int Profiles, ImmutableArray<double> Largest, ImmutableArray<double> Rms, ImmutableArray<double> GainRms, double RmsOfAll)
{
    /// <summary>How many pairs of profiles are held out.</summary>
    public const int Pairs = 80;

    /// <summary>Draws the profiles; players with a choice take turns at making the change.</summary>
    public static ImmutableArray<HeldOutPair> Drawn(ImmutableArray<int> actions, int seed)
    {
        int[] choosers = [.. Enumerable.Range(0, actions.Length).Where(player => actions[player] > 1)];
        return [.. Enumerable.Range(0, Pairs).Select(Draw)];

        HeldOutPair Draw(int number)
        {
            double Uniform(int place) => SplitMix.Uniform(seed, number + 1, place);
            var one = actions.Select((count, p) => (int)(count * Uniform(p))).ToImmutableArray();
            var player = choosers[number % choosers.Length];
            var other = (int)((actions[player] - 1) * Uniform(actions.Length));
            return new HeldOutPair(player, one, one.SetItem(player, other < one[player] ? other : other + 1));
        }
    }

    /// <summary>Measures it, where the player's action is not closed.</summary>
    /// <param name="game">The sum.</param>
    /// <param name="pairs">The profiles.</param>
    /// <param name="pay">What a profile really pays each player.</param>
    public static ExpansionError Of(PairwiseGame game, ImmutableArray<HeldOutPair> pairs, Func<ImmutableArray<int>, double[]> pay)
    {
        var (errors, gains) = (Lists(game.PlayerCount), Lists(game.PlayerCount));
        foreach (var pair in pairs)
        {
            var (one, other) = (Errors(pair.One), Errors(pair.Other));
            for (var player = 0; player < game.PlayerCount; player++)
                errors[player].AddRange(new[] { one[player], other[player] }.Where(double.IsFinite));
            if (one[pair.Player] - other[pair.Player] is var gain && double.IsFinite(gain))
                gains[pair.Player].Add(gain);
        }

        return new ExpansionError(
            2 * pairs.Length,
            [.. errors.Select(of => of.Select(Math.Abs).DefaultIfEmpty(0).Max())],
            [.. errors.Select(of => RootMeanSquare(of))],
            [.. gains.Select(of => of.Count == 0 ? double.NaN : RootMeanSquare(of))],
            RootMeanSquare([.. errors.SelectMany(of => of)]));

        double[] Errors(ImmutableArray<int> profile) => [.. pay(profile).Select((paid, player) => game.Payoff(profile.AsSpan(), player) - paid)];
    }

    private static List<double>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<double>())];

    private static double RootMeanSquare(IReadOnlyCollection<double> of) => of.Count == 0 ? 0 : Math.Sqrt(of.Average(one => one * one));
}

/// <summary>Two profiles that differ in one player's action.</summary>
/// <param name="Player">The player.</param>
/// <param name="One">An action of each player.</param>
/// <param name="Other">The same with another action of the player.</param>
internal sealed record HeldOutPair(int Player, ImmutableArray<int> One, ImmutableArray<int> Other);
