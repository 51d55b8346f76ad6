using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Reports;

/// <summary>What the table <c>recorded-exports-of-coalition</c> counts.</summary>
/// <param name="Exporters">Whose exports; empty for the coalition.</param>
/// <param name="BannedGoodsAlone">True for the goods alone that the case bans on their way to the target.</param>
public sealed record RecordedScope(ImmutableArray<Region> Exporters, bool BannedGoodsAlone)
{
    /// <summary>All exports of the coalition.</summary>
    public static RecordedScope All { get; } = new([], false);
}
