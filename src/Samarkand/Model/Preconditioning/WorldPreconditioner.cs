using System.Runtime.CompilerServices;
using Samarkand.Model.Solving;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// The preconditioner that ships with a world, for solves that nothing was prepared for. It is that of the observed world at one horizon, and
/// serves all others, all elasticities, closures and forms of the model: they take a few passes more than with one of their own.
/// </summary>
internal static class WorldPreconditioner
{
    /// <summary>The middle one: from there it is not far to either of the others.</summary>
    public const Horizon MadeAt = Horizon.Medium;

    // A world's numbers do not change, and what is read of them serves any number of threads.
    private static readonly ConditionalWeakTable<World, Preconditioner> Known = [];

    /// <summary>That of a baseline's world; null where the world does not ship, was merged or was changed.</summary>
    public static Preconditioner? Of(PackedBaseline packed) => packed.Baseline.World.Records.Preconditioner is { } numbers
        ? Known.GetValue(packed.Baseline.World, _ => Preconditioner.Read(packed, numbers.Span))
        : null;

    /// <summary>Makes it for a world's file and writes it beside that.</summary>
    /// <param name="file">The world's file.</param>
    /// <returns>The file that was written.</returns>
    public static string WriteBeside(string file)
    {
        var (world, beside) = (File.ReadAllBytes(file), Path.ChangeExtension(file, ShippedPreconditioner.Ending));
        File.WriteAllBytes(beside, ShippedPreconditioner.File(world, Make(BinaryWorld.Read(world, file))));
        return beside;
    }

    /// <summary>Makes it, to be shipped.</summary>
    public static byte[] Make(World world, CancellationToken cancellation = default)
    {
        var baseline = Baseline.Of(world, MadeAt);
        var packed = new PackedBaseline(baseline, withSingles: true);
        return Preconditioner.Of(baseline, packed, cancellation).Write(packed);
    }
}
