using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Deeds that are not said again: `Serbia has declined to do so`, `Canada followed suit`.</summary>
internal static class EllipsisRules
{
    public static void Read(Scene scene)
    {
        var view = scene.View;
        for (var k = 1; k < view.Count; k++)
        {
            if (!IsAgain(view, k) || scene.IsUsed(k))
                continue;
            var before = scene.Found.Where(found => found.At < k && IsRepeated(found)).MaxBy(found => found.At) ?? (view.IsVerb(k) || (view.Is(k, Word.Do) && !view.Is(k + 1, Word.Neg)) ? scene.Discourse.Before.Where(IsRepeated).MaxBy(found => found.At) : null);
            var chain = Chain.Of(view, k);
            var actors = scene.Names.SubjectOf(chain);
            if (before is null || actors.Count == 0 || (actors.Any(one => before.Actors.Any(other => other.Code == one.Code)) && before.Mood == scene.MoodOf(chain)))
                continue;
            scene.Add(new Finding(before.Act, k, "again:so")
            {
                Actors = actors,
                Counterparts = [.. before.Counterparts.Where(one => actors.All(actor => actor.Code != one.Code))],
                Goods = before.Goods,
                Mood = view.Is(k, Word.Do | Word.Have | Word.Will) && view.At(k + 1)?.Is(Word.Neg) == true ? new Mood(before.Mood.IsDenied ? Polarity.Affirmed : Polarity.Denied, view.Is(k, Word.Will) ? Modality.Refused : Modality.Done) : scene.MoodOf(chain),
                End = view.RegionEnd(k),
            });
            scene.Use(k);
        }
    }

    private static bool IsRepeated(Finding found) => Acts.IsRestrictive(found.Act) || found.Act is Acts.Join or Acts.Comply or Acts.OverCompliance or Acts.Arms;

    // `Shell followed hours later`, `Japan and Korea followed on Friday`: nothing is followed by name.
    private static bool IsFollowing(View view, int at) =>
        view[at].Text.ToLowerInvariant() is "followed" or "follow" or "follows" && view.IsVerb(at) && (at + 1 == view.Count || view[at + 1].Sign is ',' or ';' or '.' || view.Is(at + 1, Word.Today) || view[at + 1].Date is not null || view[at + 1].Text.ToLowerInvariant() is "hours" or "days" or "weeks" or "soon" or "within" or "shortly" or "later" or "quickly" or "a" || (view[at + 1].Says("on") && view.Is(at + 2, Word.Today)));

    private static bool IsAgain(View view, int at) =>
        IsFollowing(view, at) ||
        (view.Is(at, Word.Do) && view.At(at + 1) is { } next && (next.Says("so") || next.Says("likewise") || (next.Says("the same")) || (next.Says("the") && view.At(at + 2)?.Says("same") == true)))
        || (view.Is(at, Word.Do | Word.Have | Word.Will) && view.At(at + 1) is { } not && not.Is(Word.Neg) && (at + 2 == view.Count || view[at + 2].Sign is ';' or '.') && at > 1 && view[at - 1].Entity is not null)
        || (view[at].Text.ToLowerInvariant() is "gone" or "left" or "followed" && view.IsVerb(at) && view.At(at + 1) is { } also && (also.Says("as well") || also.Says("too")))
        || (view[at].Text.EndsWith(" suit", StringComparison.OrdinalIgnoreCase) && view.IsVerb(at));
}
