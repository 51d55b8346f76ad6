using System.Globalization;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>The widths of a table's columns, and how many decimals they leave room for.</summary>
/// <param name="Widths">The width of each column.</param>
/// <param name="Dropped">Decimals left out of every number that has as many.</param>
internal sealed record TableLayout(int[] Widths, int Dropped)
{
    private const int MostHeadingLines = 4;
    private const int LeastTextWidth = 8;
    private const int MostLabelLength = 20;

    public static TableLayout Fit(Table table, int rows, int width, int gap)
    {
        width -= (table.Columns.Length - 1) * gap;
        for (var dropped = 0; dropped <= DroppableDigits(table); dropped++)
        {
            var cells = CellWidths(table, rows, dropped);
            for (var lines = 1; lines <= MostHeadingLines; lines++)
            {
                var layout = WithHeadings(table, cells, lines, dropped);
                if (layout.Widths.Sum() <= width)
                    return layout;
            }
        }

        return WithHeadings(table, CellWidths(table, rows, 0), MostHeadingLines, 0).WithNarrowTexts(table, width);
    }

    public List<string> Heading(string heading, int column) => Paragraph.Lines(heading, Widths[column]);

    public List<string> Cell(Column column, int row, int at)
    {
        var text = Text(column, row, Dropped);
        return text.Length <= Widths[at] ? [text] : Paragraph.Lines(text, Widths[at]);
    }

    private TableLayout WithNarrowTexts(Table table, int width)
    {
        var widths = (int[])Widths.Clone();
        while (widths.Sum() > width)
        {
            var widest = -1;
            for (var c = 0; c < widths.Length; c++)
            {
                if (table.Columns[c] is TextColumn && widths[c] > LeastTextWidth && (widest < 0 || widths[c] > widths[widest]))
                    widest = c;
            }

            if (widest < 0)
                break;
            widths[widest]--;
        }

        return this with { Widths = widths };
    }

    private static TableLayout WithHeadings(Table table, int[] cells, int lines, int dropped) =>
        new([.. cells.Select((cell, c) => Math.Max(cell, HeadingWidth(table.Columns[c].Heading, lines)))], dropped);

    // A sentence can wrap without loss, so beside one no decimals go.
    private static int DroppableDigits(Table table) =>
        table.Columns.Any(column => column is TextColumn text && text.Values.Any(value => value.Length > MostLabelLength))
            ? 0
            : table.Columns.Max(column => column is NumberColumn number && IsFixed(number) ? number.Digits : 0);

    private static bool IsFixed(NumberColumn number) => number.Format == $"N{number.Digits}";

    private static int[] CellWidths(Table table, int rows, int dropped)
    {
        var widths = new int[table.Columns.Length];
        for (var c = 0; c < widths.Length; c++)
        {
            for (var row = 0; row < rows; row++)
                widths[c] = Math.Max(widths[c], Text(table.Columns[c], row, dropped).Length);
        }

        return widths;
    }

    private static int HeadingWidth(string heading, int lines)
    {
        var width = heading.Split(' ').Max(word => word.Length);
        while (Paragraph.Lines(heading, width).Count > lines && width < heading.Length)
            width++;
        return width;
    }

    private static string Text(Column column, int row, int dropped) =>
        dropped > 0 && column is NumberColumn number && IsFixed(number) && double.IsFinite(number.Values[row])
            ? number.Values[row].ToString($"N{Math.Max(0, number.Digits - dropped)}", CultureInfo.InvariantCulture)
            : TableWriter.Rounded(column, row);
}
