using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds.Files;

/// <summary>The column that names each row of a small table.</summary>
internal static class CodeColumn
{
    /// <summary>Whether the row's code is neither empty nor taken by an earlier row; reports it where it is.</summary>
    public static bool IsNew(TableRows rows, int column, Dictionary<string, int> firstLines)
    {
        var code = rows.Text(column);
        if (code.Length == 0)
        {
            rows.Report(column, "is empty", "give every row its code");
            return false;
        }

        if (firstLines.TryAdd(code, rows.Line))
            return true;
        rows.Report(column, string.Create(CultureInfo.InvariantCulture, $"'{code}' stands twice, first on line {firstLines[code]}"), "remove or rename one of the two");
        return false;
    }

    /// <summary>The codes in a field, separated by <c>;</c>; none where the table has no such column.</summary>
    public static ImmutableArray<string> List(TableRows rows, int column) =>
        rows.Has(column) ? [.. rows.Text(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [];

    public static void RequireText(TableRows rows, int column)
    {
        if (rows.Text(column).Length == 0)
            rows.Report(column, "is empty", "give it a name that people know");
    }
}
