using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = Samarkand.Reports.Tables.Column;
using NumberColumn = Samarkand.Reports.Tables.NumberColumn;

namespace Samarkand.Reports.Documents.Workbooks;

/// <summary>The styles of a workbook's cells: texts, and numbers in each format that a column has.</summary>
internal sealed class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Bold = 1;
    public const uint Heading = 2;
    public const uint Unit = 3;
    public const uint Wrapped = 4;

    private const uint FirstNumber = 5;
    private const uint FirstFormat = 164;

    private readonly ImmutableArray<string> _formats;

    public WorkbookStyles(IEnumerable<Column> columns) =>
        _formats = [.. columns.OfType<NumberColumn>().Select(column => Code(column.Format)).Distinct(StringComparer.Ordinal)];

    /// <summary>The style of a column's cells.</summary>
    public uint Of(Column column) => column is NumberColumn number ? FirstNumber + (uint)_formats.IndexOf(Code(number.Format)) : Plain;

    public void WriteTo(WorkbookStylesPart part)
    {
        part.Stylesheet = new Stylesheet(
            new NumberingFormats(_formats.Select((code, f) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)f, FormatCode = code })) { Count = (uint)_formats.Length },
            new Fonts(new Font(), new Font(new Bold()), new Font(new Italic())) { Count = 3 },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(
            [
                Text(0),
                Text(1),
                Text(1, wraps: true),
                Text(2, wraps: true),
                Text(0, wraps: true),
                .. _formats.Select((_, f) => new CellFormat { NumberFormatId = FirstFormat + (uint)f, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true }),
            ])
            { Count = FirstNumber + (uint)_formats.Length });
        part.Stylesheet.Save();
    }

    private static CellFormat Text(uint font, bool wraps = false)
    {
        var format = new CellFormat { NumberFormatId = 0, FontId = font, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true };
        if (wraps)
            (format.Alignment, format.ApplyAlignment) = (new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, true);
        return format;
    }

    // What .NET calls N3 is #,##0.000 here.
    private static string Code(string format) =>
        format[0] == 'N' && int.TryParse(format.AsSpan(1), out var digits) ? digits == 0 ? "#,##0" : $"#,##0.{new string('0', digits)}"
        : format.Contains("e+", StringComparison.Ordinal) ? "0.0E+00"
        : "General";
}
