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
