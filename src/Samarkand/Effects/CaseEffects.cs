using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>What changed between two states of one world: the observed one and a counterfactual, or two counterfactuals.</summary>
public sealed class CaseEffects
{
    /// <summary>Compares two states.</summary>
    public CaseEffects(Outcome before, Outcome after)
    {
        (Before, After) = (before, after);
        Regions = [.. Enumerable.Range(0, before.Baseline.RegionCount).Select(r => Compare(new Region(r)))];
    }

    /// <summary>The state that is compared with.</summary>
    public Outcome Before { get; }

    /// <summary>The state that is reported.</summary>
    public Outcome After { get; }

    /// <summary>Effects by region, in the world's order.</summary>
    public ImmutableArray<RegionEffects> Regions { get; }

    /// <summary>The world.</summary>
    public World World => Before.Baseline.World;

    /// <summary>The totals of a set of regions: money adds up, real income is weighted by income before.</summary>
    public GroupEffects Total(string name, IEnumerable<Region> members)
    {
        var (count, income, ev, exports, exportsAfter) = (0, 0.0, 0.0, 0.0, 0.0);
        var (transfers, inTrust) = (0.0, 0.0);
        foreach (var r in members)
        {
            var effects = Regions[r.Index];
            count++;
            income += Before.Incomes[r.Index];
            ev += effects.EquivalentVariation;
            exports += effects.ExportsBefore;
            exportsAfter += effects.ExportsAfter;
            var prices = After.PriceIndices[r.Index] / Before.PriceIndices[r.Index];
            transfers += After.Transfers[r.Index] / prices - Before.Transfers[r.Index];
            inTrust += After.InTrust[r.Index] / prices - Before.InTrust[r.Index];
        }

        return new GroupEffects(name, count, income, ev, 100 * ev / income, 100 * (exportsAfter / exports - 1)) { Transfers = transfers, InTrust = inTrust };
    }

    private RegionEffects Compare(Region region)
    {
        var r = region.Index;
        var (exports0, imports0) = (Before.Flows.Exports[r], Before.Flows.Imports[r]);
        var (exports1, imports1) = (After.Flows.Exports[r], After.Flows.Imports[r]);
        var prices = After.PriceIndices[r] / Before.PriceIndices[r];
        var real = After.Incomes[r] / Before.Incomes[r] / prices;
        return new RegionEffects(
            region,
            100 * (real - 1),
            (real - 1) * Before.Incomes[r],
            100 * (After.Incomes[r] / Before.Incomes[r] - 1),
            100 * (After.Wages[r] / Before.Wages[r] - 1),
            100 * (prices - 1),
            exports0,
            exports1,
            imports0,
            imports1);
    }
}

/// <summary>What changed for one region.</summary>
/// <param name="Region">The region.</param>
/// <param name="RealIncomePct">Income over the consumption price index, change in percent.</param>
/// <param name="EquivalentVariation">The same as money at the prices before, million USD a year.</param>
/// <param name="NominalIncomePct">Income, change in percent; world value added is the numeraire.</param>
/// <param name="WagePct">Value added per unit of the factor, change in percent.</param>
/// <param name="PriceIndexPct">Consumption prices, change in percent.</param>
/// <param name="ExportsBefore">Exports at basic prices before, million USD; home sales are no exports.</param>
/// <param name="ExportsAfter">Exports after.</param>
/// <param name="ImportsBefore">Imports at basic prices before, million USD.</param>
/// <param name="ImportsAfter">Imports after.</param>
public sealed record RegionEffects(
    Region Region,
    double RealIncomePct,
    double EquivalentVariation,
    double NominalIncomePct,
    double WagePct,
    double PriceIndexPct,
    double ExportsBefore,
    double ExportsAfter,
    double ImportsBefore,
    double ImportsAfter)
{
    /// <summary>Change of exports in percent.</summary>
    public double ExportsPct => 100 * (ExportsAfter / ExportsBefore - 1);

    /// <summary>Change of imports in percent.</summary>
    public double ImportsPct => 100 * (ImportsAfter / ImportsBefore - 1);
}

/// <summary>Totals of a set of regions.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="Regions">How many regions it has.</param>
/// <param name="Income">Their income before, million USD.</param>
/// <param name="EquivalentVariation">The sum of their equivalent variations, million USD a year.</param>
/// <param name="RealIncomePct">That sum over their income, percent.</param>
/// <param name="ExportsPct">Change of the sum of their exports, percent.</param>
public sealed record GroupEffects(string Name, int Regions, double Income, double EquivalentVariation, double RealIncomePct, double ExportsPct)
{
    /// <summary>Lump payments from others less those to others, million USD a year at the prices before; what is in trust is none.</summary>
    internal double Transfers { get; init; }

    /// <summary>What of their money is held in trust: a part of their loss that is nobody's gain, million USD a year at the prices before.</summary>
    internal double InTrust { get; init; }

    /// <summary>The equivalent variation without what others gave or took as lump payments.</summary>
    internal double WithoutTransfers => EquivalentVariation - Transfers;
}
