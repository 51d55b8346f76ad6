using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Worlds.Names;

namespace Samarkand.Documents.Grammar;

/// <summary>Goods, arms and money that go from one to another, or do not.</summary>
internal static class SupplyRules
{
    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.IsUsed(k))
                continue;
            var item = scene.View[k];
            if (scene.View.IsVerb(k, Deed.Out))
                ReadVerb(scene, k);
            else if (item.Is(Thing.TradeOut) && !scene.View.IsVerb(k))
                ReadNoun(scene, k);
            else if (item.Is(Thing.Aid) && !scene.View.IsVerb(k) && MoneyRules.ReadAidStopped(scene, k))
                continue;
            else if (scene.View.IsVerb(k, Deed.Lend))
                MoneyRules.ReadMoney(scene, k, Acts.Lends);
            else if (item.Is(Thing.Loan) && !scene.View.IsVerb(k))
                MoneyRules.ReadLoan(scene, k);
            else if (scene.View.IsVerb(k, Deed.Borrow) || item.Is(Thing.Debt))
                MoneyRules.ReadDebt(scene, k);
            else if (scene.View.IsVerb(k, Deed.In) && FlowRules.ReadReceiving(scene, k))
                continue;
            else if (FlowRules.ReadSupplier(scene, k) || FlowRules.ReadFlow(scene, k))
                continue;
            else if (scene.View.IsVerb(k, Deed.Buying))
                PermissionRules.ReadBuying(scene, k);
        }
    }

    private static void ReadVerb(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var isPassive = chain.IsPassive(view) || chain.IsReduced(view);
        if (view[verb].Is(Deed.Replace) && !view[verb].Is(Deed.Trade))
            return;
        var (from, until) = isPassive ? (scene.ClauseStart(chain.Start), chain.Start) : (verb + 1, end);
        // `promised not to deliver`: the other verb is the deed.
        if ((view[verb].Is(Deed.Promise) || view[verb].Text.StartsWith("offer", StringComparison.OrdinalIgnoreCase)) && Enumerable.Range(verb + 1, end - verb - 1).Any(k => view.Is(k, Word.To) && view.IsVerb(view.After(k))))
            return;
        if (view[verb].Is(Deed.Promise | Deed.Plan) && Enumerable.Range(verb + 1, Math.Min(5, end - verb - 1)).Any(k => view.Is(k, Word.That) && !view.IsGoods(k + 1)))
            return;
        if (scene.First(from, until, Thing.Loan) is >= 0 and var loan && !scene.IsUsed(loan))
        {
            MoneyRules.ReadMoney(scene, verb, Acts.Lends);
            scene.Use(loan);
            return;
        }

        // `gave Samsung an exemption from its chip restrictions`: nothing is sent.
        if (Enumerable.Range(from, Math.Max(0, Math.Min(until, from + 9) - from)).Any(k => view[k].Text.ToLowerInvariant() is "exemption" or "exemptions" or "waiver" or "waivers" or "permission" or "reprieve" or "ultimatum" or "deadline" or "assurances" or "warning" or "approval" or "discount" or "priority" or "access"))
            return;
        if (isPassive && PermissionRules.ReadForbidden(scene, verb, chain, from, end, Acts.ExportBan, Direction.To))
            return;
        if (!isPassive && PermissionRules.LetBefore(view, chain) is var let and >= 0)
        {
            PermissionRules.ReadLet(scene, let, verb, end);
            return;
        }

        var goods = scene.Goods(from, until);
        // A relative clause about the goods: `drones, which Iran has sent`.
        if (goods.Count == 0 && view.Is(chain.Start - 1, Word.That | Word.Rel))
            goods = scene.Goods(Math.Max(0, chain.Start - 5), chain.Start);
        if (view[verb].Is(Deed.Trade) && (view[verb].Entry.Text.StartsWith("arm", StringComparison.Ordinal) || view[verb].Text.StartsWith("arm", StringComparison.Ordinal)))
            goods = ["arms"];
        var actors = scene.ActorOf(chain, end);
        // `Iranian drones are being delivered`: whose they are delivers.
        if (actors.Count == 0 && chain.IsPassive(view) && Enumerable.Range(from, Math.Max(0, until - from)).FirstOrDefault(k => view[k].Entity is { IsAdjective: true, Kind: EntityKind.State } && view.PrepositionOf(k) < 0 && (view.IsGoods(k + 1) || view.IsGoods(k + 2)), -1) is var own and >= 0)
            actors = scene.Names.With(own);
        var codes = actors.Select(one => one.Code).ToArray();
        var counterparts = scene.Counterparts.Find(isPassive ? verb + 1 : from, end, Direction.To, codes);
        // `will not supply arms to Kyiv, but will give money`
        if (counterparts.Count == 0 && !isPassive && scene.Found.LastOrDefault(found => found.Act is Acts.Arms or Acts.Supply or Acts.Transfer && found.Actors.Select(one => one.Code).SequenceEqual(codes)) is { } earlier)
            counterparts = [.. earlier.Counterparts.Select(one => one with { IsNamed = false })];
        // `transferred 1.5 billion euros to Ukraine`: a sum is what goes.
        var isSum = goods.Count == 0 && !isPassive && scene.First(from, until, Thing.Loan) < 0 && counterparts.Any(one => one.At >= 0) && Enumerable.Range(from, Math.Max(0, Math.Min(until, from + 6) - from)).Any(k => view[k].Amount is { Length: > 4 } sum && char.IsUpper(sum[^1]) && char.IsUpper(sum[^2]) && char.IsUpper(sum[^3]) && sum[^4] == ' ') && !Enumerable.Range(from, Math.Max(0, end - from)).Any(k => view[k].Says("worth") || view[k].Says("for"));
        var isMoney = (isSum || scene.First(from, until, Thing.Aid) >= 0) && goods.All(tag => tag is not "arms");
        if (isMoney && counterparts.Count > 0)
        {
            Add(scene, Acts.Transfer, verb, chain, actors, counterparts, [], end, isPassive ? "transfer:passive" : "transfer:active");
            return;
        }

        var isHoped = view[verb].Is(Deed.Replace) && scene.FirstDeed(0, verb, Deed.Hopes) >= 0;
        if (isHoped)
        {
            var hopes = scene.FirstDeed(0, verb, Deed.Hopes);
            var hoping = scene.Names.OwnersOf(hopes);
            counterparts = hoping.Count > 0 ? hoping : scene.Names.SubjectOf(Chain.Of(view, hopes)) is { Count: > 0 } subject ? subject : scene.Target(actors);
            Add(scene, Acts.Supply, verb, chain, actors, [.. counterparts.Where(one => !codes.Contains(one.Code))], goods, end, "supply:hoped");
            return;
        }

        if (counterparts.Count == 0 && AskerOf(scene, chain) is { Count: > 0 } askers)
            counterparts = [.. askers.Where(one => !codes.Contains(one.Code))];
        if (counterparts.Count == 0 && AllyOf(scene, verb, end, codes) is { } ally)
            counterparts = [ally];
        var isDenied = scene.MoodOf(chain).IsDenied;
        if (goods.Count == 0 || (!view[verb].Is(Deed.Trade) && !goods.Contains("arms") && counterparts.Count == 0))
            return;
        if (!goods.Contains("arms") && ((counterparts.Count == 0 && !isDenied) || goods is ["finance"]))
            return;
        // What somebody replaces are imports from elsewhere: they are for whom the hope is.
        if (view[verb].Is(Deed.Replace) && counterparts.All(one => !one.IsNamed || one.Kind == EntityKind.Group))
            return;
        if (actors.Count == 0 && !isPassive && !scene.Syntax.MoodOf(chain, false).IsDenied)
            return;
        // `Pyongyang may not sell coal`: whoever the document's measures fall on is forbidden it.
        if (!isPassive && actors is [{ } forbidden] && forbidden.Code == scene.Discourse.Background.Target && isDenied && Enumerable.Range(chain.Start, verb - chain.Start).Any(k => view[k].Is(Word.May | Word.Should | Word.Cannot) || view[k].Says("allowed") || view[k].Says("permitted")))
        {
            if (scene.Discourse.Background.Issuer is { } issuer)
                scene.Add(new Finding(Acts.ImportBan, verb, "ban:may-not") { Actors = [Actor.Understood(issuer)], Counterparts = actors, Goods = goods, Mood = Mood.Plain, End = end });
            scene.Use(verb);
            return;
        }

        if (counterparts.Count == 0 && goods.Contains("arms") && (isDenied || PermissionRules.Without(scene, verb, end, Mood.Plain).IsDenied) && !Enumerable.Range(from, Math.Max(0, until - from)).Any(k => view[k].Says("to")))
            counterparts = scene.Sanctioned(actors);
        var act = goods.Contains("arms") ? Acts.Arms : Acts.Supply;
        if (act == Acts.Supply && actors.Count == 0)
            return;
        if (act == Acts.Supply && IsOnward(scene, verb, end))
            return;
        Add(scene, act, verb, chain, actors, counterparts, goods, end, $"{act}:{(isPassive ? "passive" : "active")}");
    }

    // What is promised is planned.
    public static Mood Promised(Texts.Item verb, Mood mood) => verb.Is(Deed.Promise | Deed.Plan) && mood.Modality == Modality.Done ? mood with { Modality = Modality.Planned } : mood;

    // `to his allies`: the other state of the sentence before.
    private static Actor? AllyOf(Scene scene, int verb, int end, string[] actors)
    {
        for (var k = verb + 1; k < end; k++)
        {
            if ((scene.View[k].Text.StartsWith("all", StringComparison.OrdinalIgnoreCase) && scene.View[k].Text.Length is 4 or 6 || scene.View[k].Says("partner") || scene.View[k].Says("partners")) && Enumerable.Range(Math.Max(verb, k - 4), Math.Min(4, k - verb)).Any(j => scene.View.Is(j, Word.Poss)))
                return scene.Discourse.Named.FirstOrDefault(code => !actors.Contains(code) && Countries.NameOf(code) is not null) is { } other ? Actor.Understood(other) : null;
        }

        return null;
    }

    // `Kyiv asked Israel to supply`: it would go to who asks.
    private static List<Actor> AskerOf(Scene scene, Chain chain)
    {
        if (!scene.View[chain.Start].Is(Word.To))
            return [];
        for (var k = chain.Start - 1; k >= Math.Max(0, chain.Start - 6); k--)
        {
            if (scene.View.IsVerb(k))
                return scene.View[k].Is(Deed.Possible) ? scene.Names.SubjectOf(Chain.Of(scene.View, k)) : [];
        }

        return [];
    }

    // `sell on to`, `pass on`: what a conduit does.
    private static bool IsOnward(Scene scene, int verb, int end)
    {
        var view = scene.View;
        for (var k = verb + 1; k < end; k++)
        {
            if ((view[k].Says("on") && (view.At(k + 1)?.Says("to") == true || view.At(k + 1)?.Says("into") == true)) || view[k].Says("onward") || view[k].Says("onwards"))
                return true;
        }

        return view[verb].Text.EndsWith(" on", StringComparison.Ordinal);
    }

    private static void Add(Scene scene, string act, int at, Chain chain, List<Actor> actors, List<Actor> counterparts, List<string> goods, int end, string rule)
    {
        if (counterparts.Count == 0 && act == Acts.Supply && !scene.MoodOf(chain).IsDenied)
            return;
        scene.Add(new Finding(act, at, rule) { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = PermissionRules.Without(scene, at, end, Promised(scene.View[at], scene.MoodOf(chain))), End = end });
        for (var k = at; k < end; k++)
        {
            if (scene.View[k].Is(Thing.TradeOut | Thing.Loan) || scene.View[k].Is(Deed.Out))
                scene.Use(k);
        }
    }

    // `arms deliveries to Ukraine`, `the sale of microchips`.
    private static void ReadNoun(Scene scene, int noun)
    {
        var view = scene.View;
        var end = view.RegionEnd(noun);
        var start = noun;
        while (start > 0 && noun - start < 4 && (view.IsGoods(start - 1) || View.IsPlain(view[start - 1]) || view.Is(start - 1, Word.And)))
            start--;
        var governor = scene.Syntax.GovernorOf(noun);
        var phrase = governor.Verb > noun ? Math.Min(governor.Verb, end) : end;
        var goods = scene.Goods(start, noun);
        if (goods.Count == 0 && (view.At(noun + 1)?.Says("of") == true || (view[noun].Is(Form.Ing) && view.IsGoods(noun + 1))))
            goods = scene.Goods(noun + 1, Math.Min(phrase, noun + 7));
        if (goods.Count == 0 || view[noun].Entry.Goods is not null && goods.Count == 0)
            return;
        var measure = Measure.Of(scene, noun, end);
        var actors = measure.Actors.ToList();
        if (actors.Count == 0 && governor.Role == Role.Object && view.IsVerb(governor.Verb))
            actors = scene.Names.SubjectOf(Chain.Of(view, governor.Verb));
        var counterparts = scene.Counterparts.Find(noun + 1, phrase, Direction.To, [.. actors.Select(one => one.Code)]);
        var isRefused = measure.Mood.IsDenied && measure.Mood.Modality == Modality.Refused;
        if (actors.Count == 0 && isRefused)
            actors = Other(scene, counterparts);
        if (actors.Count == 0 && isRefused && scene.Discourse.Topic is { } topic)
            actors = [Actor.Understood(topic)];
        if (actors.Count == 0 || (!measure.IsDone && !isRefused && counterparts.Count == 0))
            return;
        var isArms = goods.Contains("arms");
        var isStated = isArms && actors.Any(one => one.IsNamed) && counterparts.Any(one => one.IsNamed) && governor.Role == Role.Subject;
        if (governor.Role == Role.Subject && !isRefused && !isStated || governor.Role == Role.Adjunct)
            return;
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (!isArms && counterparts.Count == 0)
            return;
        var mood = isStated ? scene.Syntax.InSentence(Mood.Plain, noun) : measure.Mood;
        if (mood == Mood.Plain && view.Is(governor.Verb, Deed.Plan) && view.Is(governor.Verb, Deed.Light))
            mood = mood with { Modality = Modality.Planned };
        var act = isArms ? Acts.Arms : Acts.Supply;
        scene.Add(new Finding(act, noun, $"{act}:noun") { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = mood, End = phrase });
        scene.Use(noun);
    }

    // Whoever else the sentence names: `is excluded for Beijing`, `Beijing has made it clear that`.
    private static List<Actor> Other(Scene scene, List<Actor> counterparts)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.View[k].Entity is { } entity && counterparts.All(one => one.Code != entity.Code) && !(entity.IsAdjective && scene.View.IsGoods(k + 1)) && !IsInRelative(scene.View, k))
                return scene.Names.With(k);
        }

        return [];
    }

    private static bool IsInRelative(View view, int at) => Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(k => view[k].Is(Word.That | Word.Rel) && !view.Is(k - 1, Word.Adv) && view.IsGoods(k - 1));
}
