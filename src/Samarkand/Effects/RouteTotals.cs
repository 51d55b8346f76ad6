using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>One way of goods to the target: listed and free parts together.</summary>
/// <param name="Origin">Who makes them.</param>
/// <param name="Conduit">Through whom they go.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Flow">Value at basic prices, million USD a year.</param>
/// <param name="Margin">What the conduit earns, million USD a year.</param>
internal sealed record RouteTotals(Region Origin, Region Conduit, Sector Sector, double Flow, double Margin)
{
    /// <summary>Every way of an answer, by origin, conduit and sector.</summary>
    public static ImmutableArray<RouteTotals> Of(CaseAnswer answer) => answer.Effects.After.Ways;

    /// <summary>Every way of these flows, in the same order.</summary>
    public static ImmutableArray<RouteTotals> Of(TradeFlows flows) =>
    [
        .. flows.Routed
            .GroupBy(way => (way.Origin, way.Conduit, way.Sector))
            .Select(ways => new RouteTotals(ways.Key.Origin, ways.Key.Conduit, ways.Key.Sector, ways.Sum(way => way.Basic), ways.Sum(way => way.Margin)))
            .OrderBy(way => way.Origin.Index).ThenBy(way => way.Conduit.Index).ThenBy(way => way.Sector.Index),
    ];
}
