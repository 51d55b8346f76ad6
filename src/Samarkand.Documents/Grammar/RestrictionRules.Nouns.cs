using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <content>Bans by their nouns: a ban on imports of oil, arms export licences that are withdrawn.</content>
internal static partial class RestrictionRules
{
    private static void ReadNoun(Scene scene, int noun)
    {
        var view = scene.View;
        var end = view.RegionEnd(noun);
        var start = PhraseStart(view, noun);
        var what = OfNoun(scene, noun, start, end);
        if (what is null)
            return;
        var measure = Measure.Of(scene, noun, end);
        // `suspended arms export licences`: a ban; `granted a licence`: none.
        if (LicenceRules.IsLicence(view[noun].Text))
        {
            if (LicenceRules.Withdrawn(scene, measure) is not { } withdrawn)
                return;
            measure = withdrawn;
        }

        // `the suspension of Russian gas deliveries`, `the closure of the Polish border`: whose they are stops them.
        if (measure.Actors.Count == 0 && IsOwn(view[noun].Text) && scene.First(noun + 1, end, what.Value.Act switch { Acts.ExportBan => Thing.TradeOut, Acts.ImportBan => Thing.TradeIn, _ => Thing.Airspace }) is var trade && (trade >= 0 ? trade : Enumerable.Range(noun + 1, Math.Max(0, end - noun - 1)).FirstOrDefault(k => what.Value.Act == Acts.ExportBan && view[k].Entry.Goods is not null && (view[k].Text.EndsWith("deliveries", StringComparison.Ordinal) || view[k].Text.EndsWith("supplies", StringComparison.Ordinal) || view[k].Text.EndsWith("exports", StringComparison.Ordinal) || view[k].Text.EndsWith("flows", StringComparison.Ordinal)), -1)) is var stopped and >= 0 && scene.Names.OwnersOf(stopped) is [{ IsNamed: true, Kind: not EntityKind.Company }, ..] owners)
            measure = measure with { Actors = owners };
        var direction = what.Value.Direction;
        var counterparts = FindCounterparts(scene, what.Value, noun + 1, end, measure.Actors);
        if (counterparts.Count == 0 && direction == Direction.From)
            counterparts = scene.Counterparts.Find(start, noun, Direction.From, [.. measure.Actors.Select(one => one.Code)]).Where(one => one.Kind != EntityKind.Group && measure.Actors.All(actor => actor.At != one.At)).ToList();
        MeasureRules.Emit(scene, what.Value.Act, noun, end, measure, counterparts, Goods(scene, start, noun, end), "ban:noun", direction);
        for (var k = noun; k < end; k++)
        {
            if (view[k].Is(BanObjects.Nouns | Thing.TradeOut | Thing.TradeIn))
                scene.Use(k);
        }
    }

    private static bool IsOwn(string noun) => noun.ToLowerInvariant() is "suspension" or "halt" or "stoppage" or "cut-off" or "cutoff" or "end" or "an end" or "end to" or "halt to" or "halt of" or "stop to" or "cessation" or "interruption" or "stop" or "freeze" or "closure" or "closing" or "suspension of" or "complete halt";

    private static List<string> Goods(Scene scene, int start, int noun, int end)
    {
        var tags = scene.Goods(start, end);
        var item = scene.View[noun];
        var inside = item.Is(Thing.OilBan) ? "crude" : item.Is(Thing.CoalBan) ? "coal" : item.Is(Thing.GasBan) ? "gas" : item.Is(Thing.EnergyBan) ? "energy" : item.Is(Thing.ArmsBan) || item.Text.StartsWith("arms", StringComparison.OrdinalIgnoreCase) ? "arms" : item.Is(Thing.ChipBan) ? "electronics" : null;
        if (inside is not null && !tags.Contains(inside))
            tags.Insert(0, inside);
        return tags;
    }

    private static int PhraseStart(View view, int noun)
    {
        var k = noun - 1;
        while (k >= 0 && noun - k < 5 && (view.IsGoods(k) || (view[k].Entry.Things != Thing.None && !view.IsVerb(k)) || (View.IsPlain(view[k]) && !view[k].IsCapital) || (view[k].Entity is not null && !view[k].IsPossessive) || view[k].Is(Word.And)))
            k--;
        return k + 1;
    }

    private static (string Act, Direction Direction)? OfNoun(Scene scene, int noun, int start, int end)
    {
        var (view, item) = (scene.View, scene.View[noun]);
        if (item.Is(Thing.ExportBan))
            return (Acts.ExportBan, item.Is(Thing.ArmsBan) ? Direction.On : Direction.To);
        if (item.Is(Thing.ImportBan))
            return (Acts.ImportBan, Direction.From);
        if (item.Is(Thing.InvestBan))
            return (Acts.InvestmentStop, Direction.Place);
        // `restrictions` and `limits` of any kind need an object; so does a `halt`.
        return BanObjects.Resolve(scene, item, noun + 1, end, noun, end) ?? BanObjects.Resolve(scene, item, start, noun, noun, end)
            ?? (item.Says("blockade") ? ((string, Direction)?)(Acts.Transport, Direction.On) : null)
            ?? (item.Says("embargo") && view.At(noun + 1) is { } on && (on.Says("on") || on.Says("against")) && (view.At(noun + 2)?.Entity is not null || view.At(noun + 3)?.Entity is not null) && scene.Goods(noun + 1, end).Count == 0 ? ((string, Direction)?)(Acts.ExportBan, Direction.On) : null)
            // `oppose an embargo`: of the kind that was spoken of.
            ?? (item.Text.ToLowerInvariant() is "embargo" or "the ban" or "boycott" && scene.Discourse.LastBan is { } before && noun + 1 >= end ? (before, before == Acts.ExportBan ? Direction.To : Direction.From) : null);
    }
}
