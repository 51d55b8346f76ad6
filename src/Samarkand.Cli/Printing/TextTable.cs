using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>A table for people, never wider than 100 columns: headings wrap first, then decimals go, then texts wrap.</summary>
internal static class TextTable
{
    public const int MostWidth = 100;

    private const string Margin = "  ";
    private const string Gap = "  ";

    public static void Write(Table table, TextWriter writer, int mostRows = int.MaxValue)
    {
        var rows = Math.Min(mostRows, table.RowCount);
        var layout = TableLayout.Fit(table, rows, MostWidth - Margin.Length, Gap.Length);
        writer.WriteLine(Ink.Bold(table.Title));
        writer.WriteLine();
        WriteRow(writer, table, layout, [.. table.Columns.Select((column, c) => layout.Heading(column.Heading, c))], fromBottom: true);
        writer.WriteLine(Margin + Ink.Faint(new string('─', layout.Widths.Sum() + (layout.Widths.Length - 1) * Gap.Length)));
        for (var row = 0; row < rows; row++)
            WriteRow(writer, table, layout, [.. table.Columns.Select((column, c) => layout.Cell(column, row, c))], fromBottom: false);
        writer.WriteLine();
        if (table.RowCount > rows)
        {
            writer.WriteLine(FormattableString.Invariant($"{Margin}{table.RowCount - rows} more rows: --table {table.Name} --format csv"));
            writer.WriteLine();
        }
    }

    private static void WriteRow(TextWriter writer, Table table, TableLayout layout, List<string>[] cells, bool fromBottom)
    {
        var height = cells.Max(cell => cell.Count);
        for (var line = 0; line < height; line++)
        {
            var text = Margin;
            for (var c = 0; c < cells.Length; c++)
            {
                var at = fromBottom ? line - (height - cells[c].Count) : line;
                var part = at >= 0 && at < cells[c].Count ? cells[c][at] : "";
                text += (c == 0 ? "" : Gap) + (table.Columns[c] is NumberColumn ? part.PadLeft(layout.Widths[c]) : part.PadRight(layout.Widths[c]));
            }

            writer.WriteLine(text.TrimEnd());
        }
    }
}
