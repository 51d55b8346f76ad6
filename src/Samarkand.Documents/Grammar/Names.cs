using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>Somebody who acts or is acted on.</summary>
/// <param name="Code">The code, or a company's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">The item, or -1 where it is understood from before.</param>
internal sealed record Actor(string Code, EntityKind Kind, int At)
{
    /// <summary>False where it is taken from what went before, or from a pronoun.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>True for firms of a state: Chinese banks.</summary>
    public bool IsFirms { get; init; }
}

/// <summary>Finds who does something and to whom.</summary>
internal sealed class Names(View view, Discourse discourse, Func<Scene> scene)
{
    private const int FarthestAgent = 14;

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
                return (scene().Attribution?.SpeakerOf(k) ?? (discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null)) is { } speaker ? [new Actor(speaker, EntityKind.State, k) { IsNamed = false }] : [];
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

    /// <summary>The agent after `by`, from a verb or noun on.</summary>
    public List<Actor> AgentAfter(int at, int end)
    {
        for (var k = at + 1; k < end; k++)
        {
            if (!view[k].Is(Word.By))
                continue;
            for (var j = k + 1; j < Math.Min(end, k + 6); j++)
            {
                if (view[j].Entity is not null)
                    return With(j);
                if (view[j].Is(Word.Pron))
                    return Understood(j);
                if (!view[j].Is(Word.Det | Word.Title | Word.Organ | Word.Poss) && !View.IsPlain(view[j]))
                    break;
            }
        }

        return [];
    }

    /// <summary>Who a noun belongs to by what stands before it: EU sanctions, China's ban, US-led sanctions.</summary>
    public List<Actor> OwnersOf(int noun)
    {
        for (var k = noun - 1; k >= Math.Max(0, noun - 6); k--)
        {
            var item = view[k];
            // `sets a Russian oil price cap`: whose oil it is.
            if (item.Entity is { IsAdjective: true } && !item.IsPossessive && view.IsGoods(k + 1) && k + 1 < noun && view.Is(noun, Thing.PriceCap | Thing.ImportBan | Thing.Ban) && !view.Is(noun, Thing.ExportBan) && FirstBefore(k) is not null)
                return [];
            if (item.Entity is { Kind: not EntityKind.Company } || (item.Entity is not null && item.IsPossessive))
            {
                if (k > 0 && view.Is(k - 1, Word.And) && view.At(k - 2)?.Entity is not null)
                    return With(k);
                return view.PrepositionOf(k) >= 0 && !item.IsPossessive && !item.Entity.IsAdjective && !IsBesideNoun(k, noun) ? [] : With(k);
            }

            if (item.Is(Word.Poss) && !view.IsVerb(k))
                return Understood(k);
            if (item.Entry.Goods is not null || item.Amount is not null || View.IsPlain(item) || item.Entry.Things != Thing.None)
                continue;
            return [];
        }

        return [];
    }

    /// <summary>The first name that no preposition governs and that is no adjective of goods, before a place; or null.</summary>
    public Actor? FirstBefore(int at)
    {
        for (var k = 0; k < at; k++)
        {
            if (view[k].Entity is { IsAdjective: false } && view.PrepositionOf(k) < 0)
                return Of(k) with { IsNamed = true };
        }

        return null;
    }

    /// <summary>True where nothing but words of the same phrase stands between a name and a noun.</summary>
    private bool IsBesideNoun(int name, int noun)
    {
        for (var k = name + 1; k < noun; k++)
        {
            if (!View.IsPlain(view[k]) && view[k].Entry.Goods is null && view[k].Entry.Things == Thing.None)
                return false;
        }

        return true;
    }

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

    public Actor Of(int at)
    {
        var entity = view[at].Entity!;
        var isFirms = false;
        for (var k = at + 1; k <= Math.Min(view.Count - 1, at + 3); k++)
        {
            if (view[k].Is(Word.Firms))
                isFirms = true;
            if (!View.IsPlain(view[k]) && !view[k].Is(Word.Firms) && view[k].Entry.Goods is null)
                break;
        }

        return new Actor(entity.Code, entity.Kind, at) { IsFirms = isFirms };
    }

    /// <summary>Whom a pronoun stands for that something is done to: `to us`, `on it`.</summary>
    public List<Actor> Meant(int pronoun, IReadOnlyCollection<string> actors)
    {
        if (IsFirstPerson(view[pronoun]))
            return [.. Understood(pronoun).Where(one => !actors.Contains(one.Code))];
        for (var k = 0; k < pronoun; k++)
        {
            if (view[k].Entity is { Kind: EntityKind.State } entity && !actors.Contains(entity.Code) && view.PrepositionOf(k) < 0)
                return [Of(k) with { IsNamed = false }];
        }

        return [];
    }

    private List<Actor> Understood(int at)
    {
        if (IsFirstPerson(view[at]))
            return (scene().Attribution?.SpeakerOf(at) ?? FirstPerson()) is { } speaker ? [new Actor(speaker, EntityKind.State, at) { IsNamed = false }] : [];
        if (discourse.IsAboutMeasure && (view[at].Says("it") || view[at].Says("they") || view[at].Says("its") || view[at].Says("these")) && NearestBefore(at) is null)
            return discourse.Background.Issuer is { } issuer ? [new Actor(issuer, EntityKind.State, at) { IsNamed = false }] : [];
        if (view.Is(at, Word.Listed) && discourse.Listed.Count >= 2)
            return [.. discourse.Listed.Select(code => new Actor(code, EntityKind.State, at) { IsNamed = false })];
        if (view.Is(at, Word.Both) && discourse.Named.Count >= 2)
            return [.. discourse.Named.TakeLast(2).Select(code => new Actor(code, EntityKind.State, at) { IsNamed = false })];
        // `the president`: of the state that was heard or acted last.
        if (view[at].Is(Word.Country) && view[at].Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && ((discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null) ?? discourse.Background.Voice ?? discourse.SpeakerCode ?? discourse.Topic) is { } heard)
            return [new Actor(heard, EntityKind.State, at) { IsNamed = false }];
        // `banks ... if they help`: no state is meant.
        if (view[at].Says("they") && Enumerable.Range(0, at).Any(k => view.Is(k, Word.Firms) && view.At(k - 1)?.Entity is null && view.At(k - 2)?.Entity is null))
            return [];
        if (NearestBefore(at) is { } nearest)
            return [.. With(nearest).Select(one => one with { IsNamed = false })];
        var code = (view[at].Says("they") ? null : scene().Attribution?.SpeakerOf(at)) ?? discourse.Topic;
        return code is null ? [] : [new Actor(code, EntityKind.State, at) { IsNamed = false }];
    }

    // Who answers after a label, who is being quoted, or else who issued the document.
    private string? FirstPerson() =>
        (discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null) ?? (discourse.IsQuoting ? discourse.SpeakerCode : null) ?? discourse.Background.Voice ?? discourse.Background.Issuer ?? discourse.SpeakerCode ?? discourse.Topic;

    // Within the sentence, a pronoun stands for its subject before.
    private int? NearestBefore(int at)
    {
        for (var k = 0; k < at; k++)
        {
            if (view[k].Entity is { } entity && view.PrepositionOf(k) < 0 && !(entity.IsAdjective && view.IsGoods(k + 1)))
                return k;
        }

        return null;
    }

    private int Head(Chain chain)
    {
        var (weak, of) = (-1, -1);
        chain = FirstOfTwo(chain);
        // `its readiness to`, `China's decision to`: whose it is acts.
        if (!view.IsVerb(chain.Start) && view[chain.Start].Is(Deed.Plan | Deed.Possible | Deed.Refuse) && view.At(chain.Start - 1) is { } owner && (owner.IsPossessive || owner.Is(Word.Poss)) && (owner.Entity is not null || owner.Is(Word.Poss)))
            return chain.Start - 1;
        // `see Brazil join`, `let Germany send`: who stands right before the verb.
        if (chain.Start == chain.Verb && view[chain.Verb].Is(Form.Base) && view.At(chain.Start - 1)?.Entity is { IsAdjective: false } && view.At(chain.Start - 2) is { } seeing && seeing.Text.ToLowerInvariant() is "see" or "seen" or "let" or "make" or "made" or "have" or "watch")
            return chain.Start - 1;
        for (var k = AroundInsertion(chain.Start) - 1; k >= 0; k--)
        {
            var item = view[k];
            if (item.Sign is ';' or ':' or '–' || (item.Sign == '"' && k < chain.Start - 1))
                break;
            if (item.Is(Word.Rel) || (item.Is(Word.That) && !IsComplement(k) && k == chain.Start - 1))
                return Antecedent(k);
            // `the Serbian government, although a candidate for membership, does not`
            if ((item.Is(Word.If) || item.Is(Word.Sub)) && k > 1 && view[k - 1].Sign == ',' && view[chain.Start - 1].Sign == ',' && k - 1 < chain.Start - 1)
            {
                k--;
                continue;
            }

            if (item.Is(Word.If) || (item.Is(Word.Sub) && !item.Is(Word.Prep) && !(item.Says("as") && !view.BeginsClause(k + 1))) || (item.Is(Word.That) && IsComplement(k)))
                break;
            if (view.IsVerb(k, Deed.Report) && k < chain.Start - 1 && !view[chain.Start].Is(Word.To) && !view.Is(k + 1, Word.To))
                break;
            if (item.Is(Word.Pron | Word.Listed) && !item.Is(Word.Poss) && item.Entity is null && !IsObject(k, chain))
                return k;
            if (item.Entity is null)
            {
                if (item.Is(Word.Country) && view.PrepositionOf(k) < 0)
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
        for (var k = start - 2; k > Math.Max(0, start - 9); k--)
        {
            if (view[k].Sign == ',')
                return view[k - 1].Entity is not null && view.PrepositionOf(k - 1) < 0 && (view[k + 1].Is(Word.Pron | Word.Adv | Word.Prep | Word.Sub | Word.But) && !view.Is(k + 1, Word.Rel)) ? k : start;
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
                return !(view[k].Is(Deed.Report) && !view[k].Is(Deed.Plan)) && !((view[chain.Start].Is(Word.To) || view[chain.Start].Says("against")) && chain.Start > at) && !IsBareList(k);
            if (view[k].Is(Word.That) || (!view[k].Is(Word.Det | Word.Title | Word.Organ | Word.Poss) && !View.IsPlain(view[k]) && view[k].Entity is null))
                return false;
        }

        return false;
    }

    private bool IsBareList(int verb) => verb == 0;

    private static bool IsFirstPerson(Texts.Item item) => item.Says("we") || item.Says("our") || item.Says("us") || item.Says("I") || item.Says("my");
}
