using System.Collections.Frozen;

namespace Samarkand.Documents.Texts;

/// <summary>Finds the sentences of a text. Their places are those of the text, so that every quote can be looked up.</summary>
internal static class SentenceSplitter
{
    /// <summary>A sentence longer than this is cut: no grammar reads it.</summary>
    private const int Longest = 2000;

    private const int LongestHeadline = 160;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "Nos", "Art", "vs", "Inc", "Ltd", "Co", "Corp", "Gen", "Sen", "Rep", "Gov", "Col", "Lt", "Jan", "Feb", "Mar", "Apr",
        "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "e.g", "i.e", "U.S", "U.K", "U.N", "E.U", "a.m", "p.m", "approx", "cf", "fig", "para", "bn", "Jr", "Sr",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static List<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        while (start < text.Length)
        {
            var end = Paragraph(text, start, out var next);
            SplitParagraph(text, start, end, sentences);
            start = next;
        }

        return sentences;
    }

    // A paragraph ends at an empty line, before a list's item, and after a line that is a heading.
    private static int Paragraph(string text, int start, out int next)
    {
        var at = start;
        while (true)
        {
            var line = text.IndexOf('\n', at);
            if (line < 0)
            {
                next = text.Length;
                return text.Length;
            }

            var after = line + 1;
            var second = after;
            while (second < text.Length && text[second] is ' ' or '\t' or '\r')
                second++;
            if (second >= text.Length || text[second] == '\n' || IsBullet(text, second) || IsHeading(text, at, line, second))
            {
                next = after;
                return line;
            }

            at = after;
        }
    }

    private static bool IsHeading(string text, int start, int line, int second)
    {
        var end = line;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start && (text[end - 1] is '.' or '!' or '?' or ':' or '"' or '”' || (end - start < 70 && char.IsUpper(text[second]) && text[end - 1] is not (',' or ';' or '-')));
    }

    private static bool IsBullet(string text, int at)
    {
        if (text[at] is '-' or '*' or '•' or '–' or '·' or '◦' or '▪' or '●' or '—' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]))
            return true;
        var digits = at;
        while (digits < text.Length && digits - at < 3 && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits > at && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ')
            return true;
        return at + 2 < text.Length && ((text[at] == '(' && text[at + 2] == ')') || (char.IsAsciiLetterLower(text[at]) && text[at + 1] == ')'));
    }

    private static void SplitParagraph(string text, int start, int end, List<Sentence> sentences)
    {
        var from = start;
        while (from < end && (char.IsWhiteSpace(text[from]) || text[from] == '#'))
            from++;
        if (from >= end)
            return;
        var isItem = IsBullet(text, from);
        if (isItem)
        {
            while (from < end && !char.IsWhiteSpace(text[from]))
                from++;
        }

        for (var at = from; at < end; at++)
        {
            if (text[at] is '.' or '!' or '?' && Ends(text, from, at, end, out var stop))
            {
                Add(text, from, stop, isItem ? SentenceKind.Item : SentenceKind.Prose, sentences);
                from = stop;
                at = stop - 1;
            }
            else if (at - from > Longest)
            {
                Add(text, from, at, SentenceKind.Prose, sentences);
                from = at;
            }
        }

        from = AfterSlug(text, from, end);
        Add(text, from, end, isItem ? SentenceKind.Item : from <= start + 8 && end - from < LongestHeadline && text[end - 1] is not (':' or ',') ? SentenceKind.Headline : SentenceKind.Prose, sentences);
    }

    // `UPDATE 2-G7 sets`: how often an agency wrote it.
    private static int AfterSlug(string text, int from, int end)
    {
        var at = from;
        while (at < end && char.IsAsciiLetterUpper(text[at]))
            at++;
        if (at - from < 5 || at >= end)
            return from;
        var hyphen = at + (text[at] == ' ' ? 1 : 0);
        while (hyphen < end && char.IsAsciiDigit(text[hyphen]))
            hyphen++;
        return hyphen + 1 < end && text[hyphen] == '-' && char.IsLetter(text[hyphen + 1]) ? hyphen + 1 : from;
    }

    private static bool Ends(string text, int from, int at, int end, out int stop)
    {
        stop = at + 1;
        while (stop < end && text[stop] is '"' or '”' or '’' or '\'' or ')' or '»' or '.' or '!' or '?' or ']')
            stop++;
        if (stop < end && !char.IsWhiteSpace(text[stop]))
            return false;
        if (text[at] != '.')
            return stop >= end || !NextIsLower(text, stop, end);
        var word = at;
        while (word > from && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] is not ('(' or '"' or '“'))
            word--;
        if (stop < end && NextIsLower(text, stop, end))
            return false;
        var before = text.AsSpan(word, at - word);
        // `Executive Order (E.O.) 13224`
        if (before.Contains('.') && stop < end && NextIsDigit(text, stop, end))
            return false;
        // `No.` is an answer unless a number follows.
        if (before is "No" or "Nos")
            return stop >= end || !NextIsDigit(text, stop, end);
        // An initial of a name: J. Smith.
        if (before.Length == 1 && char.IsUpper(before[0]) && stop < end)
            return false;
        return stop >= end || !Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before) || (before is "U.S" or "U.K" or "E.U" or "U.N" or "p.m" or "a.m" && stop < end && NextBegins(text, stop, end));
    }

    private static bool NextIsLower(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '“'))
            at++;
        return at < end && char.IsLower(text[at]);
    }

    private static bool NextIsDigit(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        return at < end && char.IsAsciiDigit(text[at]);
    }

    // After `the U.S.` a sentence ends where the next word is one that begins sentences.
    private static bool NextBegins(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        var word = at;
        while (word < end && char.IsLetter(text[word]))
            word++;
        return text.AsSpan(at, word - at) is "The" or "It" or "In" or "A" or "But" or "He" or "She" or "They" or "This" or "On" or "However" or "And" or "That" or "Its" or "Such" or "We" or "At" or "For";
    }

    private static void Add(string text, int start, int end, SentenceKind kind, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new Sentence(start, end, kind));
    }
}
