using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Finds who does something and to whom.</summary>
internal sealed partial class Names(View view, Discourse discourse, Func<Scene> scene)
{
    private const int FarthestAgent = 14;

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
            if (item.Entity is { IsAdjective: true } && !item.IsPossessive && ((view.IsGoods(k + 1) && k + 1 < noun) || (k + 1 == noun && view.Is(noun, Thing.PriceCap | Thing.OilBan | Thing.GasBan | Thing.CoalBan))) && view.Is(noun, Thing.PriceCap | Thing.ImportBan | Thing.Ban) && !view.Is(noun, Thing.ExportBan) && FirstBefore(k) is not null)
                return [];
            if (item.Entity is { Kind: not EntityKind.Company } || (item.Entity is not null && item.IsPossessive))
            {
                if (k > 0 && view.Is(k - 1, Word.And) && view.At(k - 2)?.Entity is not null)
                    return With(k);
                return view.PrepositionOf(k) >= 0 && !item.IsPossessive && !item.Entity.IsAdjective && !IsBesideNoun(k, noun) ? [] : With(k);
            }

            if (item.Is(Word.Poss) && !view.IsVerb(k))
                return Understood(k);
            if (item.Entry.Goods is not null || item.Amount is not null || View.IsPlain(item) || item.Entry.Things != Thing.None || IsOfPhrase(item))
                continue;
            return [];
        }

        return [];
    }

    // `the EU's new sanctions`, `Japan's two bans`: words between who and what.
    private static bool IsOfPhrase(Texts.Item item) => item.Is(Word.Det) && item.Text.ToLowerInvariant() is "new" or "further" or "additional" or "own" or "other" or "many" or "several" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "various" or "numerous" or "few" or "respective" or "existing";

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
}
