namespace Samarkand.Import;

/// <summary>What the flows must add up to, [region, sector], million USD.</summary>
/// <param name="Output">Output at basic prices.</param>
/// <param name="ValueAdded">Value added, taxes less subsidies on inputs included; null where it is not given.</param>
/// <param name="Source">The file that says so.</param>
internal sealed record Totals(double[] Output, double[]? ValueAdded, string Source)
{
    /// <summary>Published tables are rounded: what is below a cent of a million is not a gap.</summary>
    private const double Rounding = 0.01;

    /// <summary>What the inputs of a cell must cost.</summary>
    public double InputCost(int cell) => Math.Max(0, Output[cell] - ValueAdded![cell]);

    /// <summary>Every total that the flows miss, the worst first.</summary>
    public List<TotalGap> Gaps(double[] sales, double[] inputCosts)
    {
        var gaps = new List<TotalGap>();
        for (var cell = 0; cell < Output.Length; cell++)
        {
            Compare(gaps, cell, "sales", sales[cell], Output[cell]);
            if (ValueAdded is not null)
                Compare(gaps, cell, "inputs", inputCosts[cell], InputCost(cell));
        }

        gaps.Sort(static (a, b) => Math.Abs(b.Missing).CompareTo(Math.Abs(a.Missing)));
        return gaps;
    }

    private static void Compare(List<TotalGap> gaps, int cell, string what, double sum, double total)
    {
        if (Math.Abs(sum - total) > Rounding + Samarkand.Worlds.WorldBalance.Tolerance * Math.Max(sum, total))
            gaps.Add(new TotalGap(cell, what, sum, total));
    }
}

/// <summary>A sum of flows that misses its total, in million USD.</summary>
/// <param name="Cell">Region and sector, as in <see cref="Flows.Cell"/>.</param>
/// <param name="What"><c>sales</c> or <c>inputs</c>.</param>
/// <param name="Sum">What the flows add up to.</param>
/// <param name="Total">What they should.</param>
internal sealed record TotalGap(int Cell, string What, double Sum, double Total)
{
    public double Missing => Total - Sum;
}
