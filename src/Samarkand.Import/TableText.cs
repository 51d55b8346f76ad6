using System.IO.Compression;

namespace Samarkand.Import;

/// <summary>Opens a CSV file, plain or compressed, without ever holding it whole.</summary>
internal static class TableText
{
    /// <exception cref="InvalidDataException">The file is cut short, damaged, or not compressed by gzip as its name says.</exception>
    public static void RequireWhole(string path)
    {
        if (path.EndsWith(".gz", StringComparison.Ordinal))
            GZipEnd.Require(path);
    }

    public static Stream Open(string path) => path.EndsWith(".gz", StringComparison.Ordinal)
        ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        : File.OpenRead(path);
}
