using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>One way of goods: listed and free parts together.</summary>
/// <param name="Origin">Who makes them.</param>
/// <param name="Conduit">Through whom they go.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Flow">Value at basic prices, million USD a year.</param>
/// <param name="Margin">What the conduit earns, million USD a year.</param>
internal sealed record RouteTotals(Region Origin, Region Conduit, Sector Sector, double Flow, double Margin)
{
    /// <summary>Every way of an answer to the target, by origin, conduit and sector.</summary>
    public static ImmutableArray<RouteTotals> Of(CaseAnswer answer) => answer.Effects.After.Ways.RemoveAll(way => way.Origin == answer.Case.Target);

    /// <summary>Every way of these flows, in the same order, those from the target among them.</summary>
    public static ImmutableArray<RouteTotals> Of(TradeFlows flows)
    {
        // Sorted by way and, within one, by place, so that sums are taken in the order of the flows.
        var routed = flows.Routed;
        var places = new (int Origin, int Conduit, int Sector, int Place)[routed.Count];
        for (var place = 0; place < places.Length; place++)
            places[place] = (routed[place].Origin.Index, routed[place].Conduit.Index, routed[place].Sector.Index, place);
        Array.Sort(places);
        var totals = ImmutableArray.CreateBuilder<RouteTotals>();
        for (var start = 0; start < places.Length;)
        {
            var (first, sum, margin) = (routed[places[start].Place], 0.0, 0.0);
            for (; start < places.Length && routed[places[start].Place] is var way && IsSameWay(way, first); start++)
                (sum, margin) = (sum + way.Basic, margin + way.Margin);
            totals.Add(new RouteTotals(first.Origin, first.Conduit, first.Sector, sum, margin));
        }

        return totals.DrainToImmutable();
    }

    private static bool IsSameWay(RoutedFlow one, RoutedFlow other) => one.Origin == other.Origin && one.Conduit == other.Conduit && one.Sector == other.Sector;
}
