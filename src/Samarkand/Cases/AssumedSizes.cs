using System.Collections.Immutable;
using Samarkand.Cases.Instruments;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>
/// The default priors of sizes that no source gives: what a case asks for with <c>assumed: drawn</c> among its priors. A size that has a
/// prior of its own keeps it. The ranges are judgements; those of frictions hold the published settings (docs/method.md, section 10).
/// </summary>
internal static class AssumedSizes
{
    /// <summary>The priors of a case's sizes that have none.</summary>
    /// <param name="theCase">The case.</param>
    /// <param name="place">Where it asks for them.</param>
    public static ImmutableArray<Prior> Of(Case theCase, Place place)
    {
        var own = theCase.Priors.Select(prior => prior.Path).ToHashSet();
        Instrument[] instruments =
        [
            .. theCase.Package, .. theCase.OverCompliance is { } fear ? [fear] : Array.Empty<Instrument>(), .. theCase.Secondary?.Package ?? [], .. theCase.Retaliation?.Package ?? [],
            .. theCase.Players.SelectMany(player => player.Means),
        ];
        var sizes = instruments.SelectMany(instrument => OfInstrument(instrument).Select(size => ($"{instrument.Head.Path}.{size.Key}", size.Law)));
        return
        [
            .. sizes.Concat(OfRoutes(theCase)).Concat(OfOtherBuyers(theCase)).Concat(OfGasPool(theCase))
                .Where(size => !own.Contains(size.Item1))
                .Select(size => new Prior(size.Item1, size.Item2, false, place) { IsAssumed = true }),
        ];
    }

    private static IEnumerable<(string Key, Distribution Law)> OfInstrument(Instrument instrument) => instrument switch
    {
        PaymentsCut cut =>
        [
            ("cost", Around(cut.Cost, 0.03, 0.12)), .. cut.Settled < 1 ? [("settled", Around(cut.Settled, 0.25, 0.75))] : Array.Empty<(string, Distribution)>(),
        ],
        TransportInterruption stop => [("cost", Around(stop.Cost, 0.03, 0.2))],
        // All of a sector is a rule, and nothing in it is estimated.
        Ban { Coverage: > 0 and < 1 } ban => [("coverage", new Triangular(0.6 * ban.Coverage, ban.Coverage, Upper(ban.Coverage, 1.4)))],
        Exit exit => [("share", new Uniform(0.4 * exit.Left, Upper(exit.Left, 1.8)))],
        OverCompliance { Risk: > 0 } fear => [("risk", new Lognormal(fear.Risk, 0.7))],
        PriceCap { Services: { } services } cap => [("services", Around(services, 0.4, 0.9)), ("avoidance", Around(cap.Avoidance, 0.05, 0.3))],
        PriceCap cap => [("discount", new Uniform(0.5 * cap.Discount, Upper(cap.Discount, 1.5)))],
        AssetFreeze freeze => [("yield", Around(freeze.Yield, 0, 0.05))],
        Supply supply => [("discount", new Uniform(0.5 * supply.Discount, Upper(supply.Discount, 1.5)))],
        TradeCost { Factor: > 1 and < double.PositiveInfinity } cost => [("factor", new Uniform(1 + 0.4 * (cost.Factor - 1), 1 + 2 * (cost.Factor - 1)))],
        _ => [],
    };

    private static IEnumerable<(string Path, Distribution Law)> OfRoutes(Case theCase)
    {
        if (theCase.Routes is not { } routes)
            yield break;
        yield return ("routes.elasticity", Around(routes.Elasticity ?? RouteTerms.DefaultElasticity, 8, 14));
        yield return ("routes.evasion", Around(routes.Evasion ?? RouteTerms.DefaultEvasion, 0.05, 0.25));
        yield return ("routes.margin", Around(routes.Margin ?? RouteTerms.DefaultMargin, 0, 0.24));
        if (routes.Congestion is { } congestion)
            yield return ("routes.congestion", Around(congestion, 0, 0.15));
        if (routes.Reach is { } reach)
            yield return ("routes.reach", Around(reach, 0, 1));
        if (routes.Ghost is { } ghost)
            yield return ("routes.ghost", Around(ghost, 0.2, 0.9));
    }

    private static IEnumerable<(string Path, Distribution Law)> OfOtherBuyers(Case theCase)
    {
        if (theCase.OtherBuyers is not { } others)
            yield break;
        yield return ("other-buyers.share", Around(others.Share ?? OtherBuyersTerms.DefaultShare, 0.4, 0.95));
        yield return ("other-buyers.discount", Around(others.Discount ?? OtherBuyersTerms.DefaultDiscount, 0.05, 0.35));
        yield return ("other-buyers.gravity", Around(others.Gravity ?? OtherBuyersTerms.DefaultGravity, 0.2, 0.8));
    }

    private static IEnumerable<(string Path, Distribution Law)> OfGasPool(Case theCase)
    {
        if (theCase.GasPool is not { } pool)
            yield break;
        yield return ("gas-pool.spare", Around(pool.Spare ?? GasPoolTerms.DefaultSpare, 0.5, 1.5));
        yield return ("gas-pool.passed", Around(pool.Passed ?? GasPoolTerms.DefaultPassed, 0.5, 1));
    }

    // A share times a factor, short of all.
    private static double Upper(double share, double factor) => Math.Min(factor * share, (1 + share) / 2);

    // A range of the kind, wide enough for what the case says.
    private static Uniform Around(double value, double low, double high) => new(Math.Min(low, value), Math.Max(high, value));
}
