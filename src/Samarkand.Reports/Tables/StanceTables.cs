using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What third states do in a case, and what their firms leave without being told.</summary>
public static class StanceTables
{
    /// <summary>The stance of every region but the target, and who says so: the coalition, the player, the default, or what was set over them.</summary>
    public static Table Stances(BoundCase bound) => Of(bound, _ => true);

    /// <summary>The rows of <see cref="Stances"/> that people want to see, as the table <c>player-stances</c>: players, and what was set.</summary>
    public static Table OfPlayers(BoundCase bound) =>
        Of(bound, source => source is StanceSource.Player or StanceSource.Set) with { Name = "player-stances" };

    /// <summary>The sales to the target of which a share leaves; no rows where nobody leaves.</summary>
    public static Table OverCompliance(BoundCase bound)
    {
        var left = bound.Instruments.SelectMany(instrument => instrument.Departures).Where(departure => departure.Destination == bound.Target).ToArray();
        return new Table("over-compliance", CaseTables.Title("over-compliance"),
        [
            new TextColumn("exporter", "Exporter", [.. left.Select(departure => Code(bound, departure.Exporter))]),
            new TextColumn("sector", "Sector", [.. left.Select(departure => bound.World.Code(departure.Sector))]),
            new NumberColumn("sales_to_target_musd", "Sales to target", [.. left.Select(departure => departure.SalesMusd)], 0),
            new NumberColumn("sales_to_coalition_musd", "Sales to coalition", [.. left.Select(departure => departure.SalesToCoalitionMusd)], 0),
            new NumberColumn("share_leaving_pct", "Share leaving %", [.. left.Select(departure => 100 * departure.Share)], 2),
        ]);
    }

    /// <summary>A stance as a case writes it.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static Table Of(BoundCase bound, Predicate<StanceSource> shown)
    {
        var regions = Enumerable.Range(0, bound.World.Regions.Length).Select(r => new Region(r))
            .Where(r => r != bound.Target && shown(bound.StanceSources[r.Index])).ToArray();
        return new Table("stances", CaseTables.Title("stances"),
        [
            new TextColumn("region", "Region", [.. regions.Select(r => Code(bound, r))]),
            new TextColumn("stance", "Stance", [.. regions.Select(r => Word(bound.Stances[r.Index]))]),
            new TextColumn("source", "Source", [.. regions.Select(r => Word(bound.StanceSources[r.Index]))]),
        ]);
    }

    private static string Code(BoundCase bound, Region region) => bound.World.Code(region);
}
