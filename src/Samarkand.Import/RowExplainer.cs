using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Reads a long table row by row, which is slow, once it is known that something is wrong, to say where.</summary>
internal sealed class RowExplainer(IReadOnlyList<TableFile> files, LongLabels labels, DuckSession duck)
{
    /// <summary>More than any economy, in million USD.</summary>
    public const double MostValue = 1e12;

    private const int Enough = 200;

    private readonly HashSet<(int, string)> _reported = [];

    /// <summary>The largest value in the table's own unit.</summary>
    public required double Limit { get; init; }

    /// <summary>Origin, sector and destination of which some use stands twice.</summary>
    public HashSet<(string, string, string)> Doubles { get; init; } = [];

    /// <summary>Reports every row that is wrong.</summary>
    public void Explain(ProblemList problems)
    {
        var firsts = new Dictionary<(string, string, string, string), (string File, int Line)>();
        var found = 0;
        foreach (var file in files)
        {
            using var rows = file.Rows(duck, problems);
            while (rows is not null && found < Enough && rows.Read())
            {
                if (!CheckLabels(rows) | !CheckValue(rows) | !CheckOnce(rows, firsts))
                    found++;
            }
        }

        if (problems.IsEmpty)
            ExplainWithoutRows(problems);
    }

    /// <summary>The two readers of a file can differ in odd cases, such as exotic spaces; what one found is never passed over.</summary>
    private void ExplainWithoutRows(ProblemList problems)
    {
        foreach (var ((column, _), (message, hint)) in labels.Problems)
            problems.Add(files[0].Path, 0, 0, $"{LongColumns.Names[column]}: {message}", hint);
        if (problems.IsEmpty)
            problems.Add(files[0].Path, 0, 0, "holds a value that is not a plain number, or a row twice", "write numbers such as 1234.5, without signs around them");
    }

    private bool CheckLabels(TableRows rows)
    {
        var right = true;
        for (var column = 0; column < LongColumns.Value; column++)
        {
            var key = (column, rows.Text(column));
            if (!labels.Problems.TryGetValue(key, out var problem) || !_reported.Add(key))
                continue;
            rows.Report(column, problem.Message, problem.Hint);
            right = false;
        }

        return right;
    }

    private bool CheckValue(TableRows rows)
    {
        if (!rows.Number(LongColumns.Value, out var value))
            return false;
        if (value < 0 && !labels.IsFinal(rows.Text(3)))
            rows.Report(LongColumns.Value, string.Create(CultureInfo.InvariantCulture, $"{value:R} is negative; intermediate use is at least 0"), "remove the row or correct its sign");
        else if (Math.Abs(value) > Limit)
            rows.Report(LongColumns.Value, string.Create(CultureInfo.InvariantCulture, $"{value:R} is more than any economy"), "declare the unit of the values with --unit");
        else
            return true;
        return false;
    }

    private bool CheckOnce(TableRows rows, Dictionary<(string, string, string, string), (string File, int Line)> firsts)
    {
        if (Doubles.Count == 0 || !Doubles.Contains((rows.Text(0), rows.Text(1), rows.Text(2))))
            return true;
        var key = (rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3));
        if (firsts.TryAdd(key, (rows.File, rows.Line)))
            return true;
        var first = firsts[key];
        var place = string.Create(CultureInfo.InvariantCulture, $"{first.Line}");
        if (first.File != rows.File)
            place += $" of {first.File}";
        rows.Report(0, $"{key.Item1},{key.Item2},{key.Item3},{key.Item4} stands twice, first on line {place}", "add the two up, or remove one");
        return false;
    }
}
