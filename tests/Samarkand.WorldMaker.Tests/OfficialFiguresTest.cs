using Samarkand.Worlds;

namespace Samarkand.WorldMaker.Tests;

/// <summary>How far the embedded world may be from the official figures of 2021, recomputed from its flows.</summary>
public class OfficialFiguresTest
{
    private static readonly World World = WorldCatalog.Open("samarkand-2021");

    [Fact]
    public void GdpIsThatOfWdiWithinHalfAPercent()
    {
        var figures = World.OfficialFigures.Where(figure => figure.What == "gdp").ToArray();

        Assert.Equal(World.Regions.Select(region => region.Code), figures.Select(figure => figure.From));
        Assert.All(figures, figure => Assert.InRange(ValueAdded(figure.From) / figure.Official, 0.995, 1.005));
        Assert.Equal("TWN", Assert.Single(figures, figure => figure.Source != "wdi").From);
    }

    [Fact]
    public void RussianTradeWithTheLargestPartnersIsThatOfRussianCustomsWithinOnePercent()
    {
        var customs = Figures("russian-customs").ToArray();
        var largest = customs.GroupBy(figure => figure.From == "RUS" ? figure.To : figure.From)
            .OrderByDescending(partner => partner.Sum(figure => figure.Official)).Take(25).ToArray();

        Assert.Equal(25, largest.Length);
        Assert.All(largest, partner => Assert.Equal(2, partner.Count()));
        Assert.All(largest.SelectMany(partner => partner), figure => Assert.InRange(Goods(figure.From, figure.To) / figure.Official, 0.99, 1.01));
    }

    [Theory]
    [InlineData("KAZ")]
    [InlineData("KGZ")]
    [InlineData("UZB")]
    [InlineData("ARM")]
    [InlineData("GEO")]
    [InlineData("TUR")]
    [InlineData("ARE")]
    [InlineData("CHN")]
    public void EuropeanExportsAreThoseOfEurostatWithinFivePercent(string partner)
    {
        var figure = Assert.Single(Figures("eurostat"), figure => figure.From == "EU" && figure.To == partner);

        Assert.InRange(Goods("EU", partner) / figure.Official, 0.95, 1.05);
    }

    [Theory]
    [InlineData("KAZ")]
    [InlineData("UZB")]
    [InlineData("KGZ")]
    [InlineData("ARM")]
    public void TradeWithChinaIsThatOfTheNationalTableWithinTenPercent(string state)
    {
        var figures = Figures($"national-table-{state}").Where(figure => figure.From == "CHN" || figure.To == "CHN").ToArray();

        Assert.Equal(2, figures.Length);
        Assert.All(figures, figure => Assert.InRange(Goods(figure.From, figure.To) / figure.Official, 0.9, 1.1));
    }

    [Theory]
    [InlineData("KGZ")]
    [InlineData("ARM")]
    public void TradeWithRussiaIsThatOfTheImfsTableOfRussianCustoms(string state)
    {
        var figures = Figures("imf").Where(figure => figure.From == state || figure.To == state).ToArray();

        Assert.Equal(2, figures.Length);
        Assert.All(figures, figure => Assert.InRange(Goods(figure.From, figure.To) / figure.Official, 0.99, 1.01));
        Assert.All(Figures($"national-table-{state}").Where(figure => figure.From == "RUS" || figure.To == "RUS"), figure => Assert.Equal("imf", figure.OverruledBy));
    }

    [Theory]
    [InlineData("KAZ")]
    [InlineData("UZB")]
    public void WhereRussianCustomsSpeakTheGapIsKept(string state)
    {
        var figures = Figures($"national-table-{state}").Where(figure => figure.From == "RUS" || figure.To == "RUS").ToArray();

        Assert.Equal(2, figures.Length);
        Assert.All(figures, figure => Assert.Equal("russian-customs", figure.OverruledBy));
    }

    [Fact]
    public void TheTableSaysWhatTheWorldHas()
    {
        foreach (var figure in World.OfficialFigures)
            Assert.Equal(figure.What == "gdp" ? ValueAdded(figure.From) : Goods(figure.From, figure.To), figure.World, 0.001);
    }

    private static IEnumerable<OfficialFigure> Figures(string source) => World.OfficialFigures.Where(figure => figure.Source == source);

    private static int Find(string code) => World.Regions.Select(region => region.Code).ToList().IndexOf(code);

    private static double Goods(string from, string to)
    {
        int[] origins = from == "EU" ? [.. World.Blocs.Single(bloc => bloc.Code == "EU").Members.Select(member => member.Index)] : [Find(from)];
        var (n, sum) = (World.Regions.Length, 0.0);
        for (var k = 0; k < World.Sectors.Length; k++)
        {
            if (!World.Sectors[k].Tags.Contains("goods"))
                continue;
            foreach (var origin in origins)
                sum += origin == Find(to) ? 0 : World.Trade[(k * n + origin) * n + Find(to)];
        }

        return sum;
    }

    private static double ValueAdded(string code)
    {
        var sums = WorldSums.Of(World);
        var sum = 0.0;
        for (var k = 0; k < World.Sectors.Length; k++)
            sum += sums.Output[Find(code) * World.Sectors.Length + k] - sums.IntermediateCost[Find(code) * World.Sectors.Length + k];
        return sum;
    }
}
