using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <content>What a measure that a rule has found amounts to, and what is no measure after all.</content>
internal static partial class MeasureRules
{
    private static bool IsVetoed(Scene scene, Governor governor) =>
        governor.Role == Role.Object && scene.View.IsVerb(governor.Verb) && (scene.View[governor.Verb].Text.StartsWith("veto", StringComparison.OrdinalIgnoreCase) || (scene.View.Is(governor.Verb, Deed.Refuse) && Enumerable.Range(governor.Verb + 1, 3).Any(k => scene.View.At(k) is { } item && item.Text.ToLowerInvariant() is "any" or "new" or "further" or "additional" or "more")));

    // `New Delhi has rejected the G7's price cap`: it does not join. Of its target, that is no news.
    private static bool IsRejected(Scene scene, int noun, Measure measure, List<Actor> counterparts, int end)
    {
        var governor = measure.Governor;
        if (governor.Role != Role.Object || !scene.View.IsVerb(governor.Verb, Deed.Refuse) || !IsRejecting(scene.View[governor.Verb].Text) || scene.Names.OwnersOf(noun) is not { Count: > 0 } owners)
            return false;
        var chain = Chain.Of(scene.View, governor.Verb);
        var subjects = scene.Names.SubjectOf(chain).Where(one => owners.All(owner => owner.Code != one.Code)).ToList();
        if (subjects.Count == 0 || chain.IsPassive(scene.View))
            return false;
        var target = counterparts.Count > 0 ? counterparts : scene.Target(subjects);
        if (target.Count > 0 && subjects.All(one => target.All(other => other.Code != one.Code)))
            scene.Add(new Finding(Acts.Join, noun, "join:rejected") { Actors = subjects, Counterparts = target, Mood = measure.Mood, End = end });
        scene.Use(noun);
        return true;
    }

    private static bool IsRejecting(string verb) => verb.StartsWith("reject", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("spurn", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("rebuff", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("dismiss", StringComparison.OrdinalIgnoreCase);

    public static void Emit(Scene scene, string act, int noun, int end, Measure measure, List<Actor> counterparts, List<string> goods, string rule, Direction direction)
    {
        if (act is Acts.Sanctions or Acts.PriceCap && IsRejected(scene, noun, measure, counterparts, end))
            return;
        // `countries that apply the price cap`: which countries.
        if (measure.Governor.Role == Role.Object && scene.View.IsVerb(measure.Governor.Verb) && Chain.Of(scene.View, measure.Governor.Verb).Start is var first && scene.View.At(first - 1) is { } that && that.Is(Word.That | Word.Rel) && IsOthers(scene.View.At(first - 2)?.Text))
            return;
        var actors = measure.Actors.ToList();
        if (SubjectTo(scene, noun) is var subjected and >= 0)
        {
            counterparts = scene.Counterparts.Find(scene.ClauseStart(subjected), subjected, Direction.Place, [.. actors.Select(one => one.Code)]);
            // `goods, which are subject to sanctions`: which goods.
            var relative = Enumerable.Range(Math.Max(0, subjected - 4), Math.Min(4, subjected)).LastOrDefault(k => scene.View[k].Is(Word.Rel), -1);
            if (relative >= 0)
                counterparts = [.. counterparts.Where(one => one.At >= relative - 2)];
            if (counterparts.Count == 0 && relative >= 0)
                return;
            measure = measure with { IsDone = true, Mood = new Chain(Chain.Of(scene.View, subjected).Start, subjected).Mood(scene.View, isReported: false, scene.Syntax.IsConditionalAt(subjected)) };
            if (measure.Mood.IsDenied && measure.Mood.Modality != Modality.Refused && counterparts.All(one => !one.IsNamed))
                return;
        }

        // `Sanctions against Russia: Paris hesitates`: what the headline is about.
        if (!measure.IsDone && measure.Governor.Role == Role.None && end < scene.View.Count && scene.View[end].Sign == ':' && measure.Actors.Count == 0 && scene.View.IsClause())
            return;
        // What a measure leaves alone is no measure: `the sanctions do not apply to food`.
        if (act == Acts.Sanctions && measure.Governor.Role == Role.Subject && !actors.Any(one => one.IsNamed) && Chain.Of(scene.View, measure.Governor.Verb).Mood(scene.View, false, false).IsDenied)
            return;
        // `Russia was hit with tariffs`: the subject suffers.
        if (counterparts.Count == 0 && measure.Governor is { Role: Role.Object or Role.Adjunct, } && PassiveBefore(scene, measure.Governor) is var passive and >= 0)
        {
            var chain = Chain.Of(scene.View, passive);
            counterparts = [.. scene.Names.SubjectOf(chain).Where(one => actors.All(actor => actor.Code != one.Code))];
            measure = measure with { Mood = scene.MoodOf(chain) };
        }

        var isNamed = actors.Any(one => one.IsNamed) && counterparts.Any(one => one.IsNamed);
        if (!measure.IsDone && !(isNamed && act is Acts.AssetFreeze or Acts.AssetSeizure) && !(isNamed && (measure.Governor.Role != Role.Adjunct || PassiveBefore(scene, measure.Governor) >= 0)) && !(isNamed && act != Acts.Sanctions) && !(scene.IsList && measure.Governor.Role is Role.None or Role.Reduced && !IsModifier(scene, noun)))
            return;
        if (!measure.IsDone && measure.Governor.Role != Role.None && act == Acts.Sanctions && !scene.IsList && scene.View.Is(measure.Governor.Verb, Deed.Join | Deed.Comply | Deed.Circumvent | Deed.Fear) && !isNamed)
            return;
        // Who opposes sanctions, or is threatened with penalties, imposes none on the document's target.
        if (counterparts.Count == 0 && act == Acts.Sanctions && !scene.IsList && !(measure.Governor.Verb >= 0 && scene.View.Is(measure.Governor.Verb, Deed.Light | Deed.Lift | Deed.Plan)) && !IsVetoed(scene, measure.Governor))
            return;
        // `a prohibition on flights by Russian operators`: whom the list is about suffers.
        if (scene.IsList && actors.Count > 0 && actors.All(one => one.Code == scene.Discourse.Target))
            (counterparts, actors) = (actors, []);
        if (act == Acts.Sanctions && actors.All(one => !one.IsNamed || one.Kind == EntityKind.Company) && ListOf(scene.View[noun].Text) is { } keeper)
            actors = [Actor.Understood(keeper)];
        if (actors.Count == 0 && !IsOfOthers(scene, measure.Governor))
            actors = scene.Issuer();
        if (counterparts.Count == 0 && !(act == Acts.ExportBan && goods.Count > 0 && scene.IsAnother(actors, noun)) && !IsGeneric(scene, end))
            counterparts = scene.Target(actors);
        if (actors.Count == 0 && counterparts.Count == 0)
            return;
        if (counterparts.Count == 0 && act is Acts.Sanctions)
            return;
        var how = measure.Governor.Role switch { Role.Object => "object", Role.Passive => "passive", Role.Reduced => "reduced", Role.Subject => "subject", _ => "bare" };
        scene.Add(new Finding(act, noun, $"{rule}:{how}") { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = measure.Mood, End = end });
        // `a halt to all trade with`: sales and purchases.
        if (act == Acts.ExportBan && scene.First(noun + 1, end, Thing.TradeAny) is var traded and >= 0 && scene.First(noun + 1, traded, Thing.TradeOut | Thing.TradeIn) < 0 && goods.Count == 0)
            scene.Add(new Finding(Acts.ImportBan, noun, $"{rule}:{how}") { Actors = actors, Counterparts = counterparts, Goods = goods, Mood = measure.Mood, End = end });
        scene.Use(noun);
    }

    // `several partners have put in place export bans`: others than who issues.
    private static bool IsOfOthers(Scene scene, Governor governor)
    {
        if (scene.IsList || governor.Role != Role.Object || !scene.View.IsVerb(governor.Verb))
            return false;
        var chain = Chain.Of(scene.View, governor.Verb);
        return !chain.IsPassive(scene.View) && IsOthers(scene.View.At(scene.View.Before(chain.Start))?.Text);
    }

    private static bool IsOthers(string? noun)
    {
        return noun?.ToLowerInvariant() is "partners" or "countries" or "states" or "governments" or "others" or "allies" or "nations" or "neighbours" or "neighbors" or "capitals" or "importers" or "buyers" or "lawmakers" or "senators" or "jurisdictions" or "economies" or "powers";
    }

    // Lists that one state alone keeps.
    private static string? ListOf(string list) => list switch
    {
        "Entity List" or "SDN list" or "SDN List" or "Specially Designated Nationals list" or "Unverified List" or "Military End User List" => "USA",
        "unreliable entity list" or "unreliable entities list" or "Unreliable Entity List" => "CHN",
        _ => null,
    };

    // `sanctions fatigue`, `sanctions policy`
    private static bool IsModifier(Scene scene, int noun) => scene.View.At(noun + 1) is { } next && View.IsPlain(next) && !next.Is(Word.Adv) && next.Entry.Things == Thing.None && next.Entry.Goods is null && scene.View[noun].Is(Thing.Sanctions);

    // `tariffs on countries that buy`: on nobody by name.
    private static bool IsGeneric(Scene scene, int end) =>
        end < scene.View.Count && scene.View[end].Is(Word.That | Word.Rel) && scene.View[end - 1].Text.ToLowerInvariant() is "countries" or "companies" or "firms" or "states" or "nations" or "anyone" or "those" or "country" or "banks" or "buyers";

    // `are subject to an asset freeze`, `were made subject to tighter restrictions`
    private static int SubjectTo(Scene scene, int noun)
    {
        for (var k = noun - 1; k >= Math.Max(0, noun - 6); k--)
        {
            if (scene.View[k].Says("subject to"))
                return k;
            if (scene.View[k].Sign != '\0' && scene.View[k].Sign != ',' || scene.View.IsVerb(k))
                return -1;
        }

        return -1;
    }

    private static int PassiveBefore(Scene scene, Governor governor)
    {
        if (governor.Role == Role.Object && scene.View.IsVerb(governor.Verb) && Chain.Of(scene.View, governor.Verb).IsPassive(scene.View))
            return governor.Verb;
        return governor.Role == Role.Adjunct && scene.View.Is(governor.Verb, Word.By) && scene.View.IsVerb(governor.Verb - 1) && Chain.Of(scene.View, governor.Verb - 1).IsPassive(scene.View) ? governor.Verb - 1 : -1;
    }
}
