using DocumentFormat.OpenXml.Packaging;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Documents.Workbooks;

/// <summary>A table on a sheet: title, headings and units in its head, then the rows. A table with more rows than a sheet holds goes on in further sheets.</summary>
internal static class TableSheet
{
    private const int Head = 3;
    private const int MostRows = (1 << 20) - Head;
    private const int Measured = 1000;

    /// <summary>How many sheets a table takes.</summary>
    public static int Count(Table table) => Math.Max(1, (table.RowCount + MostRows - 1) / MostRows);

    /// <summary>Writes one of them.</summary>
    public static void Write(Table table, int part, WorkbookStyles styles, WorksheetPart sheet)
    {
        using var writer = new SheetWriter(sheet, table.Columns.Select(Width), Head);
        writer.Row(WorkbookStyles.Bold, table.Title);
        writer.Row(WorkbookStyles.Heading, table.Columns.Select(column => column.Heading));
        writer.Row(WorkbookStyles.Unit, table.Columns.Select(column => column.Unit));
        var styleOf = table.Columns.Select(styles.Of).ToArray();
        var end = Math.Min(table.RowCount, (part + 1) * MostRows);
        for (var row = part * MostRows; row < end; row++)
        {
            writer.BeginRow();
            for (var c = 0; c < styleOf.Length; c++)
            {
                if (table.Columns[c] is NumberColumn number)
                    writer.Number(number.Values[row], styleOf[c]);
                else
                    writer.Text(((TextColumn)table.Columns[c]).Values[row], styleOf[c]);
            }

            writer.EndRow();
        }
    }

    // Enough for what is seen first; a reader can widen a column.
    private static double Width(Column column) => column switch
    {
        TextColumn text => Math.Clamp(text.Values.Take(Measured).Select(value => value.Length).DefaultIfEmpty(0).Max() + 2, 10, 50),
        _ => 16,
    };
}
