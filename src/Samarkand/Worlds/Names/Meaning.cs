using System.Collections.Immutable;

namespace Samarkand.Worlds.Names;

/// <summary>What a name means in whatever world.</summary>
/// <param name="Codes">A country's alpha-3 code or a bloc's code; several where it may mean any of them.</param>
/// <param name="IsCertain">True where it means the one and nothing else.</param>
/// <param name="List">The list or usage that writes it so, such as <c>FIPS 10-4</c>; null for ISO 3166.</param>
internal sealed record Meaning(ImmutableArray<string> Codes, bool IsCertain, string? List)
{
    /// <summary>The code that it certainly means, or null.</summary>
    public string? Certain => IsCertain ? Codes[0] : null;

    /// <summary>What it means where two lists write it.</summary>
    public Meaning Or(Meaning other) => Codes.All(other.Codes.Contains) && IsCertain ? this : new Meaning([.. Codes.Union(other.Codes)], false, List ?? other.List);
}
