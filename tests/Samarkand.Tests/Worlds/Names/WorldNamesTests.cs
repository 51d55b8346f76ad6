using System.Globalization;
using CsCheck;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Tests.Worlds.Names;

/// <summary>The resolver finds a world's regions by what names mean, however the world writes them.</summary>
public class WorldNamesTests
{
    public static TheoryData<string> Kinds => [.. NamedWorlds.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_name_of_a_country_finds_it_however_the_world_writes_it(string kind)
    {
        var world = NamedWorlds.Make(kind);
        string[][] names =
        [
            ["RUS", "RU", "ru", "643", "Russia", "Russian Federation", "RUSSIA"],
            ["CHN", "CN", "156", "China", "People's Republic of China", "PRC"],
            ["DEU", "DE", "GER", "276", "Germany", "germany", "Federal Republic of Germany"],
            ["FRA", "FR", "250", "France", "French Republic"],
            ["USA", "US", "840", "United States", "U.S.", "United States of America"],
        ];

        for (var r = 0; r < names.Length; r++)
        {
            foreach (var name in names[r])
            {
                var reading = world.Names.Read(name);
                Assert.Equal(new Region(r), reading.Region);
                Assert.Equal(world.Regions[r].Code == name, reading.Note is null);
                Assert.StartsWith(world.Regions[r].Code == name ? "" : $"`{name}` was read as {world.Regions[r].Code}", reading.Note ?? "", StringComparison.Ordinal);
            }
        }

        Assert.Equal(new Region(5), world.Names.Read("Rest of the world").Region);
        Assert.Equal("GBR", world.Names.Read("UK").Elsewhere);
        Assert.Null(world.Names.Read("Korea").Elsewhere);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_blocs_that_ship_find_their_members(string kind)
    {
        var world = NamedWorlds.Make(kind);

        Assert.Equal([new Region(2), new Region(3)], world.Names.Read("eu").Bloc!.Members);
        Assert.Equal([new Region(2), new Region(3), new Region(4)], world.Names.Read("Group of Seven").Bloc!.Members);
        Assert.Equal([new Region(0), new Region(1)], world.Names.Read("SCO").Bloc!.Members);
    }

    /// <summary>Two states have the name Congo, which is asked back.</summary>
    private static bool IsItsOwn(string name) => Countries.All.Count(country => country.Names.Contains(name)) == 1;

    [Theory]
    [InlineData("samarkand-2021")]
    [InlineData("wiod-2011")]
    [InlineData("wiod-2014")]
    public void Every_region_of_an_embedded_world_is_itself_by_every_name(string name)
    {
        var world = WorldCatalog.Open(name);
        foreach (var (info, r) in world.Regions.Select((info, r) => (info, r)).Where(region => !region.info.IsRemainder))
        {
            var country = Countries.All.Single(one => one.Code == info.Code);
            foreach (var written in (string[])[country.Alpha2, country.Number, info.Name, info.Code.ToLowerInvariant(), .. country.Names.Where(IsItsOwn)])
                Assert.Equal(new Region(r), world.Names.Read(written).Region);
            Assert.Equal([info.Code], world.Names.CountriesOf(new Region(r)));
        }
    }

    [Fact]
    public void The_worlds_own_labels_come_before_what_they_mean_elsewhere()
    {
        var world = NamedWorlds.With(SmallWorld.Make(), [new("CH", "China"), new("GA", "Georgia"), new("UK", "Ukraine"), new("DEU", "Deutschland"), new("X", "Kingdom of Norway"), new("ROW", "All others", true)]);

        Assert.Equal(new Region(0), world.Names.Read("CH").Region);
        Assert.Equal(new Region(0), world.Names.Read("ch").Region);
        Assert.Equal(new Region(0), world.Names.Read("China").Region);
        Assert.Equal(new Region(1), world.Names.Read("Georgia").Region);
        Assert.Equal(new Region(2), world.Names.Read("Ukraine").Region);
        Assert.Equal(new Region(3), world.Names.Read("Germany").Region);
        Assert.Equal(new Region(4), world.Names.Read("NO").Region);
        // A code of one country beside the name of another says nothing of either.
        Assert.Equal("CHE", world.Names.Read("Switzerland").Elsewhere);
        Assert.Equal("GAB", world.Names.Read("GAB").Elsewhere);
        Assert.Equal("GEO", world.Names.Read("GEO").Elsewhere);
        Assert.Equal("GBR", world.Names.Read("Great Britain").Elsewhere);
    }

    [Fact]
    public void Two_regions_that_are_parts_of_one_country_are_not_that_country()
    {
        var world = NamedWorlds.With(SmallWorld.Make(), [new("MEX", "Mexico"), new("484", "Mexico, other firms"), new("A", "A"), new("B", "B"), new("C", "C"), new("ROW", "ROW", true)]);

        Assert.Equal(new Region(0), world.Names.Read("Mexico").Region);
        Assert.Equal(new Region(1), world.Names.Read("484").Region);
        Assert.Null(NamedWorlds.With(world, [new("MX", "one"), new("484", "two"), .. world.Regions.Skip(2)]).Names.Read("MEX").Region);
    }

    /// <summary>Whatever two letters are written: what they are read as, or what is asked back, is what some list says that they mean.</summary>
    [Theory]
    [InlineData("samarkand-2021")]
    [InlineData("wiod-2011")]
    [InlineData("alpha-2")]
    [InlineData("names")]
    public void Two_letters_are_never_taken_for_something_else(string name)
    {
        var world = NamedWorlds.Kinds.Contains(name) ? NamedWorlds.Make(name) : WorldCatalog.Open(name);
        for (var pair = 0; pair < 26 * 26; pair++)
        {
            var text = $"{(char)('A' + pair / 26)}{(char)('A' + pair % 26)}";
            foreach (var written in new[] { text, text.ToLowerInvariant() })
            {
                var (meaning, reading) = (Countries.MeaningOf(text), world.Names.Read(written));
                if (reading.Region is { } region)
                    Assert.Equal([meaning!.Certain!], world.Names.CountriesOf(region));
                if (reading.Bloc is { } bloc)
                    Assert.Equal(text, bloc.Code);
                if (reading.Elsewhere is { } code)
                    Assert.Equal(meaning!.Certain, code);
                if (reading is { Region: null, Bloc: null, Elsewhere: null })
                    AssertAsksOnly(meaning, NameSuggestion.Of(written, world.Names), text, world);
            }
        }
    }

    [Fact]
    public void No_three_letters_are_read_as_a_country_that_no_list_gives_them_to()
    {
        var world = WorldCatalog.Open("samarkand-2021");
        var letters = Enumerable.Range('A', 26).Select(letter => (char)letter).ToArray();
        foreach (var text in from first in letters from second in letters from third in letters select $"{first}{second}{third}")
        {
            if (world.Names.Read(text).Region is { } region && world.Regions[region.Index].Code != text)
                Assert.Equal(world.Regions[region.Index].Code, Countries.MeaningOf(text)!.Certain);
        }
    }

    private static void AssertAsksOnly(Meaning? meaning, string? hint, string text, World world)
    {
        Assert.True(meaning is not null || hint is null, string.Create(CultureInfo.InvariantCulture, $"{text}: {hint}"));
        foreach (var code in meaning?.Codes ?? [])
            Assert.Contains(world.Names.Home(code) is { } home ? world.Regions[home.Index].Code : code, hint, StringComparison.Ordinal);
        foreach (var (other, r) in world.Regions.Select((other, r) => (other, r)).Where(_ => hint is not null))
        {
            if (!world.Names.CountriesOf(new Region(r)).Any(meaning!.Codes.Contains))
                Assert.DoesNotContain($" {other.Code} (", hint, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Kazakstan", "did you mean KAZ (Kazakhstan)?")]
    [InlineData("Germeny", "did you mean DEU (Germany)?")]
    [InlineData("Phillipines", "did you mean PHL (Philippines)?")]
    [InlineData("Untied States", "did you mean USA (United States)?")]
    [InlineData("Russian", "did you mean RUS (Russia)?")]
    [InlineData("Emirates of the Gulf", null)]
    [InlineData("Arab Emirates", "did you mean ARE (United Arab Emirates)?")]
    [InlineData("Saudi", "did you mean SAU (Saudi Arabia)?")]
    [InlineData("Irak", "did you mean IRN (Iran) or IRQ (Iraq)?")]
    [InlineData("Korea", "did you mean KOR (South Korea) or PRK (North Korea)?")]
    [InlineData("CHI", "did you mean CHL (Chile) or CHN (China)?")]
    [InlineData("England", "did you mean GBR (United Kingdom)?")]
    [InlineData("SP", "did you mean ESP (Spain), which is SP in FIPS 10-4?")]
    [InlineData("NTAO", "did you mean NATO (North Atlantic Treaty Organization)?")]
    [InlineData("RUSS", "did you mean RUS (Russia)?")]
    [InlineData("CHM", null)]
    [InlineData("Republic", null)]
    [InlineData("QQ", null)]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void What_is_not_certain_is_asked_back_by_meaning(string name, string? hint) =>
        Assert.Equal(hint, NameSuggestion.Of(name, WorldCatalog.Open("samarkand-2021").Names));
}
