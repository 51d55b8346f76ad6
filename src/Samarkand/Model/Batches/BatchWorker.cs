using System.Runtime.Intrinsics;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>
/// One thread's batch: its lanes take scenario after scenario, each from the baseline to its own fixed point. What a batch does not bring
/// home goes to the single solver.
/// </summary>
internal sealed unsafe class BatchWorker
{
    // Nearly all take between ten and twenty; who takes far longer holds up a lane, and the single solver has more means.
    private const int MostSweeps = 60;

    private readonly PackedBaseline _packed;
    private readonly BatchTables _tables;
    private readonly ScenarioQueue _queue;
    private readonly Closure _closure;
    private readonly double _tolerance;
    private readonly Batch _batch;
    private readonly Workspace _workspace;
    private readonly LaneNotes _notes;
    private readonly int[] _numbers;
    private readonly Counterfactual[] _asked;

    public BatchWorker(PackedBaseline packed, BatchTables tables, ScenarioQueue queue, int width, Closure closure, double tolerance)
    {
        (_packed, _tables, _queue, _closure, _tolerance) = (packed, tables, queue, closure, tolerance);
        _batch = new Batch(packed, width);
        _workspace = new Workspace(packed, 0);
        _notes = new LaneNotes(packed);
        _numbers = new int[width];
        _asked = new Counterfactual[width];
    }

    public void Run(CancellationToken cancellation)
    {
        Array.Fill(_numbers, -1);
        for (var lane = 0; lane < _batch.Width; lane++)
            Fill(lane);
        while (Array.Exists(_numbers, number => number >= 0))
        {
            cancellation.ThrowIfCancellationRequested();
            Sweep(_packed, _tables, _batch, _closure);
            for (var lane = 0; lane < _batch.Width; lane++)
            {
                if (_numbers[lane] >= 0)
                    Check(lane);
            }
        }
    }

    // A wide vector type falls back to software where the processor lacks it, so the widest that it has is taken.
    private static void Sweep(PackedBaseline b, BatchTables tables, Batch batch, Closure closure)
    {
        if (Vector512.IsHardwareAccelerated && batch.Width % Vector512<float>.Count == 0)
            BatchSweep<Lanes512, Vector512<double>, Singles512, Vector512<float>>.Run(b, tables, batch, closure);
        else if (Vector512.IsHardwareAccelerated)
            BatchSweep<Lanes512, Vector512<double>, Singles256, Vector256<float>>.Run(b, tables, batch, closure);
        else if (Vector256.IsHardwareAccelerated)
            BatchSweep<Lanes256, Vector256<double>, Singles256, Vector256<float>>.Run(b, tables, batch, closure);
        else
            BatchSweep<Lanes128, Vector128<double>, Singles128, Vector128<float>>.Run(b, tables, batch, closure);
    }

    private void Check(int lane)
    {
        var residuals = _batch.Norms[lane];
        var sweeps = _batch.Sweeps[lane];
        if (residuals.Largest <= _tolerance)
        {
            Finish(lane, sweeps, residuals);
            Fill(lane);
        }
        else if (sweeps == MostSweeps || !double.IsFinite(residuals.Largest))
        {
            _batch.Forget(_packed, lane);
            _queue.SolveAlone(_numbers[lane], _asked[lane], WhyAlone.Unfinished);
            Fill(lane);
        }
    }

    private void Finish(int lane, int sweeps, in Residuals residuals)
    {
        Equilibrium found;
        try
        {
            LaneReader.Read(_packed, _batch, lane, _workspace);
            found = CertifiedEquilibrium.Of(_packed, _workspace, _asked[lane], _closure, _tolerance, sweeps, LaneReader.MoneyImbalance(_packed, _batch, lane), residuals);
        }
        catch (NoEquilibriumException)
        {
            _queue.SolveAlone(_numbers[lane], _asked[lane], WhyAlone.Uncertified);
            return;
        }

        _queue.Found(_numbers[lane], found);
    }

    // The next scenario that a lane can take; the others of the queue are answered on the way.
    private void Fill(int lane)
    {
        while (_queue.TryTake(out _numbers[lane], out _asked[lane]))
        {
            if (Prepare(lane))
                return;
        }

        _numbers[lane] = -1;
        _batch.Load(_packed, lane, null, _closure);
    }

    private bool Prepare(int lane)
    {
        double* elasticities = stackalloc double[_packed.S];
        for (var s = 0; s < _packed.S; s++)
            elasticities[s] = _asked[lane].Baseline is { } drawn ? -drawn.Elasticities[s] : _packed.MinusElasticities[s];
        _workspace.Scenario.Set(_asked[lane].Shock, elasticities);
        if (_workspace.Scenario.HasBans && !_queue.IsFeasible(_numbers[lane], _packed, _workspace.Scenario))
            return false;
        if (_workspace.Scenario.Pools.Any)
        {
            _queue.SolveAlone(_numbers[lane], _asked[lane], WhyAlone.Pooled);
            return false;
        }

        var shock = LaneShock.Of(_packed, _workspace.Scenario, _notes);
        if (shock?.Suits(_tables.Order) != true)
        {
            _queue.SolveAlone(_numbers[lane], _asked[lane], shock is null ? WhyAlone.Large : WhyAlone.Tangled);
            return false;
        }

        _batch.Load(_packed, lane, shock, elasticities, _closure);
        return true;
    }
}
