using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// By how much the sum of effects of one and of two misses what players really get: on random profiles that it was not made of, every
/// action of every player as likely.
/// </summary>
/// <param name="Profiles">How many profiles.</param>
/// <param name="Largest">The largest difference, percent of the player's own income, by player.</param>
/// <param name="Rms">The root mean square of the differences, likewise.</param>
internal sealed record ExpansionError(int Profiles, ImmutableArray<double> Largest, ImmutableArray<double> Rms)
{
    /// <summary>How many profiles are held out.</summary>
    public const int HeldOut = 128;

    /// <summary>Draws the profiles.</summary>
    public static ImmutableArray<ImmutableArray<int>> Drawn(ImmutableArray<int> actions, int seed) =>
        [.. Enumerable.Range(1, HeldOut).Select(number => actions.Select((count, p) => (int)(count * SplitMix.Uniform(seed, number, p))).ToImmutableArray())];

    /// <summary>Measures it, where nobody's action is closed in both.</summary>
    /// <param name="game">The sum.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="pay">What a profile really pays each player.</param>
    public static ExpansionError Of(PairwiseGame game, ImmutableArray<ImmutableArray<int>> profiles, Func<ImmutableArray<int>, double[]> pay)
    {
        var differences = Enumerable.Range(0, game.PlayerCount).Select(_ => new List<double>()).ToArray();
        foreach (var profile in profiles)
        {
            var paid = pay(profile);
            for (var player = 0; player < paid.Length; player++)
            {
                if (!double.IsNegativeInfinity(paid[player]))
                    differences[player].Add(Math.Abs(game.Payoff(profile.AsSpan(), player) - paid[player]));
            }
        }

        return new ExpansionError(
            profiles.Length,
            [.. differences.Select(of => of.DefaultIfEmpty(0).Max())],
            [.. differences.Select(of => Math.Sqrt(of.Select(difference => difference * difference).DefaultIfEmpty(0).Average()))]);
    }
}
