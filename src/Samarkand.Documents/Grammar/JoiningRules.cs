using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Who joins the sanctions of others, and who keeps to them.</summary>
internal static class JoiningRules
{
    private const Thing Rules = Thing.Sanctions | Thing.PriceCap | Thing.Ban | Thing.ExportBan | Thing.ImportBan | Thing.Loose | Thing.Freeze;

    // `joined the sanctions`, `complies with the price cap`: the measure is somebody else's.
    public static bool ReadRules(Scene scene, int verb, string act)
    {
        var view = scene.View;
        var end = view.RegionEnd(verb);
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view) || view[verb].Is(Form.Participle) && chain.IsReduced(view))
            return false;
        var rules = Enumerable.Range(verb + 1, Math.Max(0, Math.Min(end, verb + 12) - verb - 1)).FirstOrDefault(k => view[k].Is(act == Acts.Comply ? Rules | Thing.Resolution : Rules) && !view.IsVerb(k), -1);
        if (rules < 0 && act == Acts.Comply)
            return ReadWithout(scene, verb, chain, end);
        if (rules < 0 && !(view[verb].Text.StartsWith("align", StringComparison.OrdinalIgnoreCase) && scene.Discourse.Background.Target is not null))
            return act == Acts.Join && (ReadThem(scene, verb, chain, end) || ReadAlone(scene, verb, chain, end));
        rules = Math.Max(rules, verb);
        var actors = scene.Names.SubjectOf(chain);
        var owners = scene.Names.OwnersOf(rules).Where(one => actors.All(actor => actor.Code != one.Code)).ToList();
        if (owners.Count == 0)
            owners = [.. scene.Names.AgentAfter(rules, Math.Min(end, rules + 6)).Where(one => actors.All(actor => actor.Code != one.Code))];
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
        if (act == Acts.Comply && !isPlainJoin && item.Is(Deed.Light | Deed.Enter) && owners.Count == 0 && !IsOfAnother(scene, rules, actors) && !actors.Any(one => one.IsFirms || one.Kind == EntityKind.Company))
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

    // `Beijing says it enforces the sanctions`: those of who issued the document's.
    private static bool IsOfAnother(Scene scene, int rules, List<Actor> actors) =>
        scene.Discourse is { IsDocument: true, Background.Issuer: { } issuer } && scene.View.At(rules - 1)?.Says("the") == true && actors.Count > 0 && actors.All(one => one.Code != issuer && one.Kind == EntityKind.State);

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

    // `declined to take part`, `refused to go along`: with what the document is about.
    private static bool ReadAlone(Scene scene, int verb, Chain chain, int end)
    {
        var (view, text) = (scene.View, scene.View[verb].Text.ToLowerInvariant());
        var isAlone = verb + 1 == view.Count || view[verb + 1].Sign is ',' or ';' or '.' or ')' || view.Is(verb + 1, Word.Today | Word.Sub) || view[verb + 1].Text.ToLowerInvariant() is "with this" or "in this";
        if (!scene.Discourse.IsDocument || !isAlone || !(text.EndsWith(" part", StringComparison.Ordinal) || text.EndsWith(" along", StringComparison.Ordinal) || text.EndsWith(" aboard", StringComparison.Ordinal) || text.EndsWith(" board", StringComparison.Ordinal) || text.StartsWith("join", StringComparison.Ordinal) || text.StartsWith("participat", StringComparison.Ordinal)))
            return false;
        var actors = scene.Names.SubjectOf(chain);
        var before = scene.Discourse.Before.LastOrDefault(found => Acts.IsRestrictive(found.Act))?.Counterparts.Where(one => actors.All(actor => actor.Code != one.Code)).ToList() ?? [];
        var counterparts = before.Count > 0 ? [.. before.Select(one => one with { IsNamed = false, At = -1 })] : scene.Sanctioned(actors);
        if (actors.Count == 0 || counterparts.Count == 0 || actors.Any(one => one.Kind == EntityKind.Company))
            return false;
        scene.Add(new Finding(Acts.Join, verb, "join:alone") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
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
}
