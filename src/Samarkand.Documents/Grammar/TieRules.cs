using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What ties states: promises, threats, warnings, guarantees, commitments that cost, and dependence.</summary>
internal static class TieRules
{
    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            var item = scene.View[k];
            if (scene.IsUsed(k))
                continue;
            var isVerb = scene.View.IsVerb(k);
            if (item.Is(Thing.Guaranteeing) && !(isVerb && item.Is(Deed.Guarantee)))
                ReadGuarantee(scene, k);
            else if (item.Is(Thing.Bases))
                ReadBases(scene, k);
            else if (item.Is(Thing.Junior))
                ReadDependence(scene, k);
            else if (isVerb && item.Is(Deed.Depend))
                ReadDepend(scene, k);
            else if (isVerb && item.Is(Deed.Pay))
                ReadPaying(scene, k);
            else if (isVerb && item.Is(Deed.Promise))
                ReadWord(scene, k, Acts.Promises, Thing.Friendship, Deed.Guarantee | Deed.Help);
            else if (isVerb && item.Is(Deed.Threaten))
                ReadWord(scene, k, Acts.Threatens, Thing.Consequence | Thing.Friendship, Deed.Punish | Deed.Leave | Deed.Close);
            else if (isVerb && item.Is(Deed.Warn))
                ReadWarning(scene, k);
            else if (isVerb && item.Is(Deed.Guarantee))
                ReadDefence(scene, k);
        }
    }

    private static bool HasClaim(Scene scene, int start, int end) => scene.Found.Any(found => found.At >= start && found.At < end);

    private static void ReadWord(Scene scene, int verb, string act, Thing things, Deed deeds)
    {
        var view = scene.View;
        var end = view.RegionEnd(verb);
        if (HasClaim(scene, verb, end))
            return;
        // `promised to defend`: a guarantee.
        if (act == Acts.Promises && scene.FirstDeed(verb + 1, end, Deed.Guarantee) is var defence and > 0 && view.IsVerb(defence) && view[defence].Text.StartsWith("defend", StringComparison.OrdinalIgnoreCase) && scene.Counterparts.Find(defence + 1, end, Direction.On, []).Count > 0)
            return;
        if (scene.First(verb + 1, end, things) < 0 && scene.FirstDeed(verb + 1, end, deeds) < 0 && !(act == Acts.Threatens && scene.Counterparts.Find(verb + 1, Math.Min(end, verb + 4), Direction.On, []).Count > 0))
            return;
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view))
            return;
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0)
            return;
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        scene.Add(new Finding(act, verb, $"{act}:verb") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
    }

    private static void ReadWarning(Scene scene, int verb)
    {
        var view = scene.View;
        var end = view.RegionEnd(verb);
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view) || HasClaim(scene, verb, view.Count))
            return;
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(verb + 1, Math.Min(end, verb + 6), Direction.On, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return;
        scene.Add(new Finding(Acts.Warns, verb, "warns:verb") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
    }

    private static void ReadGuarantee(Scene scene, int noun)
    {
        var view = scene.View;
        var governor = scene.Syntax.GovernorOf(noun);
        if (governor.Verb < 0 || governor.Role == Role.Adjunct || !view.IsVerb(governor.Verb))
            return;
        var chain = Chain.Of(view, governor.Verb);
        var end = view.RegionEnd(noun);
        var verb = view[governor.Verb];
        var isWanting = verb.Is(Deed.In | Deed.Possible) && !verb.Is(Deed.Out) || verb.Text.StartsWith("enjoy", StringComparison.OrdinalIgnoreCase);
        var isLacking = verb.Text.StartsWith("lack", StringComparison.OrdinalIgnoreCase);
        var actors = chain.IsPassive(view) ? scene.Names.AgentAfter(governor.Verb, end) : scene.Names.SubjectOf(chain);
        if (actors.Count == 0)
            actors = scene.Names.OwnersOf(noun);
        if (actors.Count == 0 || (isWanting && !isLacking))
            return;
        var mood = scene.MoodOf(chain);
        if (isLacking)
            mood = new Mood(mood.IsDenied ? Polarity.Affirmed : Polarity.Denied, Modality.Done);
        else if (verb.Is(Deed.Refuse))
            mood = new Mood(Polarity.Denied, Modality.Refused);
        else if (IsWithout(view, noun))
            mood = new Mood(Polarity.Denied, mood.Modality);
        var counterparts = scene.Counterparts.Find(governor.Verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        scene.Add(new Finding(Acts.Guarantees, noun, "guarantees:noun") { Actors = actors, Counterparts = counterparts, Mood = mood, End = end });
        scene.Use(noun);
    }

    private static bool IsWithout(View view, int noun) => Enumerable.Range(Math.Max(0, noun - 4), Math.Min(4, noun)).Any(k => view[k].Is(Word.Neg) && !view[k].Says("not") && !view.IsVerb(k));

    private static void ReadDefence(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var isDefence = view[verb].Text.StartsWith("defend", StringComparison.OrdinalIgnoreCase) || view[verb].Text.StartsWith("guarante", StringComparison.OrdinalIgnoreCase);
        if (!isDefence || chain.IsPassive(view))
            return;
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || (counterparts.Count == 0 && scene.FirstDeed(Math.Max(0, verb - 6), verb, Deed.Oblige) < 0))
            return;
        scene.Add(new Finding(Acts.Guarantees, verb, "guarantees:verb") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
    }

    // Bases, troops and commitments abroad cost money.
    private static void ReadBases(Scene scene, int noun)
    {
        var view = scene.View;
        var end = view.RegionEnd(noun);
        var places = scene.Counterparts.Find(noun + 1, end, Direction.Place, []);
        var verb = -1;
        for (var k = noun - 1; k >= Math.Max(0, noun - 8) && verb < 0; k--)
        {
            if (view[k].Is(Word.That) && !view[k].Is(Word.Det) || view.Is(k, Word.That) && view.IsVerb(k - 1) || view.Is(k, Word.That) && View.IsPlain(view[Math.Max(0, k - 1)]))
                return;
            if (view.IsVerb(k, Deed.Maintain | Deed.Comply | Deed.Pay | Deed.Guarantee) && !(view.Is(k, Word.Have) && view.IsVerb(view.After(k))))
                verb = k;
        }

        if (verb < 0)
            return;
        var chain = Chain.Of(view, verb);
        var actors = scene.Names.SubjectOf(chain);
        if (places.Count == 0 && view.Is(chain.Start - 2, Word.Rel))
            places = PlaceBefore(scene, chain.Start);
        places = [.. places.Where(one => actors.All(actor => actor.Code != one.Code))];
        if (actors.Count == 0 || places.Count == 0)
            return;
        scene.Add(new Finding(Acts.PaysFor, noun, "pays-for:bases") { Actors = actors, Counterparts = places, Mood = scene.MoodOf(chain), End = end });
        scene.Use(noun);
        scene.Use(verb);
    }

    private static List<Actor> PlaceBefore(Scene scene, int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 8); k--)
        {
            if (scene.View[k].Entity is not null && scene.View.PrepositionOf(k) >= 0)
                return scene.Names.With(k);
        }

        return [];
    }

    private static void ReadPaying(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        if (chain.IsPassive(view) || view.At(verb + 1)?.Text.ToLowerInvariant() is "tribute" or "attention" or "heed" or "close" or "respects" or "respect" or "lip" or "homage")
            return;
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Counterparts.Find(verb + 1, end, Direction.Place, [.. actors.Select(one => one.Code)]);
        var isPaying = view[verb].Text.Contains(' ') || counterparts.Count > 0;
        if (actors.Count == 0 || !isPaying || (counterparts.Count == 0 && !view[verb].Text.Contains(' ')))
            return;
        scene.Add(new Finding(Acts.PaysFor, verb, "pays-for:verb") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
    }

    // `China's junior partner`, `dependence on Moscow`.
    private static void ReadDependence(Scene scene, int noun)
    {
        var view = scene.View;
        var end = view.RegionEnd(noun);
        var on = scene.Names.OwnersOf(noun);
        var isOwned = view[noun].Text.Contains("partner", StringComparison.OrdinalIgnoreCase) || view[noun].Text.Contains("vassal", StringComparison.OrdinalIgnoreCase) || view[noun].Text.Contains("client", StringComparison.OrdinalIgnoreCase);
        var after = scene.Counterparts.Find(noun + 1, end, Direction.On, []);
        var verb = VerbBefore(scene, noun);
        var chain = verb >= 0 ? Chain.Of(view, verb) : new Chain(noun, noun);
        var (who, whom) = isOwned ? (verb >= 0 ? Between(scene, verb, noun, on) ?? scene.Names.SubjectOf(chain) : scene.Names.SubjectOf(chain), on.Count > 0 ? on : after) : (on.Count > 0 ? on : scene.Names.SubjectOf(chain), after);
        who = [.. who.Where(one => whom.All(other => other.Code != one.Code))];
        if (who.Count == 0 || whom.Count == 0)
            return;
        scene.Add(new Finding(Acts.Depends, noun, "depends:word") { Actors = who, Counterparts = whom, Mood = verb >= 0 && !Enumerable.Range(verb + 1, noun - verb - 1).Any(k => view[k].Is(Word.Prep) && !view[k].Says("of") && !view[k].Says("into")) ? scene.MoodOf(chain) : Mood.Plain, End = end });
        scene.Use(noun);
    }

    // `turn Russia into China's junior partner`
    private static List<Actor>? Between(Scene scene, int verb, int noun, List<Actor> owners)
    {
        for (var k = verb + 1; k < noun; k++)
        {
            if (scene.View[k].Entity is { } entity && owners.All(one => one.Code != entity.Code))
                return scene.Names.With(k);
        }

        return null;
    }

    private static int VerbBefore(Scene scene, int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 8); k--)
        {
            if (scene.View.IsVerb(k) || scene.View[k].Is(Word.Be))
                return k;
            if (scene.View[k].Sign != '\0')
                return -1;
        }

        return -1;
    }

    private static void ReadDepend(Scene scene, int verb)
    {
        var chain = Chain.Of(scene.View, verb);
        var end = scene.View.RegionEnd(verb);
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return;
        scene.Add(new Finding(Acts.Depends, verb, "depends:verb") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(verb + 1, end), Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
    }
}
