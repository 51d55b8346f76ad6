using System.Text;

namespace Samarkand.Worlds.Names;

/// <summary>Names without what people write one way or the other: case, marks on letters, points, hyphens, and the words the, of and and.</summary>
internal static class PlainSpelling
{
    private static readonly Lazy<Dictionary<char, string>> Letters = new(ReadLetters);

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["the"] = "",
        ["of"] = "",
        ["and"] = "",
        ["st"] = "saint",
        ["rep"] = "republic",
        ["dem"] = "democratic",
        ["isl"] = "islands",
        ["isds"] = "islands",
    };

    /// <summary>The name with nothing but plain letters and digits; empty where there are none.</summary>
    public static string Key(string name) => string.Concat(Plain(name));

    /// <summary>The same as words.</summary>
    public static string[] Plain(string name)
    {
        var words = Letterwise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Select(word => Words.GetValueOrDefault(word, word)).Where(word => word.Length > 0)];
    }

    /// <summary>The keys of a name as it is written and, where lists turn it round, the other way: <c>Korea, Republic of</c>, <c>Congo (the)</c>.</summary>
    public static IEnumerable<string> Keys(string name)
    {
        yield return Key(name);
        if (name.IndexOf('(') is > 0 and var open && name.IndexOf(')', open) is > 0 and var close)
            yield return Key($"{name[(open + 1)..close]} {name[..open]} {name[(close + 1)..]}");
        else if (name.IndexOf(',') is > 0 and var comma)
            yield return Key($"{name[(comma + 1)..]} {name[..comma]}");
    }

    // Normalization forms need a culture's data, which this program does without.
    private static string Letterwise(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var lower = char.ToLowerInvariant(letter);
            if (lower is '.' or '\'' or '’' or '‘' or 'ʼ' or (>= '\u0300' and <= '\u036f'))
                continue;
            if (Letters.Value.TryGetValue(lower, out var letters))
                plain.Append(letters);
            else if (lower == '&')
                plain.Append(" and ");
            else
                plain.Append(char.IsLetterOrDigit(lower) ? lower : ' ');
        }

        return plain.ToString();
    }

    private static Dictionary<char, string> ReadLetters()
    {
        var letters = new Dictionary<char, string>();
        foreach (var line in NameText.Read("letters.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ');
            foreach (var marked in line[(space + 1)..])
                letters.Add(marked, line[..space]);
        }

        return letters;
    }
}
