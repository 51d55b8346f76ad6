namespace Samarkand.Core;

/// <summary>Finds the known name that a misspelt one most likely meant.</summary>
internal static class NearestName
{
    private const int ShortList = 16;

    /// <summary>The nearest of the known names by edit distance, letter case aside; null where none is near.</summary>
    public static string? Find(string given, IEnumerable<string> known)
    {
        var limit = Math.Max(1, given.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var name in known)
        {
            var distance = Distance(given, name, bestDistance);
            if (distance < bestDistance)
                (best, bestDistance) = (name, distance);
        }

        return best;
    }

    /// <summary><c>did you mean 'x'?</c>, or what to do instead where no name is near.</summary>
    public static string Hint(string given, IEnumerable<string> known, string otherwise) =>
        Find(given, known) is { } name ? $"did you mean '{name}'?" : otherwise;

    /// <summary>A hint with the nearest name and, where it is short, the list of names; null where neither helps.</summary>
    public static string? Hint(string given, IReadOnlyList<string> known)
    {
        var nearest = Find(given, known);
        var list = known.Count is > 0 and <= ShortList ? "expected one of: " + string.Join(", ", known) : null;
        if (nearest is null)
            return list;
        return list is null ? $"did you mean `{nearest}`?" : $"did you mean `{nearest}`? {char.ToUpperInvariant(list[0])}{list[1..]}";
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, letter case aside; the limit where there are at least as many.</summary>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
            return limit;
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        var beforeLast = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var swap = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + swap);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, previous, current) = (previous, current, beforeLast);
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
