using System.Globalization;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// How often claims of a rule are right: in sentences that stand alone, and in documents, where the target was named two paragraphs ago. The second share
/// rests on documents as they were read before any rule was mended by them. A test writes the file anew, and fails where it differs.
/// </summary>
internal static class Calibration
{
    /// <summary>Any rule, by what the claim names.</summary>
    public const string AnyRule = "*";

    /// <summary>Where the file has no row.</summary>
    private const double Unseen = 0.5;

    private static readonly Lazy<Dictionary<string, (double Sentence, double Document)>> Read = new(ReadFile);

    public static double Of(string rule, string named, bool isDocument)
    {
        var shares = Read.Value;
        if (!shares.TryGetValue(Key(rule, named), out var share) && !shares.TryGetValue(Key(AnyRule, named), out share))
            return Unseen;
        return isDocument ? share.Document : share.Sentence;
    }

    /// <summary>The name of a row: the rule, and what the claim names.</summary>
    public static string Key(string rule, string named) => $"{rule} {named}";

    /// <summary>
    /// What a claim names of who acts and of to whom: `a` and `c` by name, `p` by a pronoun or the like, `u` for what is understood from the rest of the
    /// document, `-` for what is left open.
    /// </summary>
    public static string Named(IReadOnlyList<Actor> actors, IReadOnlyList<Actor> counterparts) => $"{Flag(actors, 'a')}{Flag(counterparts, 'c')}";

    private static char Flag(IReadOnlyList<Actor> some, char named) =>
        some.Any(one => one.IsNamed) ? named : some.Any(one => one.At >= 0) ? 'p' : some.Count > 0 ? 'u' : '-';

    private static Dictionary<string, (double, double)> ReadFile()
    {
        var shares = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("en", "confidence"))
        {
            var fields = line.Split('|', StringSplitOptions.TrimEntries);
            shares[fields[0]] = (double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture));
        }

        return shares;
    }
}
