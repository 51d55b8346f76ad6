using CsCheck;
using Parquet;
using Parquet.Schema;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

public class WorldFolderTest
{
    [Theory]
    [InlineData(BigTableFormat.Csv)]
    [InlineData(BigTableFormat.CsvGz)]
    [InlineData(BigTableFormat.Parquet)]
    public void WhatIsWrittenIsReadBackBitForBit(BigTableFormat format) => RandomWorld.Balanced.Sample(
        world =>
        {
            using var folder = new TemporaryFolder();
            WorldFolder.Write(world, folder["w"], format);
            SameWorld.Assert(world, WorldFolder.Read(folder["w"]));
        },
        iter: 50);

    [Fact]
    public void TheOrderOfLabelsRowsAndColumnsDoesNotMatter()
    {
        using var plain = new SmallFolder();
        using var permuted = new SmallFolder();
        File.WriteAllText(permuted["regions.csv"], "remainder,name,code\ntrue,Rest of the world,ROW\n,Aland,AAA\n,Beland,BBB\n");
        File.WriteAllText(permuted["sectors.csv"], "tags,code,name\nservices,c2,Services\ngoods;energy,c1,Goods\n");
        foreach (var table in new[] { "trade.csv", "inputs.csv", "final.csv", "elasticities.csv" })
        {
            var rows = SmallFolder.Files[table].TrimEnd().Split('\n');
            Array.Reverse(rows, 1, rows.Length - 1);
            File.WriteAllLines(permuted[table], rows.Select(row => string.Join(',', row.Split(',').Reverse())));
        }

        Assert.Equal(ByLabel(WorldFolder.Read(plain.Path)), ByLabel(WorldFolder.Read(permuted.Path)));
        Assert.Equal("ROW", WorldFolder.Read(permuted.Path).Regions[0].Code);
    }

    [Fact]
    public void AFolderThatHoldsSomethingIsNotOverwritten()
    {
        using var folder = new SmallFolder();
        var before = File.ReadAllText(folder["trade.csv"]);
        var world = WorldFolder.Read(folder.Path);
        Assert.Contains("is a folder that holds something already", Assert.Throws<InputException>(() => WorldFolder.Write(world, folder.Path)).Message);
        Assert.Equal(before, File.ReadAllText(folder["trade.csv"]));
        Assert.Contains("is a file", Assert.Throws<InputException>(() => WorldFolder.Write(world, folder["trade.csv"])).Message);
        Assert.Equal(SmallFolder.Files.Count, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void AnEmptyFolderIsFilledAndNothingElseIsLeft()
    {
        using var source = new SmallFolder();
        using var target = new TemporaryFolder();
        Directory.CreateDirectory(target["w"]);
        WorldFolder.Write(WorldFolder.Read(source.Path), target["w"] + "/");
        Assert.Equal([target["w"]], Directory.GetFileSystemEntries(target.Path));
        Assert.Equal(
            ["blocs.csv", "elasticities.csv", "final.csv.gz", "inputs.csv.gz", "regions.csv", "sectors.csv", "trade.csv.gz", "world.json"],
            Directory.GetFiles(target["w"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFailureOnTheWayLeavesNothingBehind()
    {
        using var source = new SmallFolder();
        using var target = new TemporaryFolder();
        var world = WorldFolder.Read(source.Path);
        var broken = new World(world.About, world.Regions, [.. world.Sectors.Select(sector => sector with { Tags = default })], world.Blocs, world.Trade.ToArray(), null, world.Inputs.ToArray(), world.Final.ToArray(), world.Elasticities.ToArray());
        Assert.ThrowsAny<Exception>(() => WorldFolder.Write(broken, target["w"]));
        Assert.Empty(Directory.GetFileSystemEntries(target.Path));
    }

    [Fact]
    public void AFolderBelowAFileCannotBeWritten()
    {
        using var folder = new SmallFolder();
        Assert.Contains("cannot be written", Assert.Throws<InputException>(() => WorldFolder.Write(WorldFolder.Read(folder.Path), folder["trade.csv/w"])).Message);
    }

    [Fact]
    public void TariffsAreWrittenOnlyWhereThereAreAny()
    {
        using var source = new SmallFolder();
        using var target = new TemporaryFolder();
        WorldFolder.Write(WorldFolder.Read(source.Path), target["without"], BigTableFormat.Csv);
        Assert.StartsWith("origin,destination,sector,value\n", File.ReadAllText(target["without/trade.csv"]));
        source.Edit("trade.csv", "value", "value,tariff");
        source.Edit("trade.csv", "AAA,BBB,c1,20", "AAA,BBB,c1,20,0.25");
        File.WriteAllLines(source["trade.csv"], File.ReadAllLines(source["trade.csv"]).Select(line => line.Split(',').Length == 4 ? line + "," : line));
        source.Edit("final.csv", "BBB,c1,60", "BBB,c1,65");
        WorldFolder.Write(WorldFolder.Read(source.Path), target["with"], BigTableFormat.Csv);
        Assert.Contains("AAA,BBB,c1,20,0.25\n", File.ReadAllText(target["with/trade.csv"]));
    }

    [Fact]
    public async Task ParquetOfOtherProgramsMayHaveNullableColumnsAndOtherNumbers()
    {
        using var folder = new SmallFolder();
        File.Delete(folder["inputs.csv"]);
        var fields = new[] { new DataField("value", typeof(long?)), new DataField("sector", typeof(string)), new DataField("input", typeof(string)), new DataField("region", typeof(string)) };
        await using (var stream = File.Create(folder["inputs.parquet"]))
        {
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: TestContext.Current.CancellationToken);
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<long>(fields[0], new long?[] { 10, 20, null }.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            await group.WriteAsync(fields[1], new[] { "c2", "c2", "c1" });
            await group.WriteAsync(fields[2], new[] { "c1", "c1", "c1" });
            await group.WriteAsync(fields[3], new[] { "AAA", "BBB", "AAX" });
        }

        Assert.Equal(
            ["inputs.parquet:3: value: is empty or not a finite number", "inputs.parquet:3: region: unknown region 'AAX'; did you mean 'AAA'?"],
            folder.Problems());
    }

    private static SortedDictionary<string, double> ByLabel(World world)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
        string R(int i) => world.Regions[i].Code;
        string K(int k) => world.Sectors[k].Code;
        for (var f = 0; f < world.Trade.Length; f++)
            values.Add($"trade {K(f / n / n)} {R(f / n % n)} {R(f % n)}", world.Trade[f]);
        for (var f = 0; f < world.Inputs.Length; f++)
            values.Add($"inputs {R(f / s / s)} {K(f / s % s)} {K(f % s)}", world.Inputs[f]);
        for (var f = 0; f < world.Final.Length; f++)
            values.Add($"final {R(f / s)} {K(f % s)}", world.Final[f]);
        for (var k = 0; k < s; k++)
            values.Add($"theta {K(k)}", world.Elasticities[k]);
        foreach (var bloc in world.Blocs)
            values.Add($"bloc {bloc.Code}: {string.Join(' ', bloc.Members.Select(member => R(member.Index)).Order(StringComparer.Ordinal))}", 0);
        return values;
    }
}
