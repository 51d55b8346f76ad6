namespace Samarkand.Import;

/// <summary>
/// RAS: finds the flows nearest to those given (in relative entropy) that add up to the totals and balance in every market, by scaling in
/// turn the sales and the inputs of every region-sector to their totals, and purchases and uses of every market to their geometric mean.
/// </summary>
internal static class FlowBalancing
{
    private const int MostSweeps = 20_000;
    private const double Exact = 1e-9;

    /// <summary>Changes the flows in place; the largest relative gap that is left.</summary>
    public static double Fit(Flows flows, Totals totals)
    {
        var gap = double.PositiveInfinity;
        for (var sweep = 0; sweep < MostSweeps && gap > Exact; sweep++)
        {
            gap = Math.Max(FitSales(flows, totals), totals.ValueAdded is null ? 0 : FitInputs(flows, totals));
            gap = Math.Max(gap, FitMarkets(flows));
        }

        return gap;
    }

    private static double FitSales(Flows flows, Totals totals)
    {
        var (n, sales, gap) = (flows.Regions, flows.Sales(), 0.0);
        for (var f = 0; f < flows.Trade.Length; f++)
        {
            var cell = flows.Cell(f / n % n, f / n / n);
            gap = Math.Max(gap, Scale(ref flows.Trade[f], sales[cell], totals.Output[cell]));
        }

        return gap;
    }

    private static double FitInputs(Flows flows, Totals totals)
    {
        var (s, costs, gap) = (flows.Sectors, flows.InputCosts(), 0.0);
        for (var f = 0; f < flows.Inputs.Length; f++)
        {
            var cell = flows.Cell(f / s / s, f % s);
            gap = Math.Max(gap, Scale(ref flows.Inputs[f], costs[cell], totals.InputCost(cell)));
        }

        return gap;
    }

    private static double FitMarkets(Flows flows)
    {
        var (n, s, gap) = (flows.Regions, flows.Sectors, 0.0);
        for (var region = 0; region < n; region++)
        {
            for (var sector = 0; sector < s; sector++)
            {
                var (purchases, uses) = (0.0, flows.Final[flows.Cell(region, sector)]);
                for (var origin = 0; origin < n; origin++)
                    purchases += flows.Trade[flows.Flow(sector, origin, region)];
                var market = flows.Inputs.AsSpan(flows.Input(region, sector, 0), s);
                foreach (var use in market)
                    uses += use;
                var mean = Math.Sqrt(purchases * uses);
                for (var origin = 0; origin < n; origin++)
                    gap = Math.Max(gap, Scale(ref flows.Trade[flows.Flow(sector, origin, region)], purchases, mean));
                foreach (ref var use in market)
                    Scale(ref use, uses, mean);
                Scale(ref flows.Final[flows.Cell(region, sector)], uses, mean);
            }
        }

        return gap;
    }

    private static double Scale(ref double value, double sum, double total)
    {
        if (value == 0 || sum == total)
            return 0;
        value *= total / sum;
        return Math.Abs(total / sum - 1);
    }
}
