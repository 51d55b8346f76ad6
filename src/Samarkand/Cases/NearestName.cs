namespace Samarkand.Cases;

/// <summary>Suggests the name that was probably meant.</summary>
internal static class NearestName
{
    private const int ShortList = 16;

    /// <summary>The known name at the least edit distance, or null where none is near.</summary>
    public static string? Find(string name, IReadOnlyList<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least)
                (least, nearest) = (distance, candidate);
        }

        return least <= Math.Max(1, name.Length / 3) ? nearest : null;
    }

    /// <summary>A hint with the nearest name and, where it is short, the list of names.</summary>
    public static string? Hint(string name, IReadOnlyList<string> known)
    {
        var nearest = Find(name, known);
        var list = known.Count is > 0 and <= ShortList ? "expected one of: " + string.Join(", ", known) : null;
        if (nearest is null)
            return list;
        return list is null ? $"did you mean `{nearest}`?" : $"did you mean `{nearest}`? {char.ToUpperInvariant(list[0])}{list[1..]}";
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between two names.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, cost[i - 2, j - 2] + 1);
                cost[i, j] = best;
            }
        }

        return cost[a.Length, b.Length];
    }
}
