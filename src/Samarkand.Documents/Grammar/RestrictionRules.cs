using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Bans, stops and their like: what is stopped says which instrument it is.</summary>
internal static partial class RestrictionRules
{
    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.IsUsed(k))
                continue;
            if (scene.View.IsVerb(k, Deed.Restrict | Deed.Remove) || IsGerundNoun(scene.View, k))
                ReadVerb(scene, k);
            else if (scene.View[k].Is(BanObjects.Nouns) && !scene.View.IsVerb(k))
                ReadNoun(scene, k);
            else if (scene.View[k].Is(Thing.Licence) && LicenceRules.ReadRefused(scene, k))
                continue;
            else if (scene.View[k].Is(Thing.Licence) && LicenceRules.LicensedBefore(scene, k) is var sold and >= 0)
                LicenceRules.ReadLicence(scene, k, sold);
        }
    }

    // `the blocking of the cards`, `interruption of transport`.
    private static bool IsGerundNoun(View view, int at) =>
        view[at].Is(Deed.Restrict | Deed.Remove) && view[at].Is(Form.Ing) && (view.Is(at - 1, Word.Det) || view.Is(at - 1, Word.Prep)) && view.At(at + 1)?.Says("of") == true;

    private static void ReadVerb(Scene scene, int verb)
    {
        var view = scene.View;
        var isNominal = IsGerundNoun(view, verb);
        var chain = isNominal ? new Chain(verb, verb) : Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var isPassive = !isNominal && (chain.IsPassive(view) || chain.IsReduced(view));
        var (from, until) = isPassive ? (scene.ClauseStart(chain.Start), chain.Start) : (verb + 1, end);
        // `stopped working with it out of fear of sanctions`
        if (!isPassive && scene.FirstDeed(from + 1, until, Deed.Fear) is var fear and > 0 && fear > from)
            until = fear;
        // `it is prohibited to sell, supply or export`
        var isAnticipated = isPassive && view.Is(verb + 1, Word.To);
        if (isAnticipated)
            (from, until, end) = (verb + 1, view.Count, view.Count);
        // `operators are prohibited from exporting`
        var isForbidden = isPassive && view.At(verb + 1)?.Says("from") == true && ((view.IsVerb(verb + 2) && view[verb + 2].Is(Form.Ing)) || view.Is(verb + 2, Thing.Transactions) || (view.At(verb + 2)?.Text.EndsWith("ing", StringComparison.Ordinal) == true && scene.First(verb + 2, Math.Min(view.Count, verb + 6), Thing.Transactions) >= 0));
        if (isForbidden)
            (from, until) = (verb + 1, end);
        // `Tokyo was cut off from Chinese rare earths`: whose goods they are sells no longer.
        if (isPassive && view[verb].Text.EndsWith(" off", StringComparison.OrdinalIgnoreCase) && view.At(verb + 1)?.Says("from") == true && scene.Goods(verb + 1, end) is [not ("finance" or "services"), ..] sold && scene.First(verb + 1, end, Thing.Swift | Thing.Investment) < 0)
        {
            var cut = scene.Names.SubjectOf(chain);
            var sellers = scene.Names.AgentAfter(verb, end);
            if (sellers.Count == 0)
                sellers = scene.Counterparts.Find(verb + 1, end, Direction.From, [.. cut.Select(one => one.Code)]);
            if (cut.Count > 0 && sellers.Count > 0)
                scene.Add(new Finding(Acts.ExportBan, verb, "ban:cut-off") { Actors = sellers, Counterparts = cut, Goods = sold, Mood = scene.MoodOf(chain), End = end });
            scene.Use(verb);
            return;
        }

        // `the export of arms remains excluded`: a deed that is refused.
        if (isPassive && view[verb].Is(Deed.Predicate) && scene.First(from, until, Thing.TradeOut) >= 0)
            return;
        if (!isPassive && !isNominal && view[verb].Is(Deed.Refuse) && !view[verb].Is(Deed.Strong) && scene.First(from, until, Thing.TradeOut) >= 0 && scene.Goods(from, until).Contains("arms"))
            return;
        if (IsMeasureFirst(scene, from, until) || (!isPassive && IsOtherDoing(view, verb)) || IsPurpose(view, view[verb], chain))
            return;
        var what = BanObjects.Resolve(scene, view[verb], from, until, verb, end);
        // `which imported Russian oil last year, banned them`
        if (what is null && !isPassive && view[verb].Is(Deed.Strong) && view.At(verb + 1) is { } them && (them.Says("them") || them.Says("it")) && Enumerable.Range(0, verb).Any(k => view[k].Entity is { IsAdjective: true } && view.IsGoods(k + 1)) && Enumerable.Range(0, verb).Any(k => view.IsVerb(k, Deed.Buying)))
            what = (Acts.ImportBan, Direction.From);
        if (what is null)
            return;
        var actors = isNominal ? [] : scene.ActorOf(chain, end);
        var agent = scene.Names.AgentAfter(verb, end);
        if (actors.Count == 0)
            actors = agent;
        if (actors.Count == 0 && isNominal && scene.Names.FirstBefore(verb) is { } first)
            actors = [first];
        // `are put on the list, prohibiting exports to them`: whoever put them there.
        if (view[verb].Is(Form.Ing) && !isNominal && view.At(verb - 1)?.Sign == ',' && Enumerable.Range(0, verb).Any(k => view.IsVerb(k) && Chain.Of(view, k).IsPassive(view)) && scene.Issuer() is { Count: > 0 } putting)
            actors = putting;
        if (actors.Count == 0 && isForbidden)
            actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 && isPassive)
            actors = OwnersIn(scene, from, until, what.Value);
        if (actors.Count == 0 || actors.All(one => !one.IsNamed && one.At < 0))
            actors = actors.Count > 0 ? actors : scene.Issuer();
        if (actors.Count == 0 && !isPassive && !isNominal && !scene.IsList && !IsOfText(scene, chain))
            return;
        if (actors.Any(one => one.Kind == EntityKind.Company) && what.Value.Act is Acts.OverCompliance)
            return;
        // `goods that are banned reach Russia`: which goods.
        if (isPassive && view.Is(chain.Start - 1, Word.That | Word.Rel) && scene.Goods(from, until) is ["goods"])
            return;
        // `Qatari planes are banned from Egyptian airspace`: whose it is bans.
        if (isPassive && what.Value.Act == Acts.Transport && scene.First(verb + 1, end, Thing.Airspace) is var place and >= 0 && scene.Names.OwnersOf(place) is { Count: > 0 } owners)
        {
            if (agent.Count == 0)
                actors = owners;
            end = verb;
        }

        // `Finland's border with Russia will remain closed`: whose it is has closed it.
        if (isPassive && what.Value.Act == Acts.Transport && agent.Count == 0 && view[verb].Is(Deed.Close) && scene.First(from, until, Thing.Airspace) is var closed and >= 0 && view.At(closed - 1)?.IsPossessive == true && scene.Names.OwnersOf(closed) is { Count: > 0 } closing)
            actors = closing;
        // `the package closes EU ports to`: whose they are closes them.
        if (!isPassive && !isNominal && what.Value.Act == Acts.Transport && actors.All(one => !one.IsNamed) && scene.First(from, until, Thing.Airspace) is var shut and >= 0 && scene.Names.OwnersOf(shut) is [{ IsNamed: true, Kind: not EntityKind.Company }, ..] shutting && IsOfText(scene, chain))
            actors = shutting;
        // `the airport was closed`: of the place, not of who imposes the document's measures.
        if (isPassive && what.Value.Act == Acts.Transport && actors.All(one => !one.IsNamed) && view[verb].Is(Deed.Close) && scene.First(from, until, Thing.Airspace) >= 0 && FindCounterparts(scene, what.Value, from, end, actors).Count == 0)
            return;
        var mood = isNominal ? GovernedMood(scene, verb) : scene.MoodOf(chain);
        if (!isPassive && !isNominal && !mood.IsDenied && view.At(verb + 1)?.Says("no") == true)
            mood = mood with { Polarity = Polarity.Denied };
        // `does not give up sending`: it goes on sending.
        if (!isPassive && !isNominal && mood is { IsDenied: true, Modality: Modality.Done } && what.Value.Act == Acts.ExportBan && view.IsVerb(view.After(verb), Deed.Trade) && view[view.After(verb)].Is(Form.Ing))
            return;
        // What should not be done is done by nobody that is understood.
        if (actors.All(one => !one.IsNamed && one.At < 0) && isPassive && mood.Modality is not (Modality.Done or Modality.Planned))
            return;
        if (!isPassive && !isNominal && SecondObject(view, from, until) is var second and >= 0 && BanObjects.Resolve(scene, view[verb], second, until, verb, second) is { } other && other.Act != what.Value.Act)
        {
            Emit(scene, what.Value, actors, verb + 1, second, mood, verb, "ban:active");
            Emit(scene, other, actors, second, end, mood, verb, "ban:active");
            return;
        }

        Emit(scene, what.Value, actors, isPassive ? from : verb + 1, end, mood, verb, isPassive ? "ban:passive" : isNominal ? "ban:nominal" : "ban:active");
    }

    // `new investments in, as well as the provision of services to`: another trade after a conjunction.
    private static int SecondObject(View view, int from, int until)
    {
        for (var k = from + 2; k < until; k++)
        {
            // `the purchase, import or transfer of`: one trade by several names.
            var run = k - 1;
            while (run > from && (view[run].Is(Word.And) || view[run].Sign == ',' || view[run].Is(Thing.TradeOut | Thing.TradeIn)))
                run--;
            if (run < k - 2 && Enumerable.Range(run + 1, k - run - 1).Any(at => view[at].Is(Thing.TradeOut | Thing.TradeIn)))
                continue;
            if (view[k].Is(Thing.TradeOut | Thing.TradeIn | Thing.Investment) && !view.IsVerb(k) && (view[k - 1].Is(Word.And) || (view[k - 1].Is(Word.Det) && view[k - 2].Is(Word.And))) && Enumerable.Range(from, k - from - 1).Any(at => view[at].Is(Thing.TradeOut | Thing.TradeIn | Thing.Investment) && at < k - 2))
                return k;
        }

        return -1;
    }

    // `the new measures prohibit`, `this Regulation bans`, `there are no plans to ban`: nobody is named.
    private static bool IsOfText(Scene scene, Chain chain)
    {
        for (var k = scene.ClauseStart(chain.Start); k < chain.Verb; k++)
        {
            var item = scene.View[k];
            if (item.Is(Thing.Loose | Thing.Sanctions) || item.Text.ToLowerInvariant() is "regulation" or "decision" or "rules" or "law" or "directive" or "order" or "act" or "there" or "proposal" or "text" or "agreement")
                return true;
        }

        return false;
    }

    // `stop politicising trade`: what stops is another deed, which is no matter of a case.
    private static bool IsOtherDoing(View view, int verb) => !Enumerable.Range(verb + 2, 4).Any(k => view.Is(k, Thing.Cards | Thing.Transactions | Thing.Swift | Thing.Flights | Thing.Transit)) && IsOther(view, verb);

    private static bool IsOther(View view, int verb) =>
        (view.At(verb + 1) is { } plan && (plan.Is(Word.Det) ? view.At(verb + 2) : plan) is { } what && (what.Says("plan") || what.Says("plans") || what.Says("talks") || what.Says("negotiations"))) ||
        view.At(verb + 2)?.Says("with") != true && view.At(view.After(verb)) is { Sign: '\0', Entity: null } next && View.IsPlain(next) && next.Entry.Goods is null && next.Entry.Things == Thing.None && next.Text.Length > 6 && next.Text.EndsWith("ing", StringComparison.Ordinal) && !next.IsCapital;

    // `designed to limit revenues`, `aimed at disrupting the supply`: what a measure is for.
    private static bool IsPurpose(View view, Texts.Item verb, Chain chain) =>
        (verb.Is(Deed.Soft) || !verb.Is(Deed.Strong | Deed.Remove)) && Enumerable.Range(Math.Max(0, chain.Start - 2), Math.Min(chain.Verb - Math.Max(0, chain.Start - 2), 5))
            .Any(k => view[k].Text.ToLowerInvariant() is "designed" or "aimed at" or "intended" or "meant" or "aim" or "aims" or "aimed" or "aiming" or "in order to");

    // `paused its tariffs`: the measure is what is stopped.
    private static bool IsMeasureFirst(Scene scene, int from, int until)
    {
        var measure = scene.First(from, until, Thing.Tariff | Thing.Sanctions | Thing.PriceCap | Thing.Ban | Thing.ExportBan | Thing.ImportBan | Thing.Freeze);
        var other = scene.First(from, until, BanObjects.All | Thing.Operations);
        return measure >= 0 && !scene.View.IsVerb(measure) && (other < 0 || measure <= other);
    }

    // The issuer of a passive ban whose goods are its own: `US exports of chips to China are banned`.
    private static List<Actor> OwnersIn(Scene scene, int from, int until, (string Act, Direction Direction) what)
    {
        var trade = scene.First(from, until, what.Direction == Direction.To ? Thing.TradeOut : Thing.TradeIn);
        return trade > 0 && what.Direction == Direction.To ? scene.Names.OwnersOf(trade) : [];
    }

    private static List<Actor> FindCounterparts(Scene scene, (string Act, Direction Direction) what, int start, int end, IReadOnlyList<Actor> actors) =>
        scene.Counterparts.Find(start, end, what.Direction, [.. actors.Select(one => one.Code)]);

    private static Mood GovernedMood(Scene scene, int noun)
    {
        var governor = scene.Syntax.GovernorOf(noun);
        return governor.Verb >= 0 && governor.Role is Role.Object or Role.Passive && scene.View.IsVerb(governor.Verb)
            ? Measure.MoodOf(scene, noun, governor)
            : scene.Syntax.InSentence(governor.Verb >= 0 && governor.Role == Role.Subject && scene.MoodOf(Chain.Of(scene.View, governor.Verb)) is { IsDenied: false, Modality: Modality.Planned } planned ? planned : Mood.Plain, noun);
    }

    private static void Emit(Scene scene, (string Act, Direction Direction) what, List<Actor> actors, int start, int end, Mood mood, int at, string rule)
    {
        var counterparts = FindCounterparts(scene, what, start, end, actors);
        var goods = scene.Goods(start, end);
        // `has spared Russian gas so far, and plans to end imports`: what was named before.
        if (counterparts.Count == 0 && goods is [] or ["goods"] && what.Act == Acts.ImportBan && scene.View.IsVerb(at))
        {
            var named = Enumerable.Range(0, at).LastOrDefault(k => scene.View[k].Entity is { IsAdjective: true } entity && scene.View.IsGoods(k + 1) && actors.All(one => one.Code != entity.Code), -1);
            if (named >= 0)
                (counterparts, goods) = (scene.Names.With(named), [scene.View[named + 1].Entry.Goods!]);
        }

        // Mir cards are Russia's.
        if (counterparts.Count == 0 && what.Act == Acts.PaymentsCut && Enumerable.Range(start, Math.Max(0, end - start)).FirstOrDefault(k => scene.View[k].Text is "Mir" || scene.View[k].Text.StartsWith("Mir ", StringComparison.Ordinal), -1) is var mir and >= 0 && actors.All(one => one.Code != "RUS"))
            counterparts = [Actor.Understood("RUS", mir)];
        if (counterparts.Count == 0 && scene.Discourse.Background.IsOther)
            return;
        // `France will ban phones in schools`, `the airline cancelled flights`: on nobody.
        if (counterparts.Count == 0 && what.Act == Acts.ImportBan && scene.View.IsVerb(at) && scene.First(start, end, Thing.TradeIn) < 0 && scene.FirstDeed(start, end, Deed.Buying) < 0 && scene.Discourse.Background.Issuer is { } && scene.IsAnother(actors))
            return;
        if (counterparts.Count == 0 && scene.Discourse.Background.Target is null && actors.All(one => one.Kind == EntityKind.Company) && actors.Count > 0 && what.Act == Acts.Transport)
            return;
        if (counterparts.Count == 0 && goods.Count == 0 && actors.All(one => !one.IsNamed) && (scene.Discourse.Background.Target is null || actors.Count == 0))
            return;
        if (counterparts.Count == 0 && !(what.Act is Acts.ExportBan or Acts.Transport && goods.Count > 0 && scene.IsAnother(actors, at)))
            counterparts = scene.Target(actors);
        var isFirm = actors.Any(one => one.Kind == EntityKind.Company);
        // `stopped selling goods in Russia`: a firm leaves.
        if (actors.Count > 0 && actors.All(one => one.Kind == EntityKind.Company) && what.Act == Acts.ExportBan && counterparts.Count > 0 && (counterparts.All(one => !one.IsNamed && one.At < 0) ? scene.View.Is(at + 1, Deed.Trade) && scene.View[at + 1].Is(Form.Ing) : counterparts.All(one => one.At > at && scene.View.PrepositionOf(one.At) is var place and >= 0 && scene.View[place].Says("in"))))
        {
            scene.Add(new Finding(Acts.OverCompliance, at, "leaves:stops") { Actors = actors, Counterparts = counterparts, Mood = mood, End = end });
            scene.Use(at);
            for (var k = start; k < end; k++)
            {
                if (scene.View[k].Is(Deed.Trade))
                    scene.Use(k);
            }

            return;
        }

        var act = isFirm && what.Act is Acts.PaymentsCut or Acts.InvestmentStop && what.Act == Acts.InvestmentStop ? Acts.OverCompliance : what.Act;
        scene.Add(new Finding(act, at, rule) { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = mood, End = end });
        if (scene.First(start, end, Thing.TradeAny) >= 0 && what.Act == Acts.ExportBan && scene.First(start, end, Thing.TradeOut | Thing.TradeIn) < 0)
            scene.Add(new Finding(Acts.ImportBan, at, rule) { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = mood, End = end });
        // `exports and imports` are both.
        if (what.Act == Acts.ExportBan && scene.First(start, end, Thing.TradeOut) is var sold and >= 0 && scene.View.Is(sold + 1, Word.And) && scene.View.Is(sold + 2, Thing.TradeIn))
            scene.Add(new Finding(Acts.ImportBan, at, rule) { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = mood, End = end });
        scene.Use(at);
        for (var k = start; k < end; k++)
        {
            if (scene.View[k].Is(Deed.Trade | Deed.Buying) || scene.View[k].Is(Thing.TradeOut | Thing.TradeIn | BanObjects.Nouns | Thing.Swift | Thing.Cards | Thing.Investment) || (what.Act == Acts.InvestmentStop && scene.View[k].Is(Thing.Loan)))
                scene.Use(k);
        }
    }
}
