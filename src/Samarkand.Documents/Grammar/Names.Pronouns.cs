using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <content>Whom pronouns and words such as `the government` stand for.</content>
internal sealed partial class Names
{
    /// <summary>Whom a pronoun stands for that something is done to: `to us`, `on it`.</summary>
    public List<Actor> Meant(int pronoun, IReadOnlyCollection<string> actors)
    {
        if (IsFirstPerson(view[pronoun]))
            return [.. Understood(pronoun).Where(one => !actors.Contains(one.Code))];
        for (var k = 0; k < pronoun; k++)
        {
            if (view[k].Entity is { Kind: EntityKind.State } entity && !actors.Contains(entity.Code) && view.PrepositionOf(k) < 0)
                return [Of(k) with { IsNamed = false }];
        }

        return [];
    }

    private List<Actor> Understood(int at)
    {
        if (IsFirstPerson(view[at]))
            return (scene().Attribution?.SpeakerOf(at) ?? FirstPerson()) is { } speaker ? [new Actor(speaker, EntityKind.State, at) { IsNamed = false }] : [];
        if (discourse.IsAboutMeasure && (view[at].Says("it") || view[at].Says("they") || view[at].Says("its") || view[at].Says("these")) && NearestBefore(at) is null)
            return discourse.Background.Issuer is { } issuer ? [new Actor(issuer, EntityKind.State, at) { IsNamed = false }] : [];
        if (view.Is(at, Word.Listed) && discourse.Listed.Count >= 2)
            return [.. discourse.Listed.Select(code => new Actor(code, EntityKind.State, at) { IsNamed = false })];
        if (view.Is(at, Word.Both) && discourse.Named.Count >= 2)
            return [.. discourse.Named.TakeLast(2).Select(code => new Actor(code, EntityKind.State, at) { IsNamed = false })];
        // `the president`: of the state that was heard or acted last.
        if (view[at].Is(Word.Country) && view[at].Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && ((discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null) ?? discourse.Background.Voice ?? discourse.SpeakerCode ?? discourse.Topic) is { } heard)
            return [new Actor(heard, EntityKind.State, at) { IsNamed = false }];
        // `banks ... if they help`: no state is meant.
        if (view[at].Says("they") && Enumerable.Range(0, at).Any(k => view.Is(k, Word.Firms) && view.At(k - 1)?.Entity is null && view.At(k - 2)?.Entity is null))
            return [];
        if (NearestBefore(at) is { } nearest)
            return [.. With(nearest).Select(one => one with { IsNamed = false })];
        var code = (view[at].Says("they") ? null : scene().Attribution?.SpeakerOf(at)) ?? discourse.Topic;
        return code is null ? [] : [new Actor(code, EntityKind.State, at) { IsNamed = false }];
    }

    // Who answers after a label, who is being quoted, or else who issued the document.
    private string? FirstPerson() =>
        (discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null) ?? (discourse.IsQuoting ? discourse.SpeakerCode : null) ?? discourse.Background.Voice ?? discourse.Background.Issuer ?? discourse.SpeakerCode ?? discourse.Topic;

    // Within the sentence, a pronoun stands for its subject before.
    private int? NearestBefore(int at)
    {
        for (var k = 0; k < at; k++)
        {
            if (view[k].Entity is { } entity && view.PrepositionOf(k) < 0 && !(entity.IsAdjective && view.IsGoods(k + 1)))
                return k;
        }

        return null;
    }

    private static bool IsFirstPerson(Texts.Item item) => item.Says("we") || item.Says("our") || item.Says("us") || item.Says("I") || item.Says("my");
}
