using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>Reports regions that a case names twice by different names where it may name them once.</summary>
internal static class TwiceNamed
{
    /// <summary>Looks through a case whose names are settled.</summary>
    public static void Check(Case theCase, ProblemList problems)
    {
        Check([.. theCase.Players.Select(player => player.Region)], "is a player twice", "put both into one entry", problems);
        foreach (var player in theCase.Players)
        {
            Check([.. player.Affinity.Select(affinity => affinity.Of)], $"stands twice in the affinity of {player.Region.Text}", "keep one of the two", problems);
            foreach (var line in player.RedLines)
                Check([.. line.When.Select(crossing => crossing.By)], "stands twice in `when`", "keep one of the two", problems);
        }

        Check([.. theCase.Routes?.ReExports.Select(share => share.Region) ?? []], "stands twice in `re-exports`", "keep one of the two", problems);
        Check([.. theCase.Revenue.Select(revenue => revenue.Of)], "stands twice in `revenue`", "keep one of the two", problems);
        Check([.. theCase.Expected.Select(effect => effect.Region)], "stands twice in `expected`", "keep one of the two", problems);
    }

    private static void Check(ImmutableArray<RegionName> names, string what, string hint, ProblemList problems)
    {
        foreach (var twice in names.GroupBy(name => name.Text).SelectMany(same => same.Skip(1)))
            problems.Add(twice.Place, $"{twice.Text} {what}", hint);
    }
}
