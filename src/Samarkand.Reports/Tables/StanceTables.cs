using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What third states do in a case, and what their firms leave without being told.</summary>
internal static class StanceTables
{
    /// <summary>The tables <c>stances</c> and <c>over-compliance</c>.</summary>
    public static ImmutableArray<TableSpec<BoundCase>> All { get; } =
    [
        new("stances", "The stance of each third state, and what sets it", Stances),
        new("over-compliance", "Sales to the target that firms give up of their own accord, million USD a year", OverCompliance),
    ];

    /// <summary>The rows of the table <c>stances</c> that people want to see, as the table <c>player-stances</c>: players, and what was set.</summary>
    public static Table OfPlayers(BoundCase bound)
    {
        var all = All[0].Make(bound);
        var shown = Third(bound).Select((region, row) => (bound.StanceSources[region.Index], row)).Where(x => x.Item1 is StanceSource.Player or StanceSource.Set).Select(x => x.row);
        return all.Pick([.. shown]) with { Name = "player-stances" };
    }

    /// <summary>A stance as a case writes it.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static TableShape<BoundCase> Stances() => TableDraft
        .Of((BoundCase bound) => Third(bound).Select(region => (Region: region, Stance: bound.Stances[region.Index], Source: bound.StanceSources[region.Index])).ToArray(), bound => bound.World)
        .Region("region", "Region", "Every region but the target.", row => row.Region)
        .Text("stance", "Stance", Units.Word, "What it does: `join`, `comply`, `neutral`, `conduit` or `rescue`.", row => Word(row.Stance))
        .Text("source", "Source", Units.Word, "What sets that: membership of the coalition, the player of the case, the case's default, or what was set over them.", row => Word(row.Source))
        .Shape();

    private static TableShape<BoundCase> OverCompliance() => TableDraft
        .Of((BoundCase bound) => Departures(bound), bound => bound.World)
        .Region("exporter", "Exporter", "Whose firms.", row => row.Exporter)
        .Sector("sector", "Sector", "What they sell.", row => row.Sector)
        .Number("sales_to_target_musd", "Sales to target", Units.MillionUsd, "What they sell to the target before.", row => row.SalesMusd, 0)
        .Number("sales_to_coalition_musd", "Sales to coalition", Units.MillionUsd, "What they sell to the coalition before, and fear to lose.", row => row.SalesToCoalitionMusd, 0)
        .Number("share_leaving_pct", "Share leaving %", Units.Percent, "The share of their sales to the target that they give up.", row => 100 * row.Share, 2)
        .Shape();

    private static Departure[] Departures(BoundCase bound) =>
        [.. bound.Instruments.SelectMany(instrument => instrument.Departures).Where(departure => departure.Destination == bound.Target)];

    private static IEnumerable<Region> Third(BoundCase bound) =>
        Enumerable.Range(0, bound.World.Regions.Length).Select(r => new Region(r)).Where(r => r != bound.Target);
}
