using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;

namespace Samarkand.Cases;

/// <summary>The flows that an instrument acts on, as written; what is empty takes the default of the kind.</summary>
internal sealed record FlowScope
{
    /// <summary>Origins; empty for the default side.</summary>
    public ImmutableArray<RegionName> From { get; init; } = [];

    /// <summary>Destinations; empty for the default side.</summary>
    public ImmutableArray<RegionName> To { get; init; } = [];

    /// <summary>True for the opposite direction too.</summary>
    public bool Both { get; init; }

    /// <summary>Sectors; empty for the default of the kind.</summary>
    public ImmutableArray<SectorName> Sectors { get; init; } = [];

    internal static FlowScope Read(Fields fields) =>
        new() { From = fields.Regions("from"), To = fields.Regions("to"), Both = fields.Flag("both"), Sectors = fields.Sectors("sectors") };
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
