using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Turns instruments into changes of the model's primitives.</summary>
internal sealed class ShockBuilder
{
    private readonly ImmutableArray<CostChange>.Builder _costs = ImmutableArray.CreateBuilder<CostChange>();
    private readonly ImmutableArray<ListedBan>.Builder _listedBans = ImmutableArray.CreateBuilder<ListedBan>();
    private readonly ImmutableArray<TariffChange>.Builder _tariffs = ImmutableArray.CreateBuilder<TariffChange>();
    private readonly ImmutableArray<Wedge>.Builder _wedges = ImmutableArray.CreateBuilder<Wedge>();
    private readonly ImmutableArray<FlowPayment>.Builder _flowPayments = ImmutableArray.CreateBuilder<FlowPayment>();
    private readonly ImmutableArray<Payment>.Builder _payments = ImmutableArray.CreateBuilder<Payment>();
    private readonly ImmutableArray<Purchase>.Builder _purchases = ImmutableArray.CreateBuilder<Purchase>();

    /// <summary>The shock of instruments.</summary>
    public static Shock Build(ImmutableArray<BoundInstrument> instruments, ImmutableArray<Sector> mayVanish)
    {
        var builder = new ShockBuilder();
        foreach (var bound in instruments)
        {
            foreach (var block in bound.Flows)
                builder.Add(bound.Instrument, block);
            foreach (var left in bound.Departures)
                builder._costs.Add(new CostChange(new FlowBlock([left.Exporter], [left.Destination], [left.Sector]), double.PositiveInfinity, left.Share));
            builder._wedges.AddRange(bound.Wedges);
            builder._payments.AddRange(bound.Payments);
            builder._purchases.AddRange(bound.Purchases);
        }

        return new Shock
        {
            Costs = builder._costs.ToImmutable(),
            ListedBans = builder._listedBans.ToImmutable(),
            Tariffs = builder._tariffs.ToImmutable(),
            Wedges = builder._wedges.ToImmutable(),
            FlowPayments = builder._flowPayments.ToImmutable(),
            Payments = builder._payments.ToImmutable(),
            Purchases = builder._purchases.ToImmutable(),
            MayVanish = mayVanish,
        };
    }

    private void Add(Instrument instrument, FlowBlock block)
    {
        switch (instrument)
        {
            case TradeCost cost:
                _costs.Add(new CostChange(block, cost.Factor, cost.Share));
                break;
            case ExportBan ban:
                AddBan(block, ban.Coverage, ban.CommonList);
                break;
            case ImportBan ban:
                AddBan(block, ban.Coverage, ban.CommonList);
                break;
            case Tariff tariff:
                _tariffs.Add(new TariffChange(block, tariff.Rate));
                break;
            case PriceCap { MarketVolume: false } cap:
                _flowPayments.Add(new FlowPayment(block, cap.Discount));
                break;
            case PriceCap cap:
                // The buyer pays the market price, of which the exporter keeps 1 - discount.
                _wedges.Add(new Wedge(block, cap.Discount / (1 - cap.Discount), null));
                break;
            case PaymentsCut cut:
                _costs.Add(new CostChange(block, 1 + cut.Cost, cut.Settled));
                break;
            case TransportInterruption interruption:
                _costs.Add(new CostChange(block, 1 + interruption.Cost, interruption.Share));
                break;
        }
    }

    private void AddBan(FlowBlock block, double coverage, bool commonList)
    {
        if (commonList)
            _listedBans.Add(new ListedBan(block, coverage));
        else
            _costs.Add(new CostChange(block, double.PositiveInfinity, coverage));
    }
}
