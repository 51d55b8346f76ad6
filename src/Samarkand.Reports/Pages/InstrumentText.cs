using System.Globalization;
using Samarkand.Cases;
using static Samarkand.Reports.Pages.Charts.Figures;

namespace Samarkand.Reports.Pages;

/// <summary>An instrument in words: its size, then what it acts on.</summary>
internal static class InstrumentText
{
    public static string Of(BoundInstrument bound, Cast people)
    {
        var size = Size(bound, people);
        return bound.Instrument is FlowInstrument flow && !bound.Flows.IsEmpty
            ? $"{size}; {Sectors(flow)}, from {people.Together(bound.Flows[0].Origins)} to {people.Together(bound.Flows[0].Destinations)}{(flow.Scope.Both ? ", and back" : "")}."
            : $"{size}.";
    }

    private static string Size(BoundInstrument bound, Cast people) => bound.Instrument switch
    {
        TradeCost cost => (double.IsInfinity(cost.Factor) ? "no trade at all" : Invariant($"costs times {cost.Factor:0.####}")) + Part(cost.Share),
        ExportBan ban => Coverage(ban.Coverage, ban.CommonList),
        ImportBan ban => Coverage(ban.Coverage, ban.CommonList),
        Tariff tariff => $"{Percent(tariff.Rate)} on top of the world's",
        PriceCap cap => $"{Percent(cap.Discount)} below the market",
        PaymentsCut cut => $"{Percent(cut.Cost)} dearer on {Percent(cut.Settled)} of the trade",
        OverCompliance fear => Invariant($"firms leave at a perceived risk of {fear.Risk:0.####} (who complies: {fear.RiskComply:0.####})"),
        Supply supply => $"{Percent(supply.Discount)} cheaper, at the expense of {(supply.PaidBy is { } payer ? people.Name(payer.Text) : "who sends it")}",
        TransportInterruption transport => $"{Percent(transport.Cost)} of the value on top{Part(transport.Share)}",
        AssetFreeze freeze => $"{Billions(freeze.AmountMusd)} frozen, with a yield of {Percent(freeze.Yield)}{Yearly(bound)}",
        MoneyInstrument money => $"{Billions(money.AmountMusd)}{Yearly(bound)}",
        _ => "of the size that the case gives",
    };

    private static string Coverage(double share, bool commonList) =>
        $"{(share == 1 ? "all varieties" : $"{Percent(share)} of the varieties")}{(commonList ? ", one list common to all senders" : "")}";

    private static string Part(double share) => share == 1 ? "" : Invariant($", for {100 * share:0.##} percent of the trade");

    private static string Yearly(BoundInstrument bound) =>
        bound.Payments.IsEmpty ? "" : $": {Billions(bound.Payments.Sum(payment => payment.Amount))} a year change hands";

    private static string Billions(double musd) => Invariant($"{musd / 1000:#,0.##} bn USD");

    private static string Sectors(FlowInstrument flow)
    {
        var names = flow.Scope.Sectors.IsEmpty ? flow.DefaultSectors : string.Join(", ", flow.Scope.Sectors.Select(name => name.Text));
        return names == "all" ? "all sectors" : names;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
