using DuckDB.NET.Data;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>Says why DuckDB cannot read a table at all.</summary>
internal static class Unreadable
{
    /// <summary>Reads the files row by row and throws what is wrong with them, or else what DuckDB says.</summary>
    public static void Explain(IReadOnlyList<TableFile> files, DuckSession duck, DuckDBException failure, ProblemList problems)
    {
        foreach (var file in files.OfType<CsvTableFile>())
        {
            using var rows = file.Rows(duck, problems);
            while (rows is not null && rows.Read())
            {
            }
        }

        problems.ThrowIfAny();
        var said = failure.Message.Split('\n')[0];
        problems.Add(files.FirstOrDefault(file => failure.Message.Contains(file.Path, StringComparison.Ordinal))?.Path ?? files[0].Path, 0, 0, $"cannot be read: {said}", "it may have been cut short: fetch or write it again");
        problems.ThrowIfAny();
    }
}
