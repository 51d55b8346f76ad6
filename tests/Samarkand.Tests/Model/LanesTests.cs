using System.Runtime.Intrinsics;
using Samarkand.Model;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;
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
        var packed = new PackedBaseline(Baseline.Of(Economy, Horizon.Medium));
        var preconditioner = prepared ? Preconditioner.Of(packed.Baseline, packed, TestContext.Current.CancellationToken) : null;
        var shock = RandomShock.Of(Economy, 2);
        var narrow = Solve<Lanes128, Vector128<double>>(packed, preconditioner, shock);
        var middle = Solve<Lanes256, Vector256<double>>(packed, preconditioner, shock);
        var wide = Solve<Lanes512, Vector512<double>>(packed, preconditioner, shock);
        Assert.Contains(wide.Wages.ToArray(), wage => Math.Abs(wage - 1) > 0.01);
        Same(wide, narrow);
        Same(wide, middle);
    }

    private static Samarkand.Model.Equilibrium Solve<TLanes, TVector>(PackedBaseline packed, Preconditioner? preconditioner, Shock shock)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var workspace = new Workspace(packed, preconditioner is null ? 8 : 4);
        workspace.Scenario.Set(shock);
        var passes = Iteration<TLanes, TVector>.Run(
            packed, workspace, preconditioner, Closure.Fixed, 1e-13, 500, 1, true, TestContext.Current.CancellationToken, out var residuals);
        return Report.Make(packed, workspace, new Counterfactual(shock), Closure.Fixed, 1e-12, passes, workspace.Scenario.HasRevenue, residuals);
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
