using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.Grammar;

/// <summary>Reads the claims of a text by the grammar, sentence by sentence.</summary>
internal static class ClaimReader
{
    private const int LongestDateline = 14;

    /// <summary>The claims, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lexicon">The words of its language.</param>
    /// <param name="each">Called before each sentence; it may throw to give up.</param>
    public static List<Claim> Read(string text, Lexicon lexicon, Action? each = null)
    {
        var sentences = SentenceSplitter.Split(text);
        var (setting, labels, background) = Outline(text, sentences, lexicon, each);
        var claims = new List<Claim>();
        Read(text, sentences, lexicon, setting, labels, background, (found, scene, sentence) => claims.AddRange(ClaimWriter.Write(found, scene, text, sentence)), each);
        return claims;
    }

    /// <summary>What a first reading says of a document as a whole; nothing for a few sentences.</summary>
    internal static (Setting? Setting, SpeakerLabels Labels, Background Background) Outline(string text, List<Sentence> sentences, Lexicon lexicon, Action? each = null)
    {
        if (sentences.Count < Background.FewestSentences)
            return (null, SpeakerLabels.Of(text, sentences, null), Background.None);
        var setting = Setting.Of(text, sentences, lexicon);
        var labels = SpeakerLabels.Of(text, sentences, setting);
        var findings = new List<(Finding, bool)>();
        var outline = Read(text, sentences.Take(Setting.MostSentences), lexicon, setting, labels, Background.None, (found, _, sentence) => findings.Add((found, sentence.Start == sentences[0].Start)), each);
        return (setting, labels, Background.Of(findings, outline, setting));
    }

    private static Discourse Read(string text, IEnumerable<Sentence> sentences, Lexicon lexicon, Setting? setting, SpeakerLabels labels, Background background, Action<Finding, Scene, Sentence> add, Action? each)
    {
        var discourse = new Discourse { Background = background, Year = setting?.Year, IsDocument = setting is not null };
        var reader = new ItemReader(text, lexicon, setting);
        foreach (var sentence in sentences)
        {
            each?.Invoke();
            var items = reader.Read(sentence);
            labels.Hear(sentence, items, discourse);
            TakeDateline(items, discourse);
            Quotations.Unquote(items);
            items = WordOrder.English(items);
            if (items.Count > 1 && text[sentence.End - 1] != '?')
                Read(text, sentence, items, lexicon, discourse, add);
        }

        return discourse;
    }

    private static void Read(string text, Sentence sentence, List<Item> items, Lexicon lexicon, Discourse discourse, Action<Finding, Scene, Sentence> add)
    {
        var view = new View(items, sentence.Kind == SentenceKind.Item);
        foreach (var item in items)
        {
            if (item.Entity is { } entity)
                discourse.Seen.Add(lexicon.HomeOf(entity.Code));
        }

        Scene scene = null!;
        var names = new Names(view, discourse, () => scene);
        var startsQuoted = items[0].Sign == '"' && discourse.IsQuoting;
        var attribution = new Attribution(view, text, discourse, startsQuoted);
        scene = new Scene(view, names, new Counterparts(view, names), new Syntax(view), attribution, discourse, sentence.Kind != SentenceKind.Prose || ListRules.IsFragment(view));
        StanceRules.Read(scene);
        MarketRules.Read(scene);
        RestrictionRules.Read(scene);
        MeasureRules.Read(scene);
        SupplyRules.Read(scene);
        PaymentRules.Read(scene);
        PlaceRules.Read(scene);
        TieRules.Read(scene);
        EllipsisRules.Read(scene);
        ThroughRules.Read(scene);
        foreach (var found in scene.Found.Select(one => ListRules.Led(scene, one)).Where(one => !IsAsked(view, one.At)).OrderBy(one => one.At).DistinctBy(Said))
            add(found, scene, sentence);
        Remember(scene, sentence, lexicon);
        ListRules.Lead(scene);
    }

    // The same by two rules is said once.
    private static string Said(Finding found) =>
        $"{found.Act} {string.Join(' ', found.Actors.Select(one => one.Code))} {string.Join(' ', found.Counterparts.Select(one => one.Code))} {found.Mood} {string.Join(' ', found.Goods)}";

    // `BRUSSELS, Dec 3 (Reuters) - `: where and when a report was written.
    private static void TakeDateline(List<Item> items, Discourse discourse)
    {
        var dash = items.FindIndex(0, Math.Min(items.Count, LongestDateline), item => item.Sign is '-' or '–');
        if (dash <= 0 || dash == items.Count - 1 || items.Take(dash).Any(item => item.Entry.Forms != Lexicons.Form.None && item.Entity is null && !item.IsCapital) || !items[0].Text.All(letter => !char.IsLower(letter)) || items[0].Text.Length < 4)
            return;
        if (items.Take(dash).Select(item => item.Date).FirstOrDefault(date => date is { Length: >= 4 } && date[0] != '-') is { } date)
            discourse.Year = date[..4];
        items.RemoveRange(0, dash + 1);
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

    // The package, these sanctions: before the first verb, and nobody else.
    private static bool IsAboutMeasure(View view)
    {
        for (var k = 0; k < view.Count; k++)
        {
            if ((view[k].Is(Thing.Sanctions | Thing.Loose) || view[k].Text.ToLowerInvariant() is "rule" or "rules" or "order" or "regulation" or "law" or "decree" or "decision" or "action") && !view.IsVerb(k) && view.PrepositionOf(k) < 0)
                return true;
            if (view.IsVerb(k) || view[k].Is(Word.Be | Word.Have | Word.Will) || (view[k].Entity is not null && view.PrepositionOf(k) < 0))
                return false;
        }

        return false;
    }

    // `China, India and Japan have received waivers`: three or more that are named together.
    private static List<string> ListedIn(Scene scene, Lexicon lexicon)
    {
        var most = new List<string>();
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.View[k].Entity is not { Kind: EntityKind.State, IsAdjective: false })
                continue;
            var codes = scene.Names.With(k).Select(one => lexicon.HomeOf(one.Code)).Distinct().ToList();
            if (codes.Count > most.Count)
                most = codes;
        }

        return most;
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
            if (view[k].Is(Thing.War) && !view.IsVerb(k) && scene.Names.OwnersOf(k) is [{ IsNamed: true, Kind: EntityKind.State } aggressor, ..] && (view[aggressor.At].IsPossessive || view[aggressor.At].Entity is { IsAdjective: true }))
                discourse.Aggressors.Add(aggressor.Code);
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

        var isSpoken = !hasQuote && !discourse.IsQuoting && !discourse.IsLabelled && Enumerable.Range(0, view.Count).Any(k => Names.IsFirstPerson(view[k]) && (!view.Is(k - 1, Word.Prep) || view[k - 1].Says("of") || view[k - 1].Says("in")));
        discourse.Spoken += isSpoken ? 1 : 0;
        for (var k = 0; k < view.Count; k++)
        {
            if (view[k].Entity is not { Kind: EntityKind.State, IsAdjective: false } place)
                continue;
            if (view.Is(k - 1, Word.Prep) && view[k - 1].Says("in"))
                discourse.Places.Add(place.Code);
            else if (view.PrepositionOf(k) < 0)
                discourse.Acting.Add(place.Code);
        }

        if (isSpoken || (!hasQuote && Enumerable.Range(0, view.Count).Any(k => view[k].Text.StartsWith("today", StringComparison.OrdinalIgnoreCase) && !view.Is(k - 1, Word.Rel))))
            discourse.Voices.AddRange(Enumerable.Range(0, view.Count).Where(k => view[k].Entity is { Kind: not EntityKind.Company } voice && !(view.At(k + 1)?.Says("side") == true) && view.PrepositionOf(k) < 0 && !view.IsVerb(view.Is(k - 1, Word.Det) ? k - 2 : k - 1)).Select(k => view[k].Entity!.Code).Distinct());
        discourse.IsAboutMeasure = IsAboutMeasure(view);
        if (ListedIn(scene, lexicon) is { Count: >= 2 } listed)
            discourse.Listed = listed;
        discourse.IsQuoting = hasQuote && (scene.Attribution.Said || discourse.IsQuoting);
        if (named.Count > 0)
            discourse.Named = [.. named.Distinct()];
        discourse.Topic = subject ?? (named.Count > 0 ? named[0] : discourse.Topic);
        foreach (var found in scene.Found)
        {
            if (found.Act is Acts.ExportBan or Acts.ImportBan)
                discourse.LastBan = found.Act;
            // An item of a list belongs to whoever the list belongs to.
            if (!Acts.IsRestrictive(found.Act) || sentence.Kind == SentenceKind.Item)
                continue;
            if (found.Actors.FirstOrDefault(one => one.IsNamed && one.Kind != EntityKind.Company) is { } issuer)
            {
                discourse.Issuer = issuer.Code;
                discourse.Issuers.UnionWith(found.Actors.Where(one => one.IsNamed && one.Kind != EntityKind.Company).Select(one => one.Code));
            }

            if (found.Counterparts.FirstOrDefault(one => one.IsNamed && one.Kind != EntityKind.Company) is { } target && target.Code is not ("WEST" or "EU" or "G7"))
                discourse.Target = target.Code;
            foreach (var actor in found.Actors.Where(one => one.Kind != EntityKind.Company))
            {
                if (found.Counterparts.FirstOrDefault(one => one.IsNamed && one.Kind == EntityKind.State) is { } own)
                    discourse.Targets[actor.Code] = own.Code;
            }
        }

        discourse.Last = sentence.Kind;
        discourse.Before = scene.Found;
    }
}
