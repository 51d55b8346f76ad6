using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>
/// Markets that a case leaves with hardly any seller. Few varieties then count for as much as all did, at a price of many times the sellers' own, and what the
/// state loses is no estimate (docs/method.md, section 1c).
/// </summary>
internal static class ScarcityGrounds
{
    private const double Times = 10;

    // Of the buyers' value added; dearer goods that hardly anybody buys change no figure.
    private const double LeastShare = 0.001;

    private const int Most = 4;

    /// <summary>One line, or none.</summary>
    public static IEnumerable<string> Of(CaseAnswer answer)
    {
        var (at, world) = (answer.Equilibrium, answer.Case.World);
        var n = world.Regions.Length;
        var scarce = Enumerable.Range(0, at.Prices.Length)
            .Select(cell => (Sector: new Sector(cell / n), Region: new Region(cell % n), Price: at.Prices[cell]))
            .Where(market => market.Price > Times && at.Baseline.Expenditures[market.Sector.Index * n + market.Region.Index] > LeastShare * at.Baseline.ValueAdded[market.Region.Index])
            .OrderByDescending(market => market.Price)
            .ToArray();
        if (scarce.Length == 0)
            yield break;
        var names = string.Join(", ", scarce.Take(Most).Select(market => FormattableString.Invariant($"{world.Code(market.Sector)} in {world.Code(market.Region)} ({market.Price:0} times its price)")));
        var more = scarce.Length > Most ? FormattableString.Invariant($" and {scarce.Length - Most} more") : "";
        yield return $"Hardly any seller is left for {names}{more}: what these states lose says that they are exposed, and is no estimate of how much.";
    }
}
