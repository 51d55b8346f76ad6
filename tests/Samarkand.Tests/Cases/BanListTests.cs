using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

public class BanListTests
{
    private const string List = "eu-russia-2023-01";

    private static string Folder => Path.Combine(ShippedCases.Folder, "../src/Samarkand/Cases/Lists");

    [Fact]
    public void A_ban_covers_what_its_list_reaches()
    {
        var bans = Yaml.Parse(Yaml.WithPackage(
            $"{{ kind: export-ban, sectors: [mac], coverage: from-list {List}, common-list: true }}", $"{{ kind: import-ban, sectors: [nfm, fab], coverage: from-list {List} }}", "{ kind: export-ban, coverage: 0.2 }")).Package.Cast<Ban>().ToArray();

        Assert.Equal(BanLists.Coverage(List, ["mac"]), bans[0].Coverage);
        Assert.Equal((List, List, null), (bans[0].List, bans[1].List, bans[2].List));
        // Of two sectors, by what was sold of each.
        Assert.InRange(bans[1].Coverage, BanLists.Coverage(List, ["nfm"])!.Value, BanLists.Coverage(List, ["fab"])!.Value);
        Assert.Equal(0.2, bans[2].Coverage);
    }

    [Fact]
    public void Food_pharmaceuticals_and_medical_goods_are_on_no_list()
    {
        var codes = File.ReadLines(Path.Combine(Folder, $"{List}.csv")).Skip(1).Select(line => line.Split(',')[0]).ToArray();

        Assert.True(codes.Length > 2000);
        Assert.DoesNotContain(codes, code => string.CompareOrdinal(code, "25") < 0 || code.StartsWith("30", StringComparison.Ordinal) || code.StartsWith("9018", StringComparison.Ordinal));
        Assert.Equal(["fod", "pha"], new[] { "fod", "pha" }.Except(BanLists.SectorsOf(List)));
        // Every sector of the list is one of the world, and some code of it falls there.
        var sectors = WorldCatalog.Open("samarkand-2021").Sectors.Select(sector => sector.Code).ToHashSet();
        Assert.All(BanLists.SectorsOf(List), sector => Assert.True(sectors.Contains(sector) && codes.Any(code => HsConcordance.Find(code)?.Sector == sector), sector));
        Assert.All(BanLists.SectorsOf(List), sector => Assert.InRange(BanLists.Coverage(List, [sector])!.Value, 0.01, 0.8));
        Assert.Contains("833/2014", BanLists.Law(List), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ kind: export-ban, sectors: [mac], coverage: from-list eu-russia-2023-10 }", "there is no list `eu-russia-2023-10`")]
    [InlineData("{ kind: export-ban, sectors: [fod, mac], coverage: from-list eu-russia-2023-01 }", "the list `eu-russia-2023-01` says nothing of fod")]
    [InlineData("{ kind: export-ban, coverage: from-list eu-russia-2023-01 }", "the list `eu-russia-2023-01` says nothing of all goods together")]
    [InlineData("{ kind: export-ban, coverage: from-lists x }", "`coverage` is `from-lists x`, expected")]
    public void A_list_that_says_nothing_is_refused(string instrument, string message) =>
        Assert.Contains(message, Yaml.Problem(() => Yaml.Parse(Yaml.WithPackage(instrument))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_coverage_from_a_list_is_drawn_where_a_case_asks()
    {
        var prior = Yaml.Parse(Yaml.WithPackage($"{{ kind: export-ban, sectors: [mac], coverage: from-list {List} }}") + "priors: { assumed: drawn }\n").Priors.Single(prior => prior.Path == "package.0.coverage");
        var coverage = BanLists.Coverage(List, ["mac"])!.Value;

        Assert.Equal(new Triangular(0.6 * coverage, coverage, 1.4 * coverage), prior.Distribution);
    }
}
