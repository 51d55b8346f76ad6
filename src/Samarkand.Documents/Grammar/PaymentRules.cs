using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Banks that take no more payments or cards, where no verb of stopping says so.</summary>
internal static class PaymentRules
{
    private static readonly string[] Taking = ["accept", "process", "handl", "tak", "took", "settl", "clear", "serv", "mak", "made"];

    private static readonly string[] Rejecting = ["reject", "refus", "declin", "turn away", "return"];

    private static void ReadRejected(Scene scene, int payments, int verb)
    {
        var chain = Chain.Of(scene.View, verb);
        var end = scene.View.RegionEnd(payments);
        var actors = scene.Names.SubjectOf(chain);
        var codes = actors.Select(one => one.Code).ToArray();
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.From, codes);
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (actors.Count == 0 || counterparts.Count == 0 || chain.IsPassive(scene.View) || !actors.All(one => one.IsFirms || one.Kind == EntityKind.Company))
            return;
        scene.Add(new Finding(Acts.PaymentsCut, payments, "payments:rejected") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(payments);
    }

    public static void Read(Scene scene)
    {
        var view = scene.View;
        for (var k = 1; k < view.Count; k++)
        {
            if (!view[k].Is(Thing.Transactions | Thing.Cards) || scene.IsUsed(k) || view.IsVerb(k))
                continue;
            var verb = Enumerable.Range(Math.Max(0, k - 5), Math.Min(5, k)).LastOrDefault(at => Taking.Any(taking => view[at].Text.StartsWith(taking, StringComparison.OrdinalIgnoreCase)) && view[at].Entry.Words == Word.None, -1);
            // `banks are rejecting payments from Russia`
            if (verb <= 0 && Enumerable.Range(Math.Max(0, k - 4), Math.Min(4, k)).LastOrDefault(at => view.IsVerb(at) && Rejecting.Any(rejecting => view[at].Text.StartsWith(rejecting, StringComparison.OrdinalIgnoreCase)), -1) is var refusal and > 0)
                ReadRejected(scene, k, refusal);
            if (verb <= 0)
                continue;
            var chain = Chain.Of(view, verb);
            var mood = scene.MoodOf(chain);
            if (chain.Start == verb || !mood.IsDenied)
                continue;
            var end = view.RegionEnd(k);
            var actors = chain.IsPassive(view) ? scene.Names.AgentAfter(verb, end) : scene.Names.SubjectOf(chain);
            var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
            if (counterparts.Count == 0)
                counterparts = scene.Target(actors);
            if (actors.Count == 0 || counterparts.Count == 0)
                continue;
            var modality = mood.Modality == Modality.Refused && Enumerable.Range(chain.Start, verb - chain.Start).Any(at => view[at].Is(Word.Will)) ? Modality.Planned : Modality.Done;
            scene.Add(new Finding(Acts.PaymentsCut, k, "payments:refused") { Actors = actors, Counterparts = counterparts, Mood = new Mood(Polarity.Affirmed, modality), End = end });
            scene.Use(k);
        }
    }
}
