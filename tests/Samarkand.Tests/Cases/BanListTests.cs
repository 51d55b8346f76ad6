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
        Assert.Equal((List, List, null), (bans[0].Listed?.List, bans[1].Listed?.List, bans[2].Listed));
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
        Assert.Equal(BanLists.SectorsOf(List).Distinct(), BanLists.SectorsOf(List));
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

    private static string On(DateOnly day, string sectors) =>
        $"as-of: {day:yyyy-MM-dd}\n" + Yaml.WithPackage($"{{ kind: export-ban, name: listed, sectors: [{sectors}], coverage: from-list {List}, common-list: true }}");

    [Fact]
    public void What_a_list_covers_grows_from_nothing_to_the_whole()
    {
        foreach (var sector in BanLists.SectorsOf(List))
        {
            var days = BanLists.Days(List, [sector]);
            var coverages = days.Select(day => BanLists.Coverage(List, [sector], day)!.Value).ToArray();

            Assert.Equal(0, BanLists.Coverage(List, [sector], days[0].AddDays(-1)));
            Assert.Equal(coverages.Order(), coverages);
            Assert.Equal(BanLists.Coverage(List, [sector]), coverages[^1]);
            // The days between two are those of the first.
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(BanLists.Coverage(List, [sector], pair.First), BanLists.Coverage(List, [sector], pair.Second.AddDays(-1))));
        }

        Assert.True(BanLists.Coverage(List, ["elc"], new DateOnly(2022, 9, 15)) < BanLists.Coverage(List, ["elc"]));
    }

    [Fact]
    public void Every_line_has_the_day_of_the_first_annex_that_bans_its_sale_or_none()
    {
        string[][] Rows(string file) => [.. File.ReadLines(Path.Combine(Folder, file)).Skip(1).Select(line => line.Split(',', 5))];
        var (annexes, lines) = (Rows("eu-833-2014-annexes.csv"), Rows($"{List}.csv"));

        Assert.All(annexes, row => Assert.True(row is [_, _, "yes" or "no", _, _] && row[4].Contains("OJ L", StringComparison.Ordinal), string.Join(",", row)));
        Assert.All(lines, line =>
        {
            var first = annexes.Where(row => line[0].StartsWith(row[1], StringComparison.Ordinal)).MinBy(row => row[3], StringComparer.Ordinal);
            Assert.Equal(first?[3] ?? "", line[2]);
            // It counts in full from the first that bans it at any price.
            Assert.Equal(annexes.Where(row => line[0].StartsWith(row[1], StringComparison.Ordinal) && row[2] == "no").Min(row => row[3]) ?? "", line[3]);
        });
        // What is left is steel, which annex XVII names: the EU buys none of it, and may sell it.
        var none = lines.Where(line => line[2].Length == 0).ToArray();
        Assert.NotEmpty(none);
        Assert.All(none, line => Assert.True(line[0].StartsWith("72", StringComparison.Ordinal) || line[0].StartsWith("73", StringComparison.Ordinal), line[0]));
        // Every day is one on which an act came into force.
        Assert.Equal(annexes.Select(row => DateOnly.ParseExact(row[3], "yyyy-MM-dd", null)).Distinct().Order().Intersect(BanLists.Days(List, BanLists.SectorsOf(List))), BanLists.Days(List, BanLists.SectorsOf(List)));
    }

    [Theory]
    [InlineData(2022, 3, 15)]
    [InlineData(2022, 9, 15)]
    [InlineData(2022, 10, 7)]
    public void A_case_counts_what_was_in_force_on_its_day(int year, int month, int day)
    {
        var (on, theCase) = (new DateOnly(year, month, day), Yaml.Parse(On(new DateOnly(year, month, day), "elc")));

        Assert.Equal(BanLists.Coverage(List, ["elc"], on), ((Ban)theCase.Package[0]).Coverage);
        // Nothing that came later counts on a later day: the case knows nothing of it.
        Assert.Equal(((Ban)theCase.Package[0]).Coverage, ((Ban)CaseDates.AsOf(theCase, on.AddYears(1)).Package[0]).Coverage);
    }

    [Fact]
    public void Before_its_first_day_a_list_bans_nothing_and_says_so()
    {
        var world = WorldCatalog.Open("samarkand-2021");
        var bound = Yaml.Parse(On(new DateOnly(2022, 2, 1), "elc")).BindTo(world);

        Assert.Equal(0, ((Ban)bound.Case.Package[0]).Coverage);
        Assert.Empty(bound.Shock.Costs);
        Assert.Empty(bound.Shock.ListedBans);
        Assert.Contains(bound.NotUsedYet, sentence => sentence.Contains("nothing of the list eu-russia-2023-01 was in force on 2022-02-01 in elc", StringComparison.Ordinal) && sentence.Contains("2022-02-26", StringComparison.Ordinal));
        Assert.DoesNotContain(Yaml.Parse(On(new DateOnly(2022, 3, 16), "elc")).BindTo(world).NotUsedYet, sentence => sentence.Contains(List, StringComparison.Ordinal));
        // A size of nothing is not drawn.
        Assert.Empty(Yaml.Parse(On(new DateOnly(2022, 2, 1), "elc") + "priors: { assumed: drawn }\n").Priors.Where(prior => prior.Path == "package.0.coverage"));
    }

    [Fact]
    public void Over_a_period_a_list_counts_by_its_days()
    {
        var theCase = Yaml.Parse(On(new DateOnly(2023, 1, 1), "elc"));
        var april = ((Ban)CaseDates.Over(theCase, Period.Month(2022, 4)).Package[0]).Coverage;
        var (before, after) = (BanLists.Coverage(List, ["elc"], new DateOnly(2022, 4, 8))!.Value, BanLists.Coverage(List, ["elc"], new DateOnly(2022, 4, 9))!.Value);

        // What came on the 9th counts on twenty-two days of thirty.
        Assert.Equal((8 * before + 22 * after) / 30, april, 12);
        // A draw is written before the list: it moves the level, and the days stay those of the list.
        var drawn = Yaml.Parse(On(new DateOnly(2023, 1, 1), "elc").Replace("coverage: from-list", "coverage: 0.4 from-list", StringComparison.Ordinal));
        Assert.Equal(0.4, ((Ban)drawn.Package[0]).Coverage);
        Assert.Equal(0.4 / BanLists.Coverage(List, ["elc"])!.Value * april, ((Ban)CaseDates.Over(drawn, Period.Month(2022, 4)).Package[0]).Coverage, 12);
    }
}
