using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>A trade elasticity over the world's, before the horizon's factor.</summary>
/// <param name="Sectors">A sector's code, a tag, or <c>all</c>.</param>
/// <param name="Value">The elasticity, or the factor of it; above 0.</param>
/// <param name="IsScale">True where it multiplies what the world, or a rule before it, says.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record ElasticityRule(SectorName Sectors, double Value, bool IsScale, ImmutableArray<EvidenceName> Evidence);
