using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>A drawing of a table: what the page's scripts draw, and what readers see of it without them.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table that it draws.</param>
/// <param name="Description">What can be seen in it, in words.</param>
internal abstract record Figure(string Id, Table Table, string Description)
{
    /// <summary>The legend, the place of the drawing, and its table.</summary>
    public XElement[] Elements(Cast people) => [Legend(), Place(Id, Description), HtmlTable.Folded(Table, "The same as a table", people)];

    /// <summary>What the scripts draw.</summary>
    public abstract Drawing Drawing { get; }

    /// <summary>The place of a drawing, which the scripts fill.</summary>
    public static XElement Place(string id, string description) => Element(
        "div", Class("chart"), Attribute("id", $"chart-{id}"), Attribute("role", "img"), Attribute("aria-label", $"{description} The table below has all values."));

    protected abstract XElement Legend();

    /// <summary>An entry of a legend: a sign and what it stands for.</summary>
    protected static XElement Entry(string sign, string text, string letter = "") => Element("span", Element("span", Class(sign), letter), text);
}
