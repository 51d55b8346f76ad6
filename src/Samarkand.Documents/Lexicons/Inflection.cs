namespace Samarkand.Documents.Lexicons;

/// <summary>The regular forms of English verbs and nouns.</summary>
internal static class Inflection
{
    private const string Vowels = "aeiou";

    private static readonly string[] Doubled = ["ban", "cap", "ship", "bar", "cut", "set", "put", "slap", "scrap", "quit", "transfer", "drop", "stop", "prop", "hit", "plan", "commit", "let", "begin", "permit", "shut", "step", "get", "win", "prefer", "beg", "tap", "slam", "rebut", "run", "swap", "dim", "trim", "shun", "opt", "lag", "occur", "refer", "submit", "expel", "defer", "strip", "nod", "compel", "travel", "label", "cancel", "channel", "funnel", "signal"];

    /// <summary>The forms of a verb: its base, and past tense and participle where they are irregular; what follows the first word stays.</summary>
    public static IEnumerable<(string Text, Form Form)> OfVerb(string entry)
    {
        var words = entry.Split(' ');
        var (verb, past, participle, rest) = Parts(words);
        var tail = rest.Length == 0 ? "" : " " + string.Join(' ', rest);
        yield return (verb + tail, Form.Base);
        yield return (Third(verb) + tail, Form.Third);
        yield return (past + tail, Form.Past);
        yield return (participle + tail, Form.Participle);
        yield return (Ing(verb) + tail, Form.Ing);
        if (Doubled.Contains(verb) && verb.EndsWith('l'))
        {
            yield return (verb + "ed" + tail, Form.Past | Form.Participle);
            yield return (verb + "ing" + tail, Form.Ing);
        }
    }

    // `cut off cut cut` is the verb, what belongs to it, and the two irregular forms.
    private static (string Verb, string Past, string Participle, string[] Further) Parts(string[] words)
    {
        if (words.Length >= 3 && LooksIrregular(words[0], words[^2]) && LooksIrregular(words[0], words[^1]))
            return (words[0], words[^2], words[^1], words[1..^2]);
        var past = Past(words[0]);
        return (words[0], past, past, words[1..]);
    }

    private static bool LooksIrregular(string verb, string form) => form[0] == verb[0] && !Particles.Contains(form) || IrregularPairs.Contains((verb, form));

    private static readonly HashSet<string> Particles = ["out", "off", "on", "over", "of", "up", "upon", "with", "withdraw", "fire", "back", "bill", "force", "for", "from", "down", "effect", "to", "the", "place", "price", "paid-by", "certain"];

    private static readonly HashSet<(string, string)> IrregularPairs = [("go", "went"), ("be", "was"), ("buy", "bought"), ("think", "thought")];

    public static string Third(string verb) =>
        verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) || verb is "go" or "forgo" or "undergo" or "veto" or "undo" or "do" ? verb + "es"
        : EndsInConsonantY(verb) ? verb[..^1] + "ies"
        : verb == "have" ? "has"
        : verb + "s";

    public static string Plural(string noun)
    {
        var last = noun[(noun.LastIndexOf(' ') + 1)..];
        return last.Length < 2 || last.EndsWith('s') || last.Any(char.IsDigit) ? noun : noun[..^last.Length] + (EndsInConsonantY(last) ? last[..^1] + "ies" : Third(last));
    }

    private static string Past(string verb) =>
        verb.EndsWith('e') ? verb + "d"
        : EndsInConsonantY(verb) ? verb[..^1] + "ied"
        : Doubled.Contains(verb) ? verb + verb[^1] + "ed"
        : verb + "ed";

    private static string Ing(string verb) =>
        verb.EndsWith("ee", StringComparison.Ordinal) || verb == "be" ? verb + "ing"
        : verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying"
        : verb.EndsWith('e') ? verb[..^1] + "ing"
        : Doubled.Contains(verb) ? verb + verb[^1] + "ing"
        : verb + "ing";

    private static bool EndsInConsonantY(string word) => word.Length > 2 && word[^1] == 'y' && !Vowels.Contains(word[^2]);
}
