using Samarkand.Cases.Binding.Routes;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>A ban of a share of varieties.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Coverage">Share of varieties banned, in [0, 1]; 0 where nothing of a list is in force.</param>
/// <param name="CommonList">True where all origins are closed to one common list of goods.</param>
internal abstract record Ban(InstrumentHead Head, FlowScope Scope, double Coverage, bool CommonList) : FlowInstrument(Head, Scope)
{
    /// <summary>What the coverage comes from; null where the case writes it.</summary>
    public ListedShare? Listed { get; init; }

    internal override FormattableString Size
    {
        get
        {
            var list = CommonList ? ", one list common to all senders" : "";
            return Coverage == 1 ? Words($"all varieties{list}") : Words($"{Percent(Coverage)} of the varieties{list}");
        }
    }

    internal override RouteImpact OnRoutes => Coverage == 0 ? RouteImpact.None : new()
    {
        Banned = Coverage,
        IsListed = CommonList,
        IsEnforcedAtOrigin = IsEnforcedAtOrigin,
        LegShare = Coverage,
        LegFactor = double.PositiveInfinity,
    };

    /// <summary>True where the seller's side enforces it.</summary>
    private protected abstract bool IsEnforcedAtOrigin { get; }

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Coverage = share * Coverage };

    /// <summary>Of a list, what was in force on those days.</summary>
    internal override Instrument Over(Period period)
    {
        if (Listed is not { } listed)
            return base.Over(period);
        var (from, until) = period.InForce(Head);
        // A coverage that was drawn or set apart from the list keeps its distance to it.
        return this with { Coverage = period.ShareInForce(Head) * listed.Mean(from, until) * (listed.Own == 0 ? 1 : Coverage / listed.Own) };
    }

    internal override Shock ToShock(BoundInstrument bound) => Coverage == 0 ? new() : CommonList
        ? new() { ListedBans = [.. bound.Flows.Select(block => new ListedBan(block, Coverage))] }
        : new() { Costs = [.. bound.Flows.Select(block => new CostChange(block, double.PositiveInfinity, Coverage))] };
}
