using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>A noun that names a measure, with who takes it and what its verb says of it.</summary>
/// <param name="Actors">Who takes it.</param>
/// <param name="Governor">The verb that it belongs to.</param>
/// <param name="Mood">Whether it is so, and how far it has come.</param>
internal sealed record Measure(IReadOnlyList<Actor> Actors, Governor Governor, Mood Mood)
{
    /// <summary>Whom the measure is named after.</summary>
    public IReadOnlyList<Actor> Sufferers { get; init; } = [];

    /// <summary>The verb says that somebody takes the measure, or not.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whose subject acts: imposed, lifted, refused, plans.</summary>
    private const Deed Doing = Deed.Light | Deed.Lift | Deed.Refuse | Deed.Plan | Deed.Possible | Deed.Threaten | Deed.Restrict | Deed.Maintain | Deed.Fail;

    public static Measure Of(Scene scene, int noun, int end)
    {
        var view = scene.View;
        var governor = scene.Syntax.GovernorOf(noun);
        var owners = scene.Names.OwnersOf(noun);
        var agents = scene.Names.AgentAfter(noun, end);
        if (owners.Count == 0 && agents.Count == 0 && OwnerAfter(scene, noun) is { Count: > 0 } of)
            owners = of;
        var isDoing = governor.Verb >= 0 && governor.Role != Role.Adjunct && view.Is(governor.Verb, Doing) && !(view.Is(governor.Verb, Deed.Suffer) && !view.Is(governor.Verb, Deed.Light | Deed.Refuse | Deed.Possible));
        if (governor.Role == Role.Subject)
            isDoing = view.Is(governor.Verb, Deed.Enter | Deed.Lift) && !(Chain.Of(view, governor.Verb).Mood(view, false, false).IsDenied && !IsScope(view[governor.Verb]) && !view[governor.Verb].Text.Contains(' '));
        // `oppose a European embargo`: there is none yet.
        if (owners.Count > 0 && governor.Role == Role.Object && scene.View.IsVerb(governor.Verb, Deed.Refuse) && Enumerable.Range(governor.Verb + 1, Math.Max(0, noun - governor.Verb - 1)).Any(k => view[k].Text.ToLowerInvariant() is "a" or "an" or "any" or "new" or "further" or "more" or "additional") && Enumerable.Range(governor.Verb + 1, Math.Max(0, noun - governor.Verb - 1)).All(k => !view[k].Says("of")))
            owners = SubjectOf(scene, governor.Verb);
        // `blocked the EU's new sanctions`: who vetoes another's measure.
        var isVetoing = owners.Count > 0 && governor.Role == Role.Object && view.Is(noun, Thing.Sanctions | Thing.Loose) && scene.View.IsVerb(governor.Verb) && IsVeto(view[governor.Verb].Text) && SubjectOf(scene, governor.Verb) is { Count: > 0 } vetoing && scene.MoodOf(Chain.Of(view, governor.Verb)).Modality is Modality.Done && vetoing.All(one => owners.All(owner => owner.Code != one.Code));
        if (isVetoing)
            return new Measure(SubjectOf(scene, governor.Verb), governor, scene.MoodOf(Chain.Of(view, governor.Verb)) is { IsDenied: true } given ? given with { Polarity = Polarity.Affirmed } : new Mood(Polarity.Denied, Modality.Refused)) { IsDone = true };
        // Whose status as a favoured nation it is does not act.
        var actors = agents.Count > 0 ? agents : view[noun].Is(Thing.Mfn) ? [] : owners;
        if (actors.Count == 0 && isDoing && governor.Role == Role.Object)
            actors = SubjectOf(scene, governor.Verb);
        // `the shock that the West inflicted, from the freezing of the assets`: who the sentence is about.
        if (actors.Count == 0 && !isDoing && scene.View[noun].Is(Thing.Freeze | Thing.Seizure) && scene.Names.FirstBefore(noun) is { } first)
            actors = [first];
        // `the US eases Venezuela oil sanctions`: whose name stands before the noun suffers them, where another acts.
        if (agents.Count == 0 && owners is [{ IsNamed: true } owner] && IsSufferer(scene, owner, noun))
        {
            var acting = governor.Role == Role.Object && isDoing ? SubjectOf(scene, governor.Verb).Where(one => one.Code != owner.Code).ToList() : [];
            return new Measure(acting, governor, MoodOf(scene, noun, governor)) { IsDone = isDoing, Sufferers = owners };
        }

        var mood = IsOpposed(scene, governor, owners) ? scene.Syntax.InSentence(Mood.Plain, noun) : MoodOf(scene, noun, governor);
        // `a tariff, to start on August 1`
        if (mood == Mood.Plain && Enumerable.Range(noun + 1, Math.Max(0, Math.Min(view.Count - 1, noun + 18) - noun - 1)).Any(k => view[k].Is(Word.To) && view[k - 1].Sign == ',' && view.Is(k + 1, Deed.Enter)))
            mood = mood with { Modality = Modality.Planned };
        return new Measure(actors, governor, mood) { IsDone = isDoing };
    }

    private static bool IsVeto(string verb) => verb.StartsWith("block", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("veto", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("thwart", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("obstruct", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("derail", StringComparison.OrdinalIgnoreCase);

    // `the sanctions of the United States`: who imposes them, unless it is whom the document is against.
    private static List<Actor> OwnerAfter(Scene scene, int noun)
    {
        if (!scene.View[noun].Is(Thing.Sanctions) || scene.View.At(noun + 1)?.Says("of") != true)
            return [];
        for (var k = noun + 2; k < Math.Min(scene.View.Count, noun + 5); k++)
        {
            if (scene.View[k].Entity is { Kind: not EntityKind.Company } entity)
                return entity.Code != scene.Discourse.Background.Target && !entity.IsAdjective ? scene.Names.With(k) : [];
            if (!scene.View[k].Is(Word.Det))
                return [];
        }

        return [];
    }

    // `Iran sanctions`, `Russia tariffs`: a state's name before the noun, unless it is one of those who impose: `EU sanctions`.
    private static bool IsSufferer(Scene scene, Actor owner, int noun) =>
        owner.At >= 0 && owner.Kind == EntityKind.State && !scene.View[owner.At].IsPossessive && scene.View[owner.At].Entity is { IsAdjective: false, IsSeat: false, IsLeader: false } && scene.View[noun].Is(Thing.Sanctions | Thing.Tariff)
        && owner.Code != scene.Discourse.Background.Issuer && owner.Code is not ("USA" or "GBR") && !scene.View.Is(owner.At - 1, Word.And) && scene.View.PrepositionOf(owner.At) < 0;

    // `China opposes the EU's sanctions`: they are there.
    private static bool IsOpposed(Scene scene, Governor governor, List<Actor> owners)
    {
        if (owners.Count == 0 || governor.Role != Role.Object || !scene.View.Is(governor.Verb, Deed.Refuse))
            return false;
        var word = scene.View[governor.Verb].Text;
        if (!word.StartsWith("oppos", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("against", StringComparison.OrdinalIgnoreCase))
            return false;
        var subjects = SubjectOf(scene, governor.Verb);
        return subjects.Count > 0 && subjects.All(one => owners.All(owner => owner.Code != one.Code));
    }

    // What a measure does not apply to, or does not cover, leaves it a measure.
    private static bool IsScope(Texts.Item verb) => verb.Text.StartsWith("appl", StringComparison.OrdinalIgnoreCase) || verb.Text.StartsWith("cover", StringComparison.OrdinalIgnoreCase) || verb.Text.StartsWith("exten", StringComparison.OrdinalIgnoreCase);

    private static List<Actor> SubjectOf(Scene scene, int verb)
    {
        // `calls for`, `plans for`: nouns whose owner acts.
        if (!scene.View.IsVerb(verb))
        {
            var owners = scene.Names.OwnersOf(verb);
            return owners.Count > 0 ? owners
                : scene.Names.SubjectOf(new Chain(Chain.Of(scene.View, verb).Start, verb)) is { Count: > 0 } subject ? subject
                : scene.Names.FirstBefore(verb) is { } first ? [first] : [];
        }

        var chain = Chain.Of(scene.View, verb);
        return chain.IsPassive(scene.View) ? [] : scene.Names.SubjectOf(chain);
    }

    public static Mood MoodOf(Scene scene, int noun, Governor governor)
    {
        var view = scene.View;
        var mood = Mood.Plain;
        if (governor.Verb >= 0 && governor.Role is not (Role.Adjunct or Role.None))
        {
            var isVerb = view.IsVerb(governor.Verb);
            if (governor.Role != Role.Reduced || view.Is(governor.Verb, Deed.Plan | Deed.Possible | Deed.Refuse | Deed.Lift))
                mood = Apply(view[governor.Verb], isVerb ? scene.MoodOf(Chain.Of(view, governor.Verb)) : PredicateMood(scene, governor.Verb));
        }
        else
        {
            mood = scene.Syntax.InSentence(mood, noun);
        }

        // A ban that does not apply to somebody is a ban.
        if (governor.Role == Role.Subject && mood.IsDenied && IsScope(view[governor.Verb]))
            mood = mood with { Polarity = Polarity.Affirmed };
        var isBefore = governor.Role is Role.Passive or Role.Subject && view.IsVerb(governor.Verb);
        return !isBefore && IsNegated(view, noun, governor) ? Negate(mood) : mood;
    }

    // `a ban is not ruled out`, `there is no threat of tariffs`.
    private static Mood PredicateMood(Scene scene, int word)
    {
        var chain = Chain.Of(scene.View, word);
        var mood = chain.Mood(scene.View, isReported: false, scene.Syntax.IsConditionalAt(word));
        return scene.Syntax.InSentence(mood, chain.Start);
    }

    // What the verb itself says of its object.
    private static Mood Apply(Texts.Item verb, Mood mood)
    {
        if (verb.Is(Deed.Refuse | Deed.Predicate) && !verb.Is(Deed.Possible))
            return mood.IsDenied ? new Mood(Polarity.Affirmed, Modality.Possible) : new Mood(Polarity.Denied, mood.Modality is Modality.Possible ? Modality.Possible : Modality.Refused);
        if (verb.Is(Deed.Lift) && !verb.Is(Deed.Light))
            return mood.Inverted();
        if (verb.Is(Deed.Fail))
            return mood.IsDenied ? mood : mood.Inverted();
        if (verb.Is(Deed.Possible) && !verb.Is(Deed.Light))
            return mood.Modality is Modality.Done or Modality.Planned ? mood with { Modality = mood.IsDenied ? Modality.Refused : Modality.Possible } : mood;
        if (verb.Is(Deed.Plan) && !verb.Is(Deed.Light) && mood.Modality == Modality.Done)
            return mood with { Modality = mood.IsDenied ? Modality.Refused : Modality.Planned };
        if (verb.Entry.Text.StartsWith("agree", StringComparison.OrdinalIgnoreCase) && mood == Mood.Plain)
            return mood with { Modality = Modality.Planned };
        if (verb.Is(Deed.Deny))
            return new Mood(mood.IsDenied ? Polarity.Affirmed : Polarity.Denied, Modality.Done);
        return mood;
    }

    // `no tariffs`, `neither sanctions nor`: before the noun itself.
    private static bool IsNegated(View view, int noun, Governor governor)
    {
        for (var k = noun - 1; k >= Math.Max(0, noun - 5); k--)
        {
            if (view[k].Is(Word.Neg) && (view[k].Says("no") || view[k].Says("none of") || view[k].Says("without") || view[k].Says("neither") || view[k].Says("not") || view[k].Says("nor") || view[k].Says("instead of") || view[k].Says("rather than")))
                return !(governor.Verb >= 0 && k >= Chain.Of(view, governor.Verb).Start && k <= governor.Verb);
            if (view.IsVerb(k) || view[k].Sign != '\0' || view[k].Is(Word.Prep))
                return false;
        }

        return false;
    }

    private static Mood Negate(Mood mood) => mood.IsDenied ? mood with { Polarity = Polarity.Affirmed } : new Mood(Polarity.Denied, mood.Modality is Modality.Planned ? Modality.Refused : mood.Modality);
}
