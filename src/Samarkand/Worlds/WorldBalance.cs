using System.Collections.Immutable;

namespace Samarkand.Worlds;

/// <summary>
/// How exactly a world's sums agree: whether its baseline is an equilibrium. In every market (region and sector) expenditure at buyers'
/// prices, sum_i M_ij (1 + tau_ij), must equal intermediate plus final use; every region-sector's output must cover its intermediate use.
/// </summary>
public sealed record WorldBalance
{
    internal WorldBalance(double largestGap, double largestIncomeGap, int unbalancedCount, ImmutableArray<MarketGap> worstGaps, ImmutableArray<ValueAddedGap> negativeValueAdded, ImmutableArray<Region> withoutValueAdded) =>
        (LargestGap, LargestIncomeGap, UnbalancedCount, WorstGaps, NegativeValueAdded, WithoutValueAdded) = (largestGap, largestIncomeGap, unbalancedCount, worstGaps, negativeValueAdded, withoutValueAdded);

    /// <summary>The largest relative difference between expenditure and use.</summary>
    public double LargestGap { get; init; }

    /// <summary>The largest relative difference, over regions, between income (value added, tariff revenue and deficit) and final demand. It follows from the markets' gaps.</summary>
    public double LargestIncomeGap { get; init; }

    /// <summary>How many markets have a gap above <see cref="Tolerance"/>.</summary>
    public int UnbalancedCount { get; init; }

    /// <summary>The ten markets with the largest gaps above zero, the worst first.</summary>
    internal ImmutableArray<MarketGap> WorstGaps { get; init; }

    /// <summary>Region-sectors whose intermediate use exceeds output by more than rounding.</summary>
    internal ImmutableArray<ValueAddedGap> NegativeValueAdded { get; init; }

    /// <summary>Regions whose value added is not above zero.</summary>
    public ImmutableArray<Region> WithoutValueAdded { get; init; }

    /// <summary>The largest relative gap of a market that a world may have.</summary>
    public const double Tolerance = 1e-6;

    private const int Worst = 10;
    private const double Rounding = 1e-9;

    /// <summary>Whether the model can start from this world.</summary>
    public bool IsBalanced => UnbalancedCount == 0 && NegativeValueAdded.IsEmpty && WithoutValueAdded.IsEmpty;

    /// <summary>Adds up a world.</summary>
    /// <example>
    /// <code>
    /// using Samarkand.Worlds;
    ///
    /// var balance = WorldBalance.Of(WorldCatalog.Open("samarkand-2021"));
    /// Console.WriteLine($"balanced: {balance.IsBalanced}, largest gap {balance.LargestGap:0.0e+0}");
    /// </code>
    /// </example>
    public static WorldBalance Of(World world)
    {
        var sums = WorldSums.Of(world);
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var gaps = new List<MarketGap>();
        var negative = new List<ValueAddedGap>();
        var without = new List<Region>();
        var (largestIncomeGap, unbalanced) = (0.0, 0);
        for (var j = 0; j < n; j++)
        {
            var (valueAdded, income, final) = (0.0, 0.0, 0.0);
            for (var k = 0; k < s; k++)
            {
                var cell = j * s + k;
                var gap = new MarketGap(new Region(j), new Sector(k), sums.Expenditure[cell], sums.IntermediateUse[cell] + world.Final[cell]);
                if (gap.Relative > 0)
                    gaps.Add(gap);
                if (gap.Relative > Tolerance)
                    unbalanced++;
                if (sums.IntermediateCost[cell] - sums.Output[cell] > Rounding * sums.IntermediateCost[cell])
                    negative.Add(new ValueAddedGap(new Region(j), new Sector(k), sums.Output[cell], sums.IntermediateCost[cell]));
                valueAdded += sums.Output[cell] - sums.IntermediateCost[cell];
                // Output less exports plus imports and tariffs is expenditure, so income is expenditure less intermediate cost.
                income += sums.Expenditure[cell] - sums.IntermediateCost[cell];
                final += world.Final[cell];
            }

            if (!(valueAdded > 0))
                without.Add(new Region(j));
            largestIncomeGap = Math.Max(largestIncomeGap, MarketGap.RelativeGap(income, final));
        }

        gaps.Sort(static (a, b) => b.Relative.CompareTo(a.Relative));
        return new WorldBalance(
            gaps.Count == 0 ? 0 : gaps[0].Relative,
            largestIncomeGap,
            unbalanced,
            [.. gaps.GetRange(0, Math.Min(Worst, gaps.Count))],
            [.. negative],
            [.. without]);
    }
}

/// <summary>A market whose expenditure and use differ, in million USD at buyers' prices.</summary>
/// <param name="Region">The buyers' region.</param>
/// <param name="Sector">What they buy.</param>
/// <param name="Expenditure">What the flows say: their sum over origins, tariffs included.</param>
/// <param name="Use">What the buyers say: intermediate plus final use.</param>
internal sealed record MarketGap(Region Region, Sector Sector, double Expenditure, double Use)
{
    /// <summary>The difference relative to the larger of the two.</summary>
    public double Relative => RelativeGap(Expenditure, Use);

    internal static double RelativeGap(double a, double b) => a == b ? 0 : Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b));
}

/// <summary>A region-sector whose value added is negative, in million USD.</summary>
/// <param name="Region">The region.</param>
/// <param name="Sector">The producing sector.</param>
/// <param name="Output">Its output at basic prices.</param>
/// <param name="IntermediateUse">What it pays for inputs.</param>
internal sealed record ValueAddedGap(Region Region, Sector Sector, double Output, double IntermediateUse);
