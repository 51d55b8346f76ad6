using System.IO.Compression;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Opens a CSV file, plain or compressed, without ever holding it whole.</summary>
internal static class TableText
{
    public static Stream Open(string path) => TextFile.IsCompressed(path)
        ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        : File.OpenRead(path);
}
