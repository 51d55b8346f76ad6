using Samarkand.Worlds;

namespace Samarkand.Tests.Worlds;

/// <summary>Every code of the Harmonized System has a sector, and the longest row that begins it holds.</summary>
public class HsConcordanceTest
{
    [Theory]
    [InlineData("854231", "elc", "8542")]
    [InlineData("8542.31", "elc", "8542")]
    [InlineData("8542 31 90", "elc", "8542")]
    [InlineData("8504", "eqp", "85")]
    [InlineData("270900", "cru", "2709")]
    [InlineData("271111", "gas", "271111")]
    [InlineData("271112", "ref", "271112")]
    [InlineData("300490", "pha", "30")]
    [InlineData("880240", "trn", "88")]
    [InlineData("840890", "mac", "84")]
    [InlineData("840820", "mvh", "840820")]
    public void A_code_falls_where_its_longest_row_says(string code, string sector, string row)
    {
        var place = HsConcordance.Find(code)!;

        Assert.Equal((sector, row), (place.Sector, place.Code));
    }

    [Theory]
    [InlineData("77")]
    [InlineData("8")]
    [InlineData("chips")]
    public void What_is_no_code_has_no_place(string code) => Assert.Null(HsConcordance.Find(code));

    [Fact]
    public void Every_chapter_has_a_sector_of_the_world()
    {
        var world = WorldCatalog.Open("samarkand-2021");

        Assert.All(HsConcordance.All, row => Assert.NotNull(world.FindSector(row.Sector)));
        Assert.Equal(Enumerable.Range(1, 97).Where(chapter => chapter != 77).Select(chapter => $"{chapter:00}"), HsConcordance.All.Where(row => row.Code.Length == 2).Select(row => row.Code));
    }
}
