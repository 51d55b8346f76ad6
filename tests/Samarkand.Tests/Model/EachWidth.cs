using System.Runtime.Intrinsics;
using Samarkand.Model;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;
using Solved = Samarkand.Model.Equilibrium;

namespace Samarkand.Tests.Model;

/// <summary>Solves with vectors of 128, 256 and 512 bits, those included that this processor would not choose.</summary>
internal static class EachWidth
{
    public static Solved[] Solve(Baseline baseline, Shock shock, bool prepared, double tolerance)
    {
        var packed = new PackedBaseline(baseline, withSingles: prepared);
        return Solve(packed, shock, prepared ? Preconditioner.Of(baseline, packed, TestContext.Current.CancellationToken) : null, prepared ? 4 : 8, tolerance);
    }

    public static Solved[] Solve(PackedBaseline packed, Shock shock, Preconditioner? preconditioner, int depth, double tolerance)
    {
        return [Solve<Lanes128, Vector128<double>>(), Solve<Lanes256, Vector256<double>>(), Solve<Lanes512, Vector512<double>>()];

        Solved Solve<TLanes, TVector>()
            where TLanes : ILanes<TVector>
            where TVector : struct
        {
            var workspace = new Workspace(packed, depth);
            workspace.Scenario.Set(shock);
            var passes = Iteration<TLanes, TVector>.Run(
                packed, workspace, new Attempt(preconditioner, 500), Closure.Fixed, tolerance, TestContext.Current.CancellationToken, out var residuals);
            return CertifiedEquilibrium.Of(packed, workspace, new Counterfactual(shock), Closure.Fixed, tolerance, passes, CertifiedEquilibrium.MoneyImbalance(packed, workspace), residuals);
        }
    }
}
