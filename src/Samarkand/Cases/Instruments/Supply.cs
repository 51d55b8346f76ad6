using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Instruments;

/// <summary>A rescuer's goods reach the target cheaper, at somebody's expense.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Discount">Share of the price that <paramref name="PaidBy"/> pays, in (0, 1).</param>
/// <param name="PaidBy">Who pays; null for the sender, or, where several send, for each its own trade.</param>
internal sealed record Supply(InstrumentHead Head, FlowScope Scope, double Discount, RegionName? PaidBy) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("supply", (head, fields) => new Supply(
        head, FlowScope.Read(fields), fields.Fraction("discount", Fraction.ProperShare, "0.15") ?? double.NaN, fields.Region("paid-by")));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"{Percent(Discount)} cheaper, at the expense of {(object?)PaidBy ?? "who sends it"}";

    internal override RouteImpact OnRoutes => RouteImpact.None;

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Discount = share * Discount };

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        (Supply)base.Renamed(rename) with { PaidBy = PaidBy is null ? null : rename(PaidBy) };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides)
    {
        var bound = base.Bind(binder, sides);
        return bound with { Wedges = Subsidies(binder, sides, bound.Flows) };
    }

    internal override Shock ToShock(BoundInstrument bound) => new() { Wedges = bound.Wedges };

    internal override void Check(UnusedNames names)
    {
        base.Check(names);
        names.CheckOne(PaidBy, "`paid-by`");
    }

    /// <summary>A negative wedge on each flow, owned by who pays: <c>paid-by</c>, the only sender, or each sender for its own trade.</summary>
    private ImmutableArray<Wedge> Subsidies(InstrumentBinder binder, Sides sides, ImmutableArray<FlowBlock> flows)
    {
        var payers = PaidBy is { } name ? Payer(binder, name) : sides.Sender;
        if (payers is [var payer])
            return [.. flows.Select(block => new Wedge(block, -Discount, payer))];
        if (PaidBy is not null || flows.IsEmpty)
            return [];
        foreach (var origin in flows[0].Origins)
        {
            if (!payers.Contains(origin))
                binder.Problems.Add(Head.Place, $"nobody pays for what {binder.World.Code(origin)} supplies: it is not a sender", "name one with `paid-by`");
        }

        var wedges = ImmutableArray.CreateBuilder<Wedge>();
        foreach (var origin in flows[0].Origins)
            wedges.Add(new Wedge(flows[0] with { Origins = [origin] }, -Discount, origin));

        // In the other direction the sender imports, and the importer owns a wedge without an owner.
        wedges.AddRange(flows.Skip(1).Select(back => new Wedge(back, -Discount, null)));
        return wedges.ToImmutable();
    }

    private static ImmutableArray<Region> Payer(InstrumentBinder binder, RegionName name)
    {
        var before = binder.Problems.Count;
        if (binder.Regions.One(name, "`paid-by`") is { } payer)
            return [payer];
        if (binder.Problems.Count == before)
            binder.Problems.Add(name.Place, $"`paid-by` names no region that {binder.World.About.Name} holds", "name one, or remove the instrument");
        return [];
    }
}
