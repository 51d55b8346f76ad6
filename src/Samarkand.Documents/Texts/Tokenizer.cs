namespace Samarkand.Documents.Texts;

/// <summary>A word, a number or a sign by its place in the text.</summary>
internal readonly record struct Token(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

/// <summary>Takes a text apart into words, numbers and signs.</summary>
internal static class Tokenizer
{
    public static void Split(string text, int start, int end, List<Token> tokens)
    {
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(text[at]))
                at++;
            else
                at = Take(text, at, end, tokens);
        }
    }

    /// <summary>The words of a phrase, as a text that holds it would be taken apart.</summary>
    public static string[] Words(string phrase)
    {
        var words = new List<string>();
        var tokens = new List<Token>();
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // `n't` and `'re` stand alone in the lists, and after a word in a text.
            if (part[0] is '\'' or '’' || part is "n't" or "n’t")
            {
                words.Add(part);
                continue;
            }

            tokens.Clear();
            Split(part, 0, part.Length, tokens);
            words.AddRange(tokens.Select(token => part.Substring(token.Start, token.Length)));
        }

        return [.. words];
    }

    private static int Take(string text, int start, int end, List<Token> tokens)
    {
        var at = start;
        if (char.IsLetterOrDigit(text[at]))
        {
            at++;
            while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is >= '\u0300' and <= '\u036f' || IsInside(text, start, at, end)))
                at++;
            return Contraction(text, start, at, tokens);
        }

        if (text[at] is '\'' or '’' or '‘' && at + 1 < end && char.IsLetter(text[at + 1]) && at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            at++;
            while (at < end && char.IsLetter(text[at]))
                at++;
            tokens.Add(new Token(start, at - start));
            return at;
        }

        tokens.Add(new Token(start, 1));
        return start + 1;
    }

    // A point or a hyphen between letters, a point or comma between digits, and the point of U.S.
    private static bool IsInside(string text, int start, int at, int end)
    {
        if (at + 1 >= end)
            return false;
        var (before, sign, after) = (text[at - 1], text[at], text[at + 1]);
        return sign switch
        {
            '-' or '‑' => char.IsLetterOrDigit(after) && char.IsLetterOrDigit(before) && !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) || (char.IsLetter(after) && char.IsUpper(before) && char.IsUpper(after) && (at - start == 1 || text[at - 2] == '.')),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after) && at + 3 < text.Length && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]),
            '&' => char.IsUpper(before) && char.IsUpper(after),
            _ => false,
        };
    }

    // `won't` is `wo` and `n't`.
    private static int Contraction(string text, int start, int at, List<Token> tokens)
    {
        if (text[at - 1] is 'n' or 'N' && at - start > 2 && at + 1 < text.Length && text[at] is '\'' or '’' && text[at + 1] is 't' or 'T')
        {
            tokens.Add(new Token(start, at - 1 - start));
            tokens.Add(new Token(at - 1, 3));
            return at + 2;
        }

        tokens.Add(new Token(start, at - start));
        return at;
    }
}
