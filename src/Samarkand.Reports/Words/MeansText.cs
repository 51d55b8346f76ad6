using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;

namespace Samarkand.Reports.Words;

/// <summary>Combinations of a rescuer's means in words.</summary>
internal static class MeansText
{
    /// <summary>What a combination gives, at its size: <c>goods 15 percent cheaper and 20.0 bn USD of money</c>.</summary>
    public static string Of(MeansChoice choice, MeansMix mix) => mix.Count == 0
        ? "to give nothing and let goods through"
        : Named.List([.. mix.Of(choice.Means).Select(means => means.Head.Name is { } name ? $"{name} ({Size(means)})" : Size(means))]);

    /// <summary>Which combination is the best, and whether it pays: the start of what the verdict says of a rescue.</summary>
    public static string Best(MeansChoice choice)
    {
        var settled = choice.IsSettled ? "" : " (what is best moves with the equilibrium that it leads to, so that this is one of several)";
        if (choice.Offer.PaysForBoth)
            return FormattableString.Invariant($"of {choice.Offers.Length} combinations of its means the best for both is {Of(choice, choice.Offer.Mix)}{settled}.");
        var most = choice.Offers.Where(offer => double.IsFinite(offer.Together)).Select(offer => offer.Together).DefaultIfEmpty(double.NaN).Max();
        var together = most > 0 ? $", though together the two could gain {Amounts.Money(most)} if one paid the other"
            : most < 0 ? $": together the two lose at least {Amounts.Money(most)}"
            : "";
        return FormattableString.Invariant($"none of {choice.Offers.Length} combinations of its means pays for both{together}. The cheapest is {Of(choice, choice.Offer.Mix)}{settled}.");
    }

    private static string Size(Instrument means) => means switch
    {
        Supply supply => $"{Goods(supply.Scope)} {Percent(supply.Discount)} cheaper",
        Transfer transfer => $"{Amounts.Money(transfer.AmountMusd)} of money",
        Arms arms => $"{Amounts.Money(arms.AmountMusd)} of arms",
        TradeCost cost => string.Create(CultureInfo.InvariantCulture, $"costs of trade times {cost.Factor:0.###} on {Percent(cost.Share)} of it"),
        Tariff tariff => $"duties {Percent(tariff.Rate)} {(tariff.Rate < 0 ? "lower" : "higher")}",
        PriceCap cap => $"purchases {Percent(cap.Discount)} below the market",
        _ => means.Kind,
    };

    private static string Goods(FlowScope scope) => scope.Sectors.IsEmpty ? "goods" : Named.List([.. scope.Sectors.Select(sector => sector.Text)]);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * Math.Abs(share):0.##} percent");
}
