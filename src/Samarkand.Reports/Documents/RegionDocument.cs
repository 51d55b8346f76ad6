using System.Collections.Immutable;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>One economy of a world: what it is, what its sectors do, with whom it trades, and what ties it to others.</summary>
/// <param name="World">The world.</param>
/// <param name="Code">The code of the region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tables">The tables <c>profile</c>, <c>sectors</c>, <c>partners</c> and <c>ties</c>.</param>
internal sealed record RegionDocument(WorldHead World, string Code, string Name, ImmutableArray<TableDocument> Tables)
{
    public static RegionDocument Of(World world, Region region) => new(
        AnswerDocumentStart.Head(world),
        world.Code(region),
        world.Name(region),
        [.. RegionProfile.Of(world, region, world.Provenance).Append(RegionTies.Of(world, region)).Select(table => new TableDocument(table))]);
}
