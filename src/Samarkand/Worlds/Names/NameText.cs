using System.Text;

namespace Samarkand.Worlds.Names;

/// <summary>The lists of names that are part of the library; see <c>Worlds/Names/build</c>.</summary>
internal static class NameText
{
    public static string Read(string file)
    {
        using var reader = new StreamReader(Open(file), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static Stream Open(string file) =>
        typeof(NameText).Assembly.GetManifestResourceStream("names/" + file) ?? throw new InvalidOperationException($"The library does not carry {file}.");
}
