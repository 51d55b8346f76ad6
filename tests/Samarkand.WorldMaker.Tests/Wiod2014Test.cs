using Samarkand.Tests;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.WorldMaker.Tests;

/// <summary>The embedded world of 2014 is what its sources give, byte for byte.</summary>
public class Wiod2014Test
{
    [Fact]
    public void TheEmbeddedBytesAreWhatTheSourcesGive()
    {
        using var stream = EmbeddedWorlds.Resource("wiod-2014/wiod-2014.world");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        Assert.True(BinaryWorld.Write(Wiod2014Recipe.Build(SharedData.Path("data"))).AsSpan().SequenceEqual(bytes), "run worlds/wiod-2014/make.cs");
    }

    [Fact]
    public void TariffsAreTheBuyers()
    {
        var world = WorldCatalog.Open("wiod-2014");
        double Rate(string sector, string from, string to) =>
            world.Tariffs[(world.FindSector(sector)!.Value.Index * 44 + world.Find(from)!.Value.Index) * 44 + world.Find(to)!.Value.Index];

        Assert.Equal(0, Rate("C20", "DEU", "FRA"));
        Assert.True(Rate("C20", "DEU", "IND") > Rate("C20", "IND", "DEU"));
        Assert.Equal(0, Rate("C01", "ROW", "ROW"));
    }
}
