using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Analyses.Explanation;

/// <summary>What a part of a case does; million USD of equivalent variation a year, losses above 0.</summary>
/// <param name="Part">The part.</param>
/// <param name="Alone">By itself, against the world without the case: the target's loss and the coalition's own.</param>
/// <param name="Last">What it adds to all the others.</param>
/// <param name="Shapley">What it adds on average over all orders of the parts; these add up to the whole case.</param>
/// <param name="StandardErrors">The standard errors of <paramref name="Shapley"/>; zeros where every subset was solved.</param>
public sealed record InstrumentWorth(
    CasePart Part, (double Harm, double Cost) Alone, (double Harm, double Cost) Last, (double Harm, double Cost) Shapley, (double Harm, double Cost) StandardErrors)
{
    /// <summary>The largest number of parts of which every subset is solved.</summary>
    public const int MostEnumerated = 16;

    /// <summary>How many orders are sampled of more parts, unless said otherwise.</summary>
    public const int DefaultOrders = 200;

    /// <summary>Solves a case with subsets of its parts.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="orders">How many random orders to sample, at least 2; null for every subset, or of more than <see cref="MostEnumerated"/> parts <see cref="DefaultOrders"/>.</param>
    /// <param name="seed">The seed of the orders.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The case has no instrument in force, or too many.</exception>
    /// <exception cref="NoEquilibriumException">A subset of the parts has no equilibrium; the message names it.</exception>
    internal static InstrumentWorths Of(BoundCase bound, int? orders = null, int seed = 1, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var parts = CasePart.Of(bound);
        if (parts.Length > MostEnumerated)
            orders ??= DefaultOrders;
        var sampled = orders is { } count ? ShapleyValues.Orders(parts.Length, count, seed) : null;
        var subsets = Subsets(parts.Length, sampled);
        var solver = new PartSolver(bound, parts);
        var solved = solver.Solve(subsets, progress, cancellation);
        var worths = subsets.Select((subset, k) => (subset, k)).ToDictionary(pair => pair.subset, pair => solved[pair.k]);
        var values = sampled is null
            ? ShapleyValues.OfWorths([.. solved.Select(worth => worth.Harm)], [.. solved.Select(worth => worth.Cost)], parts.Length)
            : OfOrders(sampled, worths);
        var all = All(parts.Length);
        return new InstrumentWorths(
            [
                .. parts.Select((part, p) => new InstrumentWorth(
                    part,
                    worths[1UL << p],
                    Less(worths[all], worths[all & ~(1UL << p)]),
                    (values.Harm[p], values.Cost[p]),
                    (values.StandardError[p], values.CostStandardError[p]))),
            ],
            worths[all],
            sampled?.Length,
            subsets.Count,
            solver.LargestResidual);
    }

    // Every subset in the order of its bits, or those that the orders pass, each once, with every part alone and every part left out.
    private static IReadOnlyList<ulong> Subsets(int parts, int[][]? orders)
    {
        if (orders is null)
            return [.. Enumerable.Range(0, 1 << parts).Select(subset => (ulong)subset)];
        var (subsets, all) = (new SortedSet<ulong> { 0, All(parts) }, All(parts));
        for (var p = 0; p < parts; p++)
        {
            subsets.Add(1UL << p);
            subsets.Add(all & ~(1UL << p));
        }

        foreach (var order in orders)
        {
            var joined = 0UL;
            foreach (var part in order)
                subsets.Add(joined |= 1UL << part);
        }

        return [.. subsets];
    }

    private static ShapleyValues OfOrders(int[][] orders, Dictionary<ulong, (double Harm, double Cost)> worths)
    {
        var (harm, cost) = (new double[orders.Length, orders[0].Length], new double[orders.Length, orders[0].Length]);
        for (var k = 0; k < orders.Length; k++)
        {
            var joined = 0UL;
            foreach (var part in orders[k])
            {
                var before = worths[joined];
                (harm[k, part], cost[k, part]) = Less(worths[joined |= 1UL << part], before);
            }
        }

        return ShapleyValues.OfMarginals(harm, cost);
    }

    private static ulong All(int parts) => (1UL << parts) - 1;

    private static (double Harm, double Cost) Less((double Harm, double Cost) a, (double Harm, double Cost) b) => (a.Harm - b.Harm, a.Cost - b.Cost);
}

/// <summary>What every part of a case does.</summary>
/// <param name="Parts">The parts, in the case's order.</param>
/// <param name="Whole">What the whole case does, million USD of equivalent variation a year: the target's loss and the coalition's own.</param>
/// <param name="Orders">How many orders were sampled; null where every subset was solved.</param>
/// <param name="Equilibria">How many equilibria were solved.</param>
/// <param name="LargestResidual">The largest residual of any of them.</param>
public sealed record InstrumentWorths(ImmutableArray<InstrumentWorth> Parts, (double Harm, double Cost) Whole, int? Orders, int Equilibria, double LargestResidual);
