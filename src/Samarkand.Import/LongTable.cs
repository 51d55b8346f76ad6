using System.Collections.Immutable;

namespace Samarkand.Import;

/// <summary>A table with a row for each flow and use: origin, sector, destination, use, value.</summary>
/// <param name="Files">The files that hold it together: <c>.csv</c>, <c>.csv.gz</c> or <c>.parquet</c>.</param>
public sealed record LongTable(ImmutableArray<string> Files)
{
    /// <summary>The names of the five columns in the files.</summary>
    public LongColumns Columns { get; init; } = LongColumns.Standard;

    /// <summary>Codes of final categories besides <see cref="FinalCategories.Known"/>.</summary>
    public ImmutableArray<string> OwnFinalCategories { get; init; } = [];

    /// <summary>Final categories of the layout by which the columns were found.</summary>
    internal ImmutableArray<string> LayoutFinals { get; init; } = [];

    /// <summary>Codes of rows that hold value added or taxes instead of goods, besides those that published tables have.</summary>
    public ImmutableArray<string> OwnPrimaryInputs { get; init; } = [];

    /// <summary>The unit of the values.</summary>
    public ValueUnit Unit { get; init; } = ValueUnit.Million;

    /// <summary>A table region,sector,output[,value-added] that the flows must add up to; null where there is none.</summary>
    public string? TotalsFile { get; init; }
}

/// <summary>The unit of a table's values, in current US dollars.</summary>
public enum ValueUnit
{
    /// <summary>Dollars.</summary>
    Usd,

    /// <summary>Thousand dollars.</summary>
    Thousand,

    /// <summary>Million dollars, the unit of worlds.</summary>
    Million,

    /// <summary>Billion dollars.</summary>
    Billion,
}
