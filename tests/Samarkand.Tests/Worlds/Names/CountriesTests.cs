using Samarkand.Core;
using Samarkand.Worlds.Files;
using Samarkand.Worlds.Names;

namespace Samarkand.Tests.Worlds.Names;

/// <summary>Every code and English name of ISO 3166, and what else people write.</summary>
public class CountriesTests
{
    // Two states share it; see the test of its own.
    private const string Shared = "Congo";

    public static TheoryData<string> Codes => [.. Countries.All.Select(country => country.Code)];

    [Fact]
    public void There_are_all_states_and_territories_of_the_standard_and_Kosovo()
    {
        Assert.Equal(250, Countries.All.Length);
        Assert.Equal(250, Countries.All.DistinctBy(country => country.Alpha2).Count());
        Assert.Equal(["XKX"], Countries.All.Where(country => country.Number == Country.NoNumber).Select(country => country.Code));
        Assert.Equal(249, Countries.All.Where(country => country.Number != Country.NoNumber).DistinctBy(country => country.Number).Count());
        Assert.All(Countries.All, country => Assert.Equal(country.Names[0], Countries.NameOf(country.Code)));
        Assert.Null(Countries.NameOf("XYZ"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Codes_and_names_mean_the_same_in_any_case_with_and_without_marks(string code)
    {
        var country = Countries.All.Single(one => one.Code == code);
        string[] written = [country.Code, country.Alpha2, .. country.Names.Where(name => name != Shared), .. country.Number == Country.NoNumber ? (string[])[] : [country.Number, country.Number.TrimStart('0')]];

        foreach (var name in written)
        {
            foreach (var spelling in new[] { name, name.ToLowerInvariant(), name.ToUpperInvariant(), $" {name} ", name.Length > 3 ? PlainSpelling.Key(name) : name })
                Assert.True(Countries.MeaningOf(spelling)?.Certain == code, $"`{spelling}` is not read as {code}");
        }
    }

    [Fact]
    public void A_name_that_two_share_is_not_certain()
    {
        var meaning = Countries.MeaningOf(Shared)!;

        Assert.False(meaning.IsCertain);
        Assert.Equal(["COD", "COG"], meaning.Codes.Order());
    }

    [Fact]
    public void Every_further_spelling_has_its_meaning_and_none_takes_a_code_of_the_standard()
    {
        var (problems, rows) = (new ProblemList(), 0);
        using var table = CsvTable.Open("spellings.csv", NameText.Open("spellings.csv"), new TableHeader(["spelling", "how", "means", "list"]), problems);
        while (table.Read())
        {
            rows++;
            var (spelling, how, means) = (table.Text(0), table.Text(1), table.Text(2).Split(' '));
            Assert.All(means, code => Assert.True(Countries.NameOf(code) is not null || KnownBlocs.Find(code) is not null, $"{spelling}: {code}"));
            var meaning = Countries.MeaningOf(spelling)!;
            Assert.True(how == "perhaps" ? !meaning.IsCertain && means.All(meaning.Codes.Contains) : meaning.Certain == means.Single(), $"{spelling} is read as {string.Join(' ', meaning.Codes)}");
            Assert.DoesNotContain(Countries.All, country => (country.Code == spelling || country.Alpha2 == spelling) && country.Code != means[0]);
        }

        Assert.True(problems.IsEmpty);
        Assert.InRange(rows, 500, 1000);
    }

    [Theory]
    [InlineData("GBR", "UK", "U.K.", "uk", "Great Britain", "Britain", "United Kingdom of Great Britain and Northern Ireland")]
    [InlineData("USA", "US", "U.S.", "U.S.A.", "usa", "United States", "The United States of America")]
    [InlineData("RUS", "RU", "Russia", "Russian Federation", "russian fed.", "643")]
    [InlineData("NLD", "Holland", "the Netherlands", "NED", "Netherlands (Kingdom of the)")]
    [InlineData("CZE", "Czech Republic", "Czechia", "Czech Rep.")]
    [InlineData("TUR", "Türkiye", "Turkiye", "TÜRKİYE", "Turkey", "Tu\u0308rkiye", "Republic of Türkiye")]
    [InlineData("KOR", "South Korea", "Korea, Republic of", "Korea, Rep.", "Republic of Korea", "Rep. of Korea", "ROK", "S. Korea", "Korea (the Republic of)")]
    [InlineData("PRK", "North Korea", "Korea, Dem. People's Rep.", "DPRK", "Dem. People's Rep. of Korea")]
    [InlineData("VNM", "Viet Nam", "Vietnam", "Việt Nam", "VIE")]
    [InlineData("ARE", "UAE", "U.A.E.", "United Arab Emirates")]
    [InlineData("CIV", "Ivory Coast", "Côte d'Ivoire", "Cote d’Ivoire", "cote divoire")]
    [InlineData("MMR", "Burma", "Myanmar", "Myanmar (Burma)", "MYA")]
    [InlineData("DEU", "GER", "Germany", "Federal Republic of Germany", "276")]
    [InlineData("GRC", "EL", "GRE", "Hellenic Republic")]
    [InlineData("ROU", "ROM", "Romania")]
    [InlineData("XKX", "XKX", "XK", "KSV", "KOS", "Kosovo", "XKK")]
    [InlineData("TWN", "TPE", "Chinese Taipei", "Taiwan, Province of China", "Taiwan")]
    [InlineData("CHE", "SUI", "Switzerland", "Swiss Confederation")]
    [InlineData("COD", "DR Congo", "Congo, Dem. Rep.", "DRC", "Democratic Republic of the Congo", "Congo, Democratic Republic of the")]
    [InlineData("COG", "Congo, Rep.", "Republic of the Congo", "Congo-Brazzaville")]
    [InlineData("CPV", "Cabo Verde", "Cape Verde")]
    [InlineData("SWZ", "Swaziland", "Eswatini")]
    [InlineData("MAC", "Macau", "Macao", "China, Macao SAR")]
    [InlineData("HKG", "Hong Kong SAR, China", "China, Hong Kong SAR", "Hong Kong")]
    [InlineData("BOL", "Bolivia (Plurinational State of)", "Bolivia, Plurinational State of")]
    [InlineData("BHS", "Bahamas, The", "the Bahamas")]
    [InlineData("LAO", "Lao PDR", "Lao People's Dem. Rep.", "Laos")]
    [InlineData("KGZ", "Kyrgyz Republic", "Kyrgyzstan")]
    [InlineData("SVK", "Slovak Republic", "Slovakia")]
    [InlineData("LCA", "St. Lucia", "Saint Lucia", "St Lucia")]
    [InlineData("TTO", "Trinidad & Tobago", "Trinidad and Tobago")]
    [InlineData("BIH", "Bosnia & Herzegovina", "Bosnia-Herzegovina", "Bosnia and Herzegovina", "Bosnia")]
    [InlineData("VIR", "Virgin Islands (U.S.)", "U.S. Virgin Islands", "Virgin Islands, U.S.")]
    [InlineData("PSE", "West Bank and Gaza", "State of Palestine", "WBG")]
    [InlineData("SRB", "Serbia", "RS")]
    [InlineData("EU", "EU-27", "European Union", "EU27_2020")]
    [InlineData("G7", "G-7", "Group of Seven")]
    public void What_people_write_is_read(string code, params string[] names)
    {
        foreach (var name in names)
            Assert.True(Countries.MeaningOf(name)?.Certain == code, $"`{name}` is not read as {code}");
    }

    [Theory]
    [InlineData("Korea", "KOR PRK")]
    [InlineData("CHI", "CHL CHN")]
    [InlineData("SLO", "SVK SVN")]
    [InlineData("England", "GBR")]
    [InlineData("Virgin Islands", "VGB VIR")]
    [InlineData("SP", "ESP")]
    [InlineData("Republic of China", "TWN")]
    [InlineData("America", "USA")]
    public void What_may_mean_something_else_is_not_certain(string name, string codes)
    {
        var meaning = Countries.MeaningOf(name)!;

        Assert.Null(meaning.Certain);
        Assert.Equal(codes, string.Join(' ', meaning.Codes.Order()));
    }

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("XYZ")]
    [InlineData("QQ")]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("---")]
    [InlineData("1000")]
    [InlineData("Россия")]
    [InlineData("and")]
    public void What_no_list_has_means_nothing(string name) => Assert.Null(name == "and" ? Countries.MeaningOf("the") : Countries.MeaningOf(name));
}
