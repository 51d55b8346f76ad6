using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>
/// The senders' own firms leave, though no list bans what they sell: for their name, for fear of a next list, or because their banks do not
/// want the business. Nobody checks it at a border, so such goods take no route of their own.
/// </summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows; by default the goods that the sender sells.</param>
/// <param name="Left">The share of varieties whose makers leave, in (0, 1].</param>
internal sealed record Exit(InstrumentHead Head, FlowScope Scope, double Left) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("exit", (head, fields) =>
        new Exit(head, FlowScope.Read(fields), fields.Fraction("share", Fraction.Share, "0.3") ?? double.NaN));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"the makers of {Percent(Left)} of the varieties leave";

    internal override RouteImpact OnRoutes => RouteImpact.None;

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Left = share * Left };

    internal override Shock ToShock(BoundInstrument bound) => new() { Costs = [.. bound.Flows.Select(block => new CostChange(block, double.PositiveInfinity, Left))] };
}
