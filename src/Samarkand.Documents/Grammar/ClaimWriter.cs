using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>Writes what a rule found as claims, one for each who acts and each to whom.</summary>
internal static class ClaimWriter
{
    private const int Farthest = 30;

    public static IEnumerable<Claim> Write(Finding found, Scene scene, string text, Sentence sentence)
    {
        var (from, until) = Dates(found, scene);
        var (rule, named) = (found.Rule, Calibration.Named(found.Actors, found.Counterparts));
        var claim = new Claim("", found.Act, "")
        {
            Goods = string.Join(';', found.Goods),
            Polarity = found.Mood.Polarity,
            Modality = found.Mood.Modality,
            SaidBy = scene.Attribution.Of(found.At),
            Amount = Amount(found, scene) ?? "",
            From = from,
            Until = until,
            Quote = text[sentence.Start..sentence.End],
            Start = sentence.Start,
            End = sentence.End,
            Rule = rule,
            Named = named,
            Confidence = Calibration.Of(rule, named, scene.Discourse.IsDocument),
        };
        foreach (var actor in found.Actors.Count == 0 ? [""] : found.Actors.Select(one => one.Code).Distinct())
        {
            foreach (var counterpart in found.Counterparts.Count == 0 ? [""] : found.Counterparts.Select(one => one.Code).Distinct())
            {
                if (actor.Length + counterpart.Length > 0 && actor != counterpart)
                    yield return claim with { Actor = actor, Counterpart = counterpart };
            }
        }
    }

    // The nearest amount after the word, or else before it, in the clause.
    private static string? Amount(Finding found, Scene scene)
    {
        // A duty is a share, and a cap a price for a quantity, wherever other sums stand.
        if (found.Act is Acts.Tariff or Acts.PriceCap && Own(found, scene) is { } own)
            return own;
        for (var k = found.At; k < Math.Min(found.End, found.At + Farthest); k++)
        {
            if (scene.View[k].Amount is { } after && IsMeasure(after, found.Act))
                return after;
        }

        for (var k = found.At - 1; k >= Math.Max(0, found.At - 8); k--)
        {
            if (scene.View[k].Amount is { } before && IsMeasure(before, found.Act))
                return before;
            if (scene.View[k].Sign is ';' or ':')
                break;
        }

        return null;
    }

    // Not on how many, and for how long only where something is closed.
    private static bool IsMeasure(string amount, string act) => amount[(amount.LastIndexOf(' ') + 1)..] switch
    {
        "individuals" or "entities" or "persons" or "people" or "companies" or "banks" or "units" => false,
        "days" or "day" or "weeks" or "week" or "months" or "month" or "years" or "hours" => act == Acts.Transport,
        "year" => act == Acts.Transport || amount.Contains(" a ", StringComparison.Ordinal),
        _ => true,
    };

    private static string? Own(Finding found, Scene scene)
    {
        var nearest = Enumerable.Range(Math.Max(0, found.At - 8), Math.Max(0, Math.Min(found.End, found.At + Farthest) - Math.Max(0, found.At - 8)))
            .Where(k => scene.View[k].Amount is { } amount && (found.Act == Acts.Tariff ? amount.EndsWith('%') : amount.Contains(" a ", StringComparison.Ordinal))).ToArray();
        return nearest.Length == 0 ? null : scene.View[nearest.MinBy(k => Math.Abs(k - found.At))].Amount;
    }

    private static (string From, string Until) Dates(Finding found, Scene scene)
    {
        var (from, until) = ("", "");
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.View[k].Date is not { } date || Full(date, scene.Discourse.Year) is not { } full)
                continue;
            var before = scene.View.At(k - 1);
            if (before is { } and { Entry: var entry } && entry.Words.HasFlag(Word.Det))
                before = scene.View.At(k - 2);
            var word = before?.Text.ToLowerInvariant() ?? "";
            if (word is "until" or "till" or "through" or "to" or "expire" or "expires" or "until after")
                until = until.Length == 0 ? full : until;
            else if (from.Length == 0 && word is "from" or "since" or "as of" or "as from" or "on" or "in" or "starting" or "starting from" or "effective" or "after" or "by" or "of" or "beginning" or "end" or "year" or "," or "")
                from = full;
        }

        return (from, until);
    }

    private static string? Full(string date, string? year) => date[0] != '-' ? date : year is null ? null : $"{year}-{date[2..]}";
}
