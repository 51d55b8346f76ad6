using System.Collections.Immutable;

namespace Samarkand.Estimation.Leaks;

/// <summary>Trade by partner, product group and month, added over the reporters that report throughout.</summary>
/// <param name="Partners">Who buys.</param>
/// <param name="Products">What.</param>
/// <param name="Months">When, as year times twelve and the month less one, in order; months in which nobody reported are not there.</param>
/// <param name="Values">The values, in the money of the data: partner by product by month.</param>
internal sealed record TradePanel(ImmutableArray<string> Partners, ImmutableArray<string> Products, ImmutableArray<int> Months, double[] Values)
{
    /// <summary>Quantities in the same order; null where the data have none.</summary>
    public double[]? Quantities { get; init; }

    /// <summary>What states record as sold to the target, in the same order, partners being the states; null where the data have none.</summary>
    public double[]? SoldOn { get; init; }

    /// <summary>What states record as bought from the coalition, in the same order; null where the data have none.</summary>
    public double[]? Recorded { get; init; }

    /// <summary>Of each product group, the part of its trade before that is on the list.</summary>
    public ImmutableArray<double> Listed { get; init; } = [];

    /// <summary>USD for one unit of the money of the data, by month.</summary>
    public ImmutableArray<double> Rates { get; init; } = [];

    /// <summary>What was left out, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public int At(int partner, int product, int month) => (partner * Products.Length + product) * Months.Length + month;

    public static string Month(int month) => FormattableString.Invariant($"{month / 12:0000}-{month % 12 + 1:00}");
}
