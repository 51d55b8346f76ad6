using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

public class EmbeddedWorldTest
{
    [Fact]
    public void EmbeddedBytesAreWhatTheSourceGives()
    {
        var made = BinaryWorld.Write(WiodImport.Read(SharedData.Path("data/wiod")));
        Assert.True(made.AsSpan().SequenceEqual(EmbeddedBytes()), "worlds/wiod-2011/wiod-2011.world is not what WiodImport makes: run worlds/wiod-2011/make.cs");
    }

    [Fact]
    public void EmbeddedWorldIsTheImportedOne() =>
        SameWorld.Assert(WiodImport.Read(SharedData.Path("data/wiod")), WorldCatalog.Open("wiod-2011"));

    [Fact]
    public void EmbeddedWorldIsBalancedAndSmall()
    {
        var world = WorldCatalog.Open("wiod-2011");
        Assert.True(WorldBalance.Of(world).IsBalanced);
        Assert.Equal((41, 35, 2011), (world.Regions.Length, world.Sectors.Length, world.About.Year));
        Assert.Equal("ROW", Assert.Single(world.Regions, region => region.IsRemainder).Code);
        Assert.Equal("Germany", world.Regions.Single(region => region.Code == "DEU").Name);
        Assert.Equal(["EU", "NATO", "G7", "BRICS", "SCO"], world.Blocs.Select(bloc => bloc.Code));
        Assert.Contains(world.About.Sources, source => source.Licence == "CC-BY 4.0");
        Assert.InRange(EmbeddedBytes().Length, 1, 1 << 20);
    }

    [Fact]
    public void ExportThenLoadGivesTheSameBits()
    {
        var world = WorldCatalog.Open("wiod-2011");
        foreach (var format in Enum.GetValues<BigTableFormat>())
        {
            using var folder = new TemporaryFolder();
            WorldFolder.Write(world, folder["out"], format);
            SameWorld.Assert(world, WorldCatalog.Open(folder["out"]));
        }
    }

    [Fact]
    public void NamesAreListedAndOpen()
    {
        Assert.Equal(["samarkand-2021", "wiod-2011", "wiod-2014"], WorldCatalog.Names);
        Assert.All(WorldCatalog.Names, name => Assert.Equal(name, WorldCatalog.Open(name).About.Name));
    }

    [Theory]
    [InlineData("wiod-2010", "did you mean 'wiod-2011'?")]
    [InlineData("nowhere", "the embedded worlds are: samarkand-2021, wiod-2011, wiod-2014")]
    public void AnUnknownNameSaysWhichThereAre(string name, string expected)
    {
        var problem = Assert.Single(Assert.Throws<InputException>(() => WorldCatalog.Open(name)).Problems);
        Assert.Contains("no embedded world and no folder of that name", problem.Message);
        Assert.Contains(expected, problem.Hint);
    }

    [Fact]
    public void AFileIsNotAWorld()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["world.json"], "{}");
        Assert.Contains("is a file; a world is a folder", Assert.Throws<InputException>(() => WorldCatalog.Open(folder["world.json"])).Message);
    }

    private static byte[] EmbeddedBytes()
    {
        using var stream = EmbeddedWorlds.Resource("wiod-2011/wiod-2011.world");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
