using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Banks that take no more payments or cards, where no verb of stopping says so.</summary>
internal static class PaymentRules
{
    private static readonly string[] Taking = ["accept", "process", "handl", "tak", "took", "settl", "clear", "serv", "mak", "made"];

    public static void Read(Scene scene)
    {
        var view = scene.View;
        for (var k = 1; k < view.Count; k++)
        {
            if (!view[k].Is(Thing.Transactions | Thing.Cards) || scene.IsUsed(k) || view.IsVerb(k))
                continue;
            var verb = Enumerable.Range(Math.Max(0, k - 5), Math.Min(5, k)).LastOrDefault(at => Taking.Any(taking => view[at].Text.StartsWith(taking, StringComparison.OrdinalIgnoreCase)) && view[at].Entry.Words == Word.None, -1);
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
