using System.Collections.Immutable;

namespace Samarkand.Reports.Tables;

/// <summary>What an estimation of gravity found, as tables show it.</summary>
internal sealed record GravityResult
{
    /// <summary>The title of the coefficients: the method and the model.</summary>
    public required string Title { get; init; }

    /// <summary>The coefficients of the Poisson model, and the corrected ones after them.</summary>
    public required ImmutableArray<CoefficientRow> Poisson { get; init; }

    /// <summary>The coefficients of least squares of the logarithm; empty where they were not asked for.</summary>
    public ImmutableArray<CoefficientRow> LeastSquares { get; init; } = [];

    /// <summary>Trade elasticities; empty where none was asked for.</summary>
    public ImmutableArray<ElasticityRow> Elasticities { get; init; } = [];

    /// <summary>Which states the agreement is between.</summary>
    public string Members { get; init; } = "";

    /// <summary>What an agreement brings; empty where none was asked for.</summary>
    public ImmutableArray<AgreementRow> Agreement { get; init; } = [];

    /// <summary>How many rows of the data were used, and how many not for which reason.</summary>
    public required ImmutableArray<RowsRow> Rows { get; init; }
}

/// <summary>A coefficient.</summary>
internal readonly record struct CoefficientRow(string Term, double Estimate, double Error, double Z, double P);

/// <summary>A trade elasticity, above zero, with its error.</summary>
internal readonly record struct ElasticityRow(string Sector, double Theta, double Error);

/// <summary>What an agreement brings a state, in percent.</summary>
internal readonly record struct AgreementRow(string State, double RealIncome, double Low, double High, double Price, double Index, double Exports);

/// <summary>Some rows of the data, and what became of them.</summary>
internal readonly record struct RowsRow(string Rows, double Count, string Why);

/// <summary>The tables of an estimation. Names and columns are stable.</summary>
internal static class GravityTables
{
    public const string Coefficients = "coefficients";

    public static ImmutableArray<TableSpec<GravityResult>> All { get; } =
    [
        new(Coefficients, "Poisson pseudo maximum likelihood", () => Rows(result => result.Poisson, "exp(x b + fixed effects)").Titled(result => result.Title).Shape()),
        new("coefficients-ols", "Least squares of the logarithm, on the rows above zero", () => Rows(result => result.LeastSquares, "x b + fixed effects, for the logarithm").Shape()),
        new("sector-elasticities", "Trade elasticities from the coefficient of a cost", () => TableDraft
            .Of((GravityResult result) => result.Elasticities)
            .Text("sector", "Sector", Units.Text, "The sector, as the data have it; `all` where sectors are not estimated by themselves.", row => row.Sector)
            .Number("theta", "Elasticity", Units.OfTheRow, "By how many percent trade falls when its cost rises by one percent.", row => row.Theta, 3)
            .Number("std_error", "Std. error", Units.OfTheRow, "Its standard error, that of the coefficient.", row => row.Error, 3)
            .Shape()),
        new("agreement", "What an agreement brings, in general equilibrium", () => TableDraft
            .Of((GravityResult result) => result.Agreement)
            .Titled(result => $"What the agreement between {result.Members} brings, percent")
            .Text("state", "State", Units.Name, "The state, as the data have it.", row => row.State)
            .Number("real_income_pct", "Real income %", Units.Percent, "Change of real income: of what the state earns over its price index.", row => row.RealIncome, 3)
            .Number("low_pct", "low", Units.Percent, "The 2.5th percentile of that over draws of the coefficient, and of the elasticity where it is estimated, from their covariance.", row => row.Low, 3)
            .Number("high_pct", "high", Units.Percent, "The 97.5th percentile.", row => row.High, 3)
            .Number("price_pct", "Factory price %", Units.Percent, "Change of the price at the factory gate.", row => row.Price, 3)
            .Number("price_index_pct", "Price index %", Units.Percent, "Change of the price index of buyers, the inward multilateral resistance.", row => row.Index, 3)
            .Number("exports_pct", "Exports %", Units.Percent, "Change of sales to others.", row => row.Exports, 3)
            .Shape()),
        new("rows", "What became of the rows of the data", () => TableDraft
            .Of((GravityResult result) => result.Rows)
            .Text("rows", "Rows", Units.Word, "`used`, `incomplete`, `alone`, `zero-group` or `separated`.", row => row.Rows)
            .Number("count", "Number", Units.Count, "How many they are.", row => row.Count, 0)
            .Text("why", "Why", Units.Text, "Why they were left out.", row => row.Why)
            .Shape()),
    ];

    private static TableDraft<GravityResult, CoefficientRow> Rows(Func<GravityResult, ImmutableArray<CoefficientRow>> rows, string model) => TableDraft
        .Of((GravityResult result) => rows(result))
        .Text("term", "Term", Units.Text, "The term of the formula; `[bias-corrected]` after it marks the correction of Weidner and Zylkin (2021).", row => row.Term)
        .Number("estimate", "Estimate", Units.OfTheRow, $"Its coefficient b in {model}.", row => row.Estimate, 4)
        .Number("std_error", "Std. error", Units.OfTheRow, "Its standard error, robust or clustered as was asked.", row => row.Error, 4)
        .Number("z", "z", Units.Deviations, "The coefficient over its error.", row => row.Z, 2)
        .Number("p", "p", Units.Share, "The chance of a z as far from zero under a normal distribution.", row => row.P, 3);
}
