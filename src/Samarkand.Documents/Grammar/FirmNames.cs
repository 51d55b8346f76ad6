using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// Names of firms that no list has: words in capitals before `AB`, `Inc.` or the like, or that stand at the beginning of sentences of a document in which a
/// company speaks.
/// </summary>
internal sealed class FirmNames
{
    private const int LongestName = 3;

    private readonly Dictionary<string, (List<string> Words, int Count, bool IsSure)> _names = new(StringComparer.Ordinal);

    public void Hear(List<Item> items)
    {
        for (var k = 0; k < items.Count; k++)
        {
            if (!IsName(items[k]) || (k > 0 && IsName(items[k - 1])))
                continue;
            var end = k + 1;
            while (end < items.Count && end - k < LongestName && IsName(items[end]) && !IsSuffix(items[end].Text))
                end++;
            var isSure = end < items.Count && IsSuffix(items[end].Text);
            // A word that merely begins a sentence is no name.
            if (k == 0 && end == 1 && !isSure && !(end < items.Count && items[end].IsPossessive) && !_names.ContainsKey(items[0].Text))
                continue;
            var words = items.GetRange(k, end - k).ConvertAll(item => item.Text);
            var key = string.Join(' ', words);
            var (_, count, sure) = _names.GetValueOrDefault(key);
            _names[key] = (words, count + (k == 0 ? 2 : 1), sure || isSure);
        }
    }

    /// <summary>The words of the firm whose announcement a text is; empty where it is none.</summary>
    public IReadOnlyList<string> Announcing(string text)
    {
        var isAnnouncement = HasAny(text, "The company", "the company", "The Group ", "the Group ", "our operations", "our business", "our activities", "our stores", "our customers", "our employees", "our colleagues", "Our business", "Our operations", "Our customers", "our products", "our competitors", "our subsidiaries", "its subsidiaries", "our shareholders", "The Company", "the Company");
        if (!isAnnouncement || _names.Count == 0)
            return [];
        var best = _names.Values.OrderByDescending(name => name.IsSure).ThenByDescending(name => name.Count).First();
        return best.IsSure || best.Count >= 2 ? best.Words : [];
    }

    private static bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 20_000));
        foreach (var word in words)
        {
            if (start.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsName(Item item) => item is { IsCapital: true, Entity: null, Amount: null, Date: null } && item.Entry.Words == Word.None && item.Entry.Deeds == Deed.None && item.Entry.Things == Thing.None && item.Entry.Goods is null && item.Text.Length > 1 && item.Text.Any(char.IsLower);

    private static bool IsSuffix(string word) => word is "AB" or "Inc" or "Ltd" or "plc" or "PLC" or "GmbH" or "AG" or "SE" or "SA" or "NV" or "Corp" or "LLC" or "ASA" or "Oyj" or "SpA" or "Co" or "BV" or "Corporation" or "Company" or "Limited";
}
