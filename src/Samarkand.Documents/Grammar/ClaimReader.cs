using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>Reads the claims of a text by the grammar, sentence by sentence.</summary>
internal static class ClaimReader
{
    public static List<Claim> Read(string text, Lexicon lexicon)
    {
        var claims = new List<Claim>();
        var discourse = new Discourse();
        var reader = new ItemReader(text, lexicon);
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var items = WordOrder.English(reader.Read(sentence));
            if (items.Count > 1 && text[sentence.End - 1] != '?')
                Read(text, sentence, items, lexicon, discourse, claims);
        }

        return claims;
    }

    private static void Read(string text, Sentence sentence, List<Item> items, Lexicon lexicon, Discourse discourse, List<Claim> claims)
    {
        var view = new View(items);
        Scene scene = null!;
        var names = new Names(view, discourse, () => scene);
        var startsQuoted = items[0].Sign == '"' && discourse.IsQuoting;
        var attribution = new Attribution(view, text, discourse, startsQuoted);
        scene = new Scene(view, names, new Counterparts(view, names), new Syntax(view), attribution, discourse, sentence.Kind != SentenceKind.Prose);
        StanceRules.Read(scene);
        RestrictionRules.Read(scene);
        MeasureRules.Read(scene);
        SupplyRules.Read(scene);
        PlaceRules.Read(scene);
        TieRules.Read(scene);
        foreach (var found in scene.Found.Where(one => !IsAsked(view, one.At)).OrderBy(one => one.At))
            claims.AddRange(ClaimWriter.Write(found, scene, text, sentence));
        Remember(scene, sentence, lexicon);
    }

    // `whether Germany will` asks, and claims nothing.
    private static bool IsAsked(View view, int at)
    {
        for (var k = at - 1; k >= 0; k--)
        {
            if (view[k].Sign is ';' or ':' or ',' || view.IsVerb(k, Deed.Report))
                return false;
            if (view[k].Says("whether"))
                return true;
        }

        return false;
    }

    private static void Remember(Scene scene, Sentence sentence, Lexicon lexicon)
    {
        var (view, discourse) = (scene.View, scene.Discourse);
        var named = new List<string>();
        string? subject = null;
        var hasQuote = false;
        for (var k = 0; k < view.Count; k++)
        {
            hasQuote |= view[k].Sign == '"';
            if (view[k].Date is { Length: >= 4 } date && date[0] != '-')
                discourse.Year = date[..4];
            if (view[k].Entity is not { } entity)
                continue;
            var home = lexicon.HomeOf(entity.Code);
            if (named.Count == 0 || named[^1] != home)
                named.Add(home);
            if (subject is null && view.PrepositionOf(k) < 0 && !(entity.IsAdjective && (view.IsGoods(k + 1) || view.Is(k + 1, Thing.TradeOut))))
                subject = home;
        }

        discourse.IsQuoting = hasQuote && (scene.Attribution.Said || discourse.IsQuoting);
        if (named.Count > 0)
            discourse.Named = [.. named.Distinct()];
        discourse.Topic = subject ?? (named.Count > 0 ? named[0] : discourse.Topic);
        foreach (var found in scene.Found)
        {
            // An item of a list belongs to whoever the list belongs to.
            if (!Acts.IsRestrictive(found.Act) || sentence.Kind == SentenceKind.Item)
                continue;
            if (found.Actors.FirstOrDefault(one => one.IsNamed && one.Kind != EntityKind.Company) is { } issuer)
                discourse.Issuer = issuer.Code;
            if (found.Counterparts.FirstOrDefault(one => one.IsNamed && one.Kind != EntityKind.Company) is { } target && target.Code is not ("WEST" or "EU" or "G7"))
                discourse.Target = target.Code;
        }

        discourse.Last = sentence.Kind;
    }
}
