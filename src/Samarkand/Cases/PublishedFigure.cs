using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>
/// What a publication finds for the shock of the case, to stand beside the answer: a change of real income in percent, as a range, or by
/// how many times the loss of some, in percent of their income, is that of others.
/// </summary>
/// <param name="Of">Whose figure: regions and blocs.</param>
/// <param name="Over">The others, where it is a ratio; else empty.</param>
/// <param name="Low">The lower end; the figure itself where it is no range.</param>
/// <param name="High">The upper end.</param>
/// <param name="Source">Who published it, when and where.</param>
/// <param name="What">What it measures where it is not real income, and where the shock differs; null where nothing is to be said.</param>
internal sealed record PublishedFigure(
    ImmutableArray<RegionName> Of, ImmutableArray<RegionName> Over, double Low, double High, string Source, string? What);

/// <summary>A figure of a publication, its regions found in the world.</summary>
/// <param name="Of">Whose figure.</param>
/// <param name="Over">The others, where it is a ratio; else empty.</param>
/// <param name="Figure">The figure.</param>
internal sealed record BoundFigure(ImmutableArray<Region> Of, ImmutableArray<Region> Over, PublishedFigure Figure);
