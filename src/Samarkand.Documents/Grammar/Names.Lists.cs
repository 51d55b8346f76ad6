using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <content>Names that are listed together.</content>
internal sealed partial class Names
{
    /// <summary>The name with those that are listed with it.</summary>
    public List<Actor> With(int head)
    {
        if (view[head].Entity is null)
            return Understood(head);
        var found = new List<Actor> { Of(head) };
        var seenAnd = false;
        for (var k = head - 1; k >= 0; k--)
        {
            if (view[k].Is(Word.And) || view[k].Sign == ',' || view[k].Is(Word.Det | Word.Title) || (View.IsPlain(view[k]) && view.At(k - 1)?.Entity is null && view.Is(k - 1, Word.And)))
                continue;
            var isJoined = view[k].Entity is not null && !view[k].IsPossessive && (view.Is(k + 1, Word.And) || (view.At(k + 1)?.Sign == ',' && (seenAnd || HasAndBetween(k, head) || (k == 0 && view.At(2)?.Entity is not null))));
            if (!isJoined)
                break;
            seenAnd |= HasAndBetween(k, head);
            found.Insert(0, Of(k));
        }

        if (view[head].Entity!.Kind == EntityKind.Company && found.Count == 1 && view.Is(head - 1, Word.And) && head == 2 && IsUnknownFirm(0))
            found.Insert(0, new Actor(view[0].Text, EntityKind.Company, 0));

        for (var k = head + 1; k < view.Count - 1; k++)
        {
            if (view[k].Is(Word.Det) || (k == head + 1 && view[k].Is(Word.Organ) && view.Is(k + 1, Word.And)) || (View.IsPlain(view[k]) && view.At(k + 1) is { } next && (next.Sign == ',' || next.Is(Word.And)) && !view[k].IsCapital && view[head].Entity!.IsAdjective))
                continue;
            if ((view[k].Is(Word.And) || view[k].Sign == ',') && view[head].Entity!.Kind == EntityKind.Company && IsUnknownFirm(k + 1) && IsListed(k, k + 1))
            {
                found.Add(new Actor(view[k + 1].Text, EntityKind.Company, k + 1));
                k++;
            }
            else if ((view[k].Is(Word.And) || view[k].Sign == ',') && EntityNear(k + 1) is var near and >= 0 && IsListed(k, near))
            {
                found.Add(Of(near));
                k = near;
            }
            else
            {
                break;
            }
        }

        return [.. found.DistinctBy(one => one.Code)];
    }

    // A name that no list has, beside a company's.
    private bool IsUnknownFirm(int at) => view.At(at) is { IsCapital: true, Entity: null } item && View.IsPlain(item) && item.Entry.Goods is null && item.Entry.Things == Thing.None;

    private bool HasAndBetween(int one, int other)
    {
        for (var k = one + 1; k < other; k++)
        {
            if (view[k].Is(Word.And))
                return true;
        }

        return false;
    }

    private int EntityNear(int at)
    {
        var k = at;
        while (k < view.Count && (view[k].Is(Word.Det | Word.Title | Word.And)))
            k++;
        // `Iraq and occupied Kuwait`
        if (k < view.Count - 1 && View.IsPlain(view[k]) && !view[k].IsCapital && view[k].Entry.Goods is null && view[k].Entry.Things == Thing.None && !view[k].Is(Word.Adv) && view[k + 1].Entity is { IsAdjective: false } && (view[k].Text.EndsWith("ed", StringComparison.Ordinal) || view[k].Text.EndsWith("ing", StringComparison.Ordinal) || view[k].Text.Contains('-') || view[k].Text is "nearby" or "neutral" or "tiny"))
            k++;
        return k < view.Count && view[k].Entity is not null && !view[k].IsPossessive ? k : -1;
    }

    // A comma lists only where an `and` follows; what comes before another verb is another subject.
    private bool IsListed(int sign, int near)
    {
        if (view.IsVerb(near + 1) && view[sign].Is(Word.And) && !IsSubjectHere(near))
            return false;
        if (view[sign].Is(Word.And))
            return true;
        for (var k = near + 1; k < Math.Min(view.Count, near + 8); k++)
        {
            if (view[k].Is(Word.And))
                return true;
            if (view[k].Sign != ',' && view[k].Entity is null && !view[k].Is(Word.Det))
                return false;
        }

        return false;
    }

    private bool IsSubjectHere(int near)
    {
        for (var k = near - 1; k >= 0; k--)
        {
            if (view.IsVerb(k))
                return false;
        }

        return true;
    }
}
