using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What third states and firms do: join, comply, abstain, let goods through, come to the rescue, leave, or fear punishment.</summary>
internal static class StanceRules
{
    private const Thing Rules = Thing.Sanctions | Thing.PriceCap | Thing.Ban | Thing.ExportBan | Thing.ImportBan | Thing.Loose | Thing.Freeze;

    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            var item = scene.View[k];
            if (scene.IsUsed(k))
                continue;
            var isVerb = scene.View.IsVerb(k);
            if (isVerb && item.Is(Deed.Join) && ReadRules(scene, k, Acts.Join))
                continue;
            if (isVerb && item.Is(Deed.Comply) && ReadRules(scene, k, Acts.Comply))
                continue;
            if (item.Is(Deed.Abstain))
                ReadNeutral(scene, k);
            else if (isVerb && item.Is(Deed.Reexport) || item.Is(Deed.Conduit) || (item.Is(Deed.Out) && isVerb && item.Text.EndsWith(" on", StringComparison.Ordinal)))
                ReadConduit(scene, k, isVerb);
            else if (isVerb && item.Is(Deed.Out) && IsSoldOn(scene, k))
                ReadConduit(scene, k, isVerb: true);
            else if (item.Is(Deed.Fear) && ReadFear(scene, k))
                continue;
            else if (isVerb && item.Is(Deed.Leave | Deed.Pausing))
                ReadLeaving(scene, k);
            if (!scene.IsUsed(k) && isVerb && item.Is(Deed.Help) || item.Is(Deed.Rescue))
                ReadRescue(scene, k, isVerb);
            else if (isVerb && item.Is(Deed.Vote))
                ReadVote(scene, k);
        }
    }

    // `joined the sanctions`, `complies with the price cap`: the measure is somebody else's.
    private static bool ReadRules(Scene scene, int verb, string act)
    {
        var view = scene.View;
        var end = view.RegionEnd(verb);
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view) || view[verb].Is(Form.Participle) && chain.IsReduced(view))
            return false;
        var rules = scene.First(verb + 1, Math.Min(end, verb + 12), act == Acts.Comply ? Rules | Thing.Resolution : Rules);
        if (rules < 0 && act == Acts.Comply)
            return ReadWithout(scene, verb, chain, end);
        if (rules < 0 && !(view[verb].Text.StartsWith("align", StringComparison.OrdinalIgnoreCase) && scene.Discourse.Background.Target is not null))
            return act == Acts.Join && ReadThem(scene, verb, chain, end);
        rules = Math.Max(rules, verb);
        var actors = scene.Names.SubjectOf(chain);
        var owners = scene.Names.OwnersOf(rules).Where(one => actors.All(actor => actor.Code != one.Code)).ToList();
        if (owners.Count == 0 && actors.Count > 0)
            owners = OwnersAfter(scene, rules, Math.Min(end, rules + 7), actors);
        var item = view[verb];
        // To adopt, back or apply is to join where the measure is another's.
        var isPlainJoin = act == Acts.Join && !item.Is(Deed.Light | Deed.Enter) && (item.Text.StartsWith("join", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("align", StringComparison.OrdinalIgnoreCase) || item.Text.Contains("name") || !item.Is(Deed.Comply));
        // `will follow the sanctions regime`: nobody's own.
        if (act == Acts.Join && owners.Count == 0 && item.Text.StartsWith("follow", StringComparison.OrdinalIgnoreCase) && view[rules].Is(Thing.Sanctions) && actors.All(one => one.Code != scene.Discourse.Background.Issuer))
            (act, isPlainJoin) = (Acts.Comply, true);
        if (!isPlainJoin && act == Acts.Join && owners.Count == 0)
            return false;
        if (act == Acts.Comply && !isPlainJoin && item.Is(Deed.Light | Deed.Enter) && owners.Count == 0 && !actors.Any(one => one.IsFirms || one.Kind == EntityKind.Company))
            return false;
        if (act == Acts.Join && item.Is(Deed.Comply) && (item.Is(Deed.Light) == false))
            return false;
        if (actors.Count == 0)
            return false;
        var counterparts = scene.Counterparts.Find(rules + 1, end, Direction.On, [.. actors.Select(one => one.Code), .. owners.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Sanctioned(actors);
        scene.Add(new Finding(act, verb, $"{act}:active") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Rules | Thing.TradeIn | Thing.TradeOut);
        for (var k = verb; k < end; k++)
        {
            if (view.Is(k, Deed.Freeze | Deed.Restrict) && view[k].Is(Form.Ing))
                scene.Use(k);
        }

        return true;
    }

    // `the measures of the EU's package`
    private static List<Actor> OwnersAfter(Scene scene, int rules, int end, List<Actor> actors)
    {
        for (var k = rules + 1; k < end; k++)
        {
            if (scene.View[k].Entity is { IsAdjective: false } entity && scene.View.PrepositionOf(k) is var preposition and >= 0)
                return scene.View[preposition].Says("of") && preposition > rules && actors.All(one => one.Code != entity.Code) && scene.First(rules, preposition, Thing.TradeIn | Thing.TradeOut) < 0 ? scene.Names.With(k) : [];
        }

        return [];
    }

    // `Moscow vows not to abide`: the measure was named before.
    private static bool ReadWithout(Scene scene, int verb, Chain chain, int end)
    {
        var text = scene.View[verb].Text;
        var isBare = text.StartsWith("abid", StringComparison.OrdinalIgnoreCase) || text.StartsWith("compl", StringComparison.OrdinalIgnoreCase);
        if (!isBare || scene.First(0, verb, Rules) < 0 || scene.Names.SubjectOf(chain) is not { Count: > 0 } actors)
            return false;
        scene.Add(new Finding(Acts.Comply, verb, "comply:before") { Actors = actors, Counterparts = scene.Sanctioned(actors), Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        return true;
    }

    // `Turkey has refused to join them`: the sanctions that were named before.
    private static bool ReadThem(Scene scene, int verb, Chain chain, int end)
    {
        if (scene.View.At(verb + 1) is not { } next || !(next.Says("them") || next.Says("it")) || scene.First(0, chain.Start, Rules) < 0 && scene.Discourse.Target is null)
            return false;
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0)
            return false;
        var before = scene.Found.LastOrDefault(found => found.Act is Acts.Join or Acts.Sanctions)?.Counterparts ?? [];
        scene.Add(new Finding(Acts.Join, verb, "join:them") { Actors = actors, Counterparts = before.Count > 0 ? [.. before.Select(one => one with { IsNamed = false })] : scene.Sanctioned(actors), Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        return true;
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
            scene.Add(new Finding(Acts.Neutral, at, "neutral:courted") { Actors = [.. courted.Select(code => new Actor(code, EntityKind.State, -1) { IsNamed = false })], Counterparts = [], Mood = Mood.Plain, End = end });
            return;
        }

        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 && !isVerb)
            actors = scene.Names.OwnersOf(at);
        if (actors.Count == 0)
            return;
        var mood = scene.MoodOf(chain);
        // `does not take sides` is to be neutral.
        if (text.Contains("side") && !text.Contains("no side") && !text.Contains("both"))
            mood = mood.IsDenied ? new Mood(Polarity.Affirmed, mood.Modality == Modality.Refused ? (view.Is(at - 1, Word.Will) || view.Is(at - 2, Word.Will) ? Modality.Planned : Modality.Done) : mood.Modality) : mood.Inverted();
        if (text.Contains("side") && !text.Contains("no side") && scene.FirstWord(Word.Neg) < 0 && scene.FirstDeed(0, at, Deed.Refuse | Deed.Fail) < 0)
            return;
        scene.Add(new Finding(Acts.Neutral, at, isVerb ? "neutral:verb" : "neutral:word") { Actors = actors, Mood = mood, End = end });
        scene.Use(at);
    }

    private static bool IsSoldOn(Scene scene, int verb)
    {
        var end = scene.View.RegionEnd(verb);
        for (var k = verb + 1; k < end; k++)
        {
            if ((scene.View[k].Says("on") && (scene.View.At(k + 1)?.Says("to") == true || scene.View.At(k + 1)?.Says("into") == true)) || scene.View[k].Says("onward") || scene.View[k].Says("onwards"))
                return true;
        }

        return false;
    }

    private static void ReadConduit(Scene scene, int at, bool isVerb)
    {
        var view = scene.View;
        var end = view.RegionEnd(at);
        var verb = isVerb ? at : VerbBefore(scene, at);
        var governor = isVerb ? new Governor(at, Role.Object) : scene.Syntax.GovernorOf(at);
        if (verb < 0)
            verb = governor.Verb;
        var isNoun = !isVerb && view[at].Text.StartsWith("re-export", StringComparison.OrdinalIgnoreCase);
        var chain = verb >= 0 ? Chain.Of(view, verb) : new Chain(at, at);
        var actors = isNoun ? scene.Names.OwnersOf(at) : [];
        if (actors.Count == 0 && verb >= 0)
            actors = chain.IsPassive(view) ? scene.Names.AgentAfter(verb, end) : scene.Names.SubjectOf(chain);
        if (actors.Count == 0 && verb >= 0 && chain.IsPassive(view))
            actors = Through(scene, verb, end);
        if (actors.Count == 0 || scene.Goods(at + 1, end).Contains("arms"))
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

    private static int VerbBefore(Scene scene, int at)
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

    private static bool ReadFear(Scene scene, int at)
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
        if (actors.Count == 0)
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

    private static void ReadLeaving(Scene scene, int verb)
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

        if (actors.Count == 0)
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
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (counterparts.Count == 0 || (operations < 0 && counterparts.All(one => !one.IsNamed)))
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
        if (actors.Count == 0 || actors.All(one => one.Code is "UN"))
            return;
        var isAgainst = Enumerable.Range(verb, end - verb).Any(k => view[k].Says("against") || (k == verb + 1 && view[k].Says("no")));
        var mood = scene.MoodOf(chain);
        scene.Add(new Finding(Acts.Votes, verb, "votes:verb") { Actors = actors, Mood = isAgainst ? mood.Inverted() : mood, End = end });
        scene.Use(verb);
    }
}

/// <summary>Where words of a kind stand.</summary>
internal static class SceneWords
{
    public static int FirstWord(this Scene scene, Word word)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.View[k].Is(word))
                return k;
        }

        return -1;
    }
}
