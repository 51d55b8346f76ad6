using Samarkand.Core;
using Samarkand.Model.Batches;

namespace Samarkand.Model;

/// <content>Many counterfactuals at once.</content>
public sealed partial class Solver
{
    // Lanes of a batch. A wider one reads each matrix for more scenarios at once, a narrower one leaves fewer lanes empty at the end.
    private const int Wide = 16;
    private const int Narrow = 8;

    /// <summary>
    /// Solves many counterfactuals on all cores. Each one's result is the same whatever else is solved with it and however many threads
    /// there are.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="ask">Gives each counterfactual, by number; called once for each, from several threads.</param>
    /// <param name="found">Receives each equilibrium with its number; called from several threads, in no fixed order.</param>
    /// <param name="failed">Receives the reason where there is no equilibrium; where null, the first one met is thrown.</param>
    /// <param name="closure">Fixed or proportional deficits.</param>
    /// <param name="tolerance">The largest relative residual allowed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many of them the batches left to the single solver: shocks to a large part of the world, and what would not converge.</returns>
    /// <exception cref="NoEquilibriumException">Some counterfactual has no equilibrium, and nobody receives the reason.</exception>
    /// <exception cref="ArgumentException">A counterfactual stands on a baseline that is not the solver's at other elasticities.</exception>
    public int SolveMany(
        int count,
        Func<int, Counterfactual> ask,
        Action<int, Equilibrium> found,
        Action<int, NoEquilibriumException>? failed = null,
        Closure closure = Closure.Fixed,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default) => SolveMany(count, ask, found, failed, closure, tolerance, null, cancellation);

    /// <summary>The same, with a receiver of the number of each that is solved by itself, and why.</summary>
    internal int SolveMany(
        int count,
        Func<int, Counterfactual> ask,
        Action<int, Equilibrium> found,
        Action<int, NoEquilibriumException>? failed,
        Closure closure,
        double tolerance,
        Action<int, WhyAlone>? left,
        CancellationToken cancellation)
    {
        var queue = new ScenarioQueue(count, number => Checked(ask(number)), found, failed, asked => SolveAlone(asked, closure, tolerance, cancellation), closure, left);
        var width = count > InParallel.Threads * Wide ? Wide : Narrow;
        var workers = Math.Min(InParallel.Threads, (count + width - 1) / width);
        InParallel.For(workers, cancellation, _ => Work(queue, width, closure, tolerance, cancellation));
        return queue.Alone;
    }

    private void Work(ScenarioQueue queue, int width, Closure closure, double tolerance, CancellationToken cancellation)
    {
        try
        {
            // Batches know no closure that confines a state: each such counterfactual is solved by itself.
            if (_tables is not null && !closure.Confines())
                new BatchWorker(_packed, _tables, queue, width, closure, tolerance).Run(cancellation);
            while (queue.TryTake(out var number, out var asked))
                queue.SolveAlone(number, asked, WhyAlone.NoBatches);
        }
        catch
        {
            queue.Close();
            throw;
        }
    }

    private Counterfactual Checked(Counterfactual asked) => asked.Baseline is null || asked.Baseline.DiffersInElasticitiesAlone(Baseline)
        ? asked
        : throw new ArgumentException("a counterfactual belongs to another baseline than the solver's", nameof(asked));

    private Equilibrium SolveAlone(Counterfactual asked, Closure closure, double tolerance, CancellationToken cancellation)
    {
        var solver = asked.Baseline is null || asked.Baseline == Baseline ? this : For(asked.Baseline);
        return solver.Solve(asked.Shock, closure, tolerance, cancellation);
    }
}
