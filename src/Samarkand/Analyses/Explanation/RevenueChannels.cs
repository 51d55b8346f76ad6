using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Explanation;

/// <summary>
/// The change of what each region receives of wedges and payments, million USD, flow by flow: an importer receives what its buyers
/// pay above the basic price and passes on what others own; conduits keep what their margins leave after their own services.
/// </summary>
internal sealed class RevenueChannels
{
    private readonly Baseline _baseline;
    private readonly TradeFlows _before;
    private readonly TradeFlows _after;
    private readonly double[] _routed;
    private readonly double[] _margins;
    private readonly Dictionary<(Region Region, ChannelKind Kind, Region? Partner, Sector? Sector), double> _changes = [];

    private RevenueChannels(Baseline baseline, TradeFlows before, TradeFlows after)
    {
        (_baseline, _before, _after) = (baseline, before, after);
        (_routed, _margins) = (new double[after.Basic.Length], new double[after.Basic.Length]);
        foreach (var flow in after.Routed)
        {
            _routed[Cell(flow.Sector, flow.Origin, flow.Destination)] += flow.Basic;
            _margins[Cell(flow.Sector, flow.Origin, flow.Destination)] += flow.Margin;
        }
    }

    /// <summary>The changes of every region, those of lump sums and purchases among them.</summary>
    public static ILookup<Region, (ChannelKind Kind, Region? Partner, Sector? Sector, double Change)> Of(
        Shock shock, IReadOnlyList<FlowTransfer> transfers, Baseline baseline, TradeFlows before, TradeFlows after)
    {
        var changes = new RevenueChannels(baseline, before, after);
        changes.AddBuyers();
        foreach (var transfer in transfers)
            changes.Add(transfer);
        changes.AddTransit(shock.Handling);
        foreach (var payment in shock.Payments)
        {
            changes.Add(payment.From, ChannelKind.Payments, payment.To, null, -payment.Amount);
            if (!payment.InTrust)
                changes.Add(payment.To, ChannelKind.Payments, payment.From, null, payment.Amount);
        }

        foreach (var (buyer, sector, amount) in shock.Purchases)
            changes.Add(buyer, ChannelKind.Purchases, null, sector, -amount);
        return changes._changes.ToLookup(entry => entry.Key.Region, entry => (entry.Key.Kind, entry.Key.Partner, entry.Key.Sector, entry.Value));
    }

    private void AddBuyers()
    {
        for (var cell = 0; cell < _margins.Length; cell++)
        {
            var n = _baseline.RegionCount;
            var change = _after.Buyers[cell] - _after.Basic[cell] - _margins[cell] - (_before.Buyers[cell] - _before.Basic[cell]);
            if (change != 0)
                Add(new Region(cell % n), ChannelKind.Revenue, new Region(cell / n % n), new Sector(cell / n / n), change);
        }
    }

    // Goods that go through third states pay and are paid nothing here.
    private void Add(FlowTransfer transfer)
    {
        if (transfer.From == FlowTransfer.Buyers)
            return;
        var (sector, origin, destination) = (new Sector(transfer.Sector), new Region(transfer.Origin), new Region(transfer.Destination));
        var cell = Cell(sector, origin, destination);
        var amount = transfer.Rate * (_after.Basic[cell] - _routed[cell]);
        if (transfer.From == transfer.Origin)
        {
            Add(origin, ChannelKind.Payments, destination, sector, -amount);
            Add(destination, ChannelKind.Payments, origin, sector, amount);
            return;
        }

        var owner = new Region(transfer.To);
        Add(destination, ChannelKind.Revenue, origin, sector, -amount);
        Add(owner, ChannelKind.Revenue, owner == destination ? origin : destination, sector, amount);
    }

    private void AddTransit(Handling? handling)
    {
        foreach (var flow in _after.Routed)
        {
            var outputs = handling?.Sectors.Sum(sector => _baseline.Outputs[flow.Conduit.Index * _baseline.SectorCount + sector.Index]) ?? 0;
            Add(flow.Conduit, ChannelKind.Transit, flow.Destination, flow.Sector, flow.Margin * (outputs > 0 ? 1 - handling!.Share : 1));
        }
    }

    private void Add(Region region, ChannelKind kind, Region? partner, Sector? sector, double change)
    {
        _changes.TryGetValue((region, kind, partner, sector), out var before);
        _changes[(region, kind, partner, sector)] = before + change;
    }

    private int Cell(Sector sector, Region origin, Region destination) =>
        Cube.At(_baseline.RegionCount, sector, origin, destination);
}
