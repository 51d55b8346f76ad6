using System.Collections.Immutable;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>From a world and a shock to the equilibrium, closures and vanishing sectors included.</summary>
public static class Simulation
{
    /// <summary>Solves a shock on a world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="shock">What changes.</param>
    /// <param name="horizon">The horizon, which scales the trade elasticities.</param>
    /// <param name="closure">The closure of deficits; with <see cref="Closure.Closed"/> the result's baseline is the world without deficits.</param>
    /// <param name="tolerance">The largest relative residual allowed.</param>
    /// <param name="cancellation">Stops the iteration.</param>
    /// <exception cref="NoEquilibriumException">The shock has no equilibrium, or none was found to the tolerance.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Model;
    /// using Samarkand.Worlds;
    ///
    /// // Everything that Germany sells to Russia becomes half as dear again to deliver.
    /// var world = WorldCatalog.Open("samarkand-2021");
    /// var (germany, russia) = (world.Find("DEU")!.Value, world.Find("RUS")!.Value);
    /// var sectors = Enumerable.Range(0, world.Sectors.Length).Select(k => new Sector(k));
    /// var shock = new Shock { Costs = [new CostChange(new FlowBlock([germany], [russia], [.. sectors]), 1.5)] };
    /// var equilibrium = Simulation.Solve(world, shock, Horizon.Medium, Closure.Fixed);
    /// Console.WriteLine($"Russia's real income, ratio: {equilibrium.RealIncome(russia):0.00000}");
    /// </code>
    /// </example>
    public static Equilibrium Solve(
        World world,
        Shock shock,
        Horizon horizon,
        Closure closure,
        double tolerance = Solver.DefaultTolerance,
        CancellationToken cancellation = default) =>
        Solve(Baseline.Of(world, horizon), shock, closure, tolerance, cancellation);

    /// <summary>The same from a baseline, such as one at other elasticities.</summary>
    internal static Equilibrium Solve(Baseline baseline, Shock shock, Closure closure, double tolerance, CancellationToken cancellation)
    {
        if (closure == Closure.Closed)
            baseline = WithoutDeficits(baseline, tolerance, cancellation);
        var lost = LostMarkets(baseline, shock);
        if (!lost.IsEmpty)
            baseline = baseline.WithoutDemand(lost);
        return Solver.For(baseline).Solve(shock, closure, tolerance, cancellation);
    }

    /// <summary>The baseline in which every aggregate deficit is zero, itself an equilibrium of the model.</summary>
    public static Baseline WithoutDeficits(Baseline baseline, double tolerance = Solver.DefaultTolerance, CancellationToken cancellation = default)
    {
        var closed = Solver.For(baseline).Solve(Shock.None, Closure.Closed, tolerance, cancellation);
        return TradeFlows.Of(closed).AsBaseline(closed);
    }

    /// <summary>The markets that lose every supplier although the shock lets them vanish.</summary>
    private static ImmutableArray<(Region Region, Sector Sector)> LostMarkets(Baseline baseline, Shock shock)
    {
        if (shock.MayVanish.IsEmpty)
            return [];
        var packed = new PackedBaseline(baseline);
        var scenario = new Scenario(packed);
        scenario.Set(shock);
        return
        [
            .. Feasibility.LostMarkets(packed, scenario)
                .Select(market => (new Region(market.Destination), new Sector(market.Sector)))
                .Where(market => shock.MayVanish.Contains(market.Item2)),
        ];
    }
}
