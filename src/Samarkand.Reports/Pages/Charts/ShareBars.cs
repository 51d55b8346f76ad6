using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>A bar for each row, a share of a whole, with its error as a line from two standard errors below to two above.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="XName">What the shares are of.</param>
/// <param name="Side">Whose colour the bars have.</param>
/// <param name="Label">The column of names.</param>
/// <param name="Share">The column of shares, 0 to 1.</param>
/// <param name="Error">The column of standard errors.</param>
internal sealed record ShareBars(string Id, Table Table, string Description, string XName, string Side, string Label, string Share, string Error)
    : Figure(Id, Table, Description)
{
    /// <inheritdoc/>
    public override Drawing Drawing => new SharesDrawing(Id, XName, Side, Table.Texts(Label), Table.Numbers(Share), Table.Numbers(Error));

    protected override XElement Legend() =>
        Element("p", Class("legend"), Entry($"dot {Side}", "share of the variance"), Entry("whisker error", "two standard errors each way"));
}
