using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>A small sheet in the form of the Asian Development Bank's tables, saved as CSV.</summary>
public class AdbImportTest
{
    private const string Right = """
        Multiregional Input-Output Table 2021,,,,,,,,,,,,
        "3 economies, at current prices (industry by industry)",,,,,,,,,,,,
        In millions of US$,,,,,,,,,,,,
        ,,,,,,,,,,,,
        ,,,,"Agriculture, hunting, forestry, and fishing",Mining and quarrying,"Agriculture, hunting, forestry, and fishing",Mining and quarrying,Households,Government,Households,Changes in inventories,TOTAL
        ,,,,PRC,PRC,RoW,RoW,PRC,PRC,RoW,RoW,ToT
        ,,,,c1,c2,c1,c2,F1,F3,F1,F5,
        ,"Agriculture, hunting, forestry, and fishing",PRC,c1,10,20,0,5,40,10,8,-2,91
        ,Mining and quarrying,PRC,c2,5,30,0,0,40,0,0,0,75
        ,"Agriculture, hunting, forestry, and fishing",RoW,c1,0,0,20,10,0,0,70,0,100
        ,Mining and quarrying,RoW,c2,0,4,6,10,10,0,50,0,80
        ,Intermediate input total,ToT,r60,15,54,26,25,0,0,0,0,0
        ,Taxes less subsidies on products,ToT,r99,1,1,3,4,0,0,0,0,0
        ,CIF / FOB adjustments,ToT,r61,0,0,0,0,0,0,0,0,0
        ,Direct purchases abroad by residents,ToT,r62,0,0,0,0,5,0,0,0,0
        ,Purchases on the domestic territory by non-residents,ToT,r63,0,0,0,0,-5,0,0,0,0
        ,Value added at basic prices,ToT,r64,75,19,71,51,0,0,0,0,0
        ,International transport margins,ToT,trs,0,1,0,0,0,0,0,0,0
        ,TOTAL,ToT,r69,91,75,100,80,90,10,128,-2,
        ,,,,,,,,,,,,
        ,Source: estimates.,,,,,,,,,,,

        """;

    [Fact]
    public void TheSheetIsRead()
    {
        using var table = new SmallTable();
        var world = AdbImport.Read(table.Write("adb.csv", Right), SmallTable.Settings, TestContext.Current.CancellationToken).World;
        Assert.Equal([new RegionInfo("CHN", "China"), new RegionInfo("ROW", "ROW", true)], world.Regions.Select(region => region with { Name = region.Code == "ROW" ? "ROW" : region.Name }));
        Assert.Equal(["c1", "c2"], world.Sectors.Select(sector => sector.Code));
        Assert.Contains("energy", world.Sectors[1].Tags);
        Assert.Equal<double>([80, 11, 0, 100, 75, 0, 14, 66], world.Trade.ToArray());
        Assert.Equal<double>([10, 20, 5, 34, 20, 15, 6, 10], world.Inputs.ToArray());
        Assert.Equal<double>([50, 50, 76, 50], world.Final.ToArray());
        Assert.Contains(new Region(0), world.Blocs.Single(bloc => bloc.Code == "BRICS").Members);
    }

    [Fact]
    public void ARowOfNumbersMayStandAboveTheNames()
    {
        using var table = new SmallTable();
        var text = SmallTable.Edited(Right, ",,,,\"Agriculture", ",,,,0001,0002,0001,0002,1001,1003,1001,1005,\n,,,,\"Agriculture");
        Assert.Equal(11, AdbImport.Read(table.Write("adb.csv", text), SmallTable.Settings, TestContext.Current.CancellationToken).World.Trade[1]);
    }

    [Theory]
    [InlineData("PRC,c2,5,30", "PRC,c2,-5,30", "adb.csv:9:30: row 'CHN_c2', column 'CHN_c1': -5 is negative; intermediate use is at least 0; correct its sign, or set it to 0")]
    [InlineData("r99,1,1,3,4", "r99,1,9,3,4", "adb.csv: CHN, c2: its inputs add up to 54, its output less value added is 46 million USD by adb.csv; ")]
    [InlineData("ToT,r99,1,1,3,4,0,0,0,0,0", "ToT,x99,1,1,3,4,0,0,0,0,0", "adb.csv:13:1: unknown row 'x99'; ")]
    [InlineData(",,,,c1,c2,c1,c2,F1,F3,F1,F5,", ",,,,1,2,1,2,1,3,1,5,", "adb.csv:1: has no column of an industry, such as AUS_A01_02")]
    public void AMistakeIsReported(string old, string @new, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(table.Problems(() => AdbImport.Read(table.Write("adb.csv", SmallTable.Edited(Right, old, @new)), SmallTable.Settings)), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }
}
