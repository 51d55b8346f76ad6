using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>What a coalition may ban: one sector in one direction.</summary>
/// <param name="IsExport">True for what the coalition sells to the target, false for what it buys from it.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Trade">The baseline's trade, million USD a year at basic prices.</param>
/// <param name="Most">The largest coverage: 1, or less where a full ban would leave a market without any supplier.</param>
internal sealed record Lever(bool IsExport, Sector Sector, double Trade, double Most)
{
    /// <summary>The largest coverage of what a full ban would leave without any supplier.</summary>
    public const double MostWithoutOthers = 0.99;

    /// <summary>The direction as the instrument that bans it.</summary>
    public string Kind => IsExport ? "export-ban" : "import-ban";
}

/// <summary>The directions in which bans are looked for.</summary>
public enum BanDirections
{
    /// <summary>What the coalition sells and what it buys.</summary>
    Both,

    /// <summary>What it sells to the target.</summary>
    Exports,

    /// <summary>What it buys from the target.</summary>
    Imports,
}

/// <summary>A package of bans, the whole coalition's, with what it does; against the world without any case.</summary>
/// <param name="Coverages">The coverage of each lever, in [0, 1].</param>
/// <param name="Harm">What the target loses, million USD a year (equivalent variation).</param>
/// <param name="Cost">What the coalition loses, million USD a year.</param>
/// <param name="Residual">The largest residual of its equilibrium.</param>
public sealed record BanPackage(ImmutableArray<double> Coverages, double Harm, double Cost, double Residual);

/// <summary>A package with the derivatives of harm and cost with respect to each coverage.</summary>
/// <param name="Package">The package.</param>
/// <param name="HarmSlopes">Million USD a year for a coverage of 1 more, to first order.</param>
/// <param name="CostSlopes">The same of the coalition's cost.</param>
internal sealed record PackageSlopes(BanPackage Package, ImmutableArray<double> HarmSlopes, ImmutableArray<double> CostSlopes)
{
    internal Sensitivity? Target { get; init; }

    internal Sensitivity? Coalition { get; init; }
}
