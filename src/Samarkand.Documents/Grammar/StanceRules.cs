using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What third states and firms do: join, comply, abstain, let goods through, come to the rescue, leave, or fear punishment.</summary>
internal static class StanceRules
{
    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            var item = scene.View[k];
            if (scene.IsUsed(k))
                continue;
            var isVerb = scene.View.IsVerb(k);
            if (isVerb && item.Is(Deed.Join) && JoiningRules.ReadRules(scene, k, Acts.Join))
                continue;
            if (isVerb && item.Is(Deed.Comply) && JoiningRules.ReadRules(scene, k, Acts.Comply))
                continue;
            if (LeavingRules.ReadStaying(scene, k) || (isVerb && LeavingRules.ReadNoLonger(scene, k)))
                continue;
            if (item.Is(Deed.Abstain))
                ReadNeutral(scene, k);
            else if (isVerb && item.Is(Deed.Reexport) || item.Is(Deed.Conduit) || (item.Is(Deed.Out) && isVerb && item.Text.EndsWith(" on", StringComparison.Ordinal)))
                ConduitRules.ReadConduit(scene, k, isVerb);
            else if (isVerb && item.Is(Deed.Out) && ConduitRules.IsSoldOn(scene, k))
                ConduitRules.ReadConduit(scene, k, isVerb: true);
            else if (item.Is(Deed.Fear) && LeavingRules.ReadFear(scene, k))
                continue;
            else if (isVerb && item.Is(Deed.Leave | Deed.Pausing))
                LeavingRules.ReadLeaving(scene, k);
            if (!scene.IsUsed(k) && isVerb && item.Is(Deed.Help) || item.Is(Deed.Rescue))
                ReadRescue(scene, k, isVerb);
            else if (isVerb && item.Is(Deed.Vote))
                ReadVote(scene, k);
            else if (item.Says("afloat"))
                ReadAfloat(scene, k);
        }
    }

    private static void ReadNeutral(Scene scene, int at)
    {
        var view = scene.View;
        var isVerb = view.IsVerb(at);
        var chain = Chain.Of(view, at);
        var end = view.RegionEnd(at);
        var text = view[at].Text.ToLowerInvariant();
        if (text.StartsWith("claim as", StringComparison.Ordinal))
        {
            var courted = scene.Discourse.Named.Count >= 2 && scene.FirstWord(Word.Both) >= 0 ? scene.Discourse.Named.TakeLast(2).ToArray() : [];
            scene.Add(new Finding(Acts.Neutral, at, "neutral:courted") { Actors = [.. courted.Select(code => Actor.Understood(code))], Counterparts = [], Mood = Mood.Plain, End = end });
            return;
        }

        // `contrary to a tradition of neutrality`, `abandoned its neutrality`
        if (text is "neutrality" && Enumerable.Range(Math.Max(0, at - 6), Math.Min(6, at)).Any(k => view[k].Text.ToLowerInvariant() is "contrary to" or "despite" or "abandoned" or "abandoning" or "broke" or "breaking" or "departing" or "reasons" or "departure" or "break"))
            return;
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 && !isVerb)
            actors = scene.Names.OwnersOf(at);
        // `with Cuba and Yemen abstaining`
        if (actors.Count == 0 && isVerb && view[at].Is(Form.Ing) && view.At(at - 1)?.Entity is not null)
            actors = scene.Names.With(at - 1);
        if (actors.Count == 0)
            return;
        // `kept out of the sanctions`: it does not join them.
        if (text.EndsWith("out of", StringComparison.Ordinal) && scene.First(at + 1, Math.Min(end, at + 5), Thing.Sanctions | Thing.PriceCap | Thing.Ban) is var rules and >= 0)
        {
            var sanctioned = scene.Counterparts.Find(rules + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
            scene.Add(new Finding(Acts.Join, at, "join:out-of") { Actors = actors, Counterparts = sanctioned.Count > 0 ? sanctioned : scene.Sanctioned(actors), Mood = new Mood(Polarity.Denied, scene.MoodOf(chain).Modality is Modality.Planned ? Modality.Refused : scene.MoodOf(chain).Modality), End = end });
            scene.Use(at);
            scene.UseAll(at, end, Thing.Sanctions | Thing.PriceCap | Thing.Ban);
            return;
        }

        var mood = scene.MoodOf(chain);
        // `does not take sides` is to be neutral.
        if (text.Contains("side") && !text.Contains("no side") && !text.Contains("both"))
            mood = mood.IsDenied ? new Mood(Polarity.Affirmed, mood.Modality == Modality.Refused ? (view.Is(at - 1, Word.Will) || view.Is(at - 2, Word.Will) ? Modality.Planned : Modality.Done) : mood.Modality) : mood.Inverted();
        if (text.Contains("side") && !text.Contains("no side") && scene.FirstWord(Word.Neg) < 0 && scene.FirstDeed(0, at, Deed.Refuse | Deed.Fail) < 0)
            return;
        scene.Add(new Finding(Acts.Neutral, at, isVerb ? "neutral:verb" : "neutral:word") { Actors = actors, Mood = mood, End = end });
        scene.Use(at);
    }

    public static int VerbBefore(Scene scene, int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 7); k--)
        {
            if (scene.View.IsVerb(k))
                return k;
            if (scene.View[k].Is(Word.Be) && !scene.View.IsVerb(k))
                return k;
            if (scene.View[k].Sign != '\0')
                return -1;
        }

        return -1;
    }

    // `keeps Russia's economy afloat`
    private static void ReadAfloat(Scene scene, int at)
    {
        var verb = VerbBefore(scene, at);
        if (verb < 0 || !scene.View[verb].Text.StartsWith("ke", StringComparison.OrdinalIgnoreCase))
            return;
        var actors = scene.Names.SubjectOf(Chain.Of(scene.View, verb));
        var counterparts = scene.Counterparts.Find(verb + 1, at, Direction.On, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Sanctioned(actors);
        if (actors.Count > 0 && counterparts.Count > 0)
            scene.Add(new Finding(Acts.Rescue, at, "rescue:afloat") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(Chain.Of(scene.View, verb)), End = scene.View.RegionEnd(at) });
    }

    private static void ReadRescue(Scene scene, int at, bool isVerb)
    {
        var view = scene.View;
        var end = view.RegionEnd(at);
        var isWord = !isVerb || !view[at].Is(Deed.Help);
        var verb = isVerb ? at : VerbBefore(scene, at);
        if (verb < 0)
            return;
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view))
            return;
        // `warned China against helping Russia`
        if (view.Is(chain.Start - 1, Word.Prep) && view[chain.Start - 1].Says("against") || (chain.Start < at && view[chain.Start].Says("against")))
            return;
        var isSupport = view[at].Text.StartsWith("support", StringComparison.OrdinalIgnoreCase);
        // `banks that help` says of which banks, not that they do.
        if (isSupport || (isVerb && view[at].Says("save")) || (view.Is(chain.Start - 1, Word.That) && !view.Is(chain.Start - 2, Deed.Report | Deed.Deny)))
            return;
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(at + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0 && isWord)
            counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return;
        // To help evade sanctions is to let goods through.
        var isEvasion = scene.FirstDeed(at + 1, end, Deed.Circumvent) >= 0 && scene.First(at + 1, end, Thing.Sanctions | Thing.Ban | Thing.Loose | Thing.PriceCap | Thing.ExportBan) >= 0;
        var mood = scene.MoodOf(chain);
        for (var k = chain.Start; k < at; k++)
        {
            if (view[k].Says("nothing") && !mood.IsDenied)
                mood = new Mood(Polarity.Denied, mood.Modality is Modality.Planned ? Modality.Refused : mood.Modality);
        }

        scene.Add(new Finding(isEvasion ? Acts.Conduit : Acts.Rescue, at, isEvasion ? "conduit:help" : "rescue:verb") { Actors = actors, Counterparts = counterparts, Mood = mood, End = end });
        scene.Use(at);
        if (isEvasion)
            scene.UseAll(at, end, Thing.Sanctions | Thing.Ban | Thing.PriceCap);
    }

    private static void ReadVote(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 || actors.All(one => one.Code is "UN") || scene.Found.Any(found => found.Act == Acts.Neutral && found.At < verb))
            return;
        // `parliament voted to freeze salaries`: no matter of a case.
        if (scene.First(0, view.Count, Thing.Resolution | Thing.Sanctions | Thing.War | Thing.Ban | Thing.Loose) < 0 && !Enumerable.Range(0, view.Count).Any(k => view[k].Entity is { Code: "UN" } || view[k].Says("against") || view[k].Says("in favour") || view[k].Says("in favor") || view[k].Says("no") || view[k].Says("yes") || view[k].Says("abstained")))
            return;
        var isAgainst = Enumerable.Range(verb, end - verb).Any(k => view[k].Says("against") || (k == verb + 1 && view[k].Says("no")));
        var mood = scene.MoodOf(chain);
        scene.Add(new Finding(Acts.Votes, verb, "votes:verb") { Actors = actors, Mood = isAgainst ? mood.Inverted() : mood, End = end });
        scene.Use(verb);
    }
}
