using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What verbs govern which nouns, and what the sentence as a whole says of an act: conditions, denials, hopes that evaporated.</summary>
internal sealed class Syntax
{
    private const int FarthestGovernor = 16;

    private readonly View _view;
    private readonly List<int> _ifs = [];
    private readonly int _hopes = -1;
    private readonly bool _evaporated;

    public Syntax(View view)
    {
        _view = view;
        for (var k = 0; k < view.Count; k++)
        {
            // `were China to`, `had Belgium not`
            if (view[k].Is(Word.If) || (k == 0 && (view[k].Says("were") || view[k].Says("had") || view[k].Says("should")) && view.Count > 2 && !view[1].Is(Word.Prep)))
                _ifs.Add(k);
            if (_hopes < 0 && view[k].Is(Deed.Hopes))
                _hopes = k;
            _evaporated |= _hopes >= 0 && k > _hopes && (view[k].Is(Deed.Evaporate) || view[k].Says("vain") || (view[k].Is(Deed.Lift) && view[k].Says("dropped"))) && k > _hopes + 2;
        }
    }

    /// <summary>True where a condition stands in the same part of the sentence.</summary>
    public bool IsConditionalAt(int at) => _ifs.Any(condition =>
    {
        // `Gazprom, which halted deliveries, could resume them if`: the condition is not of the relative clause.
        var isRelative = Enumerable.Range(Math.Max(0, at - 4), Math.Min(4, at)).Any(k => _view.Is(k, Word.Rel));
        for (var k = Math.Min(at, condition); k < Math.Max(at, condition); k++)
        {
            if (isRelative && _view[k].Sign == ',' && condition > at)
                return false;
            if (_view[k].Sign is ';' or '–' or '-' or '"')
                return false;
        }

        return true;
    });

    /// <summary>What a verb's chain and its sentence say of it.</summary>
    public Mood MoodOf(Chain chain, bool isReported)
    {
        var mood = Shared(chain) is { } shared ? shared.Mood(_view, isReported, IsConditionalAt(chain.Verb)) : chain.Mood(_view, isReported, IsConditionalAt(chain.Verb));
        return InSentence(Excluded(AfterUrging(mood, Shared(chain) ?? chain), chain.Start), chain.Start);
    }

    // `will ban imports and raise tariffs`: the second verb has the auxiliaries of the first.
    private Chain? Shared(Chain chain)
    {
        var verb = _view[chain.Verb];
        if (chain.Start != chain.Verb || !verb.Is(Form.Base) || verb.Is(Form.Past) || !(_view.Is(chain.Verb - 1, Word.And) || _view.At(chain.Verb - 1)?.Sign == ','))
            return null;
        for (var k = chain.Verb - 2; k >= Math.Max(0, chain.Verb - 15); k--)
        {
            if (_view[k].Sign is ';' or ':' or '"' || _view[k].Is(Word.Rel | Word.But))
                return null;
            if (_view.IsVerb(k) && Chain.Of(_view, k) is var first && first.Start < k)
                return first;
            // `to immediately correct its mistakes, revoke`: after a verb that no list has.
            if (_view[k].Is(Word.To) && View.IsPlain(_view[_view.After(k)]) && _view.After(k) < chain.Verb - 1)
                return new Chain(k, k + 1);
        }

        return null;
    }

    /// <summary>What the sentence says of an act that stands at a place.</summary>
    public Mood InSentence(Mood mood, int at)
    {
        if (_hopes >= 0 && _evaporated && at > _hopes)
            return new Mood(Polarity.Denied, Modality.Hypothetical);
        if (_hopes >= 0 && at > _hopes && !mood.IsDenied && mood.Modality is not Modality.Hypothetical)
            mood = mood with { Modality = Modality.Possible };
        if (OuterOf(at) is var outer and >= 0)
        {
            if (_view[outer].Is(Deed.Unlikely))
                mood = _view[outer].Says("far from certain") || _view[outer].Says("not certain") || _view[outer].Says("not clear") || _view[outer].Says("uncertain") ? mood with { Modality = Modality.Possible } : new Mood(Polarity.Denied, Modality.Possible);
            else if (_view[outer].Is(Deed.Predicate) && !_view.IsVerb(outer))
                mood = _view.Is(outer - 1, Word.Neg) ? mood with { Modality = Modality.Possible } : new Mood(Polarity.Denied, Modality.Refused);
            else if (_view[outer].Is(Deed.Deny | Deed.Refuse) && !_view.Is(outer - 1, Word.Neg))
                mood = new Mood(mood.IsDenied ? Polarity.Affirmed : Polarity.Denied, Modality.Done);
            else if (_view[outer].Is(Deed.Possible) && mood.Modality is Modality.Done or Modality.Planned && !mood.IsDenied)
                mood = mood with { Modality = Modality.Possible };
        }

        return !mood.IsDenied && IsConditionalAt(at) ? mood with { Modality = Modality.Hypothetical } : mood;
    }

    // `neither China nor India has`, `no western firm has`: before the subject.
    private Mood Excluded(Mood mood, int start)
    {
        for (var k = start - 1; k >= 0; k--)
        {
            var item = _view[k];
            // `has no business there and complies`: what another verb has.
            if (item.Says("no") && k > 0 && (_view.IsVerb(_view.Before(k)) || _view.Is(_view.Before(k), Word.Have)))
                return mood;
            if (item.Says("neither") || item.Says("no") || item.Says("none of") || item.Says("nobody") || item.Says("no one"))
                return mood.IsDenied ? new Mood(Polarity.Affirmed, mood.Modality is Modality.Refused ? Modality.Possible : mood.Modality) : new Mood(Polarity.Denied, mood.Modality is Modality.Planned ? Modality.Refused : mood.Modality);
            if (item.Sign is not '\0' and not ',' || _view.IsVerb(k) || item.Is(Word.That | Word.Rel | Word.If | Word.But | Word.Have | Word.Be | Word.Will) || start - k > 9)
                return mood;
            // `takes no new orders, and Peugeot has left`: another clause.
            if ((item.Is(Word.And) || item.Sign == ',') && k < start - 1 && _view.BeginsClause(k + 1) && Enumerable.Range(0, k).Any(j => _view.IsVerb(j)))
                return mood;
        }

        return mood;
    }

    /// <summary>The verb that a noun belongs to.</summary>
    public Governor GovernorOf(int noun)
    {
        if (ReducedAfter(noun) is var reduced and >= 0)
        {
            // `the sanctions imposed by the EU could be lifted`
            var main = GovernorAfter(reduced);
            return main.Role == Role.Passive && _view.Is(main.Verb, Deed.Lift | Deed.Light | Deed.Refuse) ? main : new Governor(reduced, Role.Reduced);
        }

        var before = GovernorBefore(noun);
        if (before.Role == Role.Object)
            return before;
        var after = GovernorAfter(noun);
        return after.Role != Role.None ? after : before;
    }

    private Governor GovernorBefore(int noun)
    {
        for (var k = noun - 1; k >= Math.Max(0, noun - FarthestGovernor); k--)
        {
            var item = _view[k];
            if (_view.IsVerb(k) || (item.Is(Deed.Plan | Deed.Possible | Deed.Refuse | Deed.Threaten) && item.Entry.Forms == Form.None && !item.Is(Word.Prep)))
                return new Governor(k, Role.Object);
            if (item.Sign is ';' or ':' or '"' or '–' || item.Is(Word.Rel | Word.But | Word.If) || (item.Is(Word.That) && !item.Is(Word.Det)) || (item.Is(Word.Sub) && !item.Is(Word.Prep)))
                return Governor.None;
            if ((item.Is(Word.And) || item.Sign == ',') && k < noun - 1 && _view.BeginsClause(k + 1))
                return Governor.None;
            if (item.Is(Word.By) || (item.Is(Word.Prep) && (IsAdjunct(item.Text) || IsAnswered(k))))
                return new Governor(k, Role.Adjunct);
        }

        return Governor.None;
    }

    // `retaliate against the tariffs`, `respond to the ban`: they are another's.
    private bool IsAnswered(int preposition)
    {
        if (!(_view[preposition].Says("against") || _view[preposition].Says("to") || _view[preposition].Says("at")))
            return false;
        var verb = _view.Before(preposition);
        return _view.At(verb) is { } item && _view.IsVerb(verb) && (item.Text.StartsWith("retaliat", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("respond", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("answer", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("react", StringComparison.OrdinalIgnoreCase) || item.Text.EndsWith(" back", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAdjunct(string preposition) =>
        preposition.ToLowerInvariant() is "under" or "despite" or "amid" or "because of" or "due to" or "after" or "over" or "since" or "before" or "during" or "thanks to" or "in response to" or "contrary to" or "in contrast to" or "like" or "unlike" or "about" or "through" or "via" or "following" or "in exchange for" or "in return for" or "instead of" or "regarding" or "concerning" or "as part of" or "ahead of" or "as" or "with the exception of" or "except" or "apart from" or "including" or "such as";

    // A participle right after the noun, or after what belongs to the noun.
    private int ReducedAfter(int noun)
    {
        for (var k = noun + 1; k < Math.Min(_view.Count, noun + 10); k++)
        {
            var item = _view[k];
            if (item.Is(Form.Participle) && item.Is(Deed.Light | Deed.Lift | Deed.Plan | Deed.Refuse) && !item.Is(Form.Base) && _view.At(k - 1) is { } last && !last.Is(Word.Be | Word.Have | Word.Adv))
                return (_view.Is(k + 1, Word.Prep | Word.By | Word.Today) || _view.At(k + 1)?.Date is not null || k == noun + 1) && !IsFinitePast(k, noun) ? k : -1;
            if (item.Sign != '\0' || item.Is(Word.And | Word.Rel | Word.But | Word.Be | Word.Have | Word.Will | Word.Would | Word.May | Word.Reason) || (item.Is(Word.Prep) && IsAdjunct(item.Text)) || _view.IsVerb(k))
                return -1;
        }

        return -1;
    }

    private bool IsFinitePast(int at, int noun) => at > noun + 1 && _view[at - 1].Entity is not null && _view.PrepositionOf(at - 1) < 0;

    private Governor GovernorAfter(int noun)
    {
        var inRelative = false;
        for (var k = noun + 1; k < Math.Min(_view.Count, noun + FarthestGovernor); k++)
        {
            var item = _view[k];
            if (item.Sign is ';' or ':' or '"' or '–' || item.Is(Word.Rel | Word.But | Word.If) || (item.Is(Word.Sub) && !item.Is(Word.Prep)))
                return Governor.None;
            if (item.Is(Deed.Predicate | Deed.Refuse) && item.Entry.Forms == Form.None && !item.Is(Word.Prep))
                return new Governor(k, Role.Passive);
            if (item.Is(Deed.Possible | Deed.Plan) && item.Entry.Forms == Form.None && !item.Is(Word.Prep) && !item.Is(Word.Be))
            {
                if (_view.IsVerb(k + 2))
                    continue;
                return new Governor(k, Role.Passive);
            }

            // `chips that the army needs`: the verb of the relative clause is not the noun's.
            if (item.Is(Word.That) && !item.Is(Form.Base) && (_view.IsGoods(k - 1) || _view[k - 1].Entry.Things != Thing.None))
                inRelative = true;
            if (inRelative && _view.IsVerb(k))
            {
                inRelative = false;
                continue;
            }

            if (_view.IsVerb(k) && !item.Is(Form.Ing) && !IsInside(k))
                return new Governor(k, Chain.Of(_view, k).IsPassive(_view) ? Role.Passive : Role.Subject);
            if (_view.IsVerb(k) && _view.Is(k - 1, Word.Be))
                return new Governor(k, Role.Subject);
        }

        return Governor.None;
    }

    // `sanctions imposed by the EU have`: the participle is not the verb of the clause.
    private bool IsInside(int verb) => _view[verb].Is(Form.Participle) && !_view[verb].Is(Form.Past) && Chain.Of(_view, verb).Start == verb;

    // The word that a clause with `that` hangs on.
    private int OuterOf(int at)
    {
        for (var k = at - 1; k >= 0; k--)
        {
            var item = _view[k];
            if (item.Sign is ';' or ':' || (item.Sign == '"' && k < at - 1))
                return -1;
            if (item.Is(Word.That) && k > 0)
            {
                for (var j = k - 1; j >= Math.Max(0, k - 4); j--)
                {
                    // `rejected reports that`, `dismissed the idea that`
                    if (_view.IsVerb(j, Deed.Refuse) && j < k - 1)
                        return j;
                    if (j == k - 1 && _view.IsVerb(j - 1, Deed.Refuse) || _view.IsVerb(j - 2, Deed.Refuse) && _view.Is(j - 1, Word.Det))
                        return _view.IsVerb(j - 1, Deed.Refuse) ? j - 1 : j - 2;
                    if (_view[j].Is(Deed.Unlikely | Deed.Deny | Deed.Possible | Deed.Predicate) && !(_view[j].Is(Deed.Report) && !_view[j].Is(Deed.Deny)))
                        return j;
                    if (_view.IsVerb(j))
                        break;
                }

                return -1;
            }

            if (_view.IsVerb(k, Deed.Deny) && !_view[k].Is(Deed.Refuse) && k < at - 1)
                return k;
        }

        return -1;
    }

    // `urged the EU to ban`, `called on Beijing to stop`.
    private Mood AfterUrging(Mood mood, Chain chain)
    {
        if (!(_view[chain.Start].Is(Word.To) || (_view[chain.Start].Is(Word.Neg) && _view.Is(chain.Start + 1, Word.To))) || (mood.Modality == Modality.Refused && !_view[chain.Start].Is(Word.Neg)) || mood.Modality is Modality.Hypothetical)
            return mood;
        // `urged the US to stop this and to lift that`
        if (_view.Is(chain.Start - 1, Word.And))
        {
            var first = Enumerable.Range(Math.Max(0, chain.Start - 12), Math.Min(11, Math.Max(0, chain.Start - 1))).LastOrDefault(k => k < chain.Start - 1 && _view[k].Is(Word.To) && _view.IsVerb(_view.After(k)), -1);
            if (first > 0)
                return AfterUrging(mood, new Chain(first, _view.After(first)));
        }

        for (var k = chain.Start - 1; k >= Math.Max(0, chain.Start - 8); k--)
        {
            // What is ordered holds.
            if (_view.IsVerb(k) && (_view[k].Text.StartsWith("order", StringComparison.OrdinalIgnoreCase) || _view[k].Text.StartsWith("instruct", StringComparison.OrdinalIgnoreCase)) && mood.Modality == Modality.Planned && k < chain.Start - 1)
                return mood with { Modality = Modality.Done };
            if (_view.IsVerb(k) || (_view[k].Is(Deed.Possible) && _view[k].Entry.Forms == Form.None))
                return _view[k].Is(Deed.Possible) ? mood with { Modality = Modality.Possible } : mood;
            if (_view[k].Sign != '\0')
                return mood;
        }

        return mood;
    }
}
