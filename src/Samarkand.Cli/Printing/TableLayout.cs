using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>
/// How the columns of a table stand on the screen: side by side where they fit, else folded into blocks beneath each other, each of which
/// begins with the columns that say what a row is.
/// </summary>
internal static class TableLayout
{
    /// <summary>Texts up to this length are labels; longer ones are sentences, which may wrap.</summary>
    public const int MostLabelLength = 20;

    /// <param name="table">The table.</param>
    /// <param name="rows">How many rows are shown.</param>
    /// <param name="width">The room for a block.</param>
    /// <param name="gap">The room between two columns.</param>
    public static IReadOnlyList<TableBlock> Fit(Table table, int rows, int width, int gap)
    {
        Column[] columns = [.. table.Columns];
        if (TableBlock.Fit(columns, rows, width, gap, keepsDecimals: false) is { } whole)
            return [whole];
        var keys = Keys(columns, rows, width, gap);
        var blocks = new List<TableBlock>();
        for (var at = keys.Length; at < columns.Length;)
            blocks.Add(Block(columns, keys, ref at, rows, width, gap));

        return blocks.Count > 0 ? blocks : [Cut(columns, rows, width, gap)];
    }

    // As many of the columns as fit beside the keys, at least one.
    private static TableBlock Block(Column[] columns, Column[] keys, ref int at, int rows, int width, int gap)
    {
        TableBlock? best = null;
        var first = at;
        while (at < columns.Length && TableBlock.Fit([.. keys, .. columns[first..(at + 1)]], rows, width, gap, keepsDecimals: true) is { } wider)
        {
            best = wider;
            at++;
        }

        if (best is not null)
            return best;
        at++;
        return TableBlock.Fit([columns[first]], rows, width, gap, keepsDecimals: true) ?? Cut([columns[first]], rows, width, gap);
    }

    // The labels that a row begins with, as long as they leave half of the room; at least the first column.
    private static Column[] Keys(Column[] columns, int rows, int width, int gap)
    {
        var (count, room) = (1, TableBlock.LeastWidth(columns[0], rows, width));
        while (columns[0] is TextColumn && count + 1 < columns.Length && columns[count] is TextColumn text
            && text.Values.Take(rows).All(value => value.Length <= MostLabelLength)
            && room + gap + TableBlock.LeastWidth(text, rows, width) <= width / 2)
        {
            room += gap + TableBlock.LeastWidth(text, rows, width);
            count++;
        }

        return columns[..Math.Min(count, columns.Length)];
    }

    // A word that is wider than the screen can only be cut.
    private static TableBlock Cut(Column[] columns, int rows, int width, int gap) =>
        new(columns, Array.ConvertAll(columns, column => Math.Min(width - (columns.Length - 1) * gap, TableBlock.LeastWidth(column, rows, width))), 0);
}
