using Samarkand.Core;
using Samarkand.Documents.Files;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Reading;

/// <summary>Guesses the language of a text by its script and its most frequent words.</summary>
internal static class LanguageGuess
{
    private const int Most = 40_000;
    private const int FewestWords = 6;

    private static readonly Lazy<Dictionary<string, string>> Words = new(() => (
        from line in LanguageData.Lines("all", "frequent")
        let bar = line.IndexOf('|')
        from word in line[(bar + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        group line[..bar].Trim() by word).ToDictionary(words => words.Key, words => string.Join('|', words), StringComparer.Ordinal));

    private static readonly (char From, char To, string Name)[] Scripts =
    [
        ('\u0400', '\u04FF', "Russian or another language in Cyrillic letters"), ('\u4E00', '\u9FFF', "Chinese or Japanese"), ('\u3040', '\u30FF', "Japanese"), ('\uAC00', '\uD7AF', "Korean"),
        ('\u0600', '\u06FF', "Arabic or Persian"), ('\u0590', '\u05FF', "Hebrew"), ('\u0370', '\u03FF', "Greek"), ('\u0900', '\u097F', "Hindi"), ('\u10A0', '\u10FF', "Georgian"), ('\u0530', '\u058F', "Armenian"),
    ];

    /// <exception cref="InputException">The text is in a language that there are no data files of.</exception>
    public static void Require(DocumentText document)
    {
        var language = Of(document.Text);
        if (language is not ("English" or ""))
        {
            throw new InputException(new InputProblem(
                document.Name, 0, 0, $"the document seems to be in {language}; only English is read", "translate it first; a machine translation will do"));
        }
    }

    /// <summary>The English name of the language; empty where there is too little text to tell.</summary>
    public static string Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Most));
        if (Script(sample) is { } script)
            return script;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[16];
        for (var at = 0; at < sample.Length;)
        {
            var start = at;
            while (at < sample.Length && char.IsLetter(sample[at]))
                at++;
            var word = sample[start..at];
            at += at == start ? 1 : 0;
            if (word.Length is 0 or > 16)
                continue;
            word.ToLowerInvariant(lower);
            if (!lookup.TryGetValue(lower[..word.Length], out var languages))
                continue;
            foreach (var language in languages.Split('|'))
                counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        if (counts.Count == 0)
            return "";
        var best = counts.MaxBy(count => count.Value);
        var english = counts.GetValueOrDefault("English");
        return best.Value < FewestWords ? "" : best.Key == "English" || best.Value < 1.5 * english ? "English" : best.Key;
    }

    private static string? Script(ReadOnlySpan<char> sample)
    {
        Span<int> counts = stackalloc int[Scripts.Length];
        var letters = 0;
        foreach (var letter in sample)
        {
            if (!char.IsLetter(letter))
                continue;
            letters++;
            for (var k = 0; k < Scripts.Length; k++)
                counts[k] += letter >= Scripts[k].From && letter <= Scripts[k].To ? 1 : 0;
        }

        for (var k = 0; k < Scripts.Length; k++)
        {
            if (letters > 20 && 2 * counts[k] > letters)
                return Scripts[k].Name;
        }

        return null;
    }
}
