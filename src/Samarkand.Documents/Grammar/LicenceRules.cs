using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Sales that need a licence.</summary>
internal static class LicenceRules
{
    // `the export of graphite now requires a licence`
    public static int LicensedBefore(Scene scene, int licence)
    {
        for (var k = licence - 1; k >= Math.Max(0, licence - 4); k--)
        {
            if (scene.View[k].Text.StartsWith("requir", StringComparison.OrdinalIgnoreCase) || scene.View[k].Text.StartsWith("need", StringComparison.OrdinalIgnoreCase))
                return scene.First(scene.ClauseStart(k), k, Thing.TradeOut);
        }

        return -1;
    }

    public static bool IsLicence(string noun) => noun.EndsWith("licence", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("licences", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("license", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("licenses", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("permits", StringComparison.OrdinalIgnoreCase);

    /// <summary>The ban that licences which are taken back or refused are; null where they are not.</summary>
    public static Measure? Withdrawn(Scene scene, Measure measure)
    {
        var (view, governor) = (scene.View, measure.Governor);
        if (governor.Role is not (Role.Object or Role.Passive) || !view.IsVerb(governor.Verb) || !view.Is(governor.Verb, Deed.Lift | Deed.Restrict | Deed.Refuse))
            return null;
        return measure with { Mood = scene.MoodOf(Chain.Of(view, governor.Verb)), IsDone = true };
    }

    // `refused ASML a licence to ship`, `revoked licences to sell chips to Huawei`
    public static bool ReadRefused(Scene scene, int licence)
    {
        var view = scene.View;
        var verb = Enumerable.Range(Math.Max(0, licence - 5), Math.Min(5, licence)).LastOrDefault(k => view.IsVerb(k) && view[k].Entry.Text is "refuse" or "deny" or "revoke" or "refused" or "denied" or "revoked" or "revokes" or "withdrew" or "denies" or "refuses", -1);
        var end = view.RegionEnd(licence);
        var sold = Enumerable.Range(licence + 1, Math.Max(0, Math.Min(end, licence + 5) - licence - 1)).FirstOrDefault(k => view.Is(k, Deed.Trade) || view.Is(k, Thing.TradeOut), -1);
        if (verb < 0 || sold < 0)
            return false;
        var chain = Chain.Of(view, verb);
        var actors = chain.IsPassive(view) ? scene.Names.AgentAfter(verb, end) : scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(sold + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return false;
        scene.Add(new Finding(Acts.ExportBan, licence, "ban:licence-refused") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(sold, end), Mood = scene.MoodOf(chain), End = end });
        scene.Use(licence);
        scene.Use(sold);
        return true;
    }

    public static void ReadLicence(Scene scene, int licence, int sold)
    {
        var owners = scene.Names.OwnersOf(sold);
        var actors = owners.Count > 0 ? owners : scene.Issuer();
        var counterparts = scene.Counterparts.Find(sold + 1, licence, Direction.To, [.. actors.Select(one => one.Code)]);
        if (actors.Count + counterparts.Count > 0)
            scene.Add(new Finding(Acts.ExportBan, licence, "ban:licence") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(Math.Max(0, sold - 3), licence), Mood = scene.Syntax.InSentence(Mood.Plain, licence), End = scene.View.RegionEnd(licence) });
        scene.Use(licence);
        scene.Use(sold);
    }
}
