using System.Collections.Immutable;
using System.Numerics;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue;

/// <summary>A combination of a rescuer's means: some of them, all at one share of the size that the case gives each.</summary>
/// <param name="Members">Bit k for the k-th means of the player.</param>
/// <param name="Size">The share of each size, above 0 and at most 1; 1 where there are no members.</param>
internal readonly record struct MeansMix(uint Members, double Size)
{
    /// <summary>The shares of the case's sizes that are tried.</summary>
    public static ImmutableArray<double> Sizes { get; } = [0.25, 0.5, 0.75, 1];

    /// <summary>With more means than this, each alone, every two and all of them are tried in place of every subset.</summary>
    public const int MostWithEverySubset = 6;

    /// <summary>None of the means: the rescuer lets goods through, and gives nothing.</summary>
    public static MeansMix Nothing { get; } = new(0, 1);

    /// <summary>All of the means at the sizes of the case.</summary>
    public static MeansMix Whole(int count) => count == 0 ? Nothing : new(uint.MaxValue >> (32 - Math.Min(count, 32)), 1);

    /// <summary>How many means it holds.</summary>
    public int Count => BitOperations.PopCount(Members);

    /// <summary>The combinations that are tried: nothing, and every subset at every size; all at full size come last.</summary>
    /// <param name="count">How many means there are, at most 32.</param>
    public static ImmutableArray<MeansMix> All(int count)
    {
        var whole = Whole(count).Members;
        IEnumerable<uint> subsets = count <= MostWithEverySubset
            ? Enumerable.Range(1, (1 << count) - 1).Select(subset => (uint)subset)
            : Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a, count - a).Select(b => 1u << a | 1u << b)).Append(whole);
        return [Nothing, .. count == 0 ? [] : subsets.SelectMany(subset => Sizes.Select(size => new MeansMix(subset, size)))];
    }

    /// <summary>True where the combination holds the k-th means.</summary>
    public bool Holds(int k) => k < 32 && (Members >> k & 1) != 0;

    /// <summary>The case in which a player's rescue consists of this combination.</summary>
    public Case In(Case theCase, RegionName player)
    {
        var (mix, name) = (this, player.Text);
        return theCase with { Players = [.. theCase.Players.Select(one => one.Region.Text == name ? one with { Means = mix.Of(one.Means) } : one)] };
    }

    /// <summary>The means that it holds, at its size.</summary>
    public ImmutableArray<Instrument> Of(ImmutableArray<Instrument> means)
    {
        var mix = this;
        return [.. means.Where((_, k) => mix.Holds(k)).Select(one => mix.Size == 1 ? one : one.Prorated(mix.Size))];
    }
}
