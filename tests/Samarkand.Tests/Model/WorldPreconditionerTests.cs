using System.Runtime.InteropServices;
using CsCheck;
using Samarkand.Model;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Tests.Worlds;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Tests.Model;

/// <summary>The preconditioner that ships with a world belongs to it alone, is what its recipe makes, and changes passes but no answer.</summary>
public class WorldPreconditionerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. WorldCatalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_ships_is_what_the_world_gives(string name)
    {
        var world = WorldCatalog.Open(name);
        var shipped = Numbers(Assert.NotNull(world.Records.Preconditioner).Span);
        var made = Numbers(WorldPreconditioner.Make(world, Token));
        Assert.Equal(made.Length, shipped.Length);

        // Another processor may round a number in a few hundred the other way, and what cancels to nearly nothing to another nothing.
        var others = made.Zip(shipped).Where(pair => pair.First != pair.Second).ToArray();
        Assert.True(others.Length <= made.Length / 200, $"{others.Length} of {made.Length} numbers are others: run worlds/precondition.cs {name}");
        Assert.All(others, pair => Assert.Equal(pair.First, pair.Second, Math.Max(Math.Abs(pair.First) / 100, 1e-6)));
    }

    [Fact]
    public void Beside_another_world_it_counts_as_none()
    {
        var (bytes, other) = (EmbeddedWorlds.Bytes("wiod-2011").ToArray(), EmbeddedWorlds.Bytes("wiod-2014").ToArray());
        var file = ShippedPreconditioner.File(bytes, [1, 2, 3, 4]);
        Assert.Equal([1, 2, 3, 4], Assert.NotNull(ShippedPreconditioner.Of(bytes, file)).ToArray());
        Assert.Null(ShippedPreconditioner.Of(other, file));
        Assert.Null(ShippedPreconditioner.Of(bytes.AsSpan(..^1), file));
        foreach (var place in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
        {
            bytes[place] ^= 1;
            Assert.Null(ShippedPreconditioner.Of(bytes, file));
            bytes[place] ^= 1;
        }

        Assert.Null(ShippedPreconditioner.Of(bytes, file.AsMemory(..4)));
    }

    [Fact]
    public void An_export_that_nobody_changed_has_it_and_every_other_world_has_none()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var dearer = world.Elasticities.ToArray();
        dearer[0] *= 1.01;
        var changed = new World(world.About, world.Regions, world.Sectors, world.Blocs, world.Trade.ToArray(), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), world.Inputs.ToArray(), world.Final.ToArray(), dearer);
        Assert.True(world.Records.Preconditioner!.Value.Span.SequenceEqual(Exported(world)!.Value.Span));
        Assert.Null(Exported(changed));
        Assert.Null(BinaryWorld.Read(EmbeddedWorlds.Bytes("wiod-2011"), "a file").Records.Preconditioner);
        Assert.Null(RandomEconomy.Make(3, 2, withTariffs: false, balancedTrade: false, seed: 1).Records.Preconditioner);
    }

    private static ReadOnlyMemory<byte>? Exported(World world)
    {
        using var folder = new TemporaryFolder();
        Samarkand.Worlds.Files.WorldFolder.Write(world, folder["out"], Samarkand.Worlds.Files.BigTableFormat.Parquet);
        return WorldCatalog.Open(folder["out"]).Records.Preconditioner;
    }

    [Fact]
    public void On_random_worlds_it_changes_no_answer() => Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000], Gen.Enum<Horizon>()).Sample((world, seed, horizon) =>
    {
        var (with, shock) = (With(world, () => WorldPreconditioner.Make(world, Token)), RandomShock.Of(world, seed));
        var (first, second) = (Solve(world, shock, horizon), Solve(with, shock, horizon));
        Assert.InRange(second.Certificate.Largest, 0, 1e-12);
        AssertSame(first, second, 1e-9);
    });

    [Fact]
    public void One_that_leads_astray_costs_passes_and_no_answer()
    {
        var world = RandomEconomy.Make(12, 5, withTariffs: true, balancedTrade: false, seed: 7);
        var numbers = WorldPreconditioner.Make(world, Token);
        new Random(1).NextBytes(numbers);
        var (with, shock) = (With(world, () => numbers), RandomShock.Of(world, 7));
        var (first, second) = (Solve(world, shock, Horizon.Medium), Solve(with, shock, Horizon.Medium));

        // What is tried next is what a world without one does from the start: the same bits.
        Assert.InRange(second.Certificate.Iterations, first.Certificate.Iterations + 1, first.Certificate.Iterations + 60);
        AssertSame(first, second, 0);
    }

    [Theory]
    [InlineData(Horizon.Short)]
    [InlineData(Horizon.Long)]
    public void All_widths_agree_with_it(Horizon horizon)
    {
        var world = WorldCatalog.Open("wiod-2011");
        var packed = new PackedBaseline(Baseline.Of(world, horizon));
        Assert.NotNull(WorldPreconditioner.Of(packed));
        var found = EachWidth.Solve(packed, RandomShock.Of(world, 3, most: 8), WorldPreconditioner.Of(packed), 8, 1e-13);
        foreach (var other in found.Skip(1))
            AssertSame(found[0], other, 1e-11);
    }

    private static World With(World world, Func<ReadOnlyMemory<byte>?> preconditioner) => new(
        world.About, world.Regions, world.Sectors, world.Blocs, world.Trade.ToArray(), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), world.Inputs.ToArray(), world.Final.ToArray(), world.Elasticities.ToArray())
    {
        Records = new WorldRecords(_ => null, preconditioner),
    };

    private static Samarkand.Model.Equilibrium Solve(World world, Shock shock, Horizon horizon) =>
        Solver.For(Baseline.Of(world, horizon)).Solve(shock, tolerance: 1e-12, cancellation: Token);

    private static void AssertSame(Samarkand.Model.Equilibrium one, Samarkand.Model.Equilibrium other, double tolerance)
    {
        foreach (var (expected, found) in one.Wages.ToArray().Zip(other.Wages.ToArray()))
            Assert.Equal(expected, found, tolerance);
        foreach (var (expected, found) in one.Outputs.ToArray().Zip(other.Outputs.ToArray()))
            Assert.Equal(expected, found, tolerance * Math.Max(1, Math.Abs(expected)));
    }

    private static float[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var halves = MemoryMarshal.Cast<byte, ushort>(bytes);
        var numbers = new float[halves.Length];
        for (var v = 0; v < numbers.Length; v++)
            numbers[v] = ShippedNumbers.Lengthened(halves[v]);
        return numbers;
    }
}
