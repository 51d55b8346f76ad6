using System.Collections.Immutable;

namespace Samarkand.Estimation.Leaks;

/// <summary>Which trade is looked at.</summary>
/// <param name="Files">Tables of the same columns: CSV or Parquet.</param>
internal sealed record LeakData(ImmutableArray<string> Files)
{
    /// <summary>The names of columns in the files, by what they hold: reporter, partner, product, period, value, quantity, flow, currency.</summary>
    public ImmutableDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whose exports are looked at; every reporter but the states where none is named.</summary>
    public ImmutableArray<string> Coalition { get; init; } = [];

    /// <summary>The states under the bans.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>How products are grouped: by the first two, four or six digits, by tiers of the list, or not at all.</summary>
    public ProductGroups By { get; init; } = ProductGroups.Hs2;

    /// <summary>The list of codes under the bans, with a tier each.</summary>
    public ImmutableArray<ListedCode> List { get; init; } = [];

    /// <summary>True where products off the list are left out.</summary>
    public bool ListedAlone { get; init; }

    /// <summary>USD for one unit of the money of the data; null for what the name of the column says: USD, or EUR at the yearly rates of the European Central Bank.</summary>
    public double? Rate { get; init; }
}

/// <summary>How products are grouped.</summary>
internal enum ProductGroups
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By chapters of the Harmonized System.</summary>
    Hs2,

    /// <summary>By headings.</summary>
    Hs4,

    /// <summary>By subheadings.</summary>
    Hs6,

    /// <summary>By tiers of the list.</summary>
    Tier,

    /// <summary>By the sectors of the world.</summary>
    Sector,
}

/// <summary>A code under the bans.</summary>
/// <param name="Code">Digits of the Harmonized System.</param>
/// <param name="Tier">Its tier, or empty.</param>
internal sealed record ListedCode(string Code, string Tier);
