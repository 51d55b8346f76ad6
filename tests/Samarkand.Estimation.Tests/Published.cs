using Samarkand.Estimation.Data;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;

namespace Samarkand.Tests;

/// <summary>Data of published estimates.</summary>
internal static class Published
{
    public const string ChapterOne = "trade ~ ln(dist) + cntg + lang + clny | exporter^year + importer^year";
    public const string EveryFourYears = "year % 4 = 2 and exporter <> importer";

    public static Sample Read(string file, string formula, string? where = null, string? clusters = null, string? carried = null, bool totals = false) => SampleReader.Read(new DataQuestion([totals ? WithTotals(SharedData.Path(Path.Combine("reference", "gravity", file))) : SharedData.Path(Path.Combine("reference", "gravity", file))], FormulaReader.Read(formula))
    {
        Where = where,
        Clusters = clusters is null ? [] : FormulaReader.ReadGroups(clusters),
        Carried = carried is null ? [] : FormulaReader.ReadGroups(carried),
    }, out _, TestContext.Current.CancellationToken);

    // The table with each seller's output y and each buyer's spending e of the year: sums that include sales at home.
    private static string WithTotals(string file)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "totals.csv");
        using var database = new Database();
        database.Run($"COPY (SELECT *, sum(trade) OVER (PARTITION BY exporter, year) AS y, sum(trade) OVER (PARTITION BY importer, year) AS e FROM read_csv({Database.Text(file)})) TO {Database.Text(path)} (HEADER)");
        return path;
    }

    public static Estimate Poisson(Sample sample) => Estimate.Poisson(sample, cancellation: TestContext.Current.CancellationToken);

    public static void Holds(Estimate estimate, string term, double value, double error, int digits, double errorTolerance)
    {
        var found = estimate.Coefficients.Single(one => one.Term == term);
        Assert.True(Math.Abs(found.Value - value) <= 0.5000001 * Math.Pow(10, -digits), $"{term}: {found.Value:R} is not {value}");
        Assert.True(Math.Abs(found.Error - error) <= errorTolerance, $"{term}: the error {found.Error:R} is not {error}");
    }
}
