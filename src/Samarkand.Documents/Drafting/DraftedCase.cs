using System.Collections.Immutable;
using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Drafting;

/// <summary>A case that was drafted from documents, and what became of each claim.</summary>
/// <param name="Text">The case, in YAML.</param>
/// <param name="Places">Where each claim went in the case, such as <c>package.0</c>.</param>
/// <param name="LeftOut">The claims without a place, each with the reason.</param>
internal sealed record DraftedCase(string Text, ImmutableDictionary<Claim, string> Places, ImmutableArray<(Claim Claim, string Reason)> LeftOut)
{
    /// <summary>Texts that belong beside the case, by their names: of documents that are no plain text, as they were extracted.</summary>
    public ImmutableDictionary<string, string> Extracted { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where a claim went, or null.</summary>
    public string? PlaceOf(Claim claim) => Places.GetValueOrDefault(claim);
}
