using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Samarkand.Model.Batches;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model;

/// <summary>
/// Solves counterfactuals of one baseline. Safe to share between threads: each solve has a workspace of its own, and its
/// result does not depend on what else runs.
/// </summary>
public sealed partial class Solver
{
    /// <summary>The tolerance that holds where none is named.</summary>
    public const double DefaultTolerance = 1e-10;

    private const int MostIterations = 2000;

    private static readonly (double Step, Mixing Mixing)[] Later = [(0.25, Mixing.Wages), (0.5, Mixing.State), (0.1, Mixing.State), (0.2, Mixing.None)];

    private readonly PackedBaseline _packed;
    private readonly Preconditioner? _preconditioner;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private readonly BatchTables? _tables;

    // So that the list of the next ones need not grow; which thread's count stands here does not matter.
    private int _mostRouted;

    private Solver(PackedBaseline packed, Preconditioner? preconditioner)
    {
        (_packed, _preconditioner) = (packed, preconditioner);
        _tables = preconditioner is null ? null : new BatchTables(packed, preconditioner);
    }

    /// <summary>The baseline whose counterfactuals this solver finds.</summary>
    public Baseline Baseline => _packed.Baseline;

    private int Depth => _preconditioner is null ? 8 : 4;

    /// <summary>A solver that is ready at once: best for a few solves.</summary>
    public static Solver For(Baseline baseline) => new(new PackedBaseline(baseline), null);

    /// <summary>A solver that first prepares a preconditioner (a second or less at 41 x 35), then needs a third of the iterations.</summary>
    /// <example>
    /// <code>
    /// using Samarkand.Cases;
    /// using Samarkand.Model;
    ///
    /// // Many shocks on one world: prepare once, solve often, from any number of threads.
    /// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
    /// var solver = Solver.Prepare(bound.BaselineAt(bound.Horizon));
    /// var equilibrium = solver.Solve(bound.Shock);
    /// Console.WriteLine($"largest residual {equilibrium.Certificate.Largest:0.0e+0}");
    /// </code>
    /// </example>
    public static Solver Prepare(Baseline baseline, CancellationToken cancellation = default)
    {
        var packed = new PackedBaseline(baseline, withSingles: true);
        return new Solver(packed, Preconditioner.Of(baseline, packed, cancellation));
    }

    /// <summary>Solves one shock.</summary>
    /// <param name="shock">What changes.</param>
    /// <param name="closure">Fixed or proportional deficits; for closed ones see <see cref="Simulation"/>.</param>
    /// <param name="tolerance">The largest relative residual allowed.</param>
    /// <param name="cancellation">Stops the iteration.</param>
    /// <exception cref="NoEquilibriumException">The shock has no equilibrium, or none was found to the tolerance.</exception>
    public Equilibrium Solve(
        Shock shock, Closure closure = Closure.Fixed, double tolerance = DefaultTolerance, CancellationToken cancellation = default)
    {
        if (!_workspaces.TryTake(out var workspace))
            workspace = new Workspace(_packed, Depth);
        try
        {
            workspace.Scenario.Set(shock);
            if (workspace.Scenario.HasBans)
                Feasibility.Check(_packed, workspace.Scenario, closure);
            var iterations = Iterate(workspace, _preconditioner, closure, tolerance, step: 1, Mixing.Wages, cancellation, out var residuals);
            // Very large shocks can throw the undamped iteration off; shorter steps take longer and get there.
            foreach (var (step, mixing) in Later)
            {
                if (!(residuals.Largest <= tolerance))
                    iterations += Iterate(workspace, null, closure, tolerance, step, mixing, cancellation, out residuals);
            }

            return CertifiedEquilibrium.Of(_packed, workspace, new Counterfactual(shock), closure, tolerance, iterations, CertifiedEquilibrium.MoneyImbalance(_packed, workspace), residuals);
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }

    /// <summary>The flows of an equilibrium of this solver's baseline, as <see cref="TradeFlows.Of(Equilibrium)"/> finds them, in memory that is at hand.</summary>
    internal TradeFlows Flows(Equilibrium equilibrium)
    {
        if (!_workspaces.TryTake(out var workspace))
            workspace = new Workspace(_packed, Depth);
        try
        {
            workspace.Scenario.Set(equilibrium.Shock);
            var cells = GC.AllocateUninitializedArray<double>(_packed.S * _packed.N * _packed.N);
            var flows = TradeFlows.Of(equilibrium, _packed, workspace.Scenario, cells, null, new List<RoutedFlow>(_mostRouted));
            _mostRouted = Math.Max(_mostRouted, flows.Routed.Count);
            return flows;
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }

    // A wide vector type falls back to software where the processor lacks it, so the widest that it has is taken.
    private int Iterate(
        Workspace ws, Preconditioner? preconditioner, Closure closure, double tolerance, double step, Mixing mixing, CancellationToken cancellation, out Residuals residuals) =>
        Vector512.IsHardwareAccelerated
            ? Iteration<Lanes512, Vector512<double>>.Run(_packed, ws, preconditioner, closure, tolerance, MostIterations, step, mixing, cancellation, out residuals)
            : Vector256.IsHardwareAccelerated
                ? Iteration<Lanes256, Vector256<double>>.Run(_packed, ws, preconditioner, closure, tolerance, MostIterations, step, mixing, cancellation, out residuals)
                : Iteration<Lanes128, Vector128<double>>.Run(_packed, ws, preconditioner, closure, tolerance, MostIterations, step, mixing, cancellation, out residuals);
}
