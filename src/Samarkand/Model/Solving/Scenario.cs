using System.Collections.Immutable;
using Samarkand.Model.Vectors;
using Samarkand.Worlds;

namespace Samarkand.Model.Solving;

/// <summary>
/// A shock turned into the weights of a sweep. Sectors that the shock leaves alone are read from the baseline; the others are
/// copied once. Belongs to one workspace and is set anew for each solve.
/// </summary>
internal sealed unsafe class Scenario
{
    private readonly PackedBaseline _base;
    private readonly PackedSingles? _singles;
    private readonly SectorOverlay?[] _overlays;
    private readonly List<FlowBlock> _touched = [];
    private readonly bool[] _manyWedges;
    private readonly ImmutableArray<Region> _everyone;

    public Scenario(PackedBaseline packed, bool keepsSingles = false)
    {
        (_base, _everyone) = (packed, [.. Enumerable.Range(0, packed.N).Select(r => new Region(r))]);
        _singles = keepsSingles ? packed.Singles : null;
        SingleWeights = new float*[_singles is null ? 0 : packed.S];
        SingleBasicWeights = new float*[_singles is null ? 0 : packed.S];
        _overlays = new SectorOverlay?[packed.S];
        Weights = new double*[packed.S];
        BasicWeights = new double*[packed.S];
        _manyWedges = new bool[packed.S];
        LumpPayments = new double[packed.N];
        MinusElasticities = packed.MinusElasticities;
    }

    /// <summary>A = pi k^-theta by sector, [origin][destination].</summary>
    public double*[] Weights { get; }

    /// <summary>A / prod(1 + tau') by sector; the same block as <see cref="Weights"/> where the sector has no wedge.</summary>
    public double*[] BasicWeights { get; }

    /// <summary><see cref="Weights"/> in single precision; empty where the scenario keeps none.</summary>
    public float*[] SingleWeights { get; }

    /// <summary><see cref="BasicWeights"/> in single precision.</summary>
    public float*[] SingleBasicWeights { get; }

    /// <summary>Payments in proportion to single flows; the wedges that do not belong to the importer are among them.</summary>
    public List<FlowTransfer> Transfers { get; } = [];

    /// <summary>Net lump payments received by region less its purchases for others, million USD.</summary>
    public double[] LumpPayments { get; }

    /// <summary>The state whose balance answers where the closure confines one; null for none.</summary>
    public Region? Confined { get; private set; }

    /// <summary>Purchases that no income of the model decides.</summary>
    public ImmutableArray<Purchase> Purchases { get; private set; } = [];

    /// <summary>Who sells what conduits buy with their margins.</summary>
    public Handling? Handling { get; private set; }

    /// <summary>Markets split into a listed and a free part.</summary>
    public MarketSplits Splits { get; } = new();

    /// <summary>Markets that are one market with so much to share.</summary>
    public PooledMarkets Pools { get; } = new();

    /// <summary>True where some weight became exactly zero: only then can a market lose its suppliers.</summary>
    public bool HasBans { get; private set; }

    /// <summary>True where wedges or payments on flows make revenue part of the state.</summary>
    public bool HasRevenue { get; private set; }

    /// <summary>True where the sector's importers' revenue is what is paid less what is received; few wedges are among the transfers.</summary>
    public bool HasManyWedges(int sector) => _manyWedges[sector];

    /// <summary>-theta by sector.</summary>
    public double* MinusElasticities { get; private set; }

    /// <summary>The shock that is set; null before the first, and where setting one failed.</summary>
    public Shock? Shock { get; private set; }

    /// <summary>The flows on which the shock changed a weight.</summary>
    public IReadOnlyList<FlowBlock> Touched => _touched;

    public void Set(Shock shock) => Set(shock, _base.MinusElasticities);

    /// <summary>Sets a shock at other elasticities than the baseline's.</summary>
    public void Set(Shock shock, double* minusElasticities)
    {
        MinusElasticities = minusElasticities;
        Shock = null;
        Restore();
        Array.Clear(LumpPayments);
        Transfers.Clear();
        HasBans = false;
        foreach (var change in shock.Costs)
            Apply(change);
        foreach (var change in shock.Reweightings)
            Apply(change);
        foreach (var wedge in shock.Wedges)
            Apply(wedge);
        foreach (var tariff in shock.Tariffs)
            Apply(tariff);
        Divide();
        HasRevenue = _base.HasTariffs;
        for (var k = 0; k < _base.S; k++)
            Settle(k);
        if (_singles is not null)
            Round(_singles);
        foreach (var payment in shock.FlowPayments)
            Apply(payment);
        Confined = shock.Confined;
        foreach (var payment in shock.Payments)
        {
            if (payment.InTrust)
                continue;
            LumpPayments[payment.From.Index] -= payment.Amount;
            LumpPayments[payment.To.Index] += payment.Amount;
        }

        Purchases = shock.Purchases;
        foreach (var purchase in shock.Purchases)
            LumpPayments[purchase.Buyer.Index] -= purchase.Amount;
        Handling = shock.Handling;
        Splits.Set(shock, this, _base);
        Pools.Set(shock.Pools);
        HasRevenue |= Transfers.Count > 0 || Splits.AnyRouted || Pools.Any;
        HasBans |= Splits.Any;
        Shock = shock;
    }

    private SectorOverlay Overlay(int sector) => _overlays[sector] ??= new SectorOverlay(_base, sector);

    private void Restore()
    {
        foreach (var flows in _touched)
        {
            foreach (var sector in flows.Sectors)
                Overlay(sector.Index).Restore(flows);
        }

        _touched.Clear();
        foreach (var overlay in _overlays)
            overlay?.Reset();
    }

    private void Apply(CostChange change)
    {
        _touched.Add(change.Flows);
        foreach (var sector in change.Flows.Sectors)
        {
            var power = Math.Pow(change.Factor, MinusElasticities[sector.Index]);
            var multiplier = change.Share == 1 ? power : 1 - change.Share + change.Share * power;
            HasBans |= multiplier == 0;
            var weights = Overlay(sector.Index).Weights;
            foreach (var i in change.Flows.Origins.AsSpan())
            {
                foreach (var j in change.Flows.Destinations.AsSpan())
                {
                    if (i != j)
                        weights[i.Index * _base.RowN + j.Index] *= multiplier;
                }
            }
        }
    }

    private void Apply(Reweighting change)
    {
        _touched.Add(new FlowBlock(_everyone, [change.Destination], [change.Sector]));
        var weights = Overlay(change.Sector.Index).Weights;
        for (var i = 0; i < change.Ratios.Length; i++)
        {
            HasBans |= change.Ratios[i] == 0;
            if (i != change.Destination.Index)
                weights[i * _base.RowN + change.Destination.Index] *= change.Ratios[i];
        }
    }

    private void Apply(Wedge wedge)
    {
        _touched.Add(wedge.Flows);
        foreach (var sector in wedge.Flows.Sectors)
        {
            var weights = Overlay(sector.Index).Weights;
            var wedges = Overlay(sector.Index).Wedges;
            var multiplier = Math.Pow(1 + wedge.Rate, MinusElasticities[sector.Index]);
            foreach (var i in wedge.Flows.Origins)
            {
                foreach (var j in wedge.Flows.Destinations)
                {
                    if (i == j)
                        continue;
                    var cell = i.Index * _base.RowN + j.Index;
                    // Whatever the buyer pays above the basic price counts as the importer's; the owner's part is passed on.
                    if (wedge.Owner is { } owner && owner != j)
                        Transfers.Add(new FlowTransfer(sector.Index, i.Index, j.Index, j.Index, owner.Index, wedge.Rate * wedges[cell]));
                    wedges[cell] *= 1 + wedge.Rate;
                    weights[cell] *= multiplier;
                }
            }
        }
    }

    private void Apply(TariffChange tariff)
    {
        _touched.Add(tariff.Flows);
        foreach (var sector in tariff.Flows.Sectors)
        {
            var weights = Overlay(sector.Index).Weights;
            var tariffs = Overlay(sector.Index).Tariffs;
            var (lastRatio, lastPower) = (1.0, 1.0);
            foreach (var i in tariff.Flows.Origins)
            {
                foreach (var j in tariff.Flows.Destinations)
                {
                    if (i == j)
                        continue;
                    var cell = i.Index * _base.RowN + j.Index;
                    var ratio = (tariffs[cell] + tariff.Rate) / tariffs[cell];
                    if (ratio != lastRatio)
                        (lastRatio, lastPower) = (ratio, Math.Pow(ratio, MinusElasticities[sector.Index]));
                    tariffs[cell] += tariff.Rate;
                    weights[cell] *= lastPower;
                }
            }
        }
    }

    private void Apply(FlowPayment payment)
    {
        foreach (var sector in payment.Flows.Sectors)
        {
            foreach (var i in payment.Flows.Origins)
            {
                foreach (var j in payment.Flows.Destinations)
                {
                    if (i != j)
                        Transfers.Add(new FlowTransfer(sector.Index, i.Index, j.Index, i.Index, j.Index, payment.Rate));
                }
            }
        }
    }

    private void Divide()
    {
        foreach (var flows in _touched)
        {
            foreach (var sector in flows.Sectors)
            {
                var overlay = Overlay(sector.Index);
                if (_base.HasTariffs || overlay.HasTariffs || overlay.HasWedges)
                    overlay.Divide(flows);
            }
        }
    }

    private void Round(PackedSingles singles)
    {
        foreach (var flows in _touched)
        {
            foreach (var sector in flows.Sectors)
                Overlay(sector.Index).Round(flows, singles);
        }

        for (var k = 0; k < _base.S; k++)
        {
            var (overlay, block) = (Weights[k] == _base.Shares + k * _base.TradeBlock ? null : _overlays[k], k * _base.TradeBlock);
            SingleWeights[k] = overlay is null ? singles.Shares + block : overlay.SingleWeights(singles);
            SingleBasicWeights[k] = overlay is null ? singles.BasicShares + block : BasicWeights[k] == Weights[k] ? SingleWeights[k] : overlay.SingleBasicWeights(singles);
        }
    }

    private void Settle(int sector)
    {
        _manyWedges[sector] = _base.HasTariffs;
        if (_overlays[sector] is not { HasWeights: true } overlay)
        {
            var shares = _base.Shares + sector * _base.TradeBlock;
            Weights[sector] = shares;
            BasicWeights[sector] = _base.HasTariffs ? _base.BasicShares + sector * _base.TradeBlock : shares;
            return;
        }

        var divided = _base.HasTariffs || overlay.HasTariffs || overlay.HasWedges;
        Weights[sector] = overlay.Weights;
        BasicWeights[sector] = divided ? overlay.BasicWeights : overlay.Weights;
        HasRevenue |= divided;
        if (!divided || _base.HasTariffs)
            return;
        _manyWedges[sector] = overlay.Wedged.Count > overlay.Few;
        foreach (var cell in _manyWedges[sector] ? [] : overlay.Wedged)
        {
            var (origin, destination) = (cell / _base.RowN, cell % _base.RowN);
            Transfers.Add(new FlowTransfer(sector, origin, destination, FlowTransfer.Buyers, destination, overlay.Factor(cell) - 1));
        }
    }
}

/// <summary>A payment of <paramref name="Rate"/> times one flow's value at basic prices.</summary>
internal readonly record struct FlowTransfer(int Sector, int Origin, int Destination, int From, int To, double Rate)
{
    /// <summary>In place of a region that pays: the buyers, above the basic price.</summary>
    public const int Buyers = -1;
}
