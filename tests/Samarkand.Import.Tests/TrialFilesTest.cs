using Samarkand.Tests;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import.Tests;

/// <summary>Every small file that once came out wrong, where this machine has them, with what should come out.</summary>
public class TrialFilesTest
{
    private const string Folder = "trials/import";

    [Theory]
    [InlineData("F01_figaro_2021.csv", 2021, "DE RU", "C19")]
    [InlineData("F01_figaro_negative_removed_2021.csv", 2021, "DE RU", "C19")]
    [InlineData("F02_iso2_2021.csv", 2021, "CN DE FR RU US", "A01 C19")]
    [InlineData("F04_base_2021.csv", 2021, "DEU RUS", "C19")]
    [InlineData("F09_mixed_eol_2021.csv", 2021, "DEU RUS", "C19")]
    [InlineData("F10_utf16_2021.csv", 2021, "DEU RUS", "C19")]
    [InlineData("F11_leading_blank_2021.csv", 2021, "DEU RUS", "C19")]
    [InlineData("F11_sep_line_2021.csv", 2021, "DEU RUS", "C19")]
    [InlineData("F12_upper_2021.CSV", 2021, "DEU RUS", "C19")]
    [InlineData("F13_nfd_2021.csv", 2021, "C\u00F4te d'Ivoire RUS", "C19")]
    [InlineData("F17_world_2021.csv", 2021, "DEU FRA ROW RUS", "A01 C19 H49")]
    [InlineData("ICIO2021_2018.csv", 2018, "AUS ROW", "A01_02 C19")]
    [InlineData("F08_ICIO2021_layout_2018.csv", 2018, "AUS ROW", "01T02 19")]
    public void BecomesAWorldThatCanBeWrittenAndReadAgain(string file, int year, string regions, string sectors)
    {
        var path = SharedData.Path($"{Folder}/{file}");
        using var table = new SmallTable();
        foreach (var balance in new[] { false, true })
        {
            var world = Read(path, new ImportSettings("trial") { Theta = 4, Balance = balance });
            Assert.Equal(year, world.About.Year);
            Assert.Equal(regions, string.Join(' ', world.Regions.Select(region => region.Code)));
            Assert.Equal(sectors, string.Join(' ', world.Sectors.Select(sector => sector.Code)));
            var folder = table[balance ? "balanced" : "plain"];
            WorldFolder.Write(world, folder);
            Assert.Equal(world.Final, WorldFolder.Read(folder).Final);
        }
    }

    [Fact]
    public void TheSameFlowsInEveryFormAreTheSameWorld()
    {
        var settings = new ImportSettings("trial") { Theta = 4 };
        var world = Read(SharedData.Path($"{Folder}/F04_base_2021.csv"), settings);
        foreach (var file in new[] { "F09_mixed_eol_2021.csv", "F10_utf16_2021.csv", "F11_leading_blank_2021.csv", "F11_sep_line_2021.csv", "F12_upper_2021.CSV" })
            LongTableImportTest.Same(world, Read(SharedData.Path($"{Folder}/{file}"), settings));
        LongTableImportTest.Same(world, Read(SharedData.Path($"{Folder}/F14_panel_2021.csv"), settings with { Year = 2020 }));
        Assert.Equal(2021, Read(SharedData.Path($"{Folder}/F14_panel_2021.csv"), settings with { Year = 2021 }).About.Year);
    }

    [Theory]
    [InlineData("F06_only_sells_2021.csv", "origin: 'ATA' only sells: no row says what it buys")]
    [InlineData("F13_case_2021.csv", "origin: 'deu' and 'DEU' differ in letter case alone")]
    [InlineData("F14_panel_2021.csv", "holds several years: 2020, 2021; choose one, such as ⟨year: 2021⟩")]
    public void IsRefusedWithItsCause(string file, string expected)
    {
        var path = SharedData.Path($"{Folder}/{file}");
        using var table = new SmallTable();
        Assert.Contains(table.Problems(() => Read(path, new ImportSettings("trial") { Theta = 4 })), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void AMergedTagIsMissed()
    {
        var (_, notes) = WorldAggregation.Aggregate(WorldCatalog.Open("wiod-2011"), null, SharedData.Path($"{Folder}/F03_merge_primary.csv"), "trial");
        Assert.Contains(notes, note => note.StartsWith("the tag 'energy' is lost by 'PRIM', since not all members have it: in a case it no longer covers c2", StringComparison.Ordinal));
    }

    private static World Read(string path, ImportSettings settings) => path.Contains("ICIO", StringComparison.Ordinal)
        ? IcioImport.Read(path, settings, TestContext.Current.CancellationToken).World
        : LongTableImport.Read(new LongTable([path]), settings, TestContext.Current.CancellationToken).World;
}
