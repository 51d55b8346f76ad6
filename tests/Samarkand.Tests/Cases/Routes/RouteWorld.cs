using CsCheck;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>Random worlds of goods and services in which R1 sanctions R0 and the others may let goods through.</summary>
internal static class RouteWorld
{
    /// <summary>Four to seven regions, two to four sectors: goods, the last one transport.</summary>
    public static readonly Gen<World> Worlds =
        from regions in Gen.Int[4, 7]
        from sectors in Gen.Int[2, 4]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select Tagged(RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed));

    public static readonly Gen<string> Horizons = Gen.Int[0, 2].Select(h => new[] { "short", "medium", "long" }[h]);

    public static BoundCase Bind(World world, string text) =>
        CaseSource.FromText($"title: t\nworld: random\ntarget: R0\ncoalition: [R1]\n{text}\n", Yaml.Source).Case.BindTo(world);

    public static Samarkand.Model.Equilibrium Solve(BoundCase bound) =>
        Simulation.Solve(bound.World, bound.Shock, Horizon.Long, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken);

    /// <summary>The same world with another code for one sector.</summary>
    public static World Named(World world, int named, string code) => new(
        world.About,
        world.Regions,
        [.. world.Sectors.Select((sector, s) => s == named ? new SectorInfo(code, sector.Name, sector.Tags) : sector)],
        world.Blocs,
        world.Trade.ToArray(),
        world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
        world.Inputs.ToArray(),
        world.Final.ToArray(),
        world.Elasticities.ToArray());

    private static World Tagged(World world)
    {
        var last = world.Sectors.Length - 1;
        return new World(
            world.About,
            world.Regions,
            [.. world.Sectors.Select((sector, s) => new SectorInfo(sector.Code, sector.Name, s == last ? ["services", "transport"] : ["goods"]))],
            [new Bloc("UNION", "A customs union of the target and R3", [new Region(0), new Region(3)])],
            world.Trade.ToArray(),
            world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
            world.Inputs.ToArray(),
            world.Final.ToArray(),
            world.Elasticities.ToArray());
    }
}
