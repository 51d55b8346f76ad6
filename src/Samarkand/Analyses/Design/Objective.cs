using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>A sum over regions of weight times the logarithm of real income, or of equivalent variations.</summary>
internal sealed record Objective
{
    private Objective(ImmutableArray<Region> regions, bool isMoney) => (Regions, IsMoney) = (regions, isMoney);

    /// <summary>The regions.</summary>
    public ImmutableArray<Region> Regions { get; }

    /// <summary>True for equivalent variations in million USD a year, false for the logarithm of real income.</summary>
    public bool IsMoney { get; }

    /// <summary>The logarithm of one region's real income.</summary>
    public static Objective LogRealIncome(Region region) => new([region], isMoney: false);

    /// <summary>The sum of the equivalent variations of regions, million USD a year.</summary>
    public static Objective Variation(params ImmutableArray<Region> regions) => new(regions, isMoney: true);

    /// <summary>Its value at an equilibrium.</summary>
    public double At(Equilibrium equilibrium) => Regions.Sum(region => IsMoney
        ? (equilibrium.RealIncome(region) - 1) * equilibrium.Baseline.Income(region)
        : Math.Log(equilibrium.RealIncome(region)));

    /// <summary>Its derivative with respect to the logarithm of a region's real income.</summary>
    internal double Slope(Equilibrium equilibrium, Region region) =>
        IsMoney ? equilibrium.RealIncome(region) * equilibrium.Baseline.Income(region) : 1;
}
