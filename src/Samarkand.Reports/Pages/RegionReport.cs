using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Worlds;

namespace Samarkand.Reports.Pages;

/// <summary>One economy of a world as a part of a page.</summary>
internal static class RegionReport
{
    public static Page Of(World world, RegionDocument region)
    {
        var people = new Cast(world);
        var tables = region.Tables.Where(table => table.Table.RowCount > 0).Select(table => HtmlTable.Of(table.Table, people));
        return new Page(
            region.Name,
            Markup.Element("header", Markup.Element("h1", region.Name)),
            [
                PageSection.Of(
                    "profile",
                    region.Name,
                    $"{region.Name} ({region.Code})",
                    PageSection.Note("Where a number comes from: observed is an official figure of the year, scaled is one of another year or group carried over, imputed is an estimate from similar states."),
                    tables),
            ],
            new PageData { Target = "" });
    }
}
