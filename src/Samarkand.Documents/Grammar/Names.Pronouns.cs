using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <content>Whom pronouns and words such as `the government` stand for.</content>
internal sealed partial class Names
{
    /// <summary>Whom a pronoun stands for that something is done to: `to us`, `on it`.</summary>
    public List<Actor> Meant(int pronoun, IReadOnlyCollection<string> actors)
    {
        if (view.Is(pronoun, Word.Regime) || view.Is(pronoun, Word.Country) && !IsFirstPerson(view[pronoun]))
            return Other(pronoun, actors);
        if (IsFirstPerson(view[pronoun]))
            return [.. Understood(pronoun).Where(one => !actors.Contains(one.Code))];
        for (var k = 0; k < pronoun; k++)
        {
            if (view[k].Entity is { Kind: EntityKind.State } entity && !actors.Contains(entity.Code) && view.PrepositionOf(k) < 0)
                return [Of(k) with { IsNamed = false }];
        }

        // `went on selling it weapons`: whom the sentence before was about.
        return discourse.IsDocument && view.IsVerb(pronoun - 1) && discourse.Topic is { } topic && !actors.Contains(topic) ? [Actor.Understood(topic, pronoun)] : [];
    }

    /// <summary>Whom a word such as `your territory` stands for.</summary>
    public List<Actor> Meaning(int at) => Understood(at);

    // `left the country`, `froze the assets of the central bank`: of whom the document is about, unless it acts itself.
    private List<Actor> Other(int at, IReadOnlyCollection<string> actors)
    {
        if (view[at].Text.StartsWith("it", StringComparison.OrdinalIgnoreCase) || view[at].Text.StartsWith("the", StringComparison.OrdinalIgnoreCase) && view[at].Text.Contains("ir ", StringComparison.Ordinal))
            return [];
        foreach (var code in (string?[])[discourse.BackgroundTarget, discourse.Target, discourse.Topic])
        {
            if (code is not null && !actors.Contains(code))
                return [Actor.Understood(code, at)];
        }

        return [];
    }

    private List<Actor> Understood(int at)
    {
        if (view[at].Text.StartsWith("member", StringComparison.OrdinalIgnoreCase))
            return discourse.Background.Issuer is { } group ? [Actor.Understood(group, at)] : [];
        if (view[at].Text.StartsWith("your", StringComparison.OrdinalIgnoreCase))
            return discourse.Home is { } asked ? [Actor.Understood(asked, at)] : [];
        if (view.Is(at, Word.Regime))
            return (discourse.Background.Target ?? discourse.Target ?? discourse.Topic) is { } regime ? [Actor.Understood(regime, at)] : [];
        if (IsFirstPerson(view[at]))
            return (scene().Attribution?.SpeakerOf(at) ?? FirstPerson()) is { } speaker ? [Actor.Understood(speaker, at)] : [];
        if (discourse.IsAboutMeasure && (view[at].Says("it") || view[at].Says("they") || view[at].Says("its") || view[at].Says("these")) && NearestBefore(at) is null)
            return discourse.Background.Issuer is { } issuer ? [Actor.Understood(issuer, at)] : [];
        // `it includes a ban`: the package.
        if ((view[at].Says("it") || view[at].Says("they") || view[at].Says("these")) && discourse.IsDocument && NearestBefore(at) is null && view.At(view.After(at)) is { } says && (says.Text.StartsWith("includ", StringComparison.OrdinalIgnoreCase) || says.Text.StartsWith("contain", StringComparison.OrdinalIgnoreCase) || says.Text.StartsWith("compris", StringComparison.OrdinalIgnoreCase) || says.Text.StartsWith("cover", StringComparison.OrdinalIgnoreCase)))
            return (discourse.Background.Issuer ?? (discourse.Issuers.Count == 1 ? discourse.Issuer : null)) is { } imposing ? [Actor.Understood(imposing, at)] : [];
        if (view.Is(at, Word.Listed) && discourse.Listed.Count >= 2)
            return [.. discourse.Listed.Select(code => Actor.Understood(code, at))];
        if (view.Is(at, Word.Both) && discourse.Named.Count >= 2)
            return [.. discourse.Named.TakeLast(2).Select(code => Actor.Understood(code, at))];
        // `a Dutch court ordered the government`
        if (view[at].Is(Word.Country) && view[at].Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && OfferedBefore(at) is { } offered)
            return [Of(offered) with { IsNamed = false }];
        // `the president`: of the state that was heard or acted last.
        if (view[at].Is(Word.Country) && !IsPlace(view[at].Text) && (view[at].Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || view[at].Is(Word.Organ)) && ((discourse.IsLabelled ? discourse.LabelledCode ?? discourse.Home : null) ?? discourse.Background.Voice ?? discourse.SpeakerCode ?? discourse.Topic) is { } heard)
            return [Actor.Understood(heard, at)];
        // `banks ... if they help`: no state is meant.
        if (view[at].Says("they") && Enumerable.Range(0, at).Any(k => view.Is(k, Word.Firms) && view.At(k - 1)?.Entity is null && view.At(k - 2)?.Entity is null))
            return [];
        // `Spain announced that it will`
        if ((view[at].Says("it") || view[at].Says("they") || view[at].Says("he") || view[at].Says("she")) && ReporterBefore(at) is { Count: > 0 } reporter)
            return [.. reporter.Select(one => one with { IsNamed = false })];
        if (NearestBefore(at) is { } nearest)
            return [.. With(nearest).Select(one => one with { IsNamed = false })];
        var code = (view[at].Says("they") ? null : scene().Attribution?.SpeakerOf(at)) ?? discourse.Topic;
        return code is null ? [] : [Actor.Understood(code, at)];
    }

    // A state's adjective before an office that is told something.
    private int? OfferedBefore(int at)
    {
        for (var k = at - 1; k > Math.Max(0, at - 5); k--)
        {
            if (view[k].Entity is { IsAdjective: true, Kind: EntityKind.State } && View.IsPlain(view[k + 1]) && view.IsVerb(at - 1))
                return k;
        }

        return null;
    }

    private List<Actor> ReporterBefore(int at)
    {
        for (var k = at - 1; k >= Math.Max(1, at - 4); k--)
        {
            if (view.IsVerb(k, Deed.Report))
                return Head(Chain.Of(view, k)) is >= 0 and var head && view[head].Entity is not null && view.Is(at + 1, Word.Will | Word.Would | Word.Have | Word.Be | Word.May | Word.Do | Word.Should | Word.Adv) ? With(head) : [];
            if (!view[k].Is(Word.That | Word.Today | Word.Adv) && view[k].Date is null)
                return [];
        }

        return [];
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

    // `the country` is whoever was named last.
    private static bool IsPlace(string text) => text.ToLowerInvariant() is "the country" or "the kingdom" or "the republic" or "the nation" or "the state" or "the emirate" or "the island";

    internal static bool IsFirstPerson(Texts.Item item) => item.Text.StartsWith("our ", StringComparison.OrdinalIgnoreCase) || item.Text.StartsWith("my ", StringComparison.OrdinalIgnoreCase) || item.Says("this country") || item.Says("this government") || item.Says("this House") || item.Says("we") || item.Says("our") || item.Text is "us" or "Us" || item.Says("I") || item.Says("my");
}
