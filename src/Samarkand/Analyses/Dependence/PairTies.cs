using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Dependence;

/// <summary>What ties two states beside trade.</summary>
/// <param name="Lending">What one of the two committed to lend the other.</param>
/// <param name="IdealPoints">Where each stands in the General Assembly; one of each where it is known.</param>
/// <param name="Memberships">The organisations to which both belong.</param>
internal sealed record PairTies(ImmutableArray<Tie> Lending, ImmutableArray<Tie> IdealPoints, ImmutableArray<CommonMembership> Memberships)
{
    /// <summary>The votes of either on single resolutions, the first one's first.</summary>
    public ImmutableArray<Tie> RollCalls { get; init; } = [];

    /// <summary>The distance between the two ideal points; null where one is not known.</summary>
    public double? Distance => IdealPoints is [{ Value: { } one }, { Value: { } two }] ? Math.Abs(one - two) : null;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Lending.IsEmpty && IdealPoints.IsEmpty && Memberships.IsEmpty;

    /// <summary>Those of two regions, by their codes.</summary>
    public static PairTies Of(IReadOnlyCollection<Tie> ties, string one, string two)
    {
        Tie[] first = [.. ties.Where(tie => tie.Region == one)];
        Tie[] second = [.. ties.Where(tie => tie.Region == two)];
        return new PairTies(
            [.. first.Where(tie => tie.Kind == "lending" && tie.With == two), .. second.Where(tie => tie.Kind == "lending" && tie.With == one)],
            [.. first.Where(tie => tie.Kind == "ideal-point").Take(1), .. second.Where(tie => tie.Kind == "ideal-point").Take(1)],
            [
                .. from mine in first
                   from theirs in second
                   where mine.Kind == "membership" && theirs.Kind == "membership" && mine.With == theirs.With
                   select new CommonMembership(
                       mine.With,
                       mine.Obligation == theirs.Obligation ? mine.Obligation : $"{mine.Obligation}, {theirs.Obligation}",
                       string.Compare(mine.Date, theirs.Date, CultureInfo.InvariantCulture, CompareOptions.Ordinal) > 0 ? mine.Date : theirs.Date,
                       mine.Source),
            ])
        {
            RollCalls = [.. first.Concat(second).Where(tie => tie.Kind == "roll-call")],
        };
    }
}

/// <summary>An organisation to which both of two states belong.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Obligation">What members owe each other; both where it is not the same for both.</param>
/// <param name="Since">Since when both are members.</param>
/// <param name="Source">The treaty.</param>
internal sealed record CommonMembership(string Organisation, string Obligation, string Since, string Source);
