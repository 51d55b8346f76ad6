namespace Samarkand.Equilibrium;

/// <content>Many counterfactuals at once.</content>
public sealed partial class Solver
{
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
    /// <exception cref="NoEquilibriumException">Some counterfactual has no equilibrium, and nobody receives the reason.</exception>
    /// <exception cref="ArgumentException">A counterfactual stands on a baseline that is not the solver's at other elasticities.</exception>
    public void SolveMany(
        int count,
        Func<int, Counterfactual> ask,
        Action<int, Equilibrium> found,
        Action<int, NoEquilibriumException>? failed = null,
        Closure closure = Closure.Fixed,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, number =>
            {
                try
                {
                    found(number, SolveAlone(ask(number), closure, tolerance, cancellation));
                }
                catch (NoEquilibriumException none) when (failed is not null)
                {
                    failed(number, none);
                }
            });
        }
        catch (AggregateException several)
        {
            // The caller learns of one mistake as it is, whatever thread met it.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private Equilibrium SolveAlone(Counterfactual asked, Closure closure, double tolerance, CancellationToken cancellation)
    {
        if (asked.Baseline is null || asked.Baseline == Baseline)
            return Solve(asked.Shock, closure, tolerance, cancellation);
        if (!asked.Baseline.DiffersInElasticitiesAlone(Baseline))
            throw new ArgumentException("a counterfactual stands on another baseline than the solver's", nameof(asked));
        return For(asked.Baseline).Solve(asked.Shock, closure, tolerance, cancellation);
    }
}
