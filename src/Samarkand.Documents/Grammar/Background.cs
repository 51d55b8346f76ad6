using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// What a document is about as a whole, from a first reading: whom most of its restrictions fall on, and who imposes them. A press release
/// names its target once and says `the package` from then on.
/// </summary>
/// <param name="Target">Whom most restrictions fall on, or null.</param>
/// <param name="Issuer">Who imposes most of those, or null.</param>
/// <param name="Voice">Whom `we` and `the government` are, or null.</param>
internal sealed record Background(string? Target, string? Issuer, string? Voice)
{
    /// <summary>Fewer sentences than this are read by themselves.</summary>
    public const int FewestSentences = 3;

    /// <summary>As many sentences in which `we` speak make a document the speech of somebody.</summary>
    private const int FewestSpoken = 3;

    /// <summary>What a title says counts as often.</summary>
    private const int TitleWeight = 2;

    public static Background None { get; } = new(null, null, null);

    public static Background Of(IReadOnlyList<(Finding Found, bool IsTitle)> findings, Discourse outline, Setting setting)
    {
        var lexicon = setting.Lexicon;
        if (setting.Firm.Count > 0)
            return OfFirm(findings, outline, setting);
        var imposed = findings.Where(one => Acts.IsRestrictive(one.Found.Act) && !one.Found.Mood.IsDenied).SelectMany(one => Enumerable.Repeat(one.Found, one.IsTitle ? TitleWeight : 1)).ToArray();
        var hit = imposed.SelectMany(found => found.Counterparts).Where(one => one.IsNamed).Select(one => lexicon.HomeOf(one.Code)).ToArray();
        var target = Most(hit) ?? Most(outline.Aggressors) ?? (hit.Length == 0 ? setting.Most(setting.Heard) : null);
        var issuer = Most(imposed.Where(found => found.Mood.Modality is Modality.Done or Modality.Planned && (target is null || found.Counterparts.Count == 0 || found.Counterparts.Any(one => lexicon.HomeOf(one.Code) == target)))
            .SelectMany(found => found.Actors.Select(one => (Actor: one, Times: found.Counterparts.Any(other => other.IsNamed) ? 2 : 1)))
            .Where(one => one.Actor is { IsNamed: true, Kind: not EntityKind.Company, IsFirms: false } && one.Actor.Code != target).SelectMany(one => Enumerable.Repeat(one.Actor.Code, one.Times)), 2);
        var voice = VoiceOf(outline, setting, target);
        if (voice is not null && voice != target && (outline.Spoken >= FewestSpoken || issuer is null))
            issuer = voice;
        return new Background(target, issuer, voice);
    }

    // A company's announcement: the company acts, on the place that it is about.
    private static Background OfFirm(IReadOnlyList<(Finding Found, bool IsTitle)> findings, Discourse outline, Setting setting)
    {
        var firm = string.Join(' ', setting.Firm);
        var places = findings.Select(one => one.Found).Where(found => found.Act == Acts.OverCompliance || Acts.IsRestrictive(found.Act)).SelectMany(found => found.Counterparts).Where(one => one.IsNamed).Select(one => setting.Lexicon.HomeOf(one.Code));
        return new Background(Most(places) ?? Most(outline.Aggressors) ?? setting.Titled.FirstOrDefault(), firm, firm);
    }

    private static string? VoiceOf(Discourse outline, Setting setting, string? target)
    {
        var titled = setting.Titled.FirstOrDefault(code => code != target);
        var voices = outline.Voices.Concat(titled is not null && outline.Voices.Contains(titled) ? [titled] : []).Where(code => code != target).GroupBy(code => code).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (voices?.Count() >= 2)
            return voices.Key;
        if (outline.Spoken < FewestSpoken)
            return null;
        if (setting.Heard is { } heard && heard != target)
            return heard;
        // `dealings in Australia`: the place of a speech, which never acts by its name.
        return outline.Places.Where(code => code != target && !outline.Acting.Contains(code)).GroupBy(code => code).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? voices?.Key;
    }

    // At least half of all, so that a document about two quarrels has none.
    private static string? Most(IEnumerable<string> codes, int fewest = 1)
    {
        var groups = codes.GroupBy(code => code).Select(group => (group.Key, Count: group.Count())).OrderByDescending(group => group.Count).ToArray();
        return groups.Length > 0 && groups[0].Count >= fewest && 2 * groups[0].Count >= groups.Sum(group => group.Count) ? groups[0].Key : null;
    }
}
