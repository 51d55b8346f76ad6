using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Dependence;

/// <summary>What one region loses when all trade with another is cut.</summary>
/// <param name="Region">Who loses.</param>
/// <param name="On">On whom it depends.</param>
/// <param name="RealIncomePct">Change of its real income in percent; NaN where the cut leaves no equilibrium.</param>
/// <param name="EquivalentVariation">The same as money, million USD a year.</param>
/// <param name="ShareOfExportsPct">The other's share of its exports at basic prices before the cut, percent; NaN where it exports nothing.</param>
/// <param name="ShareOfImportsPct">The other's share of its imports, percent; NaN where it imports nothing.</param>
public sealed record OneSidedDependence(
    Region Region, Region On, double RealIncomePct, double EquivalentVariation, double ShareOfExportsPct, double ShareOfImportsPct);

/// <summary>Two regions, and what each loses when their trade is cut.</summary>
/// <param name="One">The first on the second.</param>
/// <param name="Two">The second on the first.</param>
public sealed record PairDependence(OneSidedDependence One, OneSidedDependence Two)
{
    /// <summary>The one that loses more, in percent of its own income; null where both lose the same or nothing could be solved.</summary>
    public OneSidedDependence? Junior => One.RealIncomePct < Two.RealIncomePct ? One : Two.RealIncomePct < One.RealIncomePct ? Two : null;

    /// <summary>The one that loses less; see <see cref="Junior"/>.</summary>
    public OneSidedDependence? Senior => Junior is null ? null : Junior == One ? Two : One;

    /// <summary>How many times the senior's loss the junior loses, each in percent of its own income; NaN where the senior does not lose.</summary>
    public double Asymmetry => Senior is { RealIncomePct: < 0 } senior ? Junior!.RealIncomePct / senior.RealIncomePct : double.NaN;
}

/// <summary>What one of two regions loses when one sector's trade is cut in one direction.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Origin">Who sells.</param>
/// <param name="Destination">Who buys.</param>
/// <param name="Loser">The one of the two whose income this is.</param>
/// <param name="RealIncomePct">Change of its real income in percent; NaN where the cut leaves no equilibrium.</param>
/// <param name="EquivalentVariation">The same as money, million USD a year.</param>
/// <param name="Trade">What is cut, at basic prices, million USD a year.</param>
public sealed record SectorDependence(
    Sector Sector, Region Origin, Region Destination, Region Loser, double RealIncomePct, double EquivalentVariation, double Trade);

/// <summary>All that is found of two regions.</summary>
/// <param name="Pair">What each loses.</param>
/// <param name="Sectors">Through which sectors; the largest loss in percent first.</param>
public sealed record DependenceProfile(PairDependence Pair, ImmutableArray<SectorDependence> Sectors);
