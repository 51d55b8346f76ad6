using System.Globalization;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>Columns of a table that stand side by side: how wide each is, and how many decimals that leaves room for.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Widths">The width of each.</param>
/// <param name="Dropped">Decimals left out of numbers that have more than two.</param>
internal sealed record TableBlock(Column[] Columns, int[] Widths, int Dropped)
{
    private const int MostHeadingLines = 4;
    private const int LeastDecimals = 2;

    public List<string> Heading(int column) => Paragraph.Lines(Columns[column].Heading, Widths[column]);

    public List<string> Cell(int row, int column)
    {
        var text = Text(Columns[column], row, Dropped);
        return text.Length <= Widths[column] ? [text] : Paragraph.Lines(text, Widths[column]);
    }

    /// <summary>Columns as they fit: headings wrap first, then a decimal goes, then texts wrap; null where they do not fit without breaking a word.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">How many rows are shown.</param>
    /// <param name="width">The room for all of them.</param>
    /// <param name="gap">The room between two of them.</param>
    /// <param name="keepsDecimals">True where no decimal may go.</param>
    public static TableBlock? Fit(Column[] columns, int rows, int width, int gap, bool keepsDecimals)
    {
        var room = width - (columns.Length - 1) * gap;
        for (var dropped = 0; dropped <= (keepsDecimals ? 0 : DroppableDigits(columns)); dropped++)
        {
            var cells = Array.ConvertAll(columns, column => CellWidth(column, rows, dropped));
            for (var lines = 1; lines <= MostHeadingLines; lines++)
            {
                var block = WithHeadings(columns, cells, lines, dropped);
                if (block.Widths.Sum() <= room)
                    return block;
            }
        }

        var least = Array.ConvertAll(columns, column => LeastWidth(column, rows, width));
        var wide = WithHeadings(columns, Array.ConvertAll(columns, column => CellWidth(column, rows, 0)), MostHeadingLines, 0);
        return wide.Narrowed(least, room);
    }

    /// <summary>The least width of a column that breaks no word.</summary>
    public static int LeastWidth(Column column, int rows, int width)
    {
        var heading = Paragraph.WidestWord(column.Heading, width / 2);
        return column is TextColumn text
            ? Math.Max(heading, text.Values.Take(rows).Select(value => Paragraph.WidestWord(value, width / 2)).DefaultIfEmpty(0).Max())
            : Math.Max(HeadingWidth(column.Heading, MostHeadingLines), CellWidth(column, rows, 0));
    }

    // Texts give way, the widest first.
    private TableBlock? Narrowed(int[] least, int room)
    {
        var widths = (int[])Widths.Clone();
        while (widths.Sum() > room)
        {
            var widest = -1;
            for (var c = 0; c < widths.Length; c++)
            {
                if (Columns[c] is TextColumn && widths[c] > least[c] && (widest < 0 || widths[c] > widths[widest]))
                    widest = c;
            }

            if (widest < 0)
                return null;
            widths[widest]--;
        }

        return this with { Widths = widths };
    }

    private static TableBlock WithHeadings(Column[] columns, int[] cells, int lines, int dropped) =>
        new(columns, [.. cells.Select((cell, c) => Math.Max(cell, HeadingWidth(columns[c].Heading, lines)))], dropped);

    // A sentence can wrap without loss, so beside one no decimals go.
    private static int DroppableDigits(Column[] columns) =>
        columns.Any(column => column is TextColumn text && text.Values.Any(value => value.Length > TableLayout.MostLabelLength))
            ? 0
            : columns.Max(column => column is NumberColumn number && IsFixed(number) ? Math.Max(0, number.Digits - LeastDecimals) : 0);

    private static bool IsFixed(NumberColumn number) => number.Format == $"N{number.Digits}";

    private static int CellWidth(Column column, int rows, int dropped)
    {
        var width = 0;
        for (var row = 0; row < rows; row++)
            width = Math.Max(width, Text(column, row, dropped).Length);
        return width;
    }

    private static int HeadingWidth(string heading, int lines)
    {
        var width = heading.Split(' ').Max(word => word.Length);
        while (Paragraph.Lines(heading, width).Count > lines && width < heading.Length)
            width++;
        return width;
    }

    private static string Text(Column column, int row, int dropped) =>
        dropped > 0 && column is NumberColumn number && IsFixed(number) && number.Digits > LeastDecimals
            ? TableWriter.Rounded(number.Values[row], string.Create(CultureInfo.InvariantCulture, $"N{Math.Max(LeastDecimals, number.Digits - dropped)}"))
            : TableWriter.Rounded(column, row);
}
