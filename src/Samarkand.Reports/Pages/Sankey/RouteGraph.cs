using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Pages.Sankey;

/// <summary>The ways of banned goods as a graph of three columns: who makes them, through whom they go, which goods they are.</summary>
internal static class RouteGraph
{
    private const int MostOrigins = 8;
    private const int MostConduits = 12;
    private const int MostSectors = 10;

    /// <summary>The largest of each column, and all others together.</summary>
    public static SankeyGraph Of(CaseAnswer answer)
    {
        var (ways, people, sectors) = (RouteTotals.Of(answer), new Cast(answer.Case), answer.Case.World.Sectors);
        var origins = Column.Of(0, ways, way => way.Origin.Index, MostOrigins, "other origins", i => people.Name(new Region(i)), i => people.Side(new Region(i)));
        var conduits = Column.Of(1, ways, way => way.Conduit.Index, MostConduits, "other states", i => people.Name(new Region(i)), i => people.Side(new Region(i)));
        var goods = Column.Of(2, ways, way => way.Sector.Index, MostSectors, "other sectors", i => sectors[i].Name, _ => Cast.Target);
        var (second, third) = (origins.Nodes.Length, origins.Nodes.Length + conduits.Nodes.Length);
        return new SankeyGraph(
            [.. origins.Nodes, .. conduits.Nodes, .. goods.Nodes],
            [
                .. Links(ways, way => origins.PlaceOf(way.Origin.Index), way => second + conduits.PlaceOf(way.Conduit.Index)),
                .. Links(ways, way => second + conduits.PlaceOf(way.Conduit.Index), way => third + goods.PlaceOf(way.Sector.Index)),
            ]);
    }

    private static IEnumerable<SankeyLink> Links(ImmutableArray<RouteTotals> ways, Func<RouteTotals, int> from, Func<RouteTotals, int> to) =>
        ways.GroupBy(way => (From: from(way), To: to(way))).OrderBy(link => link.Key).Select(link => new SankeyLink(link.Key.From, link.Key.To, link.Sum(way => way.Flow)));

    private sealed record Column(ImmutableArray<SankeyNode> Nodes, int[] Shown)
    {
        public static Column Of(int column, ImmutableArray<RouteTotals> ways, Func<RouteTotals, int> key, int most, string others, Func<int, string> name, Func<int, string> side)
        {
            var all = ways.GroupBy(key).Select(group => (Index: group.Key, Flow: group.Sum(way => way.Flow))).OrderByDescending(x => x.Flow).ThenBy(x => x.Index).ToArray();
            // One alone has a name instead.
            var shown = all.Length <= most + 1 ? all : all[..most];
            var rest = all[shown.Length..];
            var nodes = shown.Select(x => new SankeyNode(column, name(x.Index), x.Flow, side(x.Index))).ToList();
            if (rest.Length > 0)
                nodes.Add(new SankeyNode(column, string.Create(CultureInfo.InvariantCulture, $"{rest.Length} {others}"), rest.Sum(x => x.Flow), "world"));
            return new Column([.. nodes], [.. shown.Select(x => x.Index)]);
        }

        public int PlaceOf(int index) => Array.IndexOf(Shown, index) is var place && place >= 0 ? place : Shown.Length;
    }
}
