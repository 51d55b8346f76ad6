using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Model.Batches;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Which shocks batches leave to the single solver: the shock decides it, never how its batch went.</summary>
internal static class ExpectedAlone
{
    public static WhyAlone? Of(World world, Shock shock)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        // A change of more than an eighth of all flows is not sparse.
        if (ChangedFlows(world, shock) > s * n * n / 8)
            return WhyAlone.Large;
        // Services have to come after the goods that they handle, which random sectors do not always do.
        int[] order = [.. Enumerable.Range(0, s).OrderBy(k => !world.Sectors[k].Tags.Contains("goods"))];
        var handled = shock.Handling?.Sectors.Select(Place).DefaultIfEmpty(s).Min() ?? s;
        return shock.Detours.Any(detour => Place(detour.Sector) >= handled && Trade(world, detour.Sector, detour.Origin, detour.Destination) > 0) ? WhyAlone.Tangled : null;

        int Place(Sector sector) => Array.IndexOf(order, sector.Index);
    }

    private static int ChangedFlows(World world, Shock shock)
    {
        var everyone = Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r)).ToImmutableArray();
        FlowBlock[] blocks =
        [
            .. shock.Costs.Select(change => change.Flows),
            .. shock.Tariffs.Select(change => change.Flows),
            .. shock.Wedges.Select(wedge => wedge.Flows),
            .. shock.Reweightings.Select(change => new FlowBlock(everyone, [change.Destination], [change.Sector])),
        ];
        return blocks.SelectMany(
            block => from sector in block.Sectors
                     from origin in block.Origins
                     from destination in block.Destinations
                     where origin != destination && Trade(world, sector, origin, destination) > 0
                     select (sector, origin, destination)).Distinct().Count();
    }

    private static double Trade(World world, Sector sector, Region origin, Region destination) => world.Trade[Cube.At(world.Regions.Length, sector.Index, origin.Index, destination.Index)];
}
