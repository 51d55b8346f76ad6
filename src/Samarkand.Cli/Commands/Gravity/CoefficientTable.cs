using Samarkand.Estimation.Regression;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>Coefficients as a table; its columns are stable.</summary>
internal static class CoefficientTable
{
    public static Table Of(string name, string title, IReadOnlyList<Coefficient> rows) => new(name, title,
    [
        new TextColumn("term", "Term", [.. rows.Select(row => row.Term)]),
        new NumberColumn("estimate", "Estimate", [.. rows.Select(row => row.Value)], 4),
        new NumberColumn("std_error", "Std. error", [.. rows.Select(row => row.Error)], 4),
        new NumberColumn("z", "z", [.. rows.Select(row => row.Z)], 2),
        new NumberColumn("p", "p", [.. rows.Select(row => row.P)], 3),
    ]);
}
