using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>What hubs sell on, by hub and sector.</summary>
public class ReExportTests
{
    [Theory]
    [InlineData("samarkand-2021", "HKG", "elc", 0.85)]
    [InlineData("samarkand-2021", "HKG", "fod", 0.22)]
    [InlineData("samarkand-2021", "HKG", "cru", 0.04)]
    [InlineData("samarkand-2021", "HKG", "mvh", 0.77)]
    [InlineData("samarkand-2021", "GEO", "mvh", 0.49)]
    [InlineData("samarkand-2021", "GEO", "trn", 0.11)]
    [InlineData("samarkand-2021", "ARE", "mac", 0.59)]
    [InlineData("samarkand-2021", "TUR", "elc", 0.05)]
    [InlineData("wiod-2014", "NLD", "C17", 0.48)]
    [InlineData("wiod-2011", "LTU", "c14", 0.38)]
    public void A_sector_has_the_hubs_share_of_such_goods(string world, string region, string sector, double share) =>
        Assert.Equal(share, Share(WorldCatalog.Open(world), region, sector, ""));

    [Fact]
    public void What_a_case_says_holds_for_all_sectors()
    {
        var world = WorldCatalog.Open("samarkand-2021");

        Assert.Equal(0.3, Share(world, "HKG", "fod", "routes: { re-exports: { HKG: 0.3 } }\n"));
        Assert.Equal(0.3, Share(world, "HKG", "elc", "routes: { re-exports: { HKG: 0.3 } }\n"));
        Assert.Equal(0.02, Share(world, "TUR", "elc", "routes: { ordinary-re-exports: 0.02 }\n"));
        Assert.Equal(0.85, Share(world, "HKG", "elc", "routes: { ordinary-re-exports: 0.02 }\n"));
    }

    /// <summary>A table of one world's tags fits others, and each row names its source and the value that it is at.</summary>
    [Fact]
    public void Every_row_has_a_source_and_finds_sectors()
    {
        var tags = WorldCatalog.Names.SelectMany(name => WorldCatalog.Open(name).Sectors).SelectMany(sector => sector.Tags).ToHashSet();

        Assert.NotEmpty(KnownHubs.All);
        Assert.All(KnownHubs.All, hub =>
        {
            Assert.Contains(hub.Goods, tags);
            Assert.InRange(hub.ReExports, 0, 1);
            Assert.Contains("https://", hub.Source, StringComparison.Ordinal);
        });
        Assert.All(KnownHubs.All.GroupBy(hub => hub.Region), hub => Assert.Equal("goods", hub.First().Goods));
        Assert.Equal(KnownHubs.All.Length, KnownHubs.All.Select(hub => (hub.Region, hub.Goods)).Distinct().Count());
    }

    private static double Share(World world, string region, string sector, string routes)
    {
        var text = $"title: t\ntarget: RUS\ncoalition: [USA]\npackage: [{{ kind: export-ban, sectors: [goods] }}]\ndefault-stance: conduit\n{routes}";
        var terms = CaseSource.FromText(text, "case").Case.BindTo(world).Routes!.Terms;
        return terms.ReExports[world.FindSector(sector)!.Value.Index * world.Regions.Length + world.Find(region)!.Value.Index];
    }
}
