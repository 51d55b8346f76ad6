using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Cases;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>What was solved to say who depends on whom.</summary>
/// <param name="World">The world.</param>
/// <param name="Case">The case whose sanctions are looked at too, or null.</param>
/// <param name="Horizon">The horizon, as a case writes it.</param>
/// <param name="Closure">The closure, as a case writes it.</param>
/// <param name="LargestResidual">The largest residual of all equilibria.</param>
internal sealed record DependenceSetting(World World, BoundCase? Case, string Horizon, string Closure, double LargestResidual);

/// <summary>The documents of who depends on whom: of a pair, and of every pair of a set.</summary>
internal static class DependenceDocuments
{
    private const int MostRows = 20;

    /// <summary>Of a pair.</summary>
    /// <param name="pair">The pair; without ties the table of ties is shown only where it is asked for.</param>
    /// <param name="before">What was found before any sanctions.</param>
    /// <param name="after">What was found after a case's, or null.</param>
    /// <param name="setting">What was solved.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Of(PairComparison pair, DependenceProfile before, DependenceProfile? after, DependenceSetting setting, string? only)
    {
        var tables = DependenceTables.All.Where(table => only is null ? table.Name != DependenceTables.Ties || !pair.Ties.IsEmpty : table.Name == only).Select(table => table.Make(pair)).ToArray();
        var (one, two) = (setting.World.Name(before.Pair.One.Region), setting.World.Name(before.Pair.Two.Region));
        return Begin(setting, $"How much {one} and {two} depend on each other", tables, only is null ? MostRows : int.MaxValue) with
        {
            Words = only is null ? [new Passage("answer", [.. DependenceText.Of(setting.World, before, after, pair.Ties)])] : [],
        };
    }

    /// <summary>Of every pair of a set.</summary>
    public static AnswerDocument Of(MatrixComparison matrix, DependenceSetting setting, string? only) =>
        Begin(setting, "Who depends on whom", [DependenceTables.OfMatrix.Make(matrix)], only is null ? MostRows : int.MaxValue);

    private static AnswerDocument Begin(DependenceSetting setting, string title, Table[] tables, int mostRows) => new()
    {
        Command = "dependence",
        Title = title,
        Case = setting.Case is { } bound ? AnswerDocumentStart.Head(bound) : null,
        World = AnswerDocumentStart.Head(setting.World),
        Horizon = setting.Horizon,
        Closure = setting.Closure,
        Tables = [.. tables.Select(table => new TableDocument(table))],
        Shown = [.. tables.Select(table => new ShownTable(table, mostRows))],
        Certificate = new CertificateDocument(FormattableString.Invariant($"Certificate: largest residual of all equilibria {setting.LargestResidual:0.0e+0}."), setting.LargestResidual),
        Notes = setting.Case is { } used ? [.. AnswerDocumentStart.NotUsed(used), .. Gas(used)] : [],
        LeftOut = setting.Case?.LeftOut ?? [],
    };

    // Who else sells gas to a pool can turn to another of its members, which no cut of one pair says.
    private static IEnumerable<string> Gas(BoundCase bound)
    {
        if (bound.Case.PoolsGas)
            yield return $"Gas: states that pipes connect share what {bound.World.Name(bound.Target)} no longer sells. Gas of any other seller is cut as other goods are, and no pool makes up for it.";
    }
}
