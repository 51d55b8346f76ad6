using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Who has what money in an equilibrium, added up without the solver.</summary>
internal static class MoneyAccounts
{
    /// <summary>Solves a case; what one pays another receives.</summary>
    public static Samarkand.Model.Equilibrium Solve(BoundCase bound)
    {
        var equilibrium = Simulation.Solve(bound.World, bound.Shock, Horizon.Long, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken);
        Assert.InRange(equilibrium.Certificate.Money, 0, equilibrium.Certificate.Tolerance);
        MoneyIsConserved(equilibrium, bound.Shock.Purchases);
        return equilibrium;
    }

    // What all spend is what they earn and what buyers pay above basic prices: payments from one to another are not in it, and
    // what is bought for others is earned by those who make it.
    private static void MoneyIsConserved(Samarkand.Model.Equilibrium equilibrium, IEnumerable<Purchase> purchases)
    {
        var flows = TradeFlows.Of(equilibrium);
        var (incomes, earned) = (purchases.Sum(purchase => purchase.Amount), 0.0);
        for (var r = 0; r < equilibrium.Baseline.RegionCount; r++)
        {
            incomes += equilibrium.Spending[r];
            earned += equilibrium.Wages[r] * equilibrium.Baseline.ValueAdded[r];
        }

        for (var cell = 0; cell < flows.Basic.Length; cell++)
            earned += flows.Buyers[cell] - flows.Basic[cell];
        Assert.Equal(1, incomes / earned, 1e-10);
    }

    // Income that is neither earned nor received on flows, less the deficit: what was given.
    public static double Given(Samarkand.Model.Equilibrium equilibrium, int r) =>
        equilibrium.Incomes[r] - equilibrium.Wages[r] * equilibrium.Baseline.ValueAdded[r] - equilibrium.Revenues[r] - equilibrium.Baseline.Deficits[r];

    public static double Sold(Samarkand.Model.Equilibrium equilibrium, int origin, int destination)
    {
        var flows = TradeFlows.Of(equilibrium);
        return Enumerable.Range(0, equilibrium.Baseline.SectorCount).Sum(k => flows[new Sector(k), new Region(origin), new Region(destination)]);
    }

    // What the baseline's tariffs bring on the flows of the counterfactual.
    public static double[] TariffRevenue(World world, Samarkand.Model.Equilibrium equilibrium)
    {
        var (n, flows) = (world.Regions.Length, TradeFlows.Of(equilibrium));
        var revenue = new double[n];
        for (var cell = 0; cell < world.Tariffs.Length; cell++)
            revenue[cell % n] += world.Tariffs[cell] * flows.Basic[cell];
        return revenue;
    }
}
