using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Goods that come from somebody, where no verb of selling says so: who receives them, who is a supplier, and what flows.</summary>
internal static class FlowRules
{
    private static readonly string[] Flowing = ["flow", "flows", "flowed", "flowing", "continue", "continues", "continued", "arrive", "arrives", "arrived", "arriving"];

    // `Russia receives shells from North Korea`
    public static bool ReadReceiving(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var goods = scene.Goods(verb + 1, end);
        var isArms = goods.Contains("arms");
        if (chain.IsPassive(view) || goods.Count == 0 || goods is ["finance"] or ["goods"] || (!isArms && !IsReceiving(view[verb].Text)))
            return false;
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 || !actors.All(one => one.Kind == EntityKind.State))
            return false;
        var from = Enumerable.Range(verb + 1, end - verb - 1).FirstOrDefault(k => view[k].Says("from") && (view.At(k + 1)?.Entity is not null || (view.Is(k + 1, Word.Det | Word.Both) && view.At(k + 2)?.Entity is not null)), -1);
        var sources = from < 0 ? [] : scene.Counterparts.Find(from, end, Direction.From, [.. actors.Select(one => one.Code)]).Where(one => one is { IsNamed: true, At: >= 0 }).ToList();
        if (sources.Count == 0)
            return false;
        var act = isArms ? Acts.Arms : Acts.Supply;
        scene.Add(new Finding(act, verb, $"{act}:received") { Actors = sources, Counterparts = actors, Goods = goods, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        return true;
    }

    private static bool IsReceiving(string verb) => verb.StartsWith("receiv", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("obtain", StringComparison.OrdinalIgnoreCase);

    // `Russia is the top supplier of oil to India`
    public static bool ReadSupplier(Scene scene, int noun)
    {
        var view = scene.View;
        if (view[noun].Text.ToLowerInvariant() is not ("supplier" or "exporter" or "provider"))
            return false;
        var be = Enumerable.Range(Math.Max(0, noun - 6), Math.Min(6, noun)).LastOrDefault(k => view[k].Is(Word.Be), -1);
        // `Germany, the largest supplier of arms to Israel,`
        var comma = be < 0 ? Enumerable.Range(Math.Max(1, noun - 6), Math.Clamp(noun - 1, 0, 6)).LastOrDefault(k => view[k].Sign == ',' && view[k - 1].Entity is { Kind: EntityKind.State, IsAdjective: false } && view.Is(k + 1, Word.Det), -1) : -1;
        if (comma > 0)
            return ReadApposed(scene, noun, comma);
        if (be < 0)
            return false;
        var chain = Chain.Of(view, be);
        var end = view.RegionEnd(noun);
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(noun + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0 && view.IsPossessiveBefore(noun, be) is var owner and >= 0)
            counterparts = scene.Names.With(owner);
        counterparts = [.. counterparts.Where(one => actors.All(actor => actor.Code != one.Code))];
        if (actors.Count == 0 || counterparts.Count == 0)
            return false;
        var goods = scene.Goods(be, end);
        var act = goods.Contains("arms") ? Acts.Arms : Acts.Supply;
        scene.Add(new Finding(act, noun, $"{act}:supplier") { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = scene.MoodOf(chain), End = end });
        scene.Use(noun);
        return true;
    }

    private static bool ReadApposed(Scene scene, int noun, int comma)
    {
        var actor = scene.Names.Of(comma - 1);
        var end = scene.View.RegionEnd(noun);
        var counterparts = scene.Counterparts.Find(noun + 1, end, Direction.To, [actor.Code]);
        if (counterparts.Count == 0)
            return false;
        var goods = scene.Goods(comma, end);
        var act = goods.Contains("arms") ? Acts.Arms : Acts.Supply;
        scene.Add(new Finding(act, noun, $"{act}:supplier") { Actors = [actor], Counterparts = counterparts, Goods = goods, Mood = Mood.Plain, End = end });
        scene.Use(noun);
        return true;
    }

    // `Russian gas still flows to Europe`, `our exports of oil to China continue`
    public static bool ReadFlow(Scene scene, int verb)
    {
        var view = scene.View;
        if (!Flowing.Contains(view[verb].Text.ToLowerInvariant()) || view[verb].Entry.Goods is not null || verb < 2 || view.Is(verb - 1, Word.Det))
            return false;
        var first = Chain.Of(view, verb).Start;
        var start = scene.ClauseStart(first);
        var goods = scene.Goods(start, first);
        if (goods.Count == 0 || goods is ["goods"] or ["finance"] || view.Is(first - 1, Word.That | Word.Rel))
            return false;
        var owner = Enumerable.Range(start, first - start).FirstOrDefault(k => view[k].Entity is { Kind: EntityKind.State } || view.Is(k, Word.Poss), -1);
        var end = view.RegionEnd(verb);
        var to = Enumerable.Range(start, end - start).FirstOrDefault(k => view[k].Says("to") && (view.At(k + 1)?.Entity is not null || (view.Is(k + 1, Word.Det) && view.At(k + 2)?.Entity is not null)), -1);
        if (owner < 0 || to < 0 || (view.Is(owner - 1, Word.Prep) && !view[owner - 1].Says("of") && !view[owner - 1].Says("from")))
            return false;
        var actors = scene.Names.With(owner);
        var counterparts = scene.Names.With(view.At(to + 1)!.Entity is not null ? to + 1 : to + 2).Where(one => actors.All(actor => actor.Code != one.Code)).ToList();
        if (actors.Count == 0 || counterparts.Count == 0)
            return false;
        var act = goods.Contains("arms") ? Acts.Arms : Acts.Supply;
        scene.Add(new Finding(act, verb, $"{act}:flow") { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = scene.MoodOf(Chain.Of(view, verb)), End = end });
        scene.Use(verb);
        scene.UseAll(start, verb, Thing.TradeOut);
        return true;
    }

    private static int IsPossessiveBefore(this View view, int noun, int from) =>
        Enumerable.Range(from, noun - from).LastOrDefault(k => view[k].Is(Word.Poss) || (view[k].IsPossessive && view[k].Entity is not null), -1);
}
