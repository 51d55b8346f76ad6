using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

public class LongTableImportTest
{
    [Fact]
    public void FlowsAreAddedUp()
    {
        using var table = new SmallTable();
        var imported = table.Import(SmallTable.Right);
        var world = imported.World;
        Assert.Equal(("small", "small", 2020), (world.About.Name, world.About.Title, world.About.Year));
        Assert.Equal(["AAA", "BBB"], world.Regions.Select(region => region.Code));
        Assert.Equal(["c1", "c2"], world.Sectors.Select(sector => sector.Code));
        Assert.Equal<double>([80, 20, 10, 60, 50, 0, 5, 70], world.Trade.ToArray());
        Assert.Equal<double>([0, 10, 0, 0, 0, 10, 0, 0], world.Inputs.ToArray());
        Assert.Equal<double>([80, 55, 70, 70], world.Final.ToArray());
        Assert.Equal<double>([4, 4], world.Elasticities.ToArray());
        Assert.True(WorldBalance.Of(world).IsBalanced);
        Assert.Equal(2, imported.Notes.Length);
        Assert.StartsWith("no sector has a tag", imported.Notes[0]);
        Assert.StartsWith("every sector has the trade elasticity 4, an assumption", imported.Notes[1]);
        Assert.StartsWith("SHA-256 ", world.About.Sources.Single().Address);
    }

    [Theory]
    [InlineData("\uFEFF", "\n", "", "")]
    [InlineData("", "\r\n", "", "")]
    [InlineData("", "\n", " ", "")]
    [InlineData("", "\n", "", "\"")]
    public void SpreadsheetsWriteItInOtherWays(string start, string end, string space, string quote)
    {
        using var table = new SmallTable();
        var lines = SmallTable.Right.TrimEnd().Split('\n').Select((line, k) => k == 0 ? line : string.Join(',', line.Split(',').Select(field => $"{space}{quote}{field}{quote}{space}")));
        Same(table.Import(SmallTable.Right).World, table.Import(start + string.Join(end, lines) + end).World);
    }

    [Fact]
    public void ColumnsAreFoundByTheirDeclaredNamesInAnyOrderAmongOthers()
    {
        using var table = new SmallTable();
        var lines = SmallTable.Right.TrimEnd().Split('\n').Skip(1).Select(line => string.Join(',', line.Split(',').Reverse().Append("x")));
        var text = "USD m,user,to,what,Origin,remark\n" + string.Join('\n', lines);
        Same(table.Import(SmallTable.Right).World, table.Import(text, change: t => t with { Columns = LongColumns.Parse("value=usd m, use=user, destination=to, sector=what") }).World);
    }

    [Fact]
    public void ATableMayBeInSeveralFilesOfSeveralForms()
    {
        using var table = new SmallTable();
        var rows = SmallTable.Right.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')).ToArray();
        ParquetFile.Write(table["a[1].parquet"], [.. LongColumns.Names.Take(4).Select((name, k) => (name, rows[..3].Select(row => row[k]).ToArray()))], [("value", [.. rows[..3].Select(row => double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture))])]);
        table.Write("b*'c.csv", "value,use,destination,sector,origin\n" + string.Join('\n', rows[3..].Select(row => string.Join(',', row.Reverse()))));
        Same(table.Import(SmallTable.Right).World, LongTableImport.Read(new LongTable([table["a[1].parquet"], table["b*'c.csv"]]), SmallTable.Settings, TestContext.Current.CancellationToken).World);
    }

    [Fact]
    public void MistakesInParquetNameTheRow()
    {
        using var table = new SmallTable();
        void Write(params double[] values) => ParquetFile.Write(table["t.parquet"], [.. LongColumns.Names.Take(4).Select(name => (name, new[] { name, "c1", "" }))], [("value", values)]);
        string[] Of(Func<LongTable, LongTable>? change = null)
        {
            var whole = new LongTable([table["t.parquet"]]);
            return table.Problems(() => LongTableImport.Read(change is null ? whole : change(whole), SmallTable.Settings));
        }

        Write(1, -2, double.NaN);
        var problems = Of();
        Assert.Contains("t.parquet:3: value: is not a finite number; write a number such as 1234.5", problems);
        Assert.Contains("t.parquet:2: value: -2 is negative; intermediate use is at least 0; remove the row or correct its sign", problems);
        Assert.Contains("t.parquet:3: origin: is empty; give every row its origin", problems);
        Assert.Equal(["t.parquet: column 'use' is of type VARCHAR; store the values as DOUBLE", "t.parquet: column 'value' is of type DOUBLE; store the codes as text (VARCHAR)"], Of(t => t with { Columns = LongColumns.Parse("value=use,use=value") }).Order());
        Assert.Equal(["t.parquet: column 'v' is missing; the file has origin, sector, destination, use, value; name it with ⟨columns: value=NAME⟩"], Of(t => t with { Columns = LongColumns.Parse("value=v") }));
        File.WriteAllBytes(table["t.parquet"], File.ReadAllBytes(table["t.parquet"])[..60]);
        Assert.Contains("t.parquet: cannot be read as Parquet", Of().Single());
    }

    [Theory]
    [InlineData(ValueUnit.Usd, 1e-6)]
    [InlineData(ValueUnit.Thousand, 1e-3)]
    [InlineData(ValueUnit.Billion, 1e3)]
    public void ValuesAreConvertedToMillions(ValueUnit unit, double factor)
    {
        using var table = new SmallTable();
        Assert.Equal(80 * factor, table.Import(SmallTable.Right, change: t => t with { Unit = unit }).World.Trade[0], 1e-12 * factor);
    }

    [Fact]
    public void FilesGiveNamesOrderTagsAndElasticities()
    {
        using var table = new SmallTable();
        var settings = SmallTable.Settings with
        {
            Theta = null,
            RegionsFile = table.Write("r.csv", "code,name,remainder\nBBB,Beland,\nAAA,Rest,true\n"),
            SectorsFile = table.Write("s.csv", "code,name,tags\nc2,Services,\nc1,Goods,goods;energy\n"),
            ElasticitiesFile = table.Write("e.csv", "sector,theta\nc1,5.5\nc2,4\n"),
        };
        var imported = table.Import(SmallTable.Right, settings);
        Assert.Empty(imported.Notes);
        Assert.Equal([new RegionInfo("BBB", "Beland"), new RegionInfo("AAA", "Rest", true)], imported.World.Regions);
        Assert.Equal<double>([70, 5, 0, 50, 60, 10, 20, 80], imported.World.Trade.ToArray());
        Assert.Equal<double>([4, 5.5], imported.World.Elasticities.ToArray());
        Assert.Equal(["goods", "energy"], imported.World.Sectors[1].Tags);
    }

    [Fact]
    public void KnownStatesHaveNamesAndBlocs()
    {
        using var table = new SmallTable();
        var world = table.Import(SmallTable.Right.Replace("AAA", "DEU", StringComparison.Ordinal).Replace("BBB", "RUS", StringComparison.Ordinal)).World;
        Assert.Equal(["Germany", "Russia"], world.Regions.Select(region => region.Name));
        Assert.Equal([new Region(0)], world.Blocs.Single(bloc => bloc.Code == "EU").Members);
        Assert.Equal([new Region(1)], world.Blocs.Single(bloc => bloc.Code == "BRICS").Members);
    }

    [Fact]
    public void TheOrderOfRowsDoesNotChangeABit()
    {
        using var table = new SmallTable();
        var rows = Enumerable.Range(0, 200).Select(k => FormattableString.Invariant($"AAA,c1,AAA,u{k},{Math.Pow(10, k % 9) / 7:R}\n")).ToArray();
        World Read(IEnumerable<string> lines) => table.Import("origin,sector,destination,use,value\n" + string.Concat(lines), change: t => t with { OwnFinalCategories = [.. Enumerable.Range(0, 200).Select(k => $"u{k}")] }).World;
        Assert.Equal(Read(rows).Trade, Read(rows.Reverse()).Trade);
        var halves = rows.Where((_, k) => k % 2 == 0).Concat(rows.Where((_, k) => k % 2 == 1));
        Assert.Equal(Read(rows).Trade, Read(halves).Trade);
    }

    [Fact]
    public void NegativeInventoriesAreAddedToFinalDemandBeforeTheyAreCut()
    {
        using var table = new SmallTable();
        var imported = table.Import(SmallTable.Right + "AAA,c1,AAA,INVNT,-30\nBBB,c2,AAA,INVNT,-7\n");
        Assert.Equal<double>([50, 20, 10, 60, 50, 0, 0, 70], imported.World.Trade.ToArray());
        Assert.Equal<double>([50, 50, 70, 70], imported.World.Final.ToArray());
        Assert.Contains("1 cells of final demand were negative, -2 million USD together; they are 0 now", imported.Notes);
    }

    [Fact]
    public void NegativeValueAddedIsRepairedWhereAsked()
    {
        using var table = new SmallTable();
        var imported = table.Import(SmallTable.Edited(SmallTable.Right, "AAA,c2,10", "AAA,c2,70"), SmallTable.Settings with { Balance = true });
        Assert.Equal(49.5, imported.World.Inputs[1], 1e-9);
        Assert.Equal(100.5, imported.World.Final[0], 1e-9);
        Assert.True(WorldBalance.Of(imported.World).IsBalanced);
        Assert.StartsWith("1 region-sectors had negative value added: their inputs were scaled until value added is 0.01 of output, and 20 million USD", imported.Notes[^1]);
        Assert.Contains(imported.Notes[^1], imported.World.About.Rules);
    }

    internal static void Same(World expected, World actual)
    {
        Assert.Equal(expected.Regions, actual.Regions);
        Assert.Equal(expected.Sectors.Select(sector => sector.Code), actual.Sectors.Select(sector => sector.Code));
        Assert.Equal(expected.Trade, actual.Trade);
        Assert.Equal(expected.Inputs, actual.Inputs);
        Assert.Equal(expected.Final, actual.Final);
    }
}
