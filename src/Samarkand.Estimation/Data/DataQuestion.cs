using System.Collections.Immutable;
using Samarkand.Estimation.Formulas;

namespace Samarkand.Estimation.Data;

/// <summary>Which data an estimation wants.</summary>
/// <param name="Files">The tables, one or several of the same columns: CSV or Parquet.</param>
/// <param name="Formula">The model.</param>
internal sealed record DataQuestion(ImmutableArray<string> Files, Formula Formula)
{
    /// <summary>A column of weights, or null.</summary>
    public Term? Weights { get; init; }

    /// <summary>What is added to the predictor, or null.</summary>
    public Term? Offset { get; init; }

    /// <summary>By what errors are clustered.</summary>
    public ImmutableArray<GroupName> Clusters { get; init; } = [];

    /// <summary>Which rows are used: a condition in SQL, or null for all.</summary>
    public string? Where { get; init; }

    /// <summary>Groupings that are read beside, with their labels.</summary>
    public ImmutableArray<GroupName> Carried { get; init; } = [];

    /// <summary>A column of years and how far apart those that are used stand, counted back from the last; null for all years.</summary>
    public (string Column, int Years)? Interval { get; init; }
}

/// <summary>What became of the rows of the tables.</summary>
/// <param name="Rows">How many rows the tables hold, those left out by a condition or an interval taken off.</param>
/// <param name="Incomplete">Rows in which a number or a group is missing.</param>
internal sealed record ReadRows(long Rows, long Incomplete);
