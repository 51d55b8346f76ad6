using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Money that is lent, and debts.</summary>
internal static class MoneyRules
{
    public static void ReadMoney(Scene scene, int verb, string act)
    {
        var view = scene.View;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var actors = scene.ActorOf(chain, end);
        var isPassive = chain.IsPassive(view);
        var codes = actors.Select(one => one.Code).ToArray();
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, codes);
        if (isPassive && counterparts.Count == 0)
            counterparts = scene.Names.SubjectOf(chain);
        if (counterparts.Count == 0 || actors.Count == 0)
            return;
        scene.Add(new Finding(act, verb, $"{act}:{(isPassive ? "passive" : "active")}") { Actors = actors, Counterparts = counterparts, Mood = Enumerable.Range(verb + 1, end - verb - 1).Any(k => view[k].Says("nothing")) ? scene.MoodOf(chain).Inverted() : SupplyRules.Promised(view[verb], scene.MoodOf(chain)), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Thing.Loan);
    }

    // `suspended aid to Niger`
    public static bool ReadAidStopped(Scene scene, int noun)
    {
        var governor = scene.Syntax.GovernorOf(noun);
        if (governor.Role is not (Role.Object or Role.Passive) || !scene.View.IsVerb(governor.Verb, Deed.Restrict) || scene.View[noun].Says("money") || scene.View[noun].Says("help") || scene.View[noun].Says("euros") || scene.View[noun].Says("relief") || scene.View[noun].Says("cash") || scene.View[noun].Text.Contains("subsid"))
            return false;
        var chain = Chain.Of(scene.View, governor.Verb);
        var end = scene.View.RegionEnd(noun);
        var actors = governor.Role == Role.Passive ? scene.Names.AgentAfter(governor.Verb, end) : scene.Names.SubjectOf(chain);
        var counterparts = scene.Counterparts.Find(noun + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Sanctioned(actors);
        if (actors.Count == 0 || counterparts.Count == 0 || actors.Any(one => one.Kind == EntityKind.Company))
            return false;
        scene.Add(new Finding(Acts.Transfer, noun, "transfer:stopped") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain).Inverted(), End = end });
        scene.Use(noun);
        return true;
    }

    public static void ReadLoan(Scene scene, int noun)
    {
        var end = scene.View.RegionEnd(noun);
        var measure = Measure.Of(scene, noun, end);
        if (scene.View.IsVerb(measure.Governor.Verb, Deed.In))
        {
            // Who receives a loan from somebody.
            var lenders = scene.Counterparts.Find(noun + 1, end, Direction.From, []);
            var borrowers = scene.Names.SubjectOf(Chain.Of(scene.View, measure.Governor.Verb));
            if (lenders.Count > 0 && borrowers.Count > 0)
                scene.Add(new Finding(Acts.Lends, noun, "lends:noun") { Actors = lenders, Counterparts = borrowers, Mood = scene.MoodOf(Chain.Of(scene.View, measure.Governor.Verb)), End = end });
            scene.Use(noun);
            return;
        }

        var counterparts = scene.Counterparts.Find(noun + 1, end, Direction.To, [.. measure.Actors.Select(one => one.Code)]);
        if (counterparts.Count == 0 && measure.Governor is { Role: Role.Object, Verb: var verb })
            counterparts = scene.Counterparts.Find(verb + 1, noun, Direction.To, [.. measure.Actors.Select(one => one.Code)]);
        // `suspended new loans`
        if (counterparts.Count == 0 && measure.Governor.Role == Role.Object && scene.View.IsVerb(measure.Governor.Verb, Deed.Restrict))
            counterparts = scene.Sanctioned([.. measure.Actors]);
        if (measure.Actors.Count == 0 || counterparts.Count == 0 || (!measure.IsDone && measure.Governor.Role == Role.Adjunct))
            return;
        scene.Add(new Finding(Acts.Lends, noun, "lends:noun") { Actors = measure.Actors, Counterparts = counterparts, Mood = measure.Mood, End = end });
        scene.Use(noun);
    }

    // Debts to somebody: the creditor lends.
    public static void ReadDebt(Scene scene, int at)
    {
        var view = scene.View;
        var end = view.RegionEnd(at);
        var isVerb = view.IsVerb(at, Deed.Borrow);
        var chain = Chain.Of(view, at);
        var governor = isVerb ? Governor.None : scene.Syntax.GovernorOf(at);
        var lenders = scene.Counterparts.Find(at + 1, end, Direction.To, []);
        if (lenders.Count == 0)
            lenders = scene.Counterparts.Find(at + 1, end, Direction.Place, []);
        var debtors = isVerb ? scene.Names.SubjectOf(chain) : scene.Names.OwnersOf(at);
        if (debtors.Count == 0 && governor.Verb >= 0)
            debtors = scene.Names.SubjectOf(Chain.Of(view, view.IsVerb(governor.Verb) ? governor.Verb : governor.Verb + 1));
        if (debtors.Count == 0 && governor.Role == Role.Adjunct && view.IsVerb(governor.Verb - 1))
            debtors = scene.Names.SubjectOf(Chain.Of(view, governor.Verb - 1));
        lenders = [.. lenders.Where(one => debtors.All(debtor => debtor.Code != one.Code))];
        if (lenders.Count == 0 || debtors.Count == 0)
            return;
        var mood = isVerb ? scene.MoodOf(chain) : Mood.Plain;
        scene.Add(new Finding(Acts.Lends, at, "lends:debt") { Actors = lenders, Counterparts = debtors, Mood = mood, End = end });
        scene.Use(at);
    }
}
