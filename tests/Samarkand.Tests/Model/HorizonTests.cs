using Samarkand.Model;

namespace Samarkand.Tests.Model;

/// <summary>Horizons scale the trade elasticities.</summary>
public class HorizonTests
{
    [Theory]
    [InlineData(Horizon.Short, 0.38)]
    [InlineData(Horizon.Medium, 0.6)]
    [InlineData(Horizon.Long, 1)]
    public void Elasticities_are_scaled(Horizon horizon, double scale)
    {
        var world = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, seed: 5);
        var shock = RandomShock.Of(world, 5);
        var baseline = Baseline.Of(world, horizon);
        Assert.Equal(world.Elasticities.ToArray().Select(theta => theta * scale), baseline.Elasticities.ToArray());
        PlainCheck.Holds(new PlainEconomy(world, scale), Simulation.Solve(world, shock, horizon, Closure.Fixed, cancellation: TestContext.Current.CancellationToken), Closure.Fixed);
    }
}
