using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Every vector width finds the same equilibrium, whichever of them this processor has.</summary>
public class LanesTests
{
    private static readonly World Economy = RandomEconomy.Make(41, 35, withTariffs: true, balancedTrade: false, seed: 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_widths_agree(bool prepared)
    {
        var found = EachWidth.Solve(Baseline.Of(Economy, Horizon.Medium), RandomShock.Of(Economy, 2), prepared, 1e-13);
        Assert.Contains(found[0].Wages.ToArray(), wage => Math.Abs(wage - 1) > 0.01);
        Assert.All(found[1..], equilibrium => Same(found[0], equilibrium));
    }

    private static void Same(Samarkand.Model.Equilibrium expected, Samarkand.Model.Equilibrium found)
    {
        for (var r = 0; r < Economy.Regions.Length; r++)
        {
            Assert.Equal(expected.Wages[r], found.Wages[r], 1e-12);
            Assert.Equal(expected.RealIncome(new Region(r)), found.RealIncome(new Region(r)), 1e-12);
        }

        for (var cell = 0; cell < expected.Prices.Length; cell++)
            Assert.Equal(expected.Prices[cell], found.Prices[cell], 1e-12);
    }
}
