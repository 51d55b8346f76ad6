using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Goods that come to somebody through a third state, where no word of the sentence says that it lets them through.</summary>
internal static class ThroughRules
{
    private static readonly string[] Moving = ["com", "came", "go", "went", "flow", "reach", "arriv", "end", "travel", "pass", "move", "moving", "get", "got", "enter", "find", "found", "ship", "sent", "send", "import", "export", "deliver", "route"];

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
        view[at].Is(Word.Prep) && (view[at].Says("through") || view[at].Says("via") || (view[at].Says("over") && at == 0));

    private static int NameAfter(View view, int at)
    {
        for (var k = at + 1; k < Math.Min(view.Count, at + 3); k++)
        {
            if (view[k].Entity is { Kind: EntityKind.State, IsAdjective: false, IsLeader: false } || (view.Is(k, Word.Country) && (view[k].Text.StartsWith("your", StringComparison.OrdinalIgnoreCase) || view[k].Text.StartsWith("our", StringComparison.OrdinalIgnoreCase))))
                return k;
            if (!view[k].Is(Word.Det))
                return -1;
        }

        return -1;
    }

    private static List<Actor> Destination(Scene scene, int start, int end, List<Actor> through)
    {
        for (var k = start; k < end - 1; k++)
        {
            if ((scene.View[k].Says("to") || scene.View[k].Says("into")) && scene.View.At(k + 1) is { } next && (next.Entity is { IsAdjective: false } || (next.Is(Word.Det) && scene.View.At(k + 2)?.Entity is { IsAdjective: false })))
                return [.. scene.Names.With(next.Entity is not null ? k + 1 : k + 2).Where(one => through.All(other => other.Code != one.Code))];
        }

        var reached = Enumerable.Range(start, end - start).FirstOrDefault(k => scene.View[k].Text.StartsWith("reach", StringComparison.OrdinalIgnoreCase) && scene.View.At(k + 1)?.Entity is { IsAdjective: false }, -1);
        return reached < 0 ? [] : [.. scene.Names.With(reached + 1).Where(one => through.All(other => other.Code != one.Code))];
    }
}
