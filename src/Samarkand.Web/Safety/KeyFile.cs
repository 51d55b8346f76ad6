using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Samarkand.Core;

namespace Samarkand.Web.Safety;

/// <summary>
/// Keys as their SHA-256 hashes, so that whoever reads the file knows no key: on each line 64 hexadecimal digits, and behind them whose key it
/// is. Lines that begin with <c>#</c> are comments. A plain hash is enough for keys that are long and random, and for no others.
/// </summary>
internal static class KeyFile
{
    private const int Digits = 2 * SHA256.HashSizeInBytes;
    private const int MostBytes = 1 << 20;

    /// <summary>The hash by which a key is known.</summary>
    public static ImmutableArray<byte> Hash(string key) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(key))];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is not there, holds something else, or no key.</exception>
    public static ImmutableArray<ImmutableArray<byte>> Read(string path)
    {
        var (hashes, problems) = (ImmutableArray.CreateBuilder<ImmutableArray<byte>>(), new List<InputProblem>());
        var lines = Lines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var word = line.Split([' ', '\t'], 2)[0];
            if (word.Length == Digits && word.All(char.IsAsciiHexDigit))
                hashes.Add([.. Convert.FromHexString(word)]);
            else
                problems.Add(new InputProblem(path, i + 1, 1, $"this is no SHA-256 hash of a key: expected {Digits} hexadecimal digits, and behind them whose key it is", "write what `printf %s KEY | sha256sum` prints; the key itself does not belong here"));
        }

        if (problems.Count == 0 && hashes.Count == 0)
            problems.Add(new InputProblem(path, 0, 0, "there is no key in the file", "write a line for each key: what `printf %s KEY | sha256sum` prints"));
        return problems.Count == 0 ? hashes.ToImmutable() : throw new InputException([.. problems]);
    }

    private static string[] Lines(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Length > MostBytes
                ? throw new InputException(new InputProblem(path, 0, 0, "the file is larger than 1 MiB", "a key takes one line: is this the right file?"))
                : File.ReadAllLines(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, 0, 0, $"the file cannot be read: {failure.Message}", "name a file with a hash on each line"));
        }
    }
}
