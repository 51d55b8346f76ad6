using System.Buffers.Binary;
using Samarkand.Worlds.Binary;

namespace Samarkand.Worlds;

/// <summary>
/// The preconditioner that ships beside an embedded world, as bytes that the model reads; how it is made and what it does says docs/method.md,
/// "The preconditioner". The file begins with the fingerprint of its world's file: beside any other world it counts as none.
/// </summary>
internal static class ShippedPreconditioner
{
    /// <summary>What its file is called beside its world's.</summary>
    public const string Ending = ".preconditioner";

    /// <summary>The file.</summary>
    /// <param name="world">The bytes of its world's file.</param>
    /// <param name="numbers">The preconditioner.</param>
    public static byte[] File(ReadOnlySpan<byte> world, ReadOnlySpan<byte> numbers)
    {
        var file = new byte[sizeof(ulong) + numbers.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, Fingerprint.Of(world));
        numbers.CopyTo(file.AsSpan(sizeof(ulong)));
        return file;
    }

    /// <summary>What such a file holds for a world; null where it belongs to another one.</summary>
    public static ReadOnlyMemory<byte>? Of(ReadOnlySpan<byte> world, ReadOnlyMemory<byte> file) =>
        file.Length > sizeof(ulong) && BinaryPrimitives.ReadUInt64LittleEndian(file.Span) == Fingerprint.Of(world) ? file[sizeof(ulong)..] : default(ReadOnlyMemory<byte>?);

    /// <summary>That of an embedded world; null where there is none.</summary>
    public static ReadOnlyMemory<byte>? Embedded(string world)
    {
        using var stream = EmbeddedWorlds.Find($"{world}/{world}{Ending}");
        if (stream is null)
            return null;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Of(EmbeddedWorlds.Bytes(world), file);
    }

    /// <summary>That of the embedded world which this one is, as an export that nobody changed: it is solved to the same last digit then.</summary>
    public static ReadOnlyMemory<byte>? OfTheSame(World world) =>
        EmbeddedWorlds.Names.Contains(world.About.Name) && EmbeddedWorlds.Bytes(world.About.Name).SequenceEqual(BinaryWorld.Write(world)) ? Embedded(world.About.Name) : null;
}
