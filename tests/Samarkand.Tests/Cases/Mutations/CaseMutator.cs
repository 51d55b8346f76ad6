using System.Text;
using System.Text.RegularExpressions;

namespace Samarkand.Tests.Cases.Mutations;

/// <summary>Makes of the cases that ship texts that hardly anybody would write; the same of the same number.</summary>
internal sealed partial class CaseMutator
{
    private const int MostChanges = 4;

    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "0.5", "1.5", "25", "1e300", "-1e300", "1e-300", "4,5", "nan", "inf", ".inf", "-0", "0x10", "1_000", "٣", "999999999999999999999", "1e400", "0.9999999999999999",
    ];

    private static readonly string[] Units = ["%", " %", " bn USD", " m USD", "mn USD", " bn EUR", "€", " trn usd", " bn", " percent"];

    private static readonly string[] Signs =
    [
        "\u00e9", "\u0000", "\u2028", "\U0001F600", "\ud800", "\u202e", "\ufeff", "\t", "\"", "'", "{", "}", "[", "]", ":", ": ", "- ", "#", "&a ", "*a", "!b ", "|", ">", "%", "@", "`", ",", "?", "---\n", "\r", "\n\n", "~", "null",
    ];

    private readonly string[] _texts;
    private readonly string[] _words;

    public CaseMutator(IEnumerable<string> texts)
    {
        _texts = [.. texts];
        _words = [.. _texts.SelectMany(text => Word().Matches(text).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal), "all", "name", "elasticities", "scale 0.5"];
    }

    /// <summary>A text of a number.</summary>
    public string Make(int number)
    {
        var random = new Random(number);
        var text = _texts[random.Next(_texts.Length)];
        // Mostly one: what is changed in many places is seldom a case any more.
        var changes = random.Next(3) > 0 ? 1 : random.Next(2, MostChanges + 1);
        for (var c = 0; c < changes; c++)
            text = Changed(text, random);
        return text;
    }

    /// <summary>An edit as the command line gives it, or null.</summary>
    public string? Edit(int number)
    {
        var random = new Random(~number);
        if (random.Next(4) > 0)
            return null;
        var path = string.Join('.', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) == 0 ? $"{random.Next(4)}" : Any(_words, random)));
        return $"{path}={(random.Next(2) == 0 ? Any(Numbers, random) + Any(Units, random) : Any(_words, random))}";
    }

    private string Changed(string text, Random random) => random.Next(13) switch
    {
        0 => OfLines(text, random, (lines, at) => lines.RemoveAt(at)),
        1 => OfLines(text, random, (lines, at) => lines.Insert(at, lines[at])),
        2 => OfLines(text, random, (lines, at) => (lines[at], lines[lines.Count / 2]) = (lines[lines.Count / 2], lines[at])),
        3 => OfLines(text, random, (lines, at) => lines[at] = new string(' ', random.Next(9)) + lines[at].TrimStart()),
        4 => OfLines(text, random, (lines, at) => lines.Insert(at, Any(Any(_texts, random).Split('\n'), random))),
        5 => Put(text, Number().Matches(text), random, _ => Any(Numbers, random)),
        6 => Put(text, Number().Matches(text), random, number => number + Any(Units, random)),
        7 or 8 => Put(text, Word().Matches(text), random, _ => Any(_words, random)),
        9 => Put(text, Word().Matches(text), random, word => Nested(word, random)),
        10 => Insert(text, random.Next(text.Length + 1), Any(Signs, random)),
        11 => text.Remove(random.Next(text.Length + 1)),
        _ => Put(text, Value().Matches(text), random, _ => Any(["[]", "{}", "", "~", "[a, b]", "{ a: 1 }", "\"\"", "yes", "- x", "{ kind: tariff, rate: 25 }", "[RUS, RUS]"], random)),
    };

    private static string OfLines(string text, Random random, Action<List<string>, int> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private static string Put(string text, MatchCollection places, Random random, Func<string, string> change)
    {
        if (places.Count == 0)
            return text;
        var place = places[random.Next(places.Count)];
        return $"{text.AsSpan(0, place.Index)}{change(place.Value)}{text.AsSpan(place.Index + place.Length)}";
    }

    private static string Insert(string text, int at, string sign) => text[..at] + sign + text[at..];

    private static string Nested(string word, Random random)
    {
        var (depth, nested) = (random.Next(1, 200), new StringBuilder());
        var isList = random.Next(2) == 0;
        nested.Insert(0, isList ? "[" : "{a: ", depth).Append(word).Append(isList ? ']' : '}', depth);
        return nested.ToString();
    }

    private static T Any<T>(T[] values, Random random) => values[random.Next(values.Length)];

    [GeneratedRegex(@"(?<![\w.])-?[0-9]+(\.[0-9]+)?(?![\w.])")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=: ).+")]
    private static partial Regex Value();
}
