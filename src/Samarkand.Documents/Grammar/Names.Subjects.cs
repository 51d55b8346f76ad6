using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <content>The subject of a verb.</content>
internal sealed partial class Names
{
    /// <summary>The subject of a verb; empty where the sentence has none.</summary>
    public List<Actor> SubjectOf(Chain chain)
    {
        var head = Head(chain);
        return head >= 0 ? With(head) : Unnamed(chain) is { Count: > 0 } unnamed ? unnamed : chain.Start <= 1 && view[chain.Start].Is(Word.Neg | Word.Without) ? After(chain.Verb) : [];
    }

    // `producers would not ship`, `the relevant authorities suspended`: of the state of who speaks.
    private List<Actor> Unnamed(Chain chain)
    {
        for (var k = chain.Start - 1; k >= Math.Max(0, chain.Start - 3); k--)
        {
            if (view[k].Entity is not null || view[k].Sign != '\0')
                return [];
            if (view[k].Is(Word.Firms | Word.Organ) && (k == 0 || !view[k - 1].Is(Word.Prep)))
                return (scene().Attribution?.SpeakerOf(k) ?? (discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null)) is { } speaker ? [Actor.Understood(speaker, k)] : [];
        }

        return [];
    }

    // `rather than join, Turkey has`: the subject follows the comma.
    private List<Actor> After(int verb)
    {
        for (var k = verb + 1; k < view.Count; k++)
        {
            if (view[k].Sign != ',')
                continue;
            for (var j = k + 1; j < Math.Min(view.Count, k + 5); j++)
            {
                if (view[j].Entity is not null && view.PrepositionOf(j) < 0)
                    return With(j);
            }
        }

        return [];
    }

    private int Head(Chain chain)
    {
        var (weak, of) = (-1, -1);
        chain = FirstOfTwo(chain);
        // `its readiness to`, `China's decision to`: whose it is acts.
        if (!view.IsVerb(chain.Start) && view[chain.Start].Is(Deed.Plan | Deed.Possible | Deed.Refuse) && view.At(chain.Start - 1) is { } owner && (owner.IsPossessive || owner.Is(Word.Poss)) && (owner.Entity is not null || owner.Is(Word.Poss)))
            return chain.Start - 1;
        // `Lithuania became the first EU country to ban`: who became it.
        if (view[chain.Start].Is(Word.To) && Enumerable.Range(Math.Max(0, chain.Start - 5), Math.Min(5, chain.Start)).LastOrDefault(k => view[k].Text.ToLowerInvariant() is "first" or "only" or "latest" or "second" or "third" or "last" or "largest", -1) is var ordinal and > 0 && FirstBefore(ordinal) is { } becoming && Enumerable.Range(becoming.At, ordinal - becoming.At).Any(k => view[k].Is(Word.Be)) && Enumerable.Range(ordinal, chain.Start - ordinal).All(k => !view.IsVerb(k)))
            return becoming.At;
        // `a decision by Canada to ban`
        if (view[chain.Start].Is(Word.To) && view.At(chain.Start - 1)?.Entity is not null && view.Is(chain.Start - 2, Word.By) && view.Is(chain.Start - 3, Deed.Plan | Deed.Possible | Deed.Refuse | Deed.Threaten))
            return chain.Start - 1;
        // `Turkey is accused of helping`: who is accused.
        if (view.At(chain.Start - 1)?.Says("of") == true && view.IsVerb(chain.Start - 2) && view[chain.Start - 2].Text.ToLowerInvariant() is "accused" or "suspected" && Chain.Of(view, chain.Start - 2) is var accusing && accusing.IsPassive(view))
            return Head(accusing);
        // `a U.S. effort to curb exports`
        if (view[chain.Start].Is(Word.To) && view.At(chain.Start - 1) is { } effort && effort.Text.ToLowerInvariant() is "effort" or "efforts" or "campaign" or "drive" or "bid" or "attempt" or "attempts" or "push" or "move" or "moves" && view.At(chain.Start - 2)?.Entity is not null)
            return chain.Start - 2;
        // `which it suspects of having sent`: who is suspected.
        if (view.At(chain.Start - 1)?.Says("of") == true && view.IsVerb(chain.Start - 2) && view[chain.Start - 2].Text.ToLowerInvariant() is "suspects" or "suspected" or "accuses" or "accused" or "accusing" or "suspecting")
            return Enumerable.Range(Math.Max(0, chain.Start - 6), Math.Min(4, chain.Start)).FirstOrDefault(k => view.Is(k, Word.Rel), -1) is var relative and > 0 ? Antecedent(relative) : -1;
        // `see Brazil join`, `let Germany send`: who stands right before the verb.
        if (chain.Start == chain.Verb && view[chain.Verb].Is(Form.Base) && view.At(chain.Start - 1)?.Entity is { IsAdjective: false } && view.At(chain.Start - 2) is { } seeing && seeing.Text.ToLowerInvariant() is "see" or "seen" or "let" or "make" or "made" or "have" or "watch")
            return chain.Start - 1;
        for (var k = AroundInsertion(chain.Start) - 1; k >= 0; k--)
        {
            var item = view[k];
            if (item.Sign is ';' or ':' or '–' || (item.Sign == '"' && k < chain.Start - 1))
                break;
            if (item.Is(Word.Rel) || (item.Is(Word.That) && !IsComplement(k) && k == chain.Start - 1))
                return Antecedent(k) is >= 0 and var antecedent ? antecedent : IsTextBefore(k) ? FirstBefore(k)?.At ?? -1 : -1;
            // `the Serbian government, although a candidate for membership, does not`
            if ((item.Is(Word.If) || item.Is(Word.Sub)) && k > 1 && view[k - 1].Sign == ',' && view[chain.Start - 1].Sign == ',' && k - 1 < chain.Start - 1)
            {
                k--;
                continue;
            }

            // `Europe has set up a channel, but companies fear`: another subject, of nobody.
            if (item.Is(Word.But) && Enumerable.Range(k + 1, Math.Max(0, chain.Start - k - 1)).Any(at => view[at].Is(Word.Firms)))
                break;
            if (item.Is(Word.If) || (item.Is(Word.Sub) && !item.Is(Word.Prep) && !(item.Says("as") && !view.BeginsClause(k + 1))) || (item.Is(Word.That) && IsComplement(k)))
                break;
            if (view.IsVerb(k, Deed.Report) && k < chain.Start - 1 && !view[chain.Start].Is(Word.To) && !view.Is(k + 1, Word.To))
                break;
            if (item.Is(Word.Pron | Word.Listed) && !item.Is(Word.Poss) && item.Entity is null && !IsObject(k, chain))
                return k;
            if (item.Entity is null)
            {
                // `our farmers depend`
                if (item.Is(Word.Poss) && view.PrepositionOf(k) < 0 && !view.Is(k - 1, Word.Prep) && !view.IsVerb(k - 1) && chain.Start - k is > 1 and < 5 && Enumerable.Range(k + 1, chain.Start - k - 1).All(at => View.IsPlain(view[at]) || view[at].Is(Word.Firms | Word.Organ | Word.Adv) || view[at].Entry.Goods is not null))
                    return k;
                if (item.Is(Word.Country | Word.Regime) && k == view.Before(chain.Start) && view.PrepositionOf(k) < 0)
                    return k;
                if (item.Is(Word.Country | Word.Regime) && view.PrepositionOf(k) < 0)
                    weak = weak < 0 ? k : weak;
                continue;
            }

            // `the Ukraine crisis`
            if (view.Is(k + 1, Thing.War) && !item.IsPossessive && !view.IsVerb(k + 1))
                continue;
            var preposition = view.PrepositionOf(k);
            if (preposition >= 0)
            {
                if ((view[preposition].Says("of") || view[preposition].Says("in")) && IsOrganBefore(preposition))
                    return k;
                // `the decision of the Netherlands to restrict`
                if (view[preposition].Says("of") && view[chain.Start].Is(Word.To) && view.Is(preposition - 1, Deed.Plan | Deed.Possible | Deed.Refuse | Deed.Threaten) && !view.IsVerb(preposition - 1))
                    return k;
                if (of < 0 && view[preposition].Says("of"))
                    of = k;
                k = preposition;
            }
            else if (IsObject(k, chain))
            {
                continue;
            }
            else if (item.Entity.IsAdjective && IsThingNext(k))
            {
                weak = weak < 0 ? k : weak;
            }
            else if (item.IsPossessive && !IsPersonNext(k))
            {
                weak = weak < 0 ? k : weak;
            }
            else
            {
                return k;
            }
        }

        return weak >= 0 ? weak : of;
    }

    // `Germany, I am told, considered`: what stands between two commas is passed over.
    private int AroundInsertion(int start)
    {
        if (view.At(start - 1)?.Sign != ',')
            return start;
        for (var k = start - 2; k > Math.Max(0, start - 11); k--)
        {
            if (view[k].Sign == ',')
                return view[k - 1].Entity is not null && view.PrepositionOf(k - 1) < 0 && (view[k + 1].Is(Word.Pron | Word.Adv | Word.Prep | Word.Sub | Word.But) || view[k + 1].Is(Form.Ing) || (View.IsPlain(view[k + 1]) && view[k + 1].Text.EndsWith("ing", StringComparison.Ordinal)) && !view.Is(k + 1, Word.Rel)) ? k : start;
            if (view[k].Sign != '\0')
                break;
        }

        return start;
    }

    // `designed to cut off banks and to cut trade`: the second has the subject of the first.
    private Chain FirstOfTwo(Chain chain)
    {
        if (!view[chain.Start].Is(Word.To) || !view.Is(chain.Start - 1, Word.And))
            return chain;
        for (var k = chain.Start - 2; k > Math.Max(0, chain.Start - 20); k--)
        {
            if (view[k].Is(Word.To) && view.IsVerb(view.After(k)))
                return Chain.Of(view, view.After(k));
            if (view[k].Sign is ';' or ':' or '"')
                break;
        }

        return chain;
    }

    // The name before `which`, also inside a phrase.
    private int Antecedent(int relative)
    {
        for (var k = relative - 1; k >= Math.Max(0, relative - 8); k--)
        {
            if (view[k].Entity is not null && !(k > 0 && view[k - 1].Says("not")))
                return k;
            if (view.IsVerb(k) && k < relative - 1)
                return -1;
        }

        return -1;
    }

    // `adopted a resolution, which imposes`: who adopted it.
    private bool IsTextBefore(int relative) =>
        Enumerable.Range(Math.Max(0, relative - 4), Math.Min(4, relative)).Any(k => view[k].Text.ToLowerInvariant() is "resolution" or "law" or "decree" or "order" or "package" or "rule" or "rules" or "decision" or "regulation" or "bill" or "act");

    private bool IsComplement(int that) => view.IsVerb(that - 1) || view.Is(that - 1, Deed.Report | Deed.Deny | Deed.Unlikely | Deed.Hopes | Deed.Possible | Deed.Fear | Deed.Refuse) || view.IsVerb(view.Before(that)) || view.At(that - 1) is { } before && (before.Says("clear") || before.Date is not null || before.Is(Word.Today) || before.Says("reporters") || before.Entity is not null || (before.Sign == ',' && ReportsBefore(that)));

    private bool ReportsBefore(int that) => Enumerable.Range(Math.Max(0, that - 7), Math.Min(7, that)).Any(k => view.IsVerb(k, Deed.Report | Deed.Possible));

    private bool IsOrganBefore(int preposition)
    {
        for (var k = preposition - 1; k >= Math.Max(0, preposition - 3); k--)
        {
            if (view[k].Is(Word.Organ | Word.Title | Word.Firms | Word.Country))
                return true;
            if (!View.IsPlain(view[k]))
                return false;
        }

        return false;
    }

    private bool IsThingNext(int at)
    {
        for (var k = at + 1; k < Math.Min(view.Count, at + 4); k++)
        {
            if (view[k].Is(Word.Organ | Word.Firms | Word.Title))
                return false;
            if (view[k].Entry.Things != Thing.None || view[k].Entry.Goods is not null)
                return !view.IsVerb(k);
            if (!View.IsPlain(view[k]) || view[k].IsCapital)
                return false;
        }

        return false;
    }

    private bool IsPersonNext(int at)
    {
        for (var k = at + 1; k < Math.Min(view.Count, at + 4); k++)
        {
            if (view[k].Is(Word.Organ | Word.Firms | Word.Title | Word.Country) || view[k].Entity is not null || view[k].IsCapital)
                return true;
            if (!View.IsPlain(view[k]))
                return false;
        }

        return false;
    }

    // What follows a verb is its object, unless another verb with `to` follows it.
    private bool IsObject(int at, Chain chain)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 5); k--)
        {
            if (view.IsVerb(k))
                return !(view[k].Is(Deed.Report) && !view[k].Is(Deed.Plan)) && !((view[chain.Start].Is(Word.To) || (view[chain.Start].Is(Word.Neg) && view.Is(chain.Start + 1, Word.To)) || view[chain.Start].Says("against")) && chain.Start > at) && !IsBareList(k);
            if (view[k].Is(Word.That) || (!view[k].Is(Word.Det | Word.Title | Word.Organ | Word.Poss) && !View.IsPlain(view[k]) && view[k].Entity is null))
                return false;
        }

        return false;
    }

    private bool IsBareList(int verb) => verb == 0;
}
