using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// The order of an English sentence where a machine kept another's: `has to Russia no weapons delivered` is read as
/// `has delivered to Russia no weapons`. The places of the words stay those of the text.
/// </summary>
internal static class WordOrder
{
    public static List<Item> English(List<Item> items)
    {
        for (var k = 1; k < items.Count - 2; k++)
        {
            if (!items[k].Is(Word.Have | Word.Will | Word.Would) || items[k].Is(Word.Sub))
                continue;
            var last = Last(items, k);
            if (last <= k + 2 || !EndsClause(items, k, last))
                continue;
            var verb = items[last];
            var reordered = new List<Item>(items);
            reordered.RemoveAt(last);
            // A negation that stood among the objects goes with the verb.
            var negation = reordered.FindIndex(k + 1, last - k - 1, item => item.Is(Word.Neg) && item.Says("not"));
            var at = k + 1;
            if (negation > 0)
            {
                var word = reordered[negation];
                reordered.RemoveAt(negation);
                reordered.Insert(at++, word);
            }

            reordered.Insert(at, verb);
            return reordered;
        }

        return items;
    }

    // The end of the clause: before a comma or at the end.
    private static int Last(List<Item> items, int from)
    {
        for (var k = from + 1; k < items.Count; k++)
        {
            if (items[k].Sign != '\0' || items[k].Is(Word.Rel | Word.If | Word.But | Word.And))
                return k - 1;
        }

        return items.Count - 1;
    }

    // A verb in the right form alone at the end, after at least one noun, and no verb before it.
    private static bool EndsClause(List<Item> items, int auxiliary, int last)
    {
        var verb = items[last];
        var isForm = items[auxiliary].Is(Word.Have) ? verb.Is(Form.Participle) : verb.Is(Form.Base);
        if (!isForm || verb.Entry.Things != Thing.None && !verb.Is(Form.Participle) || items[last - 1].Is(Word.Be | Word.To | Word.Det | Word.Poss | Word.Will | Word.Would | Word.Have) || (items[last - 1].Is(Word.Neg) && last - 1 == auxiliary + 1))
            return false;
        var hasNoun = false;
        for (var k = auxiliary + 1; k < last; k++)
        {
            if (items[k].Is(Word.Be) || (items[k].Entry.Forms != Form.None && items[k].Entry.Things == Thing.None && items[k].Entry.Goods is null && items[k].Entry.Words == Word.None))
                return false;
            hasNoun |= items[k].Entry.Things != Thing.None || items[k].Entry.Goods is not null;
        }

        return hasNoun;
    }
}
