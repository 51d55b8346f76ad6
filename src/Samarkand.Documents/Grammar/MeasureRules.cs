using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Measures by their names: tariffs, price caps, sanctions, and assets that are frozen or seized.</summary>
internal static partial class MeasureRules
{
    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.IsUsed(k))
                continue;
            var item = scene.View[k];
            if (item.Is(Thing.Tariff) && !scene.View.IsVerb(k))
                ReadNoun(scene, k, Acts.Tariff, Direction.From, "tariff");
            else if (scene.View.IsVerb(k) && (item.Text.StartsWith("retaliat", StringComparison.OrdinalIgnoreCase) || item.Text.EndsWith(" back", StringComparison.OrdinalIgnoreCase) && item.Text.StartsWith("hit", StringComparison.OrdinalIgnoreCase)))
                ReadRetaliation(scene, k);
            else if (scene.View.IsVerb(k) && item.Text.StartsWith("tax", StringComparison.OrdinalIgnoreCase) && scene.Goods(k + 1, Math.Min(scene.View.Count, k + 6)).Count > 0)
                ReadVerb(scene, k, Acts.Tariff, Direction.From, "tariff");
            else if (item.Is(Thing.Investment) && !scene.View.IsVerb(k) && (scene.View.At(k - 1)?.Says("no") == true || scene.View.At(k - 2)?.Says("no") == true))
                ReadNoInvestment(scene, k);
            else if (item.Is(Thing.PriceCap))
                ReadNoun(scene, k, Acts.PriceCap, Direction.From, "price-cap");
            else if (scene.View.IsVerb(k, Deed.Cap) && scene.First(k + 1, Math.Min(scene.View.Count, k + 7), Thing.Price) >= 0)
                ReadVerb(scene, k, Acts.PriceCap, Direction.From, "price-cap");
            else if (IsExclusion(item) && scene.First(k + 1, scene.View.RegionEnd(k), Thing.Swift) >= 0)
                ReadNoun(scene, k, Acts.PaymentsCut, Direction.On, "payments");
            else if (item.Is(Thing.Freeze) && !scene.View.IsVerb(k) && IsFreeze(scene, k))
                ReadNoun(scene, k, Acts.AssetFreeze, Direction.On, "freeze");
            else if (item.Is(Thing.Seizure) && !scene.View.IsVerb(k))
                ReadNoun(scene, k, Acts.AssetSeizure, Direction.On, "seizure");
            else if (scene.View.IsVerb(k, Deed.Freeze) && ObjectIs(scene, k, Thing.Assets))
                ReadVerb(scene, k, Acts.AssetFreeze, Direction.On, "freeze");
            else if (scene.View.IsVerb(k, Deed.Seize) && ObjectIs(scene, k, Thing.Assets | Thing.Holdable))
                ReadVerb(scene, k, Acts.AssetSeizure, Direction.On, "seizure");
            else if (scene.View.IsVerb(k, Deed.Freeze | Deed.Seize) && ReadRelative(scene, k))
                continue;
            else if (IsTargeting(scene, k))
                ReadVerb(scene, k, Acts.Sanctions, Direction.On, "sanctions");
            else if (scene.View.IsVerb(k, Deed.Sanction) && (!item.Says("list") && !item.Says("lists")))
                ReadVerb(scene, k, Acts.Sanctions, Direction.On, "sanctions");
            else if (item.Is(Thing.Sanctions) && !scene.View.IsVerb(k) && scene.View.At(k + 1)?.Says("on") == true && scene.First(k + 2, Math.Min(scene.View.Count, k + 5), Thing.TradeOut | Thing.TradeIn) is var traded and >= 0)
                ReadTraded(scene, k, traded);
            else if (item.Is(Thing.Sanctions) && !scene.View.IsVerb(k))
                ReadNoun(scene, k, Acts.Sanctions, Direction.On, "sanctions");
            else if (item.Is(Thing.Loose) && !scene.View.IsVerb(k) && (IsAgainst(scene, k) || IsPackage(scene, k)))
                ReadNoun(scene, k, Acts.Sanctions, Direction.On, "sanctions");
        }
    }

    // `its reserves, which Western states have frozen`: what stands before is what is frozen.
    private static bool ReadRelative(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var relative = Enumerable.Range(Math.Max(0, chain.Start - 6), Math.Min(6, chain.Start)).LastOrDefault(k => view[k].Is(Word.Rel) || (view[k].Is(Word.That) && view.Is(k - 1, Thing.Assets)), -1);
        var assets = relative < 0 ? -1 : Enumerable.Range(Math.Max(0, relative - 5), Math.Min(5, relative)).LastOrDefault(k => view.Is(k, Thing.Assets) && !view.IsVerb(k), -1);
        if (assets < 0 || chain.IsPassive(view))
            return false;
        var actor = Enumerable.Range(relative + 1, Math.Max(0, chain.Start - relative - 1)).FirstOrDefault(k => view[k].Entity is not null, -1);
        if (actor < 0)
            return false;
        var actors = scene.Names.With(actor);
        var counterparts = scene.Names.OwnersOf(assets).Where(one => actors.All(other => other.Code != one.Code)).ToList();
        if (counterparts.Count == 0)
            counterparts = scene.Counterparts.Find(assets + 1, relative, Direction.On, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (counterparts.Count == 0)
            return false;
        scene.Add(new Finding(view[verb].Is(Deed.Freeze) ? Acts.AssetFreeze : Acts.AssetSeizure, verb, view[verb].Is(Deed.Freeze) ? "freeze:relative" : "seizure:relative") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = view.RegionEnd(verb) });
        scene.Use(verb);
        return true;
    }

    // `vowed to retaliate`: with what is not said.
    private static void ReadRetaliation(Scene scene, int verb)
    {
        var view = scene.View;
        var end = view.RegionEnd(verb);
        if (scene.First(verb + 1, end, Thing.Tariff | Thing.Sanctions | Thing.Ban | Thing.ExportBan | Thing.ImportBan) is var with and >= 0 && Enumerable.Range(verb + 1, with - verb - 1).Any(k => view[k].Says("with") || view[k].Says("by")))
            return;
        var chain = Chain.Of(view, verb);
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 || chain.IsPassive(view) || scene.MoodOf(chain) is { IsDenied: true, Modality: Modality.Done })
            return;
        var counterparts = scene.Attacker(actors) is { } attacker && actors.All(one => one.Code != attacker.Code) ? [attacker] : scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        scene.Add(new Finding(Acts.Sanctions, verb, "sanctions:retaliates") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Thing.Tariff | Thing.Sanctions);
    }

    // `sanctions on exports of chips to Russia`
    private static void ReadTraded(Scene scene, int noun, int traded)
    {
        var isSale = scene.View.Is(traded, Thing.TradeOut);
        ReadNoun(scene, noun, isSale ? Acts.ExportBan : Acts.ImportBan, isSale ? Direction.To : Direction.From, "ban:noun");
        scene.UseAll(noun, scene.View.RegionEnd(noun), Thing.TradeOut | Thing.TradeIn);
    }

    // `will make no new investments in Russia`
    private static void ReadNoInvestment(Scene scene, int noun)
    {
        var view = scene.View;
        var verb = Enumerable.Range(Math.Max(0, noun - 4), Math.Min(4, noun)).LastOrDefault(k => view.IsVerb(k), -1);
        if (verb < 0)
            return;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(noun);
        var actors = scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(noun + 1, end, Direction.Place, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0 || chain.IsPassive(view))
            return;
        scene.Add(new Finding(actors.All(one => one.Kind == EntityKind.Company) ? Acts.OverCompliance : Acts.InvestmentStop, noun, "investment:none") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(noun);
    }

    // `the exclusion of three banks from SWIFT`
    private static bool IsExclusion(Texts.Item item) => item.Sign == '\0' && item.Text.ToLowerInvariant() is "exclusion" or "removal" or "disconnection" or "expulsion" or "ejection" or "cut-off" or "suspension";

    // `the package targets Russia's banking sector`: somebody's trade or firms, not merely somebody.
    private static bool IsTargeting(Scene scene, int verb)
    {
        if (!scene.View.IsVerb(verb) || !scene.View[verb].Text.StartsWith("target", StringComparison.OrdinalIgnoreCase) || scene.View[verb].Is(Form.Participle) && !scene.View[verb].Is(Form.Ing))
            return false;
        for (var k = verb + 1; k < Math.Min(scene.View.RegionEnd(verb), verb + 8); k++)
        {
            if (scene.View[k].Is(Word.Firms) || scene.View.IsGoods(k) || scene.View[k].Text.ToLowerInvariant() is "sector" or "sectors" or "industry" or "industries" or "entities" or "individuals" or "oligarchs" or "persons")
                return true;
        }

        return false;
    }

    private static bool IsFreeze(Scene scene, int noun)
    {
        var item = scene.View[noun];
        return item.Text.Contains(' ') || item.Text.Contains('-') || scene.First(noun + 1, Math.Min(scene.View.Count, noun + 5), Thing.Assets) >= 0 || scene.First(noun - 2, noun, Thing.Assets) >= 0;
    }

    private static readonly string[] Passing = ["adopt", "impos", "introduc", "approv", "unveil", "agree", "present", "announc", "launch", "set out"];

    // `adopts a new package`: in a document about sanctions.
    private static bool IsPackage(Scene scene, int noun)
    {
        if (scene.Discourse.Background.Target is null || !(scene.View[noun].Says("package") || scene.View[noun].Says("measures")) || scene.First(0, scene.View.Count, Thing.Sanctions) >= 0)
            return false;
        // A headline: `fourth EU package of individual measures`.
        if (scene.IsList && !scene.View.IsClause() && scene.View[noun].Says("package") && scene.Names.OwnersOf(noun).Count > 0 && scene.View.At(noun + 1)?.Says("of") == true && scene.First(noun + 2, Math.Min(scene.View.Count, noun + 8), Thing.Loose) >= 0)
            return true;
        var governor = scene.Syntax.GovernorOf(noun);
        return governor.Role is Role.Object or Role.Passive && scene.View.IsVerb(governor.Verb) && Passing.Any(word => scene.View[governor.Verb].Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) && scene.First(noun + 1, scene.View.RegionEnd(noun), Thing.TradeIn | Thing.TradeOut | Thing.Aid) < 0;
    }

    private static bool IsAgainst(Scene scene, int noun) =>
        scene.View.At(noun + 1) is { } next && (next.Says("against") || (next.Says("on") && !scene.View[noun].Says("steps") && !scene.View[noun].Says("step"))) && Enumerable.Range(noun + 2, 2).Any(k => scene.View.At(k)?.Entity is not null || scene.View.Is(k, Word.Regime))
        && scene.First(noun + 1, scene.View.RegionEnd(noun), Thing.TradeOut | Thing.TradeIn) < 0;

    private static bool ObjectIs(Scene scene, int verb, Thing things)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view) || chain.IsReduced(view))
            return scene.First(scene.ClauseStart(chain.Start), chain.Start, things) >= 0;
        return (scene.First(verb + 1, Math.Min(view.RegionEnd(verb), verb + 14), things) >= 0 || IsMoney(scene, verb)) && scene.First(verb + 1, Math.Min(view.RegionEnd(verb), verb + 5), Thing.TradeOut | Thing.TradeIn) < 0;
    }

    private static bool IsMoney(Scene scene, int verb) =>
        scene.First(verb + 1, Math.Min(scene.View.Count, verb + 8), Thing.Aid) < 0 && Enumerable.Range(verb + 1, Math.Min(3, scene.View.Count - verb - 1)).Any(k => scene.View[k].Amount is { } amount && amount.Split(' ') is [.., { Length: 3 } currency] && currency.All(char.IsAsciiLetterUpper));

    private static void ReadVerb(Scene scene, int verb, string act, Direction direction, string rule)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var isPassive = chain.IsPassive(view) || chain.IsReduced(view);
        if (act == Acts.Sanctions && view[verb].Is(Form.Participle) && !isPassive && chain.Start == verb && (view.Is(verb - 1, Word.Det | Word.Prep) || (view.IsVerb(verb - 1) && view.At(verb + 1) is { Entity: null } what && !what.Is(Word.Det)) || (view.At(verb + 1) is { } next && (next.Entry.Goods is not null || View.IsPlain(next)) && !view.IsVerb(verb))))
            return;
        // `the companies listed are frozen`
        if (act == Acts.Sanctions && !isPassive && chain.Start == verb && view[verb].Is(Form.Participle) && (verb + 1 == view.Count || view.Is(verb + 1, Word.Be | Word.Have | Word.Will | Word.May)))
            return;
        var actors = scene.ActorOf(chain, end);
        if (actors.Count == 0)
            actors = scene.Names.AgentAfter(verb, end);
        // `entities designated by notice`: which entities.
        if (act == Acts.Sanctions && chain.IsReduced(view) && !actors.Any(one => one.IsNamed))
            return;
        var start = isPassive ? scene.ClauseStart(chain.Start) : verb + 1;
        var isNobody = actors.Count == 0 && !isPassive && scene.IsNobody(chain);
        if (actors.Count == 0 && !isNobody)
            actors = scene.Issuer();
        var codes = actors.Select(one => one.Code).ToArray();
        var counterparts = scene.Counterparts.Find(start, isPassive ? chain.Start : end, direction, codes);
        if (counterparts.Count == 0)
            counterparts = scene.Counterparts.Find(verb + 1, end, direction, codes);
        if (actors.Count == 0 && !isPassive && !(isNobody && counterparts.Any(one => one.IsNamed)))
            return;
        if (counterparts.Count == 0 && !(act == Acts.AssetSeizure && scene.IsAnother(actors)) && (act != Acts.Sanctions || scene.Discourse.Background.Target is not null))
            counterparts = scene.Target(actors);
        if (counterparts.Count == 0 && (act == Acts.Sanctions || actors.Count == 0))
            return;
        scene.Add(new Finding(act, verb, $"{rule}:{(isPassive ? "passive" : "active")}") { Actors = actors, Counterparts = counterparts, Goods = act is Acts.PriceCap or Acts.Sanctions or Acts.Tariff ? scene.Goods(start, end) : [], Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
        scene.UseAll(start, end, Thing.Price | Thing.Assets | Thing.PriceCap);
    }

    private static void ReadNoun(Scene scene, int noun, string act, Direction direction, string rule)
    {
        var end = scene.View.RegionEnd(noun);
        var measure = Measure.Of(scene, noun, end);
        var actors = measure.Actors.Select(one => one.Code).ToArray();
        var counterparts = scene.Counterparts.Find(noun + 1, end, direction, actors);
        if (counterparts.Count == 0)
            counterparts = [.. measure.Sufferers];
        if (counterparts.Count == 0 && IsAnswer(scene, noun, measure.Governor) && scene.Attacker(measure.Actors) is { } attacker)
            counterparts = [attacker];
        if (counterparts.Count == 0 && measure.Governor is { Role: Role.Object, Verb: var verb })
            counterparts = scene.Counterparts.Find(verb + 1, noun, Direction.On, actors);
        // `Chinese steel now faces a duty in the United States`
        if (act == Acts.Tariff && measure.Governor is { Role: Role.Object, Verb: var facing } && scene.View.IsVerb(facing) && scene.View[facing].Text.ToLowerInvariant() is "face" or "faces" or "faced" or "facing" or "attract" or "attracts" or "incur" or "incurs" && Enumerable.Range(noun + 1, Math.Max(0, end - noun - 1)).FirstOrDefault(k => scene.View[k].Entity is { IsAdjective: false } && scene.View.PrepositionOf(k) is var place && place > noun && scene.View[place].Says("in"), -1) is var levying and >= 0
            && Enumerable.Range(0, facing).FirstOrDefault(k => scene.View[k].Entity is { Kind: EntityKind.State } && scene.View.IsGoods(k + 1), -1) is var taxed and >= 0)
        {
            measure = measure with { Actors = scene.Names.With(levying), IsDone = true };
            counterparts = scene.Names.With(taxed);
        }

        if (act is Acts.Tariff or Acts.PriceCap)
            counterparts = [.. counterparts.Where(one => one.At < 0 || one.Kind != EntityKind.Company || scene.View[one.At].Entity is { Home: not "USA" }).Select(one => one.At >= 0 && one.Kind == EntityKind.Company ? one with { Code = scene.View[one.At].Entity!.Home, Kind = EntityKind.State } : one)];
        // `not obliged to follow the cap`: it is another's.
        if (act == Acts.PriceCap && measure.Governor.Role == Role.Object && scene.View.IsVerb(measure.Governor.Verb, Deed.Comply | Deed.Join) && !scene.View[measure.Governor.Verb].Text.StartsWith("adopt", StringComparison.OrdinalIgnoreCase) && scene.View.At(noun)?.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) == true)
            return;
        var goods = act is Acts.Tariff or Acts.PriceCap or Acts.Sanctions or Acts.ExportBan or Acts.ImportBan ? scene.Goods(Math.Max(0, noun - 3), end) : [];
        if (act == Acts.PriceCap && scene.View[noun].Text.Contains("oil", StringComparison.OrdinalIgnoreCase) && goods.Count == 0)
            goods = ["crude"];
        if (act == Acts.Tariff && measure.Governor is { Role: Role.Object or Role.Passive, Verb: var lowering } && scene.View.IsVerb(lowering) && scene.View[lowering].Text.ToLowerInvariant() is "lower" or "lowered" or "lowers" or "lowering" or "cut" or "cuts" or "cutting" or "reduce" or "reduced" or "reduces" or "reducing" or "halve" or "halved" or "slash" or "slashed" && !measure.Mood.IsDenied)
            measure = measure with { Mood = measure.Mood.Inverted(), IsDone = true };
        // Status as a favoured nation that is withdrawn is a tariff.
        if (scene.View[noun].Is(Thing.Mfn))
        {
            measure = measure with { Mood = measure.Mood.Inverted() };
            counterparts = counterparts.Count > 0 ? counterparts : scene.Names.OwnersOf(noun);
        }

        Emit(scene, act, noun, end, measure, counterparts, goods, rule, direction);
    }

    // `answered with tariffs`, `retaliatory duties`
    private static bool IsAnswer(Scene scene, int noun, Governor governor) =>
        scene.View[noun].Text.StartsWith("counter", StringComparison.OrdinalIgnoreCase) || scene.View[noun].Text.StartsWith("retaliat", StringComparison.OrdinalIgnoreCase) || scene.View.At(noun - 1)?.Text.StartsWith("retaliat", StringComparison.OrdinalIgnoreCase) == true
        || (governor.Verb >= 0 && scene.View[governor.Verb].Text is var verb && (verb.StartsWith("answer", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("respond", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("retaliat", StringComparison.OrdinalIgnoreCase) || verb.EndsWith(" back", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("counter", StringComparison.OrdinalIgnoreCase)));
}
