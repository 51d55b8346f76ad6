using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Who lets banned goods through.</summary>
internal static class ConduitRules
{
    public static bool IsSoldOn(Scene scene, int verb)
    {
        var end = scene.View.RegionEnd(verb);
        for (var k = verb + 1; k < end; k++)
        {
            if ((scene.View[k].Says("on") && (scene.View.At(k + 1)?.Says("to") == true || scene.View.At(k + 1)?.Says("into") == true)) || scene.View[k].Says("onward") || scene.View[k].Says("onwards"))
                return true;
        }

        return false;
    }

    public static void ReadConduit(Scene scene, int at, bool isVerb)
    {
        var view = scene.View;
        var end = view.RegionEnd(at);
        var verb = isVerb ? at : StanceRules.VerbBefore(scene, at);
        var governor = isVerb ? new Governor(at, Role.Object) : scene.Syntax.GovernorOf(at);
        if (verb < 0)
            verb = governor.Verb;
        // `through intermediaries in the Emirates`: a way, of which another rule reads.
        if (!isVerb && Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(k => view[k].Says("through") || view[k].Says("via") || view[k].Says("by way of")))
            return;
        var isNoun = !isVerb && view[at].Text.StartsWith("re-export", StringComparison.OrdinalIgnoreCase);
        var chain = verb >= 0 ? Chain.Of(view, verb) : new Chain(at, at);
        var actors = isNoun ? scene.Names.OwnersOf(at) : [];
        if (actors.Count == 0 && verb >= 0)
            actors = chain.IsPassive(view) ? scene.Names.AgentAfter(verb, end) : scene.Names.SubjectOf(chain);
        if (actors.Count == 0 && verb >= 0 && chain.IsPassive(view))
            actors = Through(scene, verb, end);
        if (actors.Count == 0 || scene.Goods(at + 1, end).Contains("arms") || (isVerb && scene.First(at + 1, Math.Min(end, at + 5), Thing.Aid | Thing.Investment) >= 0))
            return;
        var counterparts = scene.Counterparts.Find(at + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0 && !isVerb && verb >= 0)
            counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Sanctioned(actors);
        if (counterparts.Count == 0 && scene.First(at, end, Thing.Sanctions) < 0 && !(isVerb && view[at].Text.StartsWith("re-export", StringComparison.OrdinalIgnoreCase) && scene.Goods(at + 1, end).Count > 0))
            return;
        var mood = verb >= 0 ? (view.IsVerb(verb) ? Stopped(view[verb], scene.MoodOf(chain)) : scene.Syntax.InSentence(Mood.Plain, at)) : scene.Syntax.InSentence(Mood.Plain, at);
        scene.Add(new Finding(Acts.Conduit, at, isVerb ? "conduit:verb" : "conduit:word") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(at + 1, end), Mood = mood, End = end });
        scene.Use(at);
        if (verb >= 0)
            scene.Use(verb);
        scene.UseAll(at, end, Thing.Sanctions | Thing.TradeOut | Thing.TradeIn);
    }

    // `halts re-exports`, `bans re-exports`.
    private static Mood Stopped(Texts.Item verb, Mood mood) => verb.Is(Deed.Restrict | Deed.Lift) && !verb.Is(Deed.Reexport) && !verb.Is(Deed.Join) ? mood.Inverted() : verb.Is(Deed.Refuse | Deed.Deny) ? new Mood(Polarity.Denied, Modality.Refused) : mood;

    private static List<Actor> Through(Scene scene, int verb, int end)
    {
        for (var k = verb + 1; k < end; k++)
        {
            if (scene.View[k].Says("through") || scene.View[k].Says("via"))
                return scene.View.At(k + 1)?.Entity is not null ? scene.Names.With(k + 1) : [];
        }

        return [];
    }
}
