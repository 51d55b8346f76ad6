namespace Samarkand.Import.Tests;

/// <summary>Which year a table's flows are of: by its column, its name, or its user.</summary>
public class YearTest
{
    private static readonly ImportSettings Undated = SmallTable.Settings with { Year = null };

    [Theory]
    [InlineData("flows-2021.csv", 2021)]
    [InlineData("ICIO2021_2018.csv", 2018)]
    [InlineData("ICIO2018_2015.CSV", 2015)]
    [InlineData("2020_SML.csv", 2020)]
    [InlineData("icio-2020.csv", 2020)]
    [InlineData("icio_v2023_2019.csv", 2019)]
    [InlineData("flatfile_eu-ic-io_ind-by-ind_24ed_2022.csv", 2022)]
    [InlineData("flatfile_eu-ic-io_2024ed_2022.csv", 2022)]
    [InlineData("ADB-MRIO-2024-August 2025.csv", 2024)]
    [InlineData("ADB-MRIO-2018_September 2024.csv", 2018)]
    [InlineData("removed_2021.csv", 2021)]
    [InlineData("march-2021.csv", 2021)]
    public void ANameTellsIt(string name, int year) => Assert.Equal(year, TableYear.Of(null, [name], []));

    [Theory]
    [InlineData("⟨year⟩: the name of flows.csv does not tell the year of its flows; write ⟨year: 2021⟩", "flows.csv")]
    [InlineData("⟨year⟩: the name of ICIO2021.csv does not tell the year of its flows (the year in it is that of an edition or release); write ⟨year: 2021⟩", "ICIO2021.csv")]
    [InlineData("⟨year⟩: the name of 2018-2021.csv holds several years, 2018, 2021; say which one the flows are of: ⟨year: 2018⟩ or ⟨year: 2021⟩", "2018-2021.csv")]
    [InlineData("⟨year⟩: the names of the files hold several years, 2020, 2021; say which one the flows are of: ⟨year: 2020⟩ or ⟨year: 2021⟩", "a-2020.csv", "b-2021.csv")]
    [InlineData("⟨year⟩: the name of 20211231.csv does not tell the year of its flows; write ⟨year: 2021⟩", "20211231.csv")]
    public void ANameThatDoesNotTellItIsNotGuessed(string expected, params string[] files)
    {
        using var table = new SmallTable();
        Assert.Equal([expected], table.Problems(() => TableYear.Of(null, files, [])));
        Assert.Equal(2019, TableYear.Of(2019, files, []));
    }

    [Fact]
    public void AnEditionInTheNameIsNoted()
    {
        var notes = new List<string>();
        TableYear.Of(null, ["ICIO2021_2018.csv"], notes);
        Assert.Equal(["the year of the flows is 2018 by the name ICIO2021_2018.csv, whose other year is that of an edition or release; ⟨year⟩ says otherwise"], notes);
    }

    [Theory]
    [InlineData("year", "2021")]
    [InlineData("Year", "2021.0")]
    [InlineData("TIME_PERIOD", "2021")]
    [InlineData("refYear", "2021-01-01")]
    public void AColumnOfYearsSelectsRows(string column, string written)
    {
        using var table = new SmallTable();
        var text = Panel(column, ("2020", 3), (written, 1));
        var world = table.Import(text, Undated with { Year = 2021 }).World;
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, world);
        Assert.Equal(2021, world.About.Year);
    }

    [Fact]
    public void SeveralYearsAreNotAddedUp()
    {
        using var table = new SmallTable();
        var text = Panel("year", ("2020", 3), ("2021", 1));
        Assert.Equal(["t.csv: holds several years: 2020, 2021; choose one, such as ⟨year: 2021⟩"], table.Problems(() => table.Import(text, Undated)));
        Assert.Equal(["⟨year⟩: 2019 is not in the table; it holds 2020, 2021"], table.Problems(() => table.Import(text, Undated with { Year = 2019 })));
    }

    [Fact]
    public void OneYearInTheColumnIsTheWorlds()
    {
        using var table = new SmallTable();
        Assert.Equal(2017, table.Import(Panel("year", ("2017", 1)), Undated).World.About.Year);
    }

    [Fact]
    public void MistakesInOtherYearsAreNobodysBusiness()
    {
        using var table = new SmallTable();
        var text = Panel("year", ("2020", 3), ("2021", 1)) + "2020,AAA,c1,AAA,nonsense,x\n";
        Assert.Equal(2021, table.Import(text, Undated with { Year = 2021 }).World.About.Year);
    }

    [Fact]
    public void ADeclaredColumnOfYearsIsTaken()
    {
        using var table = new SmallTable();
        var text = Panel("jahr", ("2020", 3), ("2021", 1));
        LongTable Declared(LongTable t) => t with { Columns = LongColumns.Parse("year=jahr") };
        Assert.Equal(80, table.Import(text, Undated with { Year = 2021 }, Declared).World.Trade[0]);
        Assert.Equal(["t.csv:1: column 'jahr' is missing; the file has origin, sector, destination, use, value; name the column of years with ⟨columns: year=NAME⟩, or leave that out"], table.Problems(() => table.Import(SmallTable.Right, SmallTable.Settings, Declared)));
    }

    [Fact]
    public void WhatIsNoYearIsReported()
    {
        using var table = new SmallTable();
        Assert.Contains("t.csv:2:1: year: 'Q1' is not a year; write a year such as 2021, or name the column of years with ⟨columns: year=NAME⟩", table.Problems(() => table.Import(Panel("year", ("Q1", 1)), Undated)));
    }

    /// <summary>The small table in several years, all values multiplied.</summary>
    private static string Panel(string column, params (string Year, int Factor)[] years)
    {
        var lines = SmallTable.Right.TrimEnd().Split('\n');
        string Row(string line, int factor)
        {
            var comma = line.LastIndexOf(',');
            return FormattableString.Invariant($"{line[..comma]},{factor * int.Parse(line[(comma + 1)..], System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return $"{column},{lines[0]}\n" + string.Concat(years.SelectMany(year => lines[1..].Select(line => $"{year.Year},{Row(line, year.Factor)}\n")));
    }
}
