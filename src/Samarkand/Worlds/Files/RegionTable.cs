using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Reads regions.csv.</summary>
internal static class RegionTable
{
    private static readonly TableHeader Header = new(["code", "name"], "remainder", "parts");

    /// <summary>The regions in the file's order; null where the file cannot be read at all.</summary>
    public static List<RegionInfo>? Read(string path, ProblemList problems)
    {
        using var rows = CsvTable.Open(path, Header, problems);
        if (rows is not { IsUsable: true })
            return null;
        var regions = new List<RegionInfo>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        string? remainder = null;
        while (rows.Read())
        {
            var code = rows.Text(0);
            if (!CodeColumn.IsNew(rows, 0, firstLines))
                continue;
            CodeColumn.RequireText(rows, 1);
            var isRemainder = IsRemainder(rows);
            if (isRemainder && remainder is not null)
                rows.Report(2, $"'{code}' is a second remainder beside '{remainder}'", "only one region can stand for every state that the world does not hold");
            else if (isRemainder)
                remainder = code;
            regions.Add(new RegionInfo(code, rows.Text(1), isRemainder) { Parts = CodeColumn.List(rows, 3) });
        }

        if (regions.Count == 0)
            problems.Add(path, 0, 0, "has no region");
        return regions;
    }

    private static bool IsRemainder(CsvTable rows)
    {
        if (!rows.Has(2))
            return false;
        var text = rows.Text(2);
        if (text.Length > 0 && !text.Equals("true", StringComparison.OrdinalIgnoreCase) && !text.Equals("false", StringComparison.OrdinalIgnoreCase))
            rows.Report(2, $"'{text}' is neither true nor false", "leave it empty for a region that is one state");
        return text.Equals("true", StringComparison.OrdinalIgnoreCase);
    }
}
