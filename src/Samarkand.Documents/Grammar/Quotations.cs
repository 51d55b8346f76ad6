using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>Quotation marks round a few words inside a sentence, such as a name or `the so-called "reciprocal tariffs"`, say nothing of who speaks.</summary>
internal static class Quotations
{
    private const int LongestPhrase = 6;

    /// <summary>Takes them away.</summary>
    public static void Unquote(List<Item> items)
    {
        for (var open = 1; open < items.Count - 2; open++)
        {
            if (items[open].Sign != '"')
                continue;
            var close = items.FindIndex(open + 1, item => item.Sign == '"');
            if (close < 0)
                return;
            if (close - open - 1 <= LongestPhrase && items[open - 1].Sign == '\0' && !items[open - 1].Is(Deed.Report) && (close + 1 == items.Count || !items[close + 1].Is(Deed.Report)))
            {
                items.RemoveAt(close);
                items.RemoveAt(open);
                open = close - 2;
            }
            else
            {
                open = close;
            }
        }
    }
}
