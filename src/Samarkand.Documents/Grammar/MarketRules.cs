using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Sales and purchases that end where no verb of stopping says so: access is denied, a market is closed, a licence is required, selling is made a crime.</summary>
internal static class MarketRules
{
    private static readonly string[] Unlawful = ["illegal", "unlawful", "crime", "offence", "offense", "criminal", "punishable", "impossible"];

    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.IsUsed(k))
                continue;
            var text = scene.View[k].Text;
            if (text.StartsWith("market", StringComparison.OrdinalIgnoreCase) && ReadClosed(scene, k))
                continue;
            if ((text.StartsWith("den", StringComparison.OrdinalIgnoreCase) || text.StartsWith("refus", StringComparison.OrdinalIgnoreCase)) && scene.View[k].Is(Deed.Deny | Deed.Refuse) && ReadDenied(scene, k))
                continue;
            if (Unlawful.Contains(text.ToLowerInvariant()) && ReadUnlawful(scene, k))
                continue;
            if (scene.View[k].Is(Thing.Licence | Thing.ExportBan) && (ReadRequired(scene, k) || ReadUnder(scene, k)))
                continue;
            if (text.StartsWith("control", StringComparison.OrdinalIgnoreCase) && ReadUnder(scene, k))
                continue;
            if (scene.View.IsVerb(k, Deed.Trade) && ReadForbidden(scene, k))
                continue;
            if (text.Equals("zero", StringComparison.OrdinalIgnoreCase) && scene.View.At(k - 1)?.Says("to") == true)
                ReadZero(scene, k);
        }
    }

    // `has closed its market to Russian steel`
    private static bool ReadClosed(Scene scene, int market)
    {
        var view = scene.View;
        var end = view.RegionEnd(market);
        var verb = Enumerable.Range(Math.Max(0, market - 4), Math.Min(4, market)).LastOrDefault(k => view.IsVerb(k, Deed.Close), -1);
        if (verb < 0 || view.At(market + 1)?.Says("to") != true || scene.Goods(market + 1, end) is not { Count: > 0 } goods)
            return false;
        var actors = scene.ActorOf(Chain.Of(view, verb), end);
        var counterparts = scene.Counterparts.Find(market + 1, end, Direction.From, [.. actors.Select(one => one.Code)]);
        return Add(scene, Acts.ImportBan, verb, end, actors, counterparts, goods, scene.MoodOf(Chain.Of(view, verb)), "ban:market");
    }

    // `denied China access to advanced chips`, `to deny Russia semiconductors`
    private static bool ReadDenied(Scene scene, int verb)
    {
        var view = scene.View;
        var name = view.Is(verb + 1, Word.Det) ? verb + 2 : verb + 1;
        if (!view.IsVerb(verb) || view.At(name)?.Entity is not { Kind: not EntityKind.Nobody } || view[name].IsPossessive || view.IsVerb(name + 1))
            return false;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var goods = scene.Goods(name + 1, end);
        if (chain.IsPassive(view) || view.Is(name + 1, Word.Be | Word.Have | Word.Will | Word.That))
            return false;
        var actors = scene.Names.SubjectOf(chain);
        var isPlace = scene.First(name + 1, end, Thing.Airspace) >= 0 && scene.First(name + 1, end, Thing.VehiclesX) >= 0;
        if (actors.Count == 0 || (goods is [] or ["goods"] or ["finance"] && !isPlace) || scene.First(name + 1, end, Thing.Swift | Thing.Investment | Thing.Market) >= 0)
            return false;
        var counterparts = scene.Names.With(name).Where(one => actors.All(actor => actor.Code != one.Code)).ToList();
        return Add(scene, isPlace ? Acts.Transport : Acts.ExportBan, verb, end, actors, counterparts, goods, scene.MoodOf(chain), "ban:denied");
    }

    // `has made it illegal to sell`, `it is a crime in Switzerland to export`
    private static bool ReadUnlawful(Scene scene, int word)
    {
        var view = scene.View;
        var end = view.Count;
        var to = Enumerable.Range(word + 1, Math.Max(0, Math.Min(end, word + 9) - word - 1)).FirstOrDefault(k => view.Is(k, Word.To) && view.Is(k + 1, Deed.Trade | Deed.Buying), -1);
        if (to < 0)
            return false;
        var isSale = view.Is(to + 1, Deed.Trade);
        var made = Enumerable.Range(Math.Max(0, word - 4), Math.Min(4, word)).LastOrDefault(k => view[k].Text.ToLowerInvariant() is "made" or "makes" or "make" or "making" or "declared" or "declares", -1);
        var actors = made >= 0 ? scene.Names.SubjectOf(Chain.Of(view, made)) : Enumerable.Range(word, to - word).Where(k => view[k].Entity is { Kind: EntityKind.State or EntityKind.Group } && view.Is(k - 1, Word.Prep | Word.Det)).Select(scene.Names.Of).ToList();
        if (actors.Count == 0)
            actors = scene.Issuer();
        var counterparts = scene.Counterparts.Find(to + 1, end, isSale ? Direction.To : Direction.From, [.. actors.Select(one => one.Code)]);
        var mood = made >= 0 ? scene.MoodOf(Chain.Of(view, made)) : scene.Syntax.InSentence(Mood.Plain, word);
        return Add(scene, isSale ? Acts.ExportBan : Acts.ImportBan, to + 1, end, actors, counterparts, scene.Goods(to + 1, end), mood, "ban:unlawful");
    }

    // `requires a licence for the export of chips to China`
    private static bool ReadRequired(Scene scene, int licence)
    {
        var view = scene.View;
        var verb = Enumerable.Range(Math.Max(0, licence - 4), Math.Min(4, licence)).LastOrDefault(k => view[k].Text.StartsWith("requir", StringComparison.OrdinalIgnoreCase) || view[k].Text.StartsWith("impos", StringComparison.OrdinalIgnoreCase) || view[k].Text.StartsWith("introduc", StringComparison.OrdinalIgnoreCase), -1);
        var end = view.RegionEnd(licence);
        if (verb < 0 || !view.IsVerb(verb) || !(view.At(licence + 1)?.Says("for") == true || view.Is(licence + 1, Word.To)))
            return false;
        var sold = Enumerable.Range(licence + 1, Math.Max(0, Math.Min(end, licence + 6) - licence - 1)).FirstOrDefault(k => view.Is(k, Thing.TradeOut) || view.Is(k, Deed.Trade), -1);
        if (sold < 0 || scene.Goods(sold, end) is not { Count: > 0 } goods)
            return false;
        var chain = Chain.Of(view, verb);
        var actors = chain.IsPassive(view) ? scene.Names.AgentAfter(verb, end) : scene.Names.SubjectOf(chain);
        if (actors.Count == 0)
            actors = scene.Issuer();
        var counterparts = scene.Counterparts.Find(sold + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        scene.Use(sold);
        return Add(scene, Acts.ExportBan, licence, end, actors, counterparts, goods, scene.MoodOf(chain), "ban:licence");
    }

    // `has put its machines under export licensing`, `placed gallium under control`
    private static bool ReadUnder(Scene scene, int control)
    {
        var view = scene.View;
        var under = Enumerable.Range(Math.Max(0, control - 3), Math.Min(3, control)).LastOrDefault(k => view[k].Says("under"), -1);
        var verb = under < 0 ? -1 : Enumerable.Range(Math.Max(0, under - 12), Math.Min(12, under)).LastOrDefault(k => view[k].Text.ToLowerInvariant() is "put" or "puts" or "placed" or "place" or "places" or "putting" or "placing" or "brought" or "brings" or "bring", -1);
        if (verb < 0 || (view.Is(control, Thing.ExportBan) is false && !view[control].Text.StartsWith("control", StringComparison.OrdinalIgnoreCase)))
            return false;
        var goods = scene.Goods(verb + 1, under);
        var chain = Chain.Of(view, verb);
        if (goods.Count == 0 || goods is ["finance"] or ["services"])
            return false;
        var end = view.RegionEnd(control);
        var actors = chain.IsPassive(view) ? scene.Names.AgentAfter(verb, end) : scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        return Add(scene, Acts.ExportBan, verb, end, actors, counterparts, goods, scene.MoodOf(chain), "ban:under-control");
    }

    // `American firms may not supply software to Russia`: of whose firms they are.
    private static bool ReadForbidden(Scene scene, int verb)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        if (chain.IsPassive(view) || !Enumerable.Range(chain.Start, verb - chain.Start).Any(k => view[k].Is(Word.May | Word.Cannot | Word.Should) || view[k].Text.ToLowerInvariant() is "allowed" or "permitted" or "authorised" or "authorized") || scene.MoodOf(chain) is not { IsDenied: true, Modality: not Modality.Hypothetical })
            return false;
        var end = view.RegionEnd(verb);
        var actors = scene.Names.SubjectOf(chain);
        if (actors.Count == 0 || !actors.All(one => one is { IsFirms: true, Kind: not EntityKind.Company }) || scene.Goods(verb + 1, end) is not { Count: > 0 } goods)
            return false;
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        return Add(scene, Acts.ExportBan, verb, end, actors, counterparts, goods, Mood.Plain, "ban:may-not");
    }

    // `to bring Iran's exports of crude to zero`: of another, one's own imports.
    private static void ReadZero(Scene scene, int zero)
    {
        var view = scene.View;
        var verb = Enumerable.Range(Math.Max(0, zero - 12), Math.Min(12, zero)).LastOrDefault(k => view[k].Entry.Forms != Form.None && view[k].Text.ToLowerInvariant() is "bring" or "brought" or "reduce" or "reduced" or "drive" or "driving" or "bringing" or "cut" or "cutting" or "reducing" or "push" or "drove", -1);
        var end = view.RegionEnd(zero);
        var trade = verb < 0 ? -1 : scene.First(verb + 1, end, Thing.TradeOut | Thing.TradeIn);
        if (trade < 0)
            return;
        var chain = Chain.Of(view, verb);
        var actors = scene.ActorOf(chain, end);
        var isSale = view.Is(trade, Thing.TradeOut);
        var owners = scene.Names.OwnersOf(trade).Where(one => actors.All(actor => actor.Code != one.Code)).ToList();
        // `its gas deliveries to`
        var act = owners.Count > 0 && view.Is(trade, Thing.TradeOut) && owners[0].IsNamed ? Acts.ImportBan : isSale ? Acts.ExportBan : Acts.ImportBan;
        var counterparts = owners.Count > 0 && owners[0].IsNamed ? owners : scene.Counterparts.Find(trade + 1, end, act == Acts.ExportBan ? Direction.To : Direction.From, [.. actors.Select(one => one.Code)]);
        Add(scene, act, verb, end, actors, counterparts, scene.Goods(verb + 1, end), scene.MoodOf(chain), "ban:zero");
    }

    private static bool Add(Scene scene, string act, int at, int end, List<Actor> actors, List<Actor> counterparts, List<string> goods, Mood mood, string rule)
    {
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (actors.Count == 0 || (counterparts.Count == 0 && goods.Count == 0))
            return false;
        scene.Add(new Finding(act, at, rule) { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = mood, End = end });
        for (var k = at; k < end; k++)
        {
            if (scene.View[k].Is(Deed.Trade | Deed.Buying | Deed.Restrict) || scene.View[k].Is(Thing.TradeOut | Thing.TradeIn | Thing.ExportBan | Thing.Airspace | Thing.Licence))
                scene.Use(k);
        }

        scene.Use(at);
        return true;
    }
}
