using CsCheck;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

public class BinaryWorldTest
{
    [Fact]
    public void WhatIsWrittenIsReadBackBitForBit() =>
        RandomWorld.Balanced.Sample(world => SameWorld.Assert(world, BinaryWorld.Read(BinaryWorld.Write(world), "test")));

    [Fact]
    public void OddNumbersKeepTheirBits()
    {
        double[] odd = [-0.0, double.Epsilon, 1L << 53, (1L << 53) - 1, 1e300, -3, double.NaN, double.PositiveInfinity, 0.1];
        var world = new World(
            new WorldInfo("odd", "odd", 1, [], []),
            [new RegionInfo("A", "A")],
            [.. Enumerable.Range(0, odd.Length).Select(k => new SectorInfo($"c{k}", "", []))],
            [],
            odd,
            odd,
            new double[odd.Length * odd.Length],
            odd,
            odd);
        SameWorld.Assert(world, BinaryWorld.Read(BinaryWorld.Write(world), "test"));
    }

    [Fact]
    public void EveryCutIsFoundOut()
    {
        using var folder = new SmallFolder();
        var bytes = BinaryWorld.Write(WorldFolder.Read(folder.Path));
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InputException>(() => BinaryWorld.Read(bytes.AsSpan(0, length), "cut.world"));
        Assert.Equal("long.world: is damaged; write it again from its folder or its sources", Message([.. bytes, 0], "long.world"));
    }

    [Fact]
    public void AnotherFileOrVersionIsNamed()
    {
        Assert.Equal("a.world: is not a binary world of Samarkand", Message("PAR1..."u8.ToArray(), "a.world"));
        Assert.StartsWith("a.world: is a binary world of version 9; this program reads versions 1 to 4", Message("SMKW\t..."u8.ToArray(), "a.world"));
    }

    [Fact]
    public void DamageIsNeverAnotherException()
    {
        using var folder = new SmallFolder();
        var bytes = BinaryWorld.Write(WorldFolder.Read(folder.Path));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] = value;
            try
            {
                BinaryWorld.Read(damaged, "damaged.world");
            }
            catch (InputException)
            {
            }
        });
    }

    private static string Message(byte[] bytes, string source) => Assert.Throws<InputException>(() => BinaryWorld.Read(bytes, source)).Message;
}
