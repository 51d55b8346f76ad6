using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Estimation.Structure;
using Samarkand.Model;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>
/// What an estimated agreement brings each state, with bands from the covariance of the estimate: structural gravity with one sector and
/// endowments, where a deficit is a fixed share of income (Yotov, Piermartini, Monteiro and Larch 2016, An Advanced Guide to Trade Policy
/// Analysis, chapter 2), which is the model of every case without inputs and tariffs under <see cref="Closure.Proportional"/>.
/// </summary>
/// <param name="Rows">A row for each state, in the order of the world.</param>
/// <param name="Residual">The largest relative residual of all equilibria, those of the draws included.</param>
/// <param name="Lost">Draws that have no equilibrium or no elasticity above zero.</param>
internal sealed record AgreementStudy(ImmutableArray<AgreementRow> Rows, double Residual, int Lost)
{
    /// <summary>Solves it at the estimate and at the draws.</summary>
    /// <param name="of">The world and the agreement.</param>
    /// <param name="effect">The coefficient of the agreement and the trade elasticity.</param>
    /// <param name="draws">The same, drawn from their errors.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">There is no equilibrium at the estimate.</exception>
    public static AgreementStudy Of(AgreementWorld of, AgreementEffect effect, IReadOnlyList<AgreementEffect> draws, CancellationToken cancellation)
    {
        var solver = Solver.Prepare(Baseline.Of(of.World, Horizon.Long), cancellation);
        var solved = solver.Solve(Shock(of, effect), Closure.Proportional, cancellation: cancellation);
        var incomes = new double[solver.Baseline.RegionCount][];
        for (var r = 0; r < incomes.Length; r++)
            incomes[r] = [.. Enumerable.Repeat(double.NaN, draws.Count)];
        var (residual, drawn, gate) = (solved.Certificate.Largest, draws.Select((draw, d) => (draw, d)).Where(one => one.draw.Theta > 0).ToArray(), new Lock());
        solver.SolveMany(
            drawn.Length,
            k => new Counterfactual(Shock(of, drawn[k].draw), drawn[k].draw.Theta == effect.Theta ? null : solver.Baseline.WithElasticities([drawn[k].draw.Theta])),
            (k, equilibrium) =>
            {
                for (var r = 0; r < incomes.Length; r++)
                    incomes[r][drawn[k].d] = Percent(of, RealOutput(equilibrium, new Region(r)));
                lock (gate)
                    residual = Math.Max(residual, equilibrium.Certificate.Largest);
            },
            (_, _) => { },
            Closure.Proportional,
            cancellation: cancellation);
        var (before, after) = (TradeFlows.Of(solver.Baseline).Exports, TradeFlows.Of(solved).Exports);
        var level = solved.PriceIndex(of.Reference);
        var rows = incomes.Select((draws, r) =>
        {
            var (region, sorted) = (new Region(r), Percentiles.Sorted(draws));
            return new AgreementRow(
                of.World.Code(region), Percent(of, RealOutput(solved, region)), Percentiles.At(sorted, 0.025), Percentiles.At(sorted, 0.975), Percent(of, solved.Wages[r] / level), Percent(of, solved.PriceIndex(region) / level), Percent(of, after[r] / before[r] / level));
        });
        return new AgreementStudy([.. rows], residual, incomes[0].Count(double.IsNaN));
    }

    // As in the guide, income is what the endowment earns, without the deficit.
    private static double RealOutput(Equilibrium equilibrium, Region region) => equilibrium.Wages[region.Index] / equilibrium.PriceIndex(region);

    // What the agreement brings: the world with it against the world without.
    private static double Percent(AgreementWorld of, double ratio) => 100 * ((of.IsThere ? 1 / ratio : ratio) - 1);

    // A cost factor f multiplies trade at given prices by f to the power of minus the elasticity: by the exponential of the coefficient.
    private static Shock Shock(AgreementWorld of, AgreementEffect effect) => new()
    {
        Costs = [new CostChange(new FlowBlock(of.Members, of.Members, [new Sector(0)]), Math.Exp((of.IsThere ? effect.Coefficient : -effect.Coefficient) / effect.Theta))],
    };
}
