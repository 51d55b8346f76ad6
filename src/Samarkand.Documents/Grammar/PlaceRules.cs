using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Places and ways that are closed, and transport that is interrupted, where no rule of bans reads it.</summary>
internal static class PlaceRules
{
    public static void Read(Scene scene)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.IsUsed(k))
                continue;
            if (scene.View[k].Is(Thing.Airspace) && ClosedBy(scene, k) is var verb and >= 0 && !scene.IsUsed(verb))
                ReadClosed(scene, k, verb);
            else if (scene.View.IsVerb(k, Deed.OpenVerb) && scene.View[k].Text.StartsWith("reopen", StringComparison.OrdinalIgnoreCase) && scene.First(k + 1, Math.Min(scene.View.Count, k + 6), Thing.Airspace) >= 0)
                ReadReopened(scene, k);
            else if (scene.View[k].Is(Thing.Airspace) && ReadOpen(scene, k))
                continue;
            else if (scene.View[k].Is(Thing.Airspace | Thing.VehiclesX) && ReadNotLet(scene, k))
                continue;
            else if (scene.View[k].Is(Thing.Airspace) && ReadUse(scene, k))
                continue;
            else if (scene.View.Is(k, Thing.VehiclesX) && ReadMayNot(scene, k))
                continue;
            else if (scene.View[k].Says("limits") && scene.View.At(k - 1)?.Says("off") == true)
                ReadOffLimits(scene, k);
            else if (scene.View[k].Is(Thing.Flights) && scene.View.At(k - 1)?.Is(Word.Det) == true && scene.View.At(k - 2)?.Says("of") == true && IsInterruption(scene, k))
                ReadInterruption(scene, k);
        }
    }

    // `no Russian plane may land in Canada`, `Russian ships may not call at British ports`: the place has closed itself.
    private static bool ReadMayNot(Scene scene, int vehicle)
    {
        var view = scene.View;
        var verb = Enumerable.Range(vehicle + 1, Math.Max(0, Math.Min(view.Count, vehicle + 9) - vehicle - 1)).FirstOrDefault(k => Moving.Any(moving => view[k].Text.StartsWith(moving, StringComparison.OrdinalIgnoreCase)), -1);
        var may = verb < 0 ? -1 : Enumerable.Range(vehicle + 1, verb - vehicle - 1).FirstOrDefault(k => view[k].Is(Word.May | Word.Cannot | Word.NoLonger | Word.Will), -1);
        if (may < 0 || !(Enumerable.Range(may, verb - may).Any(k => view[k].Is(Word.Neg | Word.Cannot | Word.NoLonger)) || Enumerable.Range(Math.Max(0, vehicle - 4), Math.Min(4, vehicle)).Any(k => view[k].Says("no"))))
            return false;
        var owner = Enumerable.Range(Math.Max(0, vehicle - 2), Math.Min(2, vehicle)).LastOrDefault(k => view[k].Entity is { Kind: EntityKind.State }, -1);
        var place = Enumerable.Range(verb + 1, Math.Max(0, Math.Min(view.Count, verb + 8) - verb - 1)).FirstOrDefault(k => view[k].Entity is { Kind: EntityKind.State or EntityKind.Group }, -1);
        if (owner < 0 || place < 0 || view[owner].Entity!.Code == view[place].Entity!.Code)
            return false;
        scene.Add(new Finding(Acts.Transport, vehicle, "transport:may-not") { Actors = scene.Names.With(place), Counterparts = scene.Names.With(owner), Goods = scene.Goods(vehicle, vehicle + 1), Mood = new Mood(Polarity.Affirmed, view[may].Is(Word.Will) ? Modality.Planned : Modality.Done), End = view.RegionEnd(verb) });
        scene.Use(vehicle);
        scene.UseAll(vehicle, view.Count, Thing.Airspace);
        return true;
    }

    private static readonly string[] Moving = ["land", "fly", "cross", "overfly", "dock", "enter", "call", "berth", "moor", "use", "transit", "pass"];

    // `British ports are off limits to Russian ships`
    private static void ReadOffLimits(Scene scene, int limits)
    {
        var place = scene.First(Math.Max(0, limits - 8), limits, Thing.Airspace);
        if (place < 0 || scene.Names.OwnersOf(place) is not { Count: > 0 } owners)
            return;
        var end = scene.View.RegionEnd(limits);
        var counterparts = scene.Counterparts.Find(limits + 1, end, Direction.To, [.. owners.Select(one => one.Code)]);
        if (counterparts.Count > 0)
            scene.Add(new Finding(Acts.Transport, place, "transport:off-limits") { Actors = owners, Counterparts = counterparts, Mood = scene.Syntax.InSentence(Mood.Plain, place), End = end });
    }

    // `will reopen its border with Qatar`
    private static void ReadReopened(Scene scene, int verb)
    {
        var chain = Chain.Of(scene.View, verb);
        var end = scene.View.RegionEnd(verb);
        var actors = scene.ActorOf(chain, end);
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return;
        scene.Add(new Finding(Acts.Transport, verb, "transport:reopened") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain).Inverted(), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Thing.Airspace);
    }

    // `kept its airspace open to Russian planes`
    private static bool ReadOpen(Scene scene, int place)
    {
        var view = scene.View;
        if (view.At(place + 1)?.Says("open") != true)
            return false;
        var verb = Enumerable.Range(Math.Max(0, place - 4), Math.Min(4, place)).LastOrDefault(k => view.IsVerb(k) && (view[k].Text.StartsWith("keep", StringComparison.OrdinalIgnoreCase) || view[k].Says("kept") || view[k].Says("leave") || view[k].Says("left") || view[k].Says("leaves")), -1);
        if (verb < 0)
            return false;
        var end = view.RegionEnd(place);
        var actors = scene.Names.SubjectOf(Chain.Of(view, verb));
        var counterparts = scene.Counterparts.Find(place + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (actors.Count == 0 || counterparts.Count == 0)
            return false;
        scene.Add(new Finding(Acts.Transport, place, "transport:open") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(place + 1, end), Mood = scene.MoodOf(Chain.Of(view, verb)).Inverted(), End = end });
        scene.Use(place);
        return true;
    }

    // `will not allow ships with weapons for Israel to its ports`
    private static bool ReadNotLet(Scene scene, int vehicle)
    {
        var view = scene.View;
        var verb = Enumerable.Range(Math.Max(0, vehicle - 5), Math.Min(5, vehicle)).LastOrDefault(k => view.IsVerb(k) && view[k].Entry.Text is "allow" or "permit" or "let" or "admit" or "accept", -1);
        if (verb < 0 || scene.IsUsed(verb))
            return false;
        var chain = Chain.Of(view, verb);
        var end = view.RegionEnd(verb);
        var mood = scene.MoodOf(chain);
        if (!mood.IsDenied || chain.IsPassive(view) || scene.First(verb, end, Thing.VehiclesX | Thing.Flights) < 0 || scene.First(verb, end, Thing.Airspace) < 0)
            return false;
        var actors = scene.Names.SubjectOf(chain);
        var codes = actors.Select(one => one.Code).ToArray();
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.On, codes);
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (actors.Count == 0)
            return false;
        scene.Add(new Finding(Acts.Transport, vehicle, "transport:not-let") { Actors = actors, Counterparts = counterparts, Goods = scene.Goods(verb + 1, end), Mood = new Mood(Polarity.Affirmed, mood.Modality == Modality.Refused ? Modality.Planned : mood.Modality), End = end });
        scene.Use(verb);
        scene.UseAll(verb, end, Thing.Airspace | Thing.VehiclesX);
        return true;
    }

    // `Russian airlines may not use Canadian airspace`: whose it is has closed it to them.
    private static bool ReadUse(Scene scene, int place)
    {
        var view = scene.View;
        var verb = Enumerable.Range(Math.Max(0, place - 6), Math.Min(6, place)).LastOrDefault(k => view.IsVerb(k) && IsUsing(view[k].Text), -1);
        var chain = verb < 0 ? default : Chain.Of(view, verb);
        if (verb < 0 || chain.Start == verb || !scene.MoodOf(chain).IsDenied || !Enumerable.Range(chain.Start, verb - chain.Start).Any(k => view[k].Is(Word.May | Word.Will | Word.Should | Word.Cannot | Word.NoLonger)))
            return false;
        var owners = scene.Names.OwnersOf(place);
        var users = scene.Names.SubjectOf(chain).Where(one => owners.All(owner => owner.Code != one.Code)).ToList();
        if (owners.Count == 0 || users.Count == 0)
            return false;
        var isPlanned = Enumerable.Range(chain.Start, verb - chain.Start).Any(k => view[k].Is(Word.Will));
        scene.Add(new Finding(Acts.Transport, place, "transport:may-not") { Actors = owners, Counterparts = users, Mood = new Mood(Polarity.Affirmed, isPlanned ? Modality.Planned : Modality.Done), End = view.RegionEnd(place) });
        scene.Use(place);
        return true;
    }

    private static bool IsUsing(string verb) =>
        verb.StartsWith("us", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("enter", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("visit", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("call", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("dock", StringComparison.OrdinalIgnoreCase);

    private static int ClosedBy(Scene scene, int place)
    {
        var view = scene.View;
        for (var k = place + 1; k < Math.Min(view.Count, place + 5); k++)
        {
            if (view.Is(k, Deed.Close) && view[k].Is(Form.Participle) && view.Is(view.Before(k), Word.Be))
                return k;
        }

        return -1;
    }

    private static void ReadClosed(Scene scene, int place, int verb)
    {
        var chain = Chain.Of(scene.View, verb);
        var end = scene.View.RegionEnd(verb);
        var actors = scene.Names.AgentAfter(verb, end);
        if (actors.Count == 0)
            actors = scene.Names.OwnersOf(place);
        if (actors.Count == 0 && scene.Discourse.Topic is { } topic)
            actors = [Actor.Understood(topic)];
        if (actors.Count == 0)
            return;
        var counterparts = scene.Counterparts.Find(verb + 1, end, Direction.To, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0 && actors.All(one => !one.IsNamed) && scene.Discourse.Background.IsOther)
            return;
        scene.Add(new Finding(Acts.Transport, verb, "transport:closed") { Actors = actors, Counterparts = counterparts, Mood = scene.MoodOf(chain), End = end });
        scene.Use(verb);
    }

    private static bool IsInterruption(Scene scene, int at) => scene.View.At(at - 3) is { } before && (before.Text.StartsWith("interrupt", StringComparison.OrdinalIgnoreCase) || before.Text.StartsWith("severing", StringComparison.OrdinalIgnoreCase) || before.Text.StartsWith("disruption", StringComparison.OrdinalIgnoreCase) || before.Is(Thing.Ban));

    private static void ReadInterruption(Scene scene, int at)
    {
        var end = scene.View.RegionEnd(at);
        var found = scene.Found.LastOrDefault();
        var actors = found?.Actors ?? [];
        if (actors.Count == 0)
            actors = scene.Names.With(FirstName(scene, at));
        var counterparts = scene.Counterparts.Find(at + 1, end, Direction.On, [.. actors.Select(one => one.Code)]);
        if (counterparts.Count == 0)
            counterparts = scene.Target(actors);
        if (actors.Count > 0)
            scene.Add(new Finding(Acts.Transport, at, "transport:noun") { Actors = actors, Counterparts = counterparts, Mood = scene.Syntax.InSentence(Mood.Plain, at), End = end });
        scene.Use(at);
    }

    private static int FirstName(Scene scene, int before)
    {
        for (var k = 0; k < before; k++)
        {
            if (scene.View[k].Entity is not null)
                return k;
        }

        return 0;
    }
}
