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

    // Every case that ships is solved within 29 passes, whatever its horizon, closure and form; what is not by then is solved as if none shipped.
    private const int MostByWorlds = 60;

    private static readonly (double Step, Mixing Mixing)[] Later = [(0.25, Mixing.Wages), (0.5, Mixing.State), (0.1, Mixing.State), (0.2, Mixing.None)];

    private readonly PackedBaseline _packed;
    private readonly Attempt[] _attempts;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private readonly BatchTables? _tables;

    // So that the list of the next ones need not grow; which thread's count stands here does not matter.
    private int _mostRouted;

    private Solver(PackedBaseline packed, BatchTables? tables, params ReadOnlySpan<Attempt> first)
    {
        (_packed, _tables) = (packed, tables);
        // Very large shocks can throw the undamped iteration off; shorter steps take longer and get there.
        _attempts = [.. first, .. Later.Select(way => new Attempt(null, MostIterations) { Step = way.Step, Mixing = way.Mixing })];
    }

    /// <summary>The baseline whose counterfactuals this solver finds.</summary>
    public Baseline Baseline => _packed.Baseline;

    private int Depth => _tables is null ? 8 : 4;

    /// <summary>
    /// A solver that is ready at once: best for a few solves. On a world that ships it is as good as prepared for them, since the world's
    /// preconditioner ships with it.
    /// </summary>
    public static Solver For(Baseline baseline)
    {
        var packed = new PackedBaseline(baseline);
        var plain = new Attempt(null, MostIterations);
        return WorldPreconditioner.Of(packed) is { } shipped
            ? new Solver(packed, null, new Attempt(shipped, MostByWorlds), plain)
            : new Solver(packed, null, plain);
    }

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
        var preconditioner = Preconditioner.Of(baseline, packed, cancellation);
        return new Solver(packed, new BatchTables(packed, preconditioner), new Attempt(preconditioner, MostIterations));
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
            var (iterations, residuals) = (0, default(Residuals));
            foreach (ref readonly var attempt in _attempts.AsSpan())
            {
                iterations += Iterate(workspace, attempt, closure, tolerance, cancellation, out residuals);
                if (residuals.Largest <= tolerance)
                    break;
            }

            return CertifiedEquilibrium.Of(_packed, workspace, new Counterfactual(shock), closure, tolerance, iterations, CertifiedEquilibrium.MoneyImbalance(_packed, workspace), residuals);
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }

    /// <summary>
    /// The flows of an equilibrium of this solver's baseline, as <see cref="TradeFlows.Of(Equilibrium)"/> finds them, in memory that is at hand:
    /// their sums at once, single flows where one is first asked for.
    /// </summary>
    internal TradeFlows Flows(Equilibrium equilibrium) => Flows(equilibrium, isWhole: false);

    private TradeFlows Flows(Equilibrium equilibrium, bool isWhole)
    {
        if (!_workspaces.TryTake(out var workspace))
            workspace = new Workspace(_packed, Depth);
        try
        {
            // It is most often the shock that was just solved there.
            if (!ReferenceEquals(workspace.Scenario.Shock, equilibrium.Shock))
                workspace.Scenario.Set(equilibrium.Shock);
            var cells = isWhole ? GC.AllocateUninitializedArray<double>(_packed.S * _packed.N * _packed.N) : null;
            var flows = SolvedFlows.Of(equilibrium, _packed, workspace.Scenario, cells, null, new List<RoutedFlow>(_mostRouted), () => Flows(equilibrium, isWhole: true));
            _mostRouted = Math.Max(_mostRouted, flows.Routed.Count);
            return flows;
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }

    // A wide vector type falls back to software where the processor lacks it, so the widest that it has is taken.
    private int Iterate(Workspace ws, in Attempt attempt, Closure closure, double tolerance, CancellationToken cancellation, out Residuals residuals) =>
        Vector512.IsHardwareAccelerated
            ? Iteration<Lanes512, Vector512<double>>.Run(_packed, ws, attempt, closure, tolerance, cancellation, out residuals)
            : Vector256.IsHardwareAccelerated
                ? Iteration<Lanes256, Vector256<double>>.Run(_packed, ws, attempt, closure, tolerance, cancellation, out residuals)
                : Iteration<Lanes128, Vector128<double>>.Run(_packed, ws, attempt, closure, tolerance, cancellation, out residuals);
}
