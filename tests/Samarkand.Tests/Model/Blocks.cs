using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Short ways to blocks of flows and to bans of them.</summary>
internal static class Blocks
{
    public static ImmutableArray<Region> Regions(params int[] regions) => [.. regions.Select(r => new Region(r))];

    public static ImmutableArray<Region> Regions(World world) => Regions([.. Enumerable.Range(0, world.Regions.Length)]);

    public static ImmutableArray<Sector> Sectors(World world) => [.. Enumerable.Range(0, world.Sectors.Length).Select(s => new Sector(s))];

    /// <summary>All sectors from some regions to others.</summary>
    public static FlowBlock Flows(World world, int[] origins, int[] destinations) => new(Regions(origins), Regions(destinations), Sectors(world));

    public static CostChange Ban(FlowBlock flows) => new(flows, double.PositiveInfinity);

    /// <summary>Bans of every flow out of and into some regions.</summary>
    public static ImmutableArray<CostChange> CutOff(World world, params int[] regions) =>
    [
        Ban(new FlowBlock(Regions(regions), Others(world, regions), Sectors(world))),
        Ban(new FlowBlock(Others(world, regions), Regions(regions), Sectors(world))),
    ];

    private static ImmutableArray<Region> Others(World world, int[] regions) => [.. Regions(world).Where(r => !regions.Contains(r.Index))];
}
