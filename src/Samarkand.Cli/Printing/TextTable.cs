using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>A table for people, never wider than the screen; a wide one is folded into blocks beneath each other.</summary>
internal static class TextTable
{
    private const string Margin = "  ";
    private const string Gap = "  ";

    /// <param name="table">The table.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="mostRows">How many rows are shown; the others are counted.</param>
    /// <param name="width">How wide lines may be; as wide as the screen where nothing is said.</param>
    public static void Write(Table table, TextWriter writer, int mostRows = int.MaxValue, int? width = null)
    {
        var (rows, most) = (Math.Min(mostRows, table.RowCount), width ?? Screen.Width);
        Paragraph.Write(writer, "", table.Title, most, Ink.Bold);
        writer.WriteLine();
        foreach (var block in TableLayout.Fit(table, rows, most - Margin.Length, Gap.Length))
            WriteBlock(block, rows, writer);
        if (table.RowCount > rows)
        {
            Paragraph.Write(writer, Margin, FormattableString.Invariant($"{table.RowCount - rows} more rows: --table {table.Name} --format csv"), most);
            writer.WriteLine();
        }
    }

    private static void WriteBlock(TableBlock block, int rows, TextWriter writer)
    {
        var columns = Enumerable.Range(0, block.Columns.Length).ToArray();
        WriteRow(block, Array.ConvertAll(columns, block.Heading), fromBottom: true, writer);
        writer.WriteLine(Margin + Ink.Faint(new string('─', block.Widths.Sum() + (columns.Length - 1) * Gap.Length)));
        for (var row = 0; row < rows; row++)
            WriteRow(block, Array.ConvertAll(columns, column => block.Cell(row, column)), fromBottom: false, writer);
        writer.WriteLine();
    }

    private static void WriteRow(TableBlock block, List<string>[] cells, bool fromBottom, TextWriter writer)
    {
        var height = cells.Max(cell => cell.Count);
        for (var line = 0; line < height; line++)
        {
            var text = Margin;
            for (var c = 0; c < cells.Length; c++)
            {
                var at = fromBottom ? line - (height - cells[c].Count) : line;
                var part = at >= 0 && at < cells[c].Count ? cells[c][at] : "";
                text += (c == 0 ? "" : Gap) + (block.Columns[c] is NumberColumn ? part.PadLeft(block.Widths[c]) : part.PadRight(block.Widths[c]));
            }

            writer.WriteLine(text.TrimEnd());
        }
    }
}
