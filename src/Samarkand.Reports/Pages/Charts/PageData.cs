using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>What the charts of a page draw, in full precision.</summary>
internal sealed record PageData
{
    /// <summary>The code of the state that the package falls on.</summary>
    public required string Target { get; init; }

    /// <summary>What the flows before are called, or null where no chart has them.</summary>
    public string? Before { get; init; }

    public ImmutableArray<ChartRegion> Regions { get; init; } = [];

    /// <summary>The target's trade by partner: the table, with the columns <c>code</c> and <c>name</c>.</summary>
    public IReadOnlyList<TableRow> Partners { get; init; } = [];

    /// <summary>The target's output by sector, likewise.</summary>
    public IReadOnlyList<TableRow> Sectors { get; init; } = [];

    public MapData? Map { get; init; }

    public ImmutableArray<Drawing> Figures { get; init; } = [];

    /// <summary>Of figures alone.</summary>
    public static PageData Of(Cases.BoundCase bound, IEnumerable<Figure> figures) =>
        new() { Target = bound.World.Code(bound.Target), Figures = [.. figures.Select(figure => figure.Drawing)] };

    /// <summary>Of an answer's effects, and of figures.</summary>
    public static PageData Of(CaseAnswer answer, Cast people, IEnumerable<Figure> figures) => Of(answer.Case, figures) with
    {
        Before = answer.Other is null ? "before" : "in the case compared with",
        Regions =
        [
            .. answer.Effects.Regions.Select(effects => new ChartRegion(
                answer.Case.World.Code(effects.Region), people.Name(effects.Region), people.Side(effects.Region), effects.RealIncomePct, effects.EquivalentVariation)),
        ],
        Partners = Named(TargetTables.Trade.Make(answer), people.Name),
        Sectors = Named(TargetTables.Output.Make(answer), people.SectorName),
        Map = WorldMap.Of(answer)?.Data,
    };

    // The first column has the codes.
    private static TableRows Named(Table table, Func<string, string> nameOf)
    {
        var codes = (TextColumn)table.Columns[0];
        return new TableRows(table with
        {
            Columns = [codes with { Name = "code" }, new TextColumn("name", "Name", Array.ConvertAll(codes.Values, code => nameOf(code))), .. table.Columns.Skip(1)],
        });
    }
}

/// <summary>A region, and what happens to it.</summary>
internal sealed record ChartRegion(string Code, string Name, string Side, double RealIncomePct, double EvMusd);

/// <summary>The map: the class of each country that it draws, and the code of the region that all other countries are part of.</summary>
internal sealed record MapData(IReadOnlyDictionary<string, string> Classes, IReadOnlyDictionary<string, string>? Shapes, string? Remainder);
