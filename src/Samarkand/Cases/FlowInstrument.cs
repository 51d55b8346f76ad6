using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;

namespace Samarkand.Cases;

/// <summary>The flows that an instrument acts on, as written; what is empty takes the default of the kind.</summary>
/// <param name="From">Origins; empty for the default side.</param>
/// <param name="To">Destinations; empty for the default side.</param>
/// <param name="Both">True for the opposite direction too.</param>
/// <param name="Sectors">Sectors; empty for the default of the kind.</param>
internal sealed record FlowScope(
    ImmutableArray<RegionName> From,
    ImmutableArray<RegionName> To,
    bool Both,
    ImmutableArray<SectorName> Sectors)
{
    internal static FlowScope Read(Fields fields) =>
        new(fields.Regions("from"), fields.Regions("to"), fields.Flag("both"), fields.Sectors("sectors"));
}

/// <summary>An instrument that acts on trade flows.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
internal abstract record FlowInstrument(InstrumentHead Head, FlowScope Scope) : Instrument(Head)
{
    /// <summary>True where, by default, the flow runs from receiver to sender: what the sender buys.</summary>
    public virtual bool IsOnPurchases => false;

    /// <summary>The sectors where the case names none.</summary>
    public virtual string DefaultSectors => "goods";

    /// <summary>What it means for the ways through third states.</summary>
    internal abstract RouteImpact OnRoutes { get; }

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        this with { Scope = Scope with { From = Renamed(Scope.From, rename), To = Renamed(Scope.To, rename) } };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides) => new(this, binder.Flows(this, sides), []);

    internal override void Check(UnusedNames names) => names.CheckScope(Scope);

    // What an instrument that is in force for a part of the days touches, where that is not its whole size.
    private protected static FormattableString OfTheTrade(double share) =>
        share == 1 ? Words($"") : Words($", for {Number(Math.Round(100 * share, 2, MidpointRounding.AwayFromZero))} percent of the trade");
}
