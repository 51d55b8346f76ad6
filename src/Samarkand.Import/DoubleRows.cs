using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>Reads a long table once more, once it is known that a row stands twice, to say where.</summary>
internal static class DoubleRows
{
    private const int Enough = 200;

    /// <param name="files">The table.</param>
    /// <param name="years">Which rows are taken.</param>
    /// <param name="doubles">Origin, sector and destination of which some use stands twice.</param>
    /// <param name="problems">Where they are reported.</param>
    public static void Report(IReadOnlyList<LongFile> files, LongYears years, HashSet<(string, string, string)> doubles, ProblemList problems)
    {
        var firsts = new Dictionary<(string, string, string, string), (string File, int Line)>();
        var found = 0;
        foreach (var file in files)
        {
            using var rows = file.Rows(problems);
            while (rows is not null && found < Enough && rows.Read())
            {
                if (!years.Takes(rows) || !doubles.Contains((rows.Text(0), rows.Text(1), rows.Text(2))))
                    continue;
                var key = (rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3));
                if (firsts.TryAdd(key, (rows.File, rows.Line)))
                    continue;
                found++;
                var first = firsts[key];
                var place = first.Line.ToString(CultureInfo.InvariantCulture) + (first.File == rows.File ? "" : $" of {first.File}");
                rows.Report(0, $"{key.Item1},{key.Item2},{key.Item3},{key.Item4} stands twice, first on line {place}", "add the two up, or remove one");
            }
        }
    }
}
