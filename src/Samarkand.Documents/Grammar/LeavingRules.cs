using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Firms that leave, and those who fear punishment.</summary>
internal static class LeavingRules
{
    public static bool ReadFear(Scene scene, int at)
    {
        var view = scene.View;
        var end = view.RegionEnd(at);
        var punished = -1;
        for (var k = at + 1; k < Math.Min(end, at + 14) && punished < 0; k++)
        {
            if (view[k].Is(Thing.Sanctions | Thing.Consequence | Thing.Tariff) || view[k].Is(Deed.Punish) || (view[k].Is(Thing.Loose) && view[k].Says("penalty")))
                punished = k;
        }

        if (punished < 0)
            return false;
        var isVerb = view.IsVerb(at);
        var chain = Chain.Of(view, at);
        var actors = isVerb || view[at].Text.Contains(' ') ? scene.Names.SubjectOf(chain) : scene.Names.OwnersOf(at);
        if (actors.Count == 0)
            actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 && !(isVerb && view.Is(chain.Start - 1, Word.Firms) && scene.Sanctioned([]).Count > 0))
            return false;
        var mood = isVerb || view.Is(at - 1, Word.Be | Word.Neg | Word.Adv) ? scene.MoodOf(chain) : Mood.Plain;
        if (view.Is(chain.Start, Word.Without) || mood.Modality != Modality.Done)
            mood = mood with { Modality = Modality.Done };
        scene.Add(new Finding(Acts.Fears, at, isVerb ? "fears:verb" : "fears:word") { Actors = actors, Mood = mood, End = end });
        scene.Use(at);
        scene.UseAll(at, end, Thing.Sanctions | Thing.Tariff);
        for (var k = at; k < end; k++)
        {
            if (view[k].Is(Deed.Punish | Deed.Circumvent))
                scene.Use(k);
        }

        return true;
    }

    // `Auchan remains in Russia`
    public static bool ReadStaying(Scene scene, int at)
    {
        var view = scene.View;
        if (view[at].Text.ToLowerInvariant() is not ("remain" or "remains" or "remained" or "stay" or "stays" or "stayed" or "staying" or "remaining"))
            return false;
        var chain = Chain.Of(view, at);
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 || actors.Any(one => one.Kind != EntityKind.Company))
            return false;
        var end = view.RegionEnd(at);
        var counterparts = view.At(at + 1)?.Says("in") == true ? scene.Counterparts.Find(at + 1, end, Direction.Place, [.. actors.Select(one => one.Code)]) : at + 1 >= end ? scene.Target(actors) : [];
        if (counterparts.Count == 0)
            return false;
        scene.Add(new Finding(Acts.OverCompliance, at, "leaves:stays") { Actors = actors, Counterparts = counterparts, Mood = new Mood(Polarity.Denied, Modality.Done), End = end });
        scene.Use(at);
        return true;
    }

    private static readonly string[] Working = ["invest", "operat", "book", "accept", "take", "taking", "took", "trade", "trading", "work", "offer", "serv"];

    // `no longer invests in Russia`, `takes no new orders`
    public static bool ReadNoLonger(Scene scene, int verb)
    {
        var view = scene.View;
        if (!Working.Any(working => view[verb].Text.StartsWith(working, StringComparison.OrdinalIgnoreCase)))
            return false;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var operations = scene.First(verb + 1, Math.Min(end, verb + 5), Thing.Operations | Thing.Flights);
        var isNoMore = view.At(verb + 1) is { } no && (no.Says("no") || no.Is(Word.NoLonger)) && operations >= 0;
        if (chain.IsPassive(view) || !(isNoMore || Enumerable.Range(chain.Start, verb - chain.Start).Any(k => view[k].Is(Word.NoLonger))) || scene.First(verb + 1, end, Thing.Cards | Thing.Transactions) >= 0)
            return false;
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 || actors.Any(one => one.Kind != EntityKind.Company))
            return false;
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.Place, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (counterparts.Count == 0)
            return false;
        var isPlanned = Enumerable.Range(chain.Start, verb - chain.Start).Any(k => view[k].Is(Word.Will));
        scene.Add(new Finding(Acts.OverCompliance, verb, "leaves:no-longer") { Actors = actors, Counterparts = counterparts, Mood = new Mood(Polarity.Affirmed, isPlanned ? Modality.Planned : Modality.Done), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Thing.Operations | Thing.Flights);
        return true;
    }

    public static void ReadLeaving(Scene scene, int verb)
    {
        var view = scene.View;
        var item = view[verb];
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view))
            return;
        var end = view.RegionEnd(verb);
        var actors = scene.Names.SubjectOf(chain);
        var isFirm = actors.Count > 0 && actors.All(one => one.Kind == EntityKind.Company || one.IsFirms);
        if (!isFirm)
        {
            var name = UnknownFirm(scene, chain);
            if (name is null && !IsFirmSubject(scene, chain))
                return;
            if (name is not null)
                actors = [new Actor(name, EntityKind.Company, chain.Start - 1)];
        }

        if (actors.Count == 0 && !IsFirmSubject(scene, chain))
            return;
        var operations = scene.First(verb + 1, end, Thing.Operations);
        var isShipping = scene.First(verb + 1, end, Thing.Flights) is >= 0 and var flights && (operations < 0 || flights <= operations);
        if (isShipping && !item.Is(Deed.Leave))
            return;
        if (item.Is(Deed.Pausing) && !item.Says("leave") && operations < 0 && !(item.Is(Deed.Leave) && !item.Text.StartsWith("s", StringComparison.OrdinalIgnoreCase)))
            return;
        if (operations >= 0 && (scene.First(verb + 1, operations + 1, Thing.TradeIn) >= 0 || (view.Is(operations, Thing.TradeOut) && scene.Goods(verb + 1, end).Count > 0)))
            return;
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.Place, [.. actors.Select(one => one.Code)]);
        // A stake in a firm is left behind in its state.
        counterparts = [.. counterparts.Select(one => one is { Kind: EntityKind.Company, At: >= 0 } && view[one.At].Entity is { Home.Length: > 0 } firm ? one with { Code = firm.Home, Kind = EntityKind.State } : one)];
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        // `sold out`, `has pulled out`: of the place that the document is about.
        var isOut = scene.Discourse.IsDocument && item.Text.EndsWith(" out", StringComparison.OrdinalIgnoreCase) && (verb + 1 == view.Count || view[verb + 1].Sign != '\0' || view.Is(verb + 1, Word.To | Word.Today | Word.Sub | Word.And | Word.Prep));
        if (counterparts.Count == 0 || (operations < 0 && !isOut && counterparts.All(one => one.At < 0)))
            return;
        scene.Add(new Finding(Acts.OverCompliance, verb, item.Is(Deed.Leave) ? "leaves:verb" : "leaves:pause") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Thing.Operations | Thing.TradeOut | Thing.Investment);
        for (var k = chain.Start; k < end; k++)
        {
            if (view[k].Is(Deed.Leave | Deed.Pausing | Deed.Restrict))
                scene.Use(k);
        }
    }

    private static bool IsFirmSubject(Scene scene, Chain chain)
    {
        for (var k = chain.Start - 1; k >= Math.Max(0, chain.Start - 5); k--)
        {
            if (scene.View[k].Is(Word.Firms))
                return true;
            if (!View.IsPlain(scene.View[k]) && !scene.View[k].Is(Word.Det))
                return false;
        }

        return false;
    }

    // A name that no list has, right before the verb.
    private static string? UnknownFirm(Scene scene, Chain chain)
    {
        var view = scene.View;
        var k = chain.Start - 1;
        while (k >= 0 && View.IsPlain(view[k]) && view[k].IsCapital && view[k].Entity is null && view[k].Entry.Goods is null)
            k--;
        var first = k + 1;
        if (first > chain.Start - 1 || (first == 0 && view[0].Text.Length < 3) || (k >= 0 && view[k].Is(Word.Title | Word.Prep | Word.Organ)))
            return null;
        return string.Join(' ', Enumerable.Range(first, chain.Start - first).Select(at => view[at].Text));
    }
}
