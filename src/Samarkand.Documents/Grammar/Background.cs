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

    public static Background None { get; } = new(null, null, null);

    public static Background Of(IReadOnlyList<Finding> findings, Discourse outline, Lexicon lexicon)
    {
        var imposed = findings.Where(found => Acts.IsRestrictive(found.Act) && !found.Mood.IsDenied).ToArray();
        var target = Most(imposed.SelectMany(found => found.Counterparts).Where(one => one.IsNamed).Select(one => lexicon.HomeOf(one.Code))) ?? Most(outline.Aggressors);
        var issuer = Most(imposed.Where(found => target is null || found.Counterparts.Count == 0 || found.Counterparts.Any(one => lexicon.HomeOf(one.Code) == target))
            .SelectMany(found => found.Actors).Where(one => one is { IsNamed: true, Kind: not EntityKind.Company, IsFirms: false }).Select(one => one.Code).Where(code => code != target));
        var voices = outline.Voices.Where(code => code != target).GroupBy(code => code).OrderByDescending(group => group.Count()).FirstOrDefault();
        return new Background(target, issuer, voices?.Count() >= 2 ? voices.Key : null);
    }

    // At least half of all, so that a document about two quarrels has none.
    private static string? Most(IEnumerable<string> codes)
    {
        var groups = codes.GroupBy(code => code).Select(group => (group.Key, Count: group.Count())).OrderByDescending(group => group.Count).ToArray();
        return groups.Length > 0 && 2 * groups[0].Count >= groups.Sum(group => group.Count) ? groups[0].Key : null;
    }
}
