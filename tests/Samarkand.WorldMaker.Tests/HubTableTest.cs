using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Tests;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker.Tests;

/// <summary>The shares of the table of re-exports that are computed from statistics are what these give.</summary>
public class HubTableTest
{
    private static readonly string[] CapitalGoods = ["C26", "C27", "C28"];

    [Theory]
    [InlineData("SGP", 2015, "goods")]
    [InlineData("SGP", 2015, "electronics")]
    [InlineData("SGP", 2015, "machinery")]
    [InlineData("ARE", 2014, "electronics")]
    [InlineData("ARE", 2014, "machinery")]
    public void WhatIsNotOfOwnOriginIsSoldOn(string hub, int year, string goods)
    {
        var group = goods == "goods" ? "All Products" : "Capital goods";
        var problems = new ProblemList();
        var own = IcioTable.Read(SharedData.Path($"data/icio/icio_trade_{year}.csv.gz"), problems);
        var columns = (goods == "goods" ? IcioTable.Columns[..^1] : CapitalGoods).Select(IcioTable.Column).ToArray();
        var exports = own.Economies.Where(buyer => buyer != hub).Sum(buyer => columns.Sum(column => own[hub, buyer, column]));
        var (sold, bought) = (Wits(hub, year, "export", group), Wits(hub, year, "import", group));

        Assert.Equal(Share(hub, goods), (sold - exports) / bought, 0.005);
    }

    [Theory]
    [InlineData("GEO", "Georgia")]
    [InlineData("ARM", "Armenia")]
    public void WhoMakesNoCarsSellsThemOn(string hub, string reporter)
    {
        var (sold, bought) = (0.0, 0.0);
        Each("hubs/cars_hs8703_georgia_armenia_by_partner_2017_2021.csv.gz", ["reporter", "year", "trade_flow", "partner", "usd", "units"], row =>
        {
            if (row.Text(0) == reporter && row.Text(1) == "2021" && row.Number(4, out var dollars))
                (sold, bought) = row.Text(2) == "Export" ? (sold + dollars, bought) : (sold, bought + dollars);
        });

        Assert.Equal(Share(hub, "cars"), sold / bought, 0.005);
    }

    [Fact]
    public void ArmeniaReportsItsReExports()
    {
        var (sold, bought) = (0.0, 0.0);
        Each("hubs/armenia_official_reexports_2010_2021.csv.gz", ["year", "reexports_usd", "exports_usd", "reexport_share"], row => sold += row.Text(0) == "2021" && row.Number(1, out var dollars) ? dollars : 0);
        Each("hubs/armenia_by_partner_origin_and_consignment_2015_2021.csv.gz", ["year", "country", "export_kusd", "import_by_origin_kusd", "import_by_consignment_kusd"], row =>
            bought += row.Text(0) == "2021" && !row.IsEmpty(3) && row.Number(3, out var thousands) ? 1000 * thousands : 0);

        Assert.Equal(Share("ARM", "goods"), sold / bought, 0.005);
    }

    private static double Share(string hub, string goods) => KnownHubs.All.Single(row => row.Region == hub && row.Goods == goods).ReExports;

    private static double Wits(string hub, int year, string flow, string group)
    {
        var value = double.NaN;
        Each("central-asia/wits_trade_by_product_group_2010_2015.csv.gz", ["iso3", "year", "flow", "group", "musd"], row =>
        {
            if (row.Text(0) == hub && row.Number(1, out var of) && of == year && row.Text(2) == flow && row.Text(3) == group && row.Number(4, out var millions))
                value = millions;
        });
        return value;
    }

    private static void Each(string file, string[] columns, Action<CsvTable> use)
    {
        var problems = new ProblemList();
        using var table = CsvTable.Open(SharedData.Path($"data/{file}"), new TableHeader(columns), problems);
        while (table is not null && table.Read())
            use(table);
        problems.ThrowIfAny();
    }
}
