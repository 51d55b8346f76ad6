using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>
/// The levels of one state of the world, the observed one or a counterfactual, side by side in the same form. Million USD;
/// prices are ratios to the baseline.
/// </summary>
public sealed class Outcome
{
    private Lazy<ImmutableArray<RouteTotals>>? _ways;
    private readonly double[] _wages;
    private readonly double[] _costs;
    private readonly double[] _incomes;
    private readonly double[] _priceIndices;
    private readonly double[] _outputs;

    private Outcome(Baseline baseline, TradeFlows flows, double[] wages, double[] costs, double[] incomes, double[] priceIndices, double[] outputs)
    {
        Baseline = baseline;
        Flows = flows;
        _wages = wages;
        _costs = costs;
        _incomes = incomes;
        _priceIndices = priceIndices;
        _outputs = outputs;
    }

    /// <summary>The baseline to which prices are ratios.</summary>
    public Baseline Baseline { get; }

    /// <summary>All flows.</summary>
    public TradeFlows Flows { get; }

    /// <summary>Every way of goods through third states, added up where they are first asked for.</summary>
    internal ImmutableArray<RouteTotals> Ways => (_ways ??= new Lazy<ImmutableArray<RouteTotals>>(() => RouteTotals.Of(Flows))).Value;

    /// <summary>Wages by region, ratios.</summary>
    public ReadOnlySpan<double> Wages => _wages;

    /// <summary>Producer prices (unit costs), ratios, [region, sector].</summary>
    public ReadOnlySpan<double> ProducerPrices => _costs;

    /// <summary>Incomes by region.</summary>
    public ReadOnlySpan<double> Incomes => _incomes;

    /// <summary>Consumption price indices by region, ratios.</summary>
    public ReadOnlySpan<double> PriceIndices => _priceIndices;

    /// <summary>Outputs at basic prices, [region, sector].</summary>
    public ReadOnlySpan<double> Outputs => _outputs;

    /// <summary>Value added over output, [region, sector].</summary>
    internal double[] ValueAddedShares { get; private init; } = [];

    /// <summary>Lump payments received less paid by region, in the money of the state; nothing that is held in trust.</summary>
    internal ImmutableArray<double> Transfers { get; private init; }

    /// <summary>What is held in trust of each region's money, in the money of the state.</summary>
    internal ImmutableArray<double> InTrust { get; private init; }

    /// <summary>The observed state.</summary>
    public static Outcome Of(Baseline baseline)
    {
        var n = baseline.RegionCount;
        var incomes = new double[n];
        for (var r = 0; r < n; r++)
            incomes[r] = baseline.Income(new Region(r));
        return new Outcome(
            baseline, TradeFlows.Of(baseline), Ones(n), Ones(n * baseline.SectorCount), incomes, Ones(n), baseline.Outputs.ToArray())
        {
            ValueAddedShares = baseline.Uses.Added,
            Transfers = [.. new double[n]],
            InTrust = [.. new double[n]],
        };
    }

    /// <summary>A counterfactual.</summary>
    public static Outcome Of(Equilibrium equilibrium) => Of(equilibrium, TradeFlows.Of(equilibrium));

    internal static Outcome Of(Equilibrium equilibrium, TradeFlows flows)
    {
        var b = equilibrium.Baseline;
        var prices = new double[b.RegionCount];
        for (var r = 0; r < prices.Length; r++)
            prices[r] = equilibrium.PriceIndex(new Region(r));
        var (transfers, inTrust) = (new double[b.RegionCount], new double[b.RegionCount]);
        foreach (var payment in equilibrium.Shock.Payments)
        {
            (payment.InTrust ? inTrust : transfers)[payment.From.Index] += payment.InTrust ? payment.Amount : -payment.Amount;
            transfers[payment.To.Index] += payment.InTrust ? 0 : payment.Amount;
        }

        return new Outcome(
            b,
            flows,
            equilibrium.Wages.ToArray(),
            equilibrium.Costs(),
            equilibrium.Incomes.ToArray(),
            prices,
            equilibrium.Outputs.ToArray())
        {
            ValueAddedShares = equilibrium.Uses.Added,
            Transfers = [.. transfers],
            InTrust = [.. inTrust],
        };
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        Array.Fill(ones, 1);
        return ones;
    }
}
