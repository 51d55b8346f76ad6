using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>One way of the target's goods to somebody who bans them: listed and free parts together.</summary>
/// <param name="Conduit">Through whom they go.</param>
/// <param name="Buyer">Who bans them.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Flow">Value at basic prices, million USD a year.</param>
/// <param name="Margin">What the conduit earns, million USD a year.</param>
internal sealed record ReturnTotals(Region Conduit, Region Buyer, Sector Sector, double Flow, double Margin)
{
    /// <summary>Every way from the target, the largest first.</summary>
    public static ImmutableArray<ReturnTotals> Of(CaseAnswer answer) =>
    [
        .. answer.Effects.After.Flows.Routed.Where(way => way.Origin == answer.Case.Target)
            .GroupBy(way => (way.Conduit, way.Destination, way.Sector))
            .Select(ways => new ReturnTotals(ways.Key.Conduit, ways.Key.Destination, ways.Key.Sector, ways.Sum(way => way.Basic), ways.Sum(way => way.Margin)))
            .OrderByDescending(way => way.Flow),
    ];
}
