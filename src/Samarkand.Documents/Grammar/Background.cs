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

    /// <summary>True for a document about something else, which bans nothing by words alone.</summary>
    public bool IsOther { get; init; }

    private static readonly string[] Parliaments = ["GBR", "CAN", "AUS", "NZL", "IND"];

    public static Background None { get; } = new(null, null, null);

    public static Background Of(IReadOnlyList<(Finding Found, bool IsTitle)> findings, Discourse outline, Setting setting)
    {
        var lexicon = setting.Lexicon;
        if (setting.Firm.Count > 0)
            return OfFirm(findings, outline, setting);
        var imposed = findings.Where(one => Acts.IsRestrictive(one.Found.Act) && !one.Found.Mood.IsDenied).SelectMany(one => Enumerable.Repeat(one.Found, one.IsTitle ? TitleWeight : 1)).ToArray();
        var target = TargetOf([.. findings.Where(one => Acts.IsRestrictive(one.Found.Act)).SelectMany(one => Enumerable.Repeat(one.Found, one.IsTitle ? TitleWeight : 1))], outline, setting);
        var issuer = Most(imposed.Where(found => found.Mood.Modality is Modality.Done or Modality.Planned && (target is null || found.Counterparts.Count == 0 || found.Counterparts.Any(one => lexicon.HomeOf(one.Code) == target)))
            .SelectMany(found => found.Actors.Select(one => (Actor: one, Times: found.Counterparts.Any(other => other.IsNamed) ? 2 : 1)))
            .Where(one => one.Actor is { IsNamed: true, Kind: not EntityKind.Company, IsFirms: false } && one.Actor.Code != target).SelectMany(one => Enumerable.Repeat(one.Actor.Code, one.Times)), 3);
        var voice = VoiceOf(outline, setting, target);
        if (voice is not null && voice != target && (outline.Spoken >= FewestSpoken || issuer is null))
            issuer = voice;
        return new Background(target, issuer, voice) { IsOther = setting.IsOther };
    }

    // What has been done or is planned counts twice; a war of its own, and being what the document speaks of most, decide between few.
    private static string? TargetOf(Finding[] imposed, Discourse outline, Setting setting)
    {
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(string code, int score) => scores[code] = scores.GetValueOrDefault(code) + score;
        foreach (var found in imposed)
        {
            foreach (var code in found.Counterparts.Where(one => one.IsNamed || one.At >= 0).Select(one => setting.Lexicon.HomeOf(one.Code)).Distinct())
                Add(code, found.Mood.Modality is Modality.Done or Modality.Planned ? 2 : 1);
        }

        foreach (var aggressor in outline.Aggressors)
            Add(aggressor, 2);
        if (scores.Count == 0 && setting.IsOther)
            return null;
        if (setting.Most(setting.Heard) is { } most)
            Add(most, scores.Count == 0 ? 2 : 1);
        // Whose war it is stands in no sentence where both sides are named throughout.
        if (setting.Mentions("UKR") > 0 && setting.Mentions("RUS") > 0)
            Add("RUS", 1);
        foreach (var code in setting.Titled.Where(code => scores.ContainsKey(code) || imposed.All(found => found.Actors.All(one => one.Code != code))))
            Add(code, 1);
        var ranked = scores.OrderByDescending(one => one.Value).ToArray();
        return ranked.Length > 0 && (ranked.Length == 1 || ranked[0].Value > ranked[1].Value) && 2 * ranked[0].Value >= ranked.Sum(one => one.Value) - 1 ? ranked[0].Key : null;
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
        var voices = outline.Voices.Concat(titled is not null && outline.Voices.Contains(titled) ? [titled] : []).Where(code => code != target && code != "WEST").GroupBy(code => code).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (outline.Spoken >= 1 && setting.Heard is { } speaking)
            return speaking;
        if (setting.IsParliament && Parliaments.Where(code => code != target && setting.Mentions(code) > 0).OrderByDescending(code => outline.Places.Contains(code)).ThenByDescending(setting.Mentions).FirstOrDefault() is { } member)
            return member;
        if (voices?.Count() >= 2 || (voices is not null && outline.Voices.All(code => code == voices.Key || code == target)))
            return voices.Key;
        if (outline.Spoken < FewestSpoken)
            return null;
        if (setting.Titled.FirstOrDefault(code => code != target && outline.Acting.Contains(code)) is { } acting)
            return acting;
        // `dealings in Australia`: the place of a speech, which never acts by its name.
        return outline.Places.Where(code => code != target && code is not ("UKR" or "WEST") && !outline.Acting.Contains(code)).GroupBy(code => code).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? voices?.Key;
    }

    // At least half of all, so that a document about two quarrels has none.
    private static string? Most(IEnumerable<string> codes, int fewest = 1)
    {
        var groups = codes.GroupBy(code => code).Select(group => (group.Key, Count: group.Count())).OrderByDescending(group => group.Count).ToArray();
        return groups.Length > 0 && (groups[0].Count >= fewest || (groups.Length == 1 && groups[0].Count >= 2)) && 2 * groups[0].Count >= groups.Sum(group => group.Count) ? groups[0].Key : null;
    }
}
