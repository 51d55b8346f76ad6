using System.Text;

namespace Samarkand.Cases.Binding;

/// <summary>The 249 states and territories of ISO 3166-1, by alpha-3 code and English short name.</summary>
internal static class Countries
{
    private static string? _list;

    /// <summary>One line each: code, space, name. Starts with a line end, so that codes can be searched for.</summary>
    private static string List => _list ??= "\n" + EmbeddedText.Read("countries.txt");

    /// <summary>The English name of a code, or null where there is no such code.</summary>
    public static string? NameOf(string code)
    {
        if (code.Length != 3)
            return null;
        var at = List.IndexOf($"\n{code} ", StringComparison.Ordinal);
        return at < 0 ? null : List[(at + 5)..List.IndexOf('\n', at + 1)];
    }

    /// <summary>The code whose code or name this is in any case, or null.</summary>
    public static string? CodeOf(string text)
    {
        foreach (var line in List.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.AsSpan(0, 3).Equals(text, StringComparison.OrdinalIgnoreCase) || line.AsSpan(4).Equals(text, StringComparison.OrdinalIgnoreCase))
                return line[..3];
        }

        return null;
    }
}

/// <summary>Texts that are part of the library.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads a text of the folder <c>Cases</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("cases/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
