using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>A table of the page: sortable, with its CSV in full precision behind a link.</summary>
internal static class HtmlTable
{
    /// <param name="table">The table.</param>
    /// <param name="people">Who is who; null where no column has codes of a world.</param>
    public static XElement Of(Table table, Cast? people) => Element(
        "figure",
        Class("table"),
        Element("figcaption", Element("span", table.Title), Download(table)),
        Element(
            "div",
            Class("scroll"),
            Attribute("role", "region"),
            Attribute("tabindex", "0"),
            Attribute("aria-label", table.Title),
            Element(
                "table",
                Element("thead", Element("tr", table.Columns.Select(Heading))),
                Element("tbody", Enumerable.Range(0, table.RowCount).Select(row => Row(table, row, people))))));

    /// <summary>The same behind a line that opens it.</summary>
    public static XElement Folded(Table table, string summary, Cast people) =>
        Element("details", Element("summary", summary), Of(table, people));

    private static XElement Heading(Column column) => Element(
        "th",
        Attribute("scope", "col"),
        column is NumberColumn ? Class("number") : null,
        Element("button", Attribute("type", "button"), column.Heading));

    private static XElement Row(Table table, int row, Cast? people) =>
        Element("tr", table.Columns.Select((column, c) => Cell(column, row, isFirst: c == 0, people)));

    private static XElement Cell(Column column, int row, bool isFirst, Cast? people) => column switch
    {
        NumberColumn number => Element("td", Class("number"), Value(number.Values[row]), Figures.Cell(number, row)),
        TextColumn text => Element(
            isFirst ? "th" : "td", isFirst ? Attribute("scope", "row") : null, Label(text.Name, text.Values[row], people)),
        _ => throw new ArgumentException($"unknown kind of column {column.Name}", nameof(column)),
    };

    private static object[] Label(string column, string value, Cast? people) => column switch
    {
        _ when value.Length == 0 => [],
        "region" or "rescuer" or "partner" or "conduit" or "exporter" => [people!.Name(value), Code(value)],
        "sector" => [people!.SectorName(value), Code(value)],
        "group" => [people!.Group(value)],
        "side" => [Element("span", Class($"dot {value}")), value],
        _ => [value],
    };

    private static XElement Code(string code) => Element("span", Class("code"), code);

    // What a column is sorted by.
    private static XAttribute Value(double value) =>
        Attribute("data-value", double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "");

    private static XElement Download(Table table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        TableWriter.WriteCsv(table, text);
        var address = "data:text/csv;charset=utf-8;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()));
        return Element(
            "a",
            Class("download"),
            Attribute("download", $"{table.Name}.csv"),
            Attribute("href", address),
            Attribute("aria-label", $"Download {table.Name} as CSV"),
            "CSV");
    }
}
