using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What stands between a subject and its verb: auxiliaries, negations, and verbs that take another, such as plans to and refused to.</summary>
/// <param name="Start">Where it starts; the verb itself where there is nothing.</param>
/// <param name="Verb">The verb.</param>
internal readonly record struct Chain(int Start, int Verb)
{
    private const Deed Operators = Deed.Plan | Deed.Possible | Deed.Refuse | Deed.Fail | Deed.Unlikely | Deed.Deny | Deed.Fear;

    public static Chain Of(View view, int verb)
    {
        var start = verb;
        for (var k = verb - 1; k >= 0; k--)
        {
            var item = view[k];
            if (item.Sign == ',' && k > 0 && view[k - 1].Is(Word.Adv) && start == k + 1 && start < verb + 1 && view.Is(k - 2, Word.Be | Word.Will | Word.Have))
                continue;
            if (item.Is(Word.Neg | Word.Will | Word.Would | Word.May | Word.Should | Word.Be | Word.Have | Word.Do | Word.To | Word.Adv | Word.Cannot | Word.NoLonger | Word.Without) && !IsOther(view, k))
            {
                start = k;
                continue;
            }

            var isNext = start == k + 1;
            if (!isNext)
                break;
            // `signed orders freezing`: what is ordered so holds.
            if (item.Text.ToLowerInvariant() is "orders" or "order" && !view.IsVerb(k) && view[start].Is(Form.Ing))
                break;
            if (item.Is(Operators) && Takes(view, start, verb) && !(item.Is(Deed.Report) && item.Is(Deed.Deny)))
                start = k;
            else if (item.Is(Word.Prep) && view[start].Is(Form.Ing) && view.Is(k - 1, Operators))
                start = k;
            else if (view[start].Is(Form.Ing) && start <= verb && (IsGoingOn(item) || (view.IsVerb(k, Deed.Restrict) && view[verb].Is(Deed.Trade))))
                start = k;
            else if ((item.Is(Word.By) && view[start].Is(Form.Ing) && view.IsVerb(k - 1)) || (item.Says("against") && view[start].Is(Form.Ing)))
                start = k;
            else if (view[start].Is(Word.By) && view.IsVerb(k))
                start = k;
            else if (item.Is(Word.Det) && (view[start].Is(Operators) || view[start].Is(Word.Neg)) && !view.IsVerb(start))
                start = k;
            else if (view[start].Is(Word.To) && view.IsVerb(k) && (!item.Is(Deed.Report) || view.Is(view.Before(k), Word.Be)))
                start = k;
            else if (view[start].Is(Word.To) && View.IsPlain(item) && item.Entry.Things == Thing.None && item.Entry.Goods is null && k > 0 && (item.Text.EndsWith("ed", StringComparison.Ordinal) || item.Text.EndsWith("ness", StringComparison.Ordinal) || item.Text.EndsWith('s') || item.Text.EndsWith("ble", StringComparison.Ordinal) || item.Text.EndsWith("ing", StringComparison.Ordinal)) && !item.IsCapital)
                start = k;
            else if ((view[start].Is(Operators) || view[start].Is(Word.Det)) && !view.IsVerb(start) && (view.IsVerb(k, Deed.Light | Deed.Other | Deed.Maintain | Deed.Deny) || IsDropped(view, k, start)))
                start = k;
            else
                break;
        }

        return new Chain(start, verb);
    }

    /// <summary>True for was banned, has been frozen; false for has banned, is banning.</summary>
    public bool IsPassive(View view)
    {
        if (!view[Verb].Is(Form.Participle) || (view[Verb].Is(Form.Base) && !view[Verb].Is(Form.Past)))
            return false;
        for (var k = Verb - 1; k >= Start; k--)
        {
            if (view[k].Is(Word.Be))
                return true;
            if (!view[k].Is(Word.Adv | Word.Neg) && view[k].Sign == '\0')
                return false;
        }

        return false;
    }

    /// <summary>True for a participle without auxiliaries: sanctions imposed by the EU.</summary>
    public bool IsReduced(View view)
    {
        if (!view[Verb].Is(Form.Participle) || Start != Verb)
            return false;
        if (view.Is(Verb + 1, Word.By))
            return true;
        var before = view.At(view.Before(Verb));
        return before is not null && (before.Entry.Things != Thing.None || before.Entry.Goods is not null) && before.Entity is null && !before.Is(Word.Organ | Word.Firms) && view.Is(Verb + 1, Word.Prep);
    }

    /// <summary>What the chain says of its verb, from the verb outwards.</summary>
    public Mood Mood(View view, bool isReported, bool isConditional)
    {
        var (denied, modality) = (false, Modality.Done);
        var (refused, negated) = (false, false);
        for (var k = Verb - 1; k >= Start; k--)
        {
            var item = view[k];
            if (item.Is(Word.Cannot))
                (denied, modality) = (true, Modality.Refused);
            else if (item.Is(Word.NoLonger) || item.Is(Word.Without) || (item.Is(Word.Neg) && !item.Is(Deed.Unlikely)))
                (denied, modality, refused, negated) = Negate(view, k, denied, modality, refused);
            else if (item.Is(Deed.Fail) || (view.IsVerb(k, Deed.Restrict) && view[Verb].Is(Form.Ing) && k < Verb))
                denied = !denied;
            else if (view.IsVerb(k) && IsDropped(view, k, k + 1))
                (denied, refused, modality) = (!denied, !denied, !denied ? Modality.Refused : Modality.Possible);
            else if (item.Says("against") && view.At(k + 1)?.Is(Form.Ing) == true)
                (denied, modality) = IsWarned(view, k) ? (denied, Modality.Possible) : (true, Modality.Refused);
            else if (item.Is(Deed.Deny) && !item.Is(Deed.Refuse))
                (denied, modality) = (!denied, Modality.Done);
            else if (item.Is(Deed.Refuse) && !item.Is(Word.Prep))
                (denied, refused, modality) = (!denied, !denied, !denied ? Modality.Refused : Modality.Possible);
            else if (item.Is(Deed.Unlikely))
                (denied, modality) = (true, Modality.Possible);
            else if (item.Is(Word.Should))
                modality = negated ? Modality.Refused : Modality.Possible;
            else if (item.Is(Word.Would))
                modality = isConditional ? Modality.Hypothetical : negated ? Modality.Refused : modality is Modality.Done or Modality.Planned ? (isReported ? Modality.Planned : Modality.Hypothetical) : modality;
            else if (item.Is(Word.Will) && !(item.Says("shall") && view.Is(k + 1, Word.Be)))
                modality = negated ? Modality.Refused : modality == Modality.Done ? Modality.Planned : modality;
            else if (item.Is(Word.May))
                modality = negated ? (item.Says("could") ? Modality.Done : Modality.Refused) : modality is Modality.Hypothetical ? modality : Modality.Possible;
            else if (item.Is(Deed.Plan) && (!item.Is(Deed.Possible) || view.Is(k + 1, Word.To)) && !IsEnacting(view, k))
                modality = negated ? Modality.Refused : modality == Modality.Done ? Modality.Planned : modality;
            else if (item.Is(Deed.Possible) && !item.Is(Word.Det))
                modality = modality is Modality.Done or Modality.Planned ? Modality.Possible : modality;
            else if (item.Is(Word.To) && k > Start && view.Is(k - 1, Word.Be) && modality == Modality.Done && !denied && view[k - 1].Text.ToLowerInvariant() is "is" or "are" or "was" or "were")
                modality = Modality.Planned;
            else if (item.Is(Word.To) && k == Start && modality == Modality.Done && !denied && !Enumerable.Range(Math.Max(0, k - 3), Math.Min(3, k)).Any(at => view[at].Text.ToLowerInvariant() is "first" or "only" or "latest" or "the first country" or "last"))
                modality = Modality.Planned;
        }

        return new Mood(denied ? Polarity.Denied : Polarity.Affirmed, modality);
    }

    // `not` before what has been refused gives a possibility; before the rest it denies.
    private static (bool Denied, Modality Modality, bool Refused, bool Negated) Negate(View view, int at, bool denied, Modality modality, bool refused)
    {
        if (refused)
            return (false, Modality.Possible, false, false);
        if (denied)
            return (false, modality == Modality.Refused ? Modality.Possible : modality, false, false);
        if (view[at].Is(Word.Without))
            return (true, modality, false, false);
        // `has not yet agreed to`: so far it has not been done.
        if (view[at].Says("not yet") || view.Is(at + 1, Word.Adv) && view[at + 1].Says("yet"))
            return (true, Modality.Done, false, true);
        return (true, modality is Modality.Planned ? Modality.Refused : view.Is(at + 1, Word.To) ? Modality.Refused : modality, false, true);
    }

    // `called off a plan to`: it is refused.
    private static bool IsDropped(View view, int verb, int start)
    {
        var plan = view.Is(start, Word.Det) ? start + 1 : start;
        return view.IsVerb(verb, Deed.Lift | Deed.Restrict) && view.At(plan) is { } what && (what.Says("plan") || what.Says("plans"));
    }

    // `warned Beijing against giving`: it might.
    private static bool IsWarned(View view, int at) => Enumerable.Range(Math.Max(0, at - 5), Math.Min(5, at)).Any(k => view.IsVerb(k, Deed.Warn | Deed.Possible));

    private static bool IsGoingOn(Texts.Item item) =>
        item.Entry.Forms != Form.None && (item.Text.StartsWith("keep", StringComparison.OrdinalIgnoreCase) || item.Says("kept") || item.Text.StartsWith("continu", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("start", StringComparison.OrdinalIgnoreCase) || item.Says("began") || item.Text.StartsWith("begin", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("resum", StringComparison.OrdinalIgnoreCase));

    // What a body decides to extend is extended.
    private static bool IsEnacting(View view, int at) =>
        view[at].Text.StartsWith("decide", StringComparison.OrdinalIgnoreCase) && view.Is(at + 1, Word.To) && view.At(at + 2) is { } verb && (verb.Says("extend") || verb.Says("prolong") || verb.Says("renew") || verb.Says("maintain") || verb.Says("keep"));

    // After an operator comes `to`, a form with -ing, or a preposition before one.
    private static bool Takes(View view, int start, int verb) =>
        (view[start].Is(Word.Adv) && view.Is(view.After(start), Word.To)) ||
        view[start].Is(Word.To) || view[start].Is(Form.Ing) || (view[start].Is(Word.Prep) && start < verb) || (start < verb && view[start].Is(Word.Be | Word.Have | Word.Neg)) || view[start].Is(Operators);

    // `as well`, `over`: words of two kinds that are no part of a chain here.
    private static bool IsOther(View view, int at) => view[at].Is(Word.To) && !view.IsVerb(view.After(at)) && !(view.At(at + 1) is { Entry: { Deeds: not Deed.None, Forms: Form.None } }) && !view.Is(view.After(at), Word.Be | Word.Have | Word.Do) && !view.Is(at + 1, Word.Neg);
}
