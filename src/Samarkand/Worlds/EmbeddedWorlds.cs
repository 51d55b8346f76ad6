using Samarkand.Worlds.Binary;

namespace Samarkand.Worlds;

/// <summary>The worlds that the library carries, and the tables from which they were made.</summary>
internal static class EmbeddedWorlds
{
    public static readonly string[] Names = ["samarkand-2021", "wiod-2011", "wiod-2014"];

    /// <summary>The embedded world of that name, one of <see cref="Names"/>.</summary>
    public static World Open(string name) => BinaryWorld.Read(Bytes(name), name, WorldRecords.Embedded(name));

    /// <summary>The bytes of an embedded world, where the library lies in memory.</summary>
    public static unsafe ReadOnlySpan<byte> Bytes(string name)
    {
        using var stream = Resource($"{name}/{name}.world");
        if (stream is UnmanagedMemoryStream mapped)
            return new ReadOnlySpan<byte>(mapped.PositionPointer, (int)mapped.Length);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A file of the project's folder <c>worlds</c> that is embedded in the library.</summary>
    public static Stream Resource(string path) =>
        Find(path) ?? throw new InvalidOperationException($"The library does not carry worlds/{path}.");

    /// <summary>The same, or null where there is no such file.</summary>
    public static Stream? Find(string path) => typeof(EmbeddedWorlds).Assembly.GetManifestResourceStream($"worlds/{path}");
}
