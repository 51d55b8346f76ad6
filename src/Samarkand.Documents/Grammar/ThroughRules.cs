using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Goods that come to somebody through a third state, where no word of the sentence says that it lets them through.</summary>
internal static class ThroughRules
{
    private static readonly string[] Moving = ["com", "came", "go", "went", "flow", "reach", "arriv", "end", "travel", "pass", "move", "moving", "get", "got", "enter", "find", "found", "ship", "sent", "send", "import", "export", "deliver", "route", "smuggl", "bring", "brought", "obtain", "receiv", "procur", "acquir", "buy", "bought", "sourc", "purchas", "sold", "sell", "turn"];

    private static readonly string[] Arriving = ["arriv", "up", "found", "land", "surfac", "appear"];
    private static readonly string[] Getting = ["get", "got", "obtain", "receiv", "procur", "acquir", "import", "buy", "bought", "sourc", "purchas"];

    public static void Read(Scene scene)
    {
        var view = scene.View;
        for (var k = 0; k < view.Count; k++)
        {
            if (!IsThrough(view, k) || NameAfter(view, k) is var name && name < 0)
                continue;
            var through = (view[name].Entity is null ? scene.Names.Meaning(name) : scene.Names.With(name)).Where(one => one.Kind == EntityKind.State).ToList();
            var end = k == 0 ? view.Count : view.RegionEnd(k);
            var start = scene.ClauseStart(k);
            var destination = Destination(scene, start, end, through);
            var verb = Enumerable.Range(start, end - start).FirstOrDefault(at => Moving.Any(moving => view[at].Text.StartsWith(moving, StringComparison.OrdinalIgnoreCase)) && (view[at].Entry.Forms != Form.None || View.IsPlain(view[at])), -1);
            var goods = scene.Goods(start, end);
            if (through.Count == 0 || destination.Count == 0 || verb < 0 || goods.Count == 0 || goods.Contains("arms") || goods is ["gas"] or ["crude"] || scene.Found.Any(found => found.At >= start && found.At < end))
                continue;
            scene.Add(new Finding(Acts.Conduit, k, "conduit:through")
            {
                Actors = through,
                Counterparts = destination,
                Goods = goods,
                Mood = view.IsVerb(verb) ? scene.MoodOf(Chain.Of(view, verb)) : scene.Syntax.InSentence(Mood.Plain, k),
                End = end,
            });
        }
    }

    private static bool IsThrough(View view, int at) =>
        view[at].Is(Word.Prep) && (view[at].Says("through") || view[at].Says("via") || view[at].Says("by way of") || (view[at].Says("over") && at == 0));

    private static int NameAfter(View view, int at)
    {
        for (var k = at + 1; k < Math.Min(view.Count, at + 3); k++)
        {
            if (view[k].Entity is { Kind: EntityKind.State, IsAdjective: false, IsLeader: false } || (view.Is(k, Word.Country) && (view[k].Text.StartsWith("your", StringComparison.OrdinalIgnoreCase) || view[k].Text.StartsWith("our", StringComparison.OrdinalIgnoreCase))))
                return k;
            if (!view[k].Is(Word.Det))
                break;
        }

        // `through intermediaries in the Emirates`, `via traders based in Hong Kong`
        for (var k = at + 1; k < Math.Min(view.Count, at + 8); k++)
        {
            if (view[k].Text.ToLowerInvariant() is "in" or "based in" or "registered in" or "of" && NameBeside(view, k + 1) is var name and >= 0)
                return name;
            if (!View.IsPlain(view[k]) && !view[k].Is(Word.Firms | Word.Det | Word.Adv) && !view[k].Is(Deed.Conduit) && !view[k].Is(Thing.Airspace))
                return -1;
        }

        return -1;
    }

    private static int NameBeside(View view, int at)
    {
        var name = view.Is(at, Word.Det) ? at + 1 : at;
        return view.At(name)?.Entity is { Kind: EntityKind.State, IsAdjective: false, IsLeader: false } ? name : -1;
    }

    private static List<Actor> Destination(Scene scene, int start, int end, List<Actor> through)
    {
        for (var k = start; k < end - 1; k++)
        {
            if ((scene.View[k].Says("to") || scene.View[k].Says("into")) && scene.View.At(k + 1) is { } next && (next.Entity is { IsAdjective: false } || (next.Is(Word.Det) && scene.View.At(k + 2)?.Entity is { IsAdjective: false })))
                return [.. scene.Names.With(next.Entity is not null ? k + 1 : k + 2).Where(one => through.All(other => other.Code != one.Code))];
        }

        var reached = Enumerable.Range(start, end - start).FirstOrDefault(k => scene.View[k].Text.StartsWith("reach", StringComparison.OrdinalIgnoreCase) && scene.View.At(k + 1)?.Entity is { IsAdjective: false }, -1);
        if (reached >= 0)
            return [.. scene.Names.With(reached + 1).Where(one => through.All(other => other.Code != one.Code))];
        // `arrive in Russia`, `have been found in Russian drones`
        var found = Enumerable.Range(start, end - start).FirstOrDefault(k => scene.View[k].Says("in") && Arriving.Any(arriving => scene.View.At(k - 1)?.Text.StartsWith(arriving, StringComparison.OrdinalIgnoreCase) == true) && (scene.View.At(k + 1)?.Entity is not null || (scene.View.Is(k + 1, Word.Det) && scene.View.At(k + 2)?.Entity is not null)), -1);
        if (found >= 0)
            return [.. scene.Names.With(scene.View[found + 1].Entity is not null ? found + 1 : found + 2).Where(one => through.All(other => other.Code != one.Code))];
        // `Russia's imports of chips come through`
        var imports = scene.First(start, end, Thing.TradeIn);
        if (imports >= 0 && !scene.View.IsVerb(imports) && scene.Names.OwnersOf(imports) is { Count: > 0 } importers)
            return [.. importers.Where(one => one.Kind == EntityKind.State && through.All(other => other.Code != one.Code))];
        // `Russia gets its chips through`
        var getting = Enumerable.Range(start, end - start).FirstOrDefault(k => scene.View.IsVerb(k) && Getting.Any(get => scene.View[k].Text.StartsWith(get, StringComparison.OrdinalIgnoreCase)), -1);
        return getting < 0 || Chain.Of(scene.View, getting).IsPassive(scene.View) ? [] : [.. scene.Names.SubjectOf(Chain.Of(scene.View, getting)).Where(one => one.Kind == EntityKind.State && through.All(other => other.Code != one.Code))];
    }
}
