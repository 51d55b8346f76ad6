using DocumentFormat.OpenXml.Packaging;

namespace Samarkand.Reports.Documents.Workbooks;

/// <summary>The first sheet of a workbook: what it is about, and what every column means.</summary>
internal static class AboutSheet
{
    private static readonly double[] Widths = [100, 28, 32, 22, 90];

    public static void Write(Workbook workbook, WorksheetPart sheet)
    {
        using var writer = new SheetWriter(sheet, Widths, 0);
        writer.Row(WorkbookStyles.Bold, workbook.Title);
        foreach (var line in workbook.Lines)
            writer.Row(WorkbookStyles.Wrapped, line);
        writer.Row(WorkbookStyles.Plain);
        writer.Row(WorkbookStyles.Heading, "Table", "Column in other files", "Heading", "Unit", "Meaning");
        foreach (var table in workbook.Tables)
        {
            foreach (var column in table.Columns)
                writer.Row(WorkbookStyles.Wrapped, $"{table.Name}: {table.Title}", column.Name, column.Heading, column.Unit, column.Meaning);
        }
    }
}
