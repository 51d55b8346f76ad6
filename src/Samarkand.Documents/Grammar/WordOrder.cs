using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// The order of an English sentence where a machine kept another's: `has to Russia no weapons delivered` is read as `has delivered to Russia no
/// weapons`, `had Russia the tap turned off` as `Russia had turned off the tap`, and `Turkey to Ukraine drones sold` as `Turkey sold to Ukraine
/// drones`. The places of the words stay those of the text.
/// </summary>
internal static class WordOrder
{
    private const Word Auxiliaries = Word.Have | Word.Will | Word.Would;

    public static List<Item> English(List<Item> items)
    {
        for (var k = 0; k < items.Count - 2; k++)
        {
            if (!items[k].Is(Auxiliaries) || items[k].Is(Word.Sub) || IsInformal(items, k))
                continue;
            var last = Last(items, k);
            if (last <= k + 2 || !EndsClause(items, k, last))
                continue;
            return VerbsLast(Inverted(Moved(items, k, last), k));
        }

        return VerbsLast(items);
    }

    private static bool IsInformal(List<Item> items, int at) => at == 0 && items[0].Is(Word.Have) && items[0].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    // The verb goes to its auxiliary, with a negation that stood among the objects.
    private static List<Item> Moved(List<Item> items, int auxiliary, int last)
    {
        var reordered = new List<Item>(items);
        var verb = items[last];
        reordered.RemoveAt(last);
        var negation = reordered.FindIndex(auxiliary + 1, last - auxiliary - 1, item => item.Is(Word.Neg) && item.Says("not"));
        var at = auxiliary + 1;
        if (negation > 0)
        {
            var word = reordered[negation];
            reordered.RemoveAt(negation);
            reordered.Insert(at++, word);
        }

        reordered.Insert(at, verb);
        return reordered;
    }

    // `already in 2022 had Russia`: nobody stands before the auxiliary, and somebody after the verb.
    private static List<Item> Inverted(List<Item> items, int auxiliary)
    {
        var verb = auxiliary + 1;
        while (verb < items.Count && items[verb].Is(Word.Neg))
            verb++;
        var name = verb + 1;
        while (name < items.Count && items[name].Is(Word.Det))
            name++;
        if (name >= items.Count || items[name].Entity is not { IsAdjective: false } || items.Take(auxiliary).Any(item => item.Entity is not null || item.Is(Word.Pron | Word.Rel | Word.Country | Word.Organ)))
            return items;
        var phrase = items.GetRange(verb + 1, name - verb);
        items.RemoveRange(verb + 1, name - verb);
        items.InsertRange(auxiliary, phrase);
        return items;
    }

    // The end of the clause: before a comma or at the end.
    private static int Last(List<Item> items, int from)
    {
        for (var k = from + 1; k < items.Count; k++)
        {
            if ((items[k].Sign != '\0' && !IsInList(items, k)) || items[k].Is(Word.Rel | Word.If | Word.But) || (items[k].Is(Word.And) && !IsInList(items, k)))
                return k - 1;
        }

        return items.Count - 1;
    }

    // `Poland, Bulgaria and Finland`
    private static bool IsInList(List<Item> items, int at) =>
        at > 0 && at < items.Count && (items[at].Sign is '\0' or ',') && at + 1 < items.Count && items[at - 1].Entity is not null && (items[at + 1].Entity is not null || items[at + 1].Is(Word.Det) && at + 2 < items.Count && items[at + 2].Entity is not null);

    // A verb in the right form alone at the end, after at least one noun, and no verb before it.
    private static bool EndsClause(List<Item> items, int auxiliary, int last)
    {
        var verb = items[last];
        var isForm = items[auxiliary].Is(Word.Have) ? verb.Is(Form.Participle) : verb.Is(Form.Base);
        if (!isForm || verb.Entry.Things != Thing.None && !verb.Is(Form.Participle) || items[last - 1].Is(Word.Be | Word.To | Word.Det & ~Word.Neg | Word.Poss | Word.Will | Word.Would | Word.Have) && !items[last - 1].Says("more") || (items[last - 1].Is(Word.Neg) && last - 1 == auxiliary + 1))
            return false;
        var hasNoun = false;
        for (var k = auxiliary + 1; k < last; k++)
        {
            if (items[k].Is(Word.Be) || (IsVerbOnly(items[k]) && !IsAttribute(items, k)))
                return false;
            hasNoun |= items[k].Entry.Things != Thing.None || items[k].Entry.Goods is not null;
        }

        return hasNoun;
    }

    // `the frozen assets`
    private static bool IsAttribute(List<Item> items, int at) =>
        items[at].Is(Form.Participle) && items[at - 1].Is(Word.Det | Word.Poss) && at + 1 < items.Count && (items[at + 1].Entry.Things != Thing.None || items[at + 1].Entry.Goods is not null || items[at + 1].Entity is not null);

    private static bool IsVerbOnly(Item item) => item.Entry.Forms != Form.None && item.Entry.Things == Thing.None && item.Entry.Goods is null && item.Entry.Words == Word.None;

    // `Ankara the transit trade stopped`: a name, what it concerns, and a verb at the end of the clause, which has no other.
    private static List<Item> VerbsLast(List<Item> items)
    {
        List<Item>? reordered = null;
        for (var start = 0; start < items.Count;)
        {
            var end = start;
            while (end < items.Count && !((items[end].Sign is not '\0' && !IsInList(items, Math.Max(1, end))) || items[end].Is(Word.Rel | Word.That & ~Word.Det)))
                end++;
            if (end - start > 3 && SubjectEnd(items, start, end) is var subject and >= 0 && IsFinal(items, subject, end - 1) is var first and > 0)
            {
                reordered ??= [.. items];
                reordered.RemoveRange(first, end - first);
                reordered.InsertRange(subject + 1, items.GetRange(first, end - first));
            }

            start = end + 1;
        }

        return reordered ?? items;
    }

    // The name that the clause begins with, after a few words.
    private static int SubjectEnd(List<Item> items, int start, int end)
    {
        for (var k = start; k < Math.Min(end - 2, start + 4); k++)
        {
            if (items[k].Entity is { IsAdjective: true } && k + 1 < end - 2 && items[k + 1].Is(Word.Firms | Word.Organ))
                return k + 1;
            if (items[k].Entity is { IsAdjective: false } && !items[k].IsPossessive && (k == start || !items[k - 1].Is(Word.Prep | Word.By)))
            {
                while (k + 2 < end && items[k + 1].Is(Word.And) && items[k + 2].Entity is not null)
                    k += 2;
                return k;
            }

            if (!items[k].Is(Word.Det | Word.Adv | Word.Sub | Word.But | Word.That) && !View.IsPlain(items[k]))
                return -1;
        }

        return -1;
    }

    // Where the verb with its auxiliaries starts that stands last; 0 where it does not.
    private static int IsFinal(List<Item> items, int subject, int last)
    {
        var first = last;
        while (first - 1 > subject + 1 && items[first - 1].Is(Word.Neg | Word.Do | Word.Will | Word.Have | Word.Would | Word.May | Word.Be) && !items[first - 1].Is(Word.Det))
            first--;
        var hasAuxiliary = first < last && items.GetRange(first, last - first).Any(item => item.Is(Word.Do | Word.Will | Word.Have | Word.Would | Word.May | Word.Be));
        if (hasAuxiliary ? !items[last].Is(Form.Base | Form.Participle | Form.Ing) : !items[last].Is(Form.Past | Form.Third))
            return 0;
        if (items[last].Entry.Things != Thing.None || items[last].Entry.Goods is not null || items[last].Entity is not null || items[first - 1].Is(Word.And | Word.To | Word.Be | Word.Have | Word.Det & ~Word.Neg | Word.Will | Word.Would | Word.May))
            return 0;
        var hasNoun = false;
        for (var k = subject + 1; k < first; k++)
        {
            if (items[k].Is(Word.Be | Word.Have | Word.Will | Word.Would | Word.May | Word.Do | Word.Should) || IsVerbOnly(items[k]) || (k == subject + 1 && items[k].Entry.Forms != Form.None))
                return 0;
            hasNoun |= items[k].Entry.Things != Thing.None || items[k].Entry.Goods is not null;
        }

        return hasNoun ? first : 0;
    }
}
