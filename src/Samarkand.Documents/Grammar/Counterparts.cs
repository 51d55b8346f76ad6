using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What prepositions say of the one that something is done to.</summary>
internal enum Direction
{
    /// <summary>Goods, arms or money go there: to, for.</summary>
    To,

    /// <summary>Goods come from there: from, and adjectives such as Russian oil.</summary>
    From,

    /// <summary>It falls on somebody: on, against.</summary>
    On,

    /// <summary>A firm leaves a place: from, in, of.</summary>
    Place,

    /// <summary>It is somebody's own: the country's exports.</summary>
    Owner,
}

/// <summary>Finds whom an act is done to among the names after a verb or noun.</summary>
internal sealed class Counterparts(View view, Names names)
{
    /// <summary>Those that the best preposition governs; empty where none fits.</summary>
    public List<Actor> Find(int start, int end, Direction direction, IReadOnlyCollection<string> actors)
    {
        var (best, found) = (0, -1);
        for (var k = start; k < end; k++)
        {
            // What follows a reason is not what is done: `sanctions in response to Russia's attack on Ukraine`.
            if (k > start && (view[k].Is(Word.Reason) || (direction == Direction.On && (view[k].Says("for") || view[k].Says("over")) && (view.Is(k + 1, Word.Poss) || view.At(k + 1)?.Text.StartsWith("alleged", StringComparison.OrdinalIgnoreCase) == true))))
                break;
            // `the Visa and Mastercard cards`: which cards.
            if (view[k].Entity is { Kind: EntityKind.Company, Home: "" } && !view[k].IsPossessive)
                continue;
            if (view[k].Entity is { Kind: EntityKind.Company } && (view.Is(k + 1, Thing.Cards) || (view.Is(k + 1, Word.And) && view.Is(k + 3, Thing.Cards))))
                continue;
            if (view.Is(k + 1, Thing.War) && !view[k].IsPossessive && !view.IsVerb(k + 1))
                continue;
            if (view[k].Entity is not { } entity || actors.Contains(entity.Code) || view.Is(k - 1, Word.By))
                continue;
            var score = Score(k, start, direction);
            if (score <= best)
                continue;
            (best, found) = (score, k);
        }

        if (found < 0)
        {
            for (var k = start; k < end; k++)
            {
                if (view[k].Is(Word.Pron) && !view[k].Is(Word.Poss) && (k == start || view[k - 1].Is(Word.Prep | Word.To)) && !view.IsVerb(k + 1) && !view.Is(k + 1, Word.Be | Word.Have | Word.Will | Word.Would | Word.May))
                    return names.Meant(k, actors);
            }

            // `process our payments`
            for (var k = start; k < end; k++)
            {
                if (view[k].Is(Word.Poss) && Names.IsFirstPerson(view[k]) && names.Meant(k, actors) is { Count: > 0 } ours)
                    return ours;
            }

            for (var k = start; k < end; k++)
            {
                if (view[k].Is(Word.Regime | Word.Country) && view[k].Entity is null && !view.Is(k - 1, Word.By) && (k == start || view[k - 1].Is(Word.Prep | Word.To | Word.Adv) || view[k].Is(Word.Regime) || view.IsVerb(k - 1) || view[k].IsPossessive) && names.Meant(k, actors) is { Count: > 0 } meant)
                    return meant;
            }
        }

        return found < 0 ? [] : [.. names.With(found).Where(one => !actors.Contains(one.Code) && one.At < end && !IsCompany(found, one.At))];
    }

    // `to Ukraine together with the allies`: who does it with others.
    private bool IsCompany(int found, int other) => Enumerable.Range(found + 1, Math.Max(0, other - found - 1)).Any(k => view[k].Says("together with") || view[k].Says("along with"));

    private int Score(int name, int start, Direction direction)
    {
        if (direction == Direction.Owner)
            return view[name].IsPossessive ? 9 : 0;
        var preposition = view.PrepositionOf(name);
        if (preposition < start - 1)
            preposition = -1;
        var entity = view[name].Entity!;
        if (preposition < 0)
        {
            var isAdjective = entity.IsAdjective || view[name].IsPossessive;
            return direction switch
            {
                Direction.From => isAdjective || view.IsGoods(name + 1) ? 6 : 2,
                Direction.On => isAdjective ? 5 : 6,
                Direction.To => isAdjective && (view.IsGoods(name + 1) || view.Is(name + 1, Thing.TradeOut)) ? 1 : 6,
                _ => isAdjective ? 4 : 6,
            };
        }

        var word = view[preposition].Text.ToLowerInvariant();
        if (word is not "in" && IsOfWar(preposition))
            return 0;
        if (word is "in" or "at" or "near" && entity.IsSeat)
            return 0;
        if (word is "by" or "through" or "via" or "like" or "unlike" or "despite" or "under" or "amid" or "because of" or "due to" or "according to" or "alongside" or "between" or "among" or "after" or "before" or "over" or "about" or "during" or "in response to" or "thanks to" or "along with" or "together with" or "in contrast to" or "contrary to" or "ahead of" or "including" && !(word is "between" && direction == Direction.On))
            return 0;
        if (word is "located in" or "based in" or "resident in" or "residing in" or "registered in" or "established in" or "operating in" or "domiciled in" or "headquartered in")
            return 6;
        var isAdjectiveOfGoods = entity.IsAdjective && HasGoodsNext(name);
        return direction switch
        {
            Direction.To => word switch { "to" or "into" or "towards" or "toward" or "destined for" or "bound for" => 9, "against" => 7, "for" => 6, "on" or "aimed at" or "at" => 5, "with" => 3, "in" => 2, "of" => isAdjectiveOfGoods ? 0 : 2, _ => 0 },
            Direction.From => word switch { "from" or "out of" => 9, "against" => 7, "on" => 7, "of" => isAdjectiveOfGoods ? 8 : 6, "for" or "at" => 4, "originating in" or "originating from" => 9, "in" => 3, "with" => 4, "to" or "into" => isAdjectiveOfGoods ? 5 : 0, _ => 1 },
            Direction.On => word switch { "against" or "on" or "upon" or "aimed at" => 9, "of" => 6, "from" => 6, "for" => 4, "to" => 5, "with" => 5, "at" => 5, "in" => view.Is(preposition - 1, Word.Firms) && !view.IsVerb(preposition - 1) ? 5 : 0, "into" => 3, _ => 1 },
            _ => word switch { "from" or "out of" or "of" => 9, "in" or "with" => 8, "inside" => 7, "to" => 3, _ => 1 },
        };
    }

    // `the war of Russia against Ukraine`, `the invasion of`
    private bool IsOfWar(int preposition)
    {
        for (var k = preposition - 1; k >= Math.Max(0, preposition - 4); k--)
        {
            if (view.Is(k, Thing.War) && !view.IsVerb(k))
                return true;
            if (view[k].Entity is null && !(view[k].Is(Word.Prep) && view[k].Says("of")) && !View.IsPlain(view[k]))
                return false;
        }

        return false;
    }

    private bool HasGoodsNext(int name)
    {
        for (var k = name + 1; k < Math.Min(view.Count, name + 4); k++)
        {
            if (view.IsGoods(k) || view.Is(k, Thing.TradeIn | Thing.TradeOut))
                return true;
            if (!View.IsPlain(view[k]))
                return false;
        }

        return false;
    }
}
