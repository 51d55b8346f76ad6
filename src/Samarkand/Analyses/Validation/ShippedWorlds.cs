using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Validation;

/// <summary>What must hold in every world that ships, solved here and now.</summary>
internal static class ShippedWorlds
{
    private const double Tolerance = 1e-12;

    /// <summary>Each comparison, run.</summary>
    public static IEnumerable<Comparison> Run(CancellationToken cancellation)
    {
        foreach (var name in WorldCatalog.Names)
        {
            var world = WorldCatalog.Open(name);
            var equilibrium = Solver.For(Baseline.Of(world, Horizon.Long)).Solve(Shock.None, tolerance: Tolerance, cancellation: cancellation);
            yield return new Comparison($"no-shock {name}", "real income of each region where nothing happens", "no change", 1e-9)
                .Of(Each(world).Select(region => (equilibrium.RealIncome(region), 1.0)));
            yield return Scaled(name, world, cancellation);
        }
    }

    // Money is a unit: all flows ten times as large change no ratio.
    private static Comparison Scaled(string name, World world, CancellationToken cancellation)
    {
        var region = new Region(0);
        ImmutableArray<Region> others = [.. Each(world).Skip(1)];
        var shock = new Shock { Costs = [new CostChange(new FlowBlock([region], others, [.. Enumerable.Range(0, world.Sectors.Length).Select(s => new Sector(s))]), 1.5)] };
        var (one, other) = (RealIncomes(world, shock, cancellation), RealIncomes(TenTimes(world), shock, cancellation));
        return new Comparison($"money {name}", $"real income where the exports of {world.Code(region)} cost half as much again to deliver", "the same in a world with ten times the money", 1e-9).Of(one.Zip(other));
    }

    private static double[] RealIncomes(World world, Shock shock, CancellationToken cancellation)
    {
        var equilibrium = Solver.For(Baseline.Of(world, Horizon.Long)).Solve(shock, tolerance: Tolerance, cancellation: cancellation);
        return [.. Each(world).Select(equilibrium.RealIncome)];
    }

    private static World TenTimes(World world)
    {
        static double[] Ten(ReadOnlySpan<double> values) => Array.ConvertAll(values.ToArray(), value => 10 * value);
        return new World(
            world.About, world.Regions, world.Sectors, world.Blocs, Ten(world.Trade), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), Ten(world.Inputs), Ten(world.Final), world.Elasticities.ToArray());
    }

    private static IEnumerable<Region> Each(World world) => Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r));
}
