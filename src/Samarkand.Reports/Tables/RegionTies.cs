using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What ties one region to others and to organisations beside trade.</summary>
internal static class RegionTies
{
    /// <summary>The table <c>ties</c>; without rows where nothing is known.</summary>
    public static Table Of(World world, Region region)
    {
        Tie[] ties = [.. world.Ties.Where(tie => tie.Region == world.Code(region)).OrderBy(tie => tie.Kind, StringComparer.Ordinal).ThenBy(tie => tie.With, StringComparer.Ordinal)];
        return new Table("ties", "Ties beside trade", [
            new TextColumn("kind", "Kind", [.. ties.Select(tie => tie.Kind)]),
            new TextColumn("with", "With", [.. ties.Select(tie => tie.With)]),
            new TextColumn("obligation", "Obligation", [.. ties.Select(tie => tie.Obligation)]),
            new NumberColumn("value", "Value", [.. ties.Select(tie => tie.Value ?? double.NaN)], 3),
            new TextColumn("date", "Date", [.. ties.Select(tie => tie.Date)]),
            new TextColumn("source", "Source", [.. ties.Select(tie => tie.Source)]),
        ]);
    }
}
