using System.Collections.Immutable;

namespace Samarkand.Estimation.Leaks;

/// <summary>Where leaks are looked for.</summary>
/// <param name="Since">The first month under the bans, as year times twelve and the month less one.</param>
/// <param name="Targets">The states under the bans, whose own trade is no leak.</param>
internal sealed record LeakQuestion(int Since, ImmutableArray<string> Targets)
{
    /// <summary>The states that are looked at; all but the targets and the placebos where none is named.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>States far away, which show what would have been; none where the data have none.</summary>
    public ImmutableArray<string> Placebos { get; init; } = [];

    /// <summary>How much trade a pair must have, or would have had, in USD a month.</summary>
    public double Least { get; init; } = 10_000;

    /// <summary>The share of false discoveries among those that are found.</summary>
    public double FalseDiscoveries { get; init; } = 0.05;
}

/// <summary>What the data say of one state and product group.</summary>
internal sealed record LeakRow
{
    public required string State { get; init; }

    public required string Product { get; init; }

    /// <summary>Trade above what would have been, in million USD a month, with a band of 95 percent.</summary>
    public required double Excess { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>Trade in a month under the bans, and what would have been, in million USD.</summary>
    public required double Actual { get; init; }

    public required double Expected { get; init; }

    /// <summary>The chance of such a surprise among placebos.</summary>
    public required double P { get; init; }

    /// <summary>The share of false discoveries at which it is found (Benjamini and Hochberg 1995).</summary>
    public required double Q { get; init; }

    /// <summary>The month in which it began.</summary>
    public required int Since { get; init; }

    /// <summary>The chance as standard deviations of a normal distribution, so that pairs of all sizes compare.</summary>
    public required double Surprise { get; init; }

    /// <summary>By how much the middle product group of the state exceeds what would have been, in percent, as far as it was taken for growth of the state's own.</summary>
    public double GrowthPct { get; init; }

    /// <summary>By how much direct sales of the group to the targets fell short, in million USD a month, and the share of placebos that fell as much; NaN where the data do not hold them.</summary>
    public double Lost { get; init; } = double.NaN;

    public double LostP { get; init; } = double.NaN;

    /// <summary>What the state sold on to the target in a month, above the time before, in million USD; NaN where it is not recorded.</summary>
    public double SoldOn { get; init; } = double.NaN;

    /// <summary>What the coalition says it sold less what the state says it bought, in million USD a month, above the time before; NaN where it is not recorded.</summary>
    public double MirrorGap { get; init; } = double.NaN;

    /// <summary>The change of the unit value in percent; NaN without quantities.</summary>
    public double UnitValuePct { get; init; } = double.NaN;

    /// <summary>The part of the group's trade that is on the list.</summary>
    public double Listed { get; init; } = double.NaN;

    /// <summary>The surprise, and a point for each doubling of what is sold on, so that it grows without end.</summary>
    public double Score => Surprise + (double.IsNaN(SoldOn) || SoldOn <= 0 ? 0 : Math.Log2(1 + SoldOn / Math.Max(1e-9, Expected)));
}
