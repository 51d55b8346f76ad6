using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Instruments;

/// <summary>
/// Firms leave without being told: of what exporter i sells of sector s to the target, the share 1 / (1 + (x / (p m))^nu) leaves, x
/// being those sales and m what i sells of s to the coalition, both in the world's baseline; nobody leaves where m or p is 0.
/// </summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows; by default from every third state to the target. Who joins never leaves: it bans.</param>
/// <param name="Risk">Perceived risk p of a neutral state's firms, at least 0.</param>
/// <param name="Slope">Slope nu of the share that leaves, above 0.</param>
/// <param name="RiskComply">Perceived risk of the firms of a state that complies, at least 0.</param>
/// <param name="RiskConduit">That of a conduit's firms, at least 0.</param>
/// <param name="RiskRescue">That of a rescuer's firms, at least 0.</param>
internal sealed record OverCompliance(
    InstrumentHead Head, FlowScope Scope, double Risk, double Slope, double RiskComply, double RiskConduit, double RiskRescue)
    : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("over-compliance", (head, fields) => Read(head, FlowScope.Read(fields), fields));

    /// <summary>What the share that leaves is multiplied by, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The largest share that leaves, in (0, 1]: some stay whatever they risk.</summary>
    public double AtMost { get; init; } = 1;

    /// <summary>States whose firms fear nothing, such as those that are under sanctions themselves.</summary>
    public ImmutableArray<RegionName> Unafraid { get; init; } = [];

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size
    {
        get
        {
            var conduit = RiskConduit == 0 ? Words($"") : Words($"; a conduit: {Number(RiskConduit)}");
            var rescuer = RiskRescue == 0 ? Words($"") : Words($"; a rescuer: {Number(RiskRescue)}");
            var slope = Slope == 1 ? Words($"") : Words($", with a slope of {Number(Slope)}");
            var most = AtMost == 1 ? Words($"") : Words($", at most {Percent(AtMost)} of what they sell");
            return $"firms leave at a perceived risk of {Number(Risk)} (who complies: {Number(RiskComply)}{conduit}{rescuer}){slope}{most}{OfTheTrade(Share)}";
        }
    }

    internal override RouteImpact OnRoutes => RouteImpact.None;

    /// <summary>Reads the sizes of an instrument, or of the case's block <c>over-compliance</c>.</summary>
    internal static OverCompliance Read(InstrumentHead head, FlowScope scope, Fields fields) => new(
        head,
        scope,
        fields.Fraction("risk", Fraction.Premium, "0.05") ?? double.NaN,
        fields.Number("slope", NumberRange.AboveZero, "1") ?? double.NaN,
        fields.Fraction("risk-comply", Fraction.Premium) ?? 1,
        fields.Fraction("risk-conduit", Fraction.Premium) ?? 0,
        fields.Fraction("risk-rescue", Fraction.Premium) ?? 0)
    {
        AtMost = fields.Fraction("at-most", Fraction.Share) ?? 1,
        Unafraid = fields.Regions("unafraid"),
    };

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        (OverCompliance)base.Renamed(rename) with { Unafraid = Renamed(Unafraid, rename) };

    /// <summary>The perceived risk p of the firms of a state with a stance.</summary>
    public double RiskOf(Stance stance) => stance switch
    {
        Stance.Comply => RiskComply,
        Stance.Neutral => Risk,
        Stance.Conduit => RiskConduit,
        Stance.Rescue => RiskRescue,
        _ => 0,
    };

    /// <summary>The share that leaves, in [0, 1).</summary>
    /// <param name="sales">Sales to the target, x, above 0.</param>
    /// <param name="atRisk">Sales to the coalition, m, at least 0, in the same unit.</param>
    /// <param name="risk">Perceived risk p.</param>
    public double ShareLeaving(double sales, double atRisk, double risk)
    {
        if (risk * atRisk is not > 0)
            return 0;
        var share = AtMost / (1 + Math.Pow(sales / (risk * atRisk), Slope));

        // A share that rounds to 1 would be a ban, which cuts a market off.
        return Share * Math.Min(share, Math.BitDecrement(1.0));
    }

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Share = share * Share };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides)
    {
        if (Scope.Both)
            binder.Problems.Add(Head.Place, "`both` has no meaning for over-compliance: only the seller's firms leave", "remove it");
        if (!sides.HasCoalition)
        {
            binder.Problems.Add(
                Head.Place,
                "over-compliance weighs sales to the target against those to the coalition, and the case names none",
                "add `coalition` to the case");
        }

        var flows = binder.Flows(this, sides, ThirdStates(binder));
        var unafraid = binder.Regions.Set(Unafraid);
        return new BoundInstrument(this, flows, [])
        {
            Departures = [.. flows.SelectMany(block => Departures.Of(this, block with { Origins = block.Origins.RemoveRange(unafraid) }, binder.World, binder.Stances))],
        };
    }

    internal override Shock ToShock(BoundInstrument bound) => new()
    {
        Costs = [.. bound.Departures.Select(left => new CostChange(new FlowBlock([left.Exporter], [left.Destination], [left.Sector]), double.PositiveInfinity, left.Share))],
    };

    private static ImmutableArray<Region> ThirdStates(InstrumentBinder binder) =>
        binder.Everyone.RemoveAll(region => binder.Stances.Stances[region.Index] == Stance.Join || region == binder.Target);
}
