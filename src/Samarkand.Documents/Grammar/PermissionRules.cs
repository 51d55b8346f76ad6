using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What may not be sold or bought, and who lets others pass goods on.</summary>
internal static class PermissionRules
{
    // `refused to let Germany pass on`: who lets decides.
    public static int LetBefore(View view, Chain chain)
    {
        for (var k = chain.Start - 1; k >= Math.Max(0, chain.Start - 4); k--)
        {
            if (view.IsVerb(k))
                return view[k].Entry.Text is "let" or "allow" or "permit" or "authorise" or "authorize" && k < chain.Start - 1 ? k : -1;
            if (view[k].Sign != '\0')
                return -1;
        }

        return -1;
    }

    public static void ReadLet(Scene scene, int let, int verb, int end)
    {
        var chain = Chain.Of(scene.View, let);
        var actors = scene.Names.SubjectOf(chain);
        if (!scene.MoodOf(chain).IsDenied || actors.Count == 0)
            return;
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count > 0)
            scene.Add(new Finding(Acts.ExportBan, verb, "ban:let") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(verb + 1, end), Mood = Mood.Plain, End = end });
        scene.Use(verb);
    }

    // `may no longer be exported`, `must not be imported`: a ban of whoever the text is of.
    public static bool ReadForbidden(Scene scene, int verb, Chain chain, int from, int end, string act, Direction direction)
    {
        var view = scene.View;
        if (scene.Names.AgentAfter(verb, end).Count > 0 || !scene.MoodOf(chain).IsDenied)
            return false;
        var words = Enumerable.Range(chain.Start, verb - chain.Start).ToArray();
        if (!words.Any(k => view[k].Is(Word.May | Word.Should | Word.Cannot | Word.Will)))
            return false;
        var actors = scene.Issuer();
        // `Moscow signed a decree: oil will not be sold to`
        if (actors.Count == 0 && from > 0 && view[from - 1].Sign == ':' && scene.Names.FirstBefore(from) is { } first)
            actors = [first];
        var counterparts = scene.Counterparts.Find(verb + 1, end, direction, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Counterparts.Find(from, chain.Start, direction, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (counterparts.Count == 0)
            return false;
        var modality = words.Any(k => view[k].Is(Word.Will)) ? Modality.Planned : Modality.Done;
        scene.Add(new Finding(act, verb, "ban:not-allowed") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(from, chain.Start), Mood = new Mood(Polarity.Affirmed, modality), End = end });
        scene.Use(verb);
        return true;
    }

    // `sends no weapons`
    public static Mood Without(Scene scene, int verb, int end, Mood mood)
    {
        for (var k = verb + 1; k < end && !mood.IsDenied; k++)
        {
            if ((scene.View[k].Says("no") || scene.View[k].Says("neither")) && (scene.View.IsGoods(k + 1) || scene.View.IsGoods(k + 2) || scene.View.Is(k + 1, Thing.Aid | Thing.Loan) || scene.View.Is(k + 2, Thing.Aid | Thing.Loan)))
                return new Mood(Polarity.Denied, mood.Modality is Modality.Planned ? Modality.Refused : mood.Modality);
        }

        return mood;
    }

    // Who will no longer buy bans imports of its own; who merely buys is no matter of a case.
    public static void ReadBuying(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        if ((chain.IsPassive(view) || chain.IsReduced(view)) && ReadForbidden(scene, verb, chain, scene.ClauseStart(chain.Start), end, Acts.ImportBan, Direction.From))
            return;
        var mood = Without(scene, verb, end, scene.MoodOf(chain));
        if (!mood.IsDenied || view[verb].Is(Thing.TradeIn) && !view.IsVerb(verb))
            return;
        var actors = scene.ActorOf(chain, end);
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.From, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return;
        var modality = mood.Modality is Modality.Refused ? Modality.Planned : mood.Modality;
        scene.Add(new Finding(Acts.ImportBan, verb, "ban:no-longer") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(verb + 1, end), Mood = new Mood(Polarity.Affirmed, modality), End = end });
        scene.Use(verb);
    }
}
