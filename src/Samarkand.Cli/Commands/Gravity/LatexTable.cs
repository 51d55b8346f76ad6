using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>A table in LaTeX, for the package booktabs.</summary>
internal static class LatexTable
{
    public static void Write(Table table, TextWriter writer)
    {
        writer.Write($"\\begin{{tabular}}{{{string.Concat(table.Columns.Select(column => column is NumberColumn ? 'r' : 'l'))}}}\n\\toprule\n");
        writer.Write($"{string.Join(" & ", table.Columns.Select(column => Escaped(column.Heading)))} \\\\\n\\midrule\n");
        for (var row = 0; row < table.RowCount; row++)
            writer.Write($"{string.Join(" & ", table.Columns.Select(column => Escaped(TableWriter.Rounded(column, row))))} \\\\\n");
        writer.Write("\\bottomrule\n\\end{tabular}\n");
    }

    private static string Escaped(string text)
    {
        foreach (var sign in (string[])["\\", "&", "%", "$", "#", "_", "{", "}"])
            text = text.Replace(sign, sign == "\\" ? "/" : $"\\{sign}", StringComparison.Ordinal);
        return text.Replace("^", "\\^{}", StringComparison.Ordinal).Replace("~", "\\~{}", StringComparison.Ordinal);
    }
}
