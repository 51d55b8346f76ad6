using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Samarkand.Reports.Documents.Workbooks;

/// <summary>Writes a sheet row by row, so that a long table is never held as elements.</summary>
internal sealed class SheetWriter : IDisposable
{
    private const int MostCharacters = 32_767;
    private const string Cut = " … (cut: a cell of a workbook holds no more; the CSV has all of it)";

    private readonly OpenXmlWriter _xml;
    private uint _row;
    private int _column;

    /// <param name="part">The sheet.</param>
    /// <param name="widths">The width of each column, in characters.</param>
    /// <param name="frozen">How many rows stay in view.</param>
    public SheetWriter(WorksheetPart part, IEnumerable<double> widths, uint frozen)
    {
        _xml = OpenXmlWriter.Create(part);
        _xml.WriteStartElement(new Worksheet());
        if (frozen > 0)
        {
            _xml.WriteElement(new SheetViews(new SheetView(
                new Pane { VerticalSplit = frozen, TopLeftCell = FormattableString.Invariant($"A{frozen + 1}"), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            { WorkbookViewId = 0 }));
        }

        _xml.WriteElement(new Columns(widths.Select((width, c) => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = width, CustomWidth = true })));
        _xml.WriteStartElement(new SheetData());
    }

    public void BeginRow()
    {
        (_row, _column) = (_row + 1, 0);
        _xml.WriteStartElement(new Row { RowIndex = _row });
    }

    public void EndRow() => _xml.WriteEndElement();

    /// <summary>A row of texts in one style.</summary>
    public void Row(uint style, params IEnumerable<string> texts)
    {
        BeginRow();
        foreach (var text in texts)
            Text(text, style);
        EndRow();
    }

    public void Text(string text, uint style)
    {
        var place = NextPlace();
        if (text.Length == 0)
            return;
        var allowed = Pages.Markup.Allowed(text);
        if (allowed.Length > MostCharacters)
            allowed = allowed[..(MostCharacters - Cut.Length)] + Cut;
        _xml.WriteElement(new Cell(new InlineString(new Text(allowed) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = place, DataType = CellValues.InlineString, StyleIndex = style });
    }

    /// <summary>A number; an empty cell where it does not exist. A workbook has no infinity, so it says it in a word.</summary>
    public void Number(double value, uint style)
    {
        if (double.IsInfinity(value))
        {
            Text(value > 0 ? "infinite" : "minus infinite", style);
            return;
        }

        var place = NextPlace();
        if (!double.IsNaN(value))
            _xml.WriteElement(new Cell(new CellValue(value.ToString("R", CultureInfo.InvariantCulture))) { CellReference = place, StyleIndex = style });
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private string NextPlace() => string.Create(CultureInfo.InvariantCulture, $"{Letters(_column++)}{_row}");

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
