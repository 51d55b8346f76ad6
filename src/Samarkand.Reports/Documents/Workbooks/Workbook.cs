using System.Collections.Immutable;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Samarkand.Reports.Tables;
using Table = Samarkand.Reports.Tables.Table;

namespace Samarkand.Reports.Documents.Workbooks;

/// <summary>
/// Tables as a workbook (Office Open XML): a first sheet that says what they are about and what every column means, then a sheet for each
/// table, with its title, headings and units above its rows.
/// </summary>
/// <param name="Title">What the tables are about.</param>
/// <param name="Lines">What a reader should know of them, a paragraph each.</param>
/// <param name="Tables">The tables, with different names.</param>
internal sealed record Workbook(string Title, ImmutableArray<string> Lines, ImmutableArray<Table> Tables)
{
    /// <summary>The workbook of an answer: its words, then its tables.</summary>
    public static Workbook Of(AnswerDocument document) => new(
        document.Title,
        [
            .. document.Question is { } question ? (string[])[question] : [],
            .. document.Comparison is { } comparison ? (string[])[comparison] : [],
            .. document.Words.SelectMany(passage => passage.Lines),
            .. document.Notes,
            .. document.Grounds,
            .. document.World is { } world ? (string[])[$"World: {world.Name}, {world.Title}. Horizon: {document.Horizon}. Closure of deficits: {document.Closure}."] : [],
            document.Certificate.Text,
        ],
        [.. document.Tables.Select(table => table.Table)]);

    /// <summary>Writes it; the same bytes for the same tables.</summary>
    public void Write(Stream stream)
    {
        using var whole = new MemoryStream();
        var named = this with { Tables = [.. Tables.Select(table => table.WithNames())] };
        using (var package = SpreadsheetDocument.Create(whole, SpreadsheetDocumentType.Workbook))
            named.Fill(package);
        FixTimes(whole);
        whole.Position = 0;
        whole.CopyTo(stream);
    }

    private void Fill(SpreadsheetDocument package)
    {
        var styles = new WorkbookStyles(Tables.SelectMany(table => table.Columns));
        var workbook = package.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
        styles.WriteTo(workbook.AddNewPart<WorkbookStylesPart>("styles"));
        var sheets = new Sheets();
        Add("about", part => AboutSheet.Write(this, part));
        foreach (var table in Tables)
        {
            var parts = TableSheet.Count(table);
            for (var k = 0; k < parts; k++)
                Add(k == 0 ? table.Name : FormattableString.Invariant($"{table.Name} {k + 1}"), part => TableSheet.Write(table, k, styles, part));
        }

        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets);
        workbook.Workbook.Save();

        void Add(string name, Action<WorksheetPart> write)
        {
            var number = (uint)sheets.ChildElements.Count + 1;
            var id = FormattableString.Invariant($"sheet{number}");
            write(workbook.AddNewPart<WorksheetPart>(id));
            sheets.Append(new Sheet { Id = id, SheetId = number, Name = name });
        }
    }

    // The package notes when it was made; what was answered does not depend on that.
    private static void FixTimes(MemoryStream whole)
    {
        using var archive = new ZipArchive(whole, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries)
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
