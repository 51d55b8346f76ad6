using System.Runtime.Intrinsics;
using Samarkand.Model;
using Samarkand.Model.Batches;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Batches on every vector width, those included that this processor would not choose.</summary>
public class BatchLanesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_width_sweeps_to_the_same_state(bool withTariffs)
    {
        var world = RandomEconomy.Make(13, 7, withTariffs, balancedTrade: false, seed: 5);
        var baseline = Baseline.Of(world, Horizon.Medium);
        var packed = new PackedBaseline(baseline);
        var tables = new BatchTables(packed, Preconditioner.Of(baseline, packed, TestContext.Current.CancellationToken));
        var wide = Solve<Lanes512, Vector512<double>, Singles512, Vector512<float>>();
        Assert.Contains(wide, income => Math.Abs(income - 1) > 0.01);
        Same(wide, Solve<Lanes512, Vector512<double>, Singles256, Vector256<float>>());
        Same(wide, Solve<Lanes256, Vector256<double>, Singles256, Vector256<float>>());
        Same(wide, Solve<Lanes128, Vector128<double>, Singles128, Vector128<float>>());

        double[] Solve<TLanes, TVector, TSingles, TSingle>()
            where TLanes : ILanes<TVector>
            where TVector : struct
            where TSingles : ISingleLanes<TSingle>
            where TSingle : struct
        {
            var batch = new Batch(packed, 16);
            var scenario = new Scenario(packed);
            for (var lane = 0; lane < 15; lane++)
            {
                scenario.Set(RandomShock.Of(world, lane, most: 2) with { Handling = null });
                batch.Load(packed, lane, LaneShock.Of(packed, scenario, new LaneNotes(packed)), Closure.Fixed);
            }

            for (var sweep = 0; sweep < 30; sweep++)
                BatchSweep<TLanes, TVector, TSingles, TSingle>.Run(packed, tables, batch, Closure.Fixed);
            Assert.All(batch.Norms[..15], norms => Assert.InRange(norms.Largest, 0, 1e-9));
            var workspace = new Workspace(packed, 0);
            return [.. Enumerable.Range(0, 15).SelectMany(RealIncomes)];

            IEnumerable<double> RealIncomes(int lane)
            {
                LaneReader.Read(packed, batch, lane, workspace);
                var found = CertifiedEquilibrium.Of(packed, workspace, new Counterfactual(Shock.None), Closure.Fixed, 1e-9, 30, LaneReader.MoneyImbalance(packed, batch, lane), batch.Norms[lane]);
                return world.Regions.Select((_, r) => found.RealIncome(new Region(r)));
            }
        }
    }

    private static void Same(double[] expected, double[] found)
    {
        for (var cell = 0; cell < expected.Length; cell++)
            Assert.Equal(expected[cell], found[cell], 1e-9);
    }
}
