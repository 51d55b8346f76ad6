using System.Collections.Immutable;
using Samarkand.Model;

namespace Samarkand.Analyses.Design;

/// <summary>What a package is looked for: the most harm for a cost, or the least cost for a harm.</summary>
/// <param name="IsHarmMaximised">True for the former.</param>
/// <param name="Bound">The cost that is allowed, or the harm that is reached, million USD a year.</param>
internal sealed record Goal(bool IsHarmMaximised, double Bound)
{
    public double Gain(BanPackage package) => IsHarmMaximised ? package.Harm : -package.Cost;

    public double Excess(BanPackage package) => IsHarmMaximised ? package.Cost - Bound : Bound - package.Harm;

    public (IReadOnlyList<double> Gains, IReadOnlyList<double> Uses) Slopes(PackageSlopes at) => IsHarmMaximised
        ? (at.HarmSlopes, at.CostSlopes)
        : ([.. at.CostSlopes.Select(slope => -slope)], [.. at.HarmSlopes.Select(slope => -slope)]);
}

/// <summary>A package at which no small change does better.</summary>
/// <param name="At">The package with its derivatives.</param>
/// <param name="Price">The harm that one more dollar of own cost buys, to first order; NaN where the bound does not bind.</param>
/// <param name="Gap">What the best change of all coverages would still gain to first order, over the size of what is maximised: 0 at a local optimum.</param>
internal sealed record FoundPackage(PackageSlopes At, double Price, double Gap);

/// <summary>
/// Sequential linear programming: each step solves the first-order problem exactly within a trust region and is kept where the exact
/// equilibrium confirms enough of it (Fletcher 1987, Practical Methods of Optimization, section 12.5, with the l1 merit function).
/// </summary>
internal sealed class PackageSearch(BanModel model)
{
    private const int MostSteps = 60;
    private const int MostCorrections = 4;
    private const double SmallestRadius = 1e-4;
    private const double Near = 1e-3;
    private const double Trace = 1e-9;
    private const double SmallEnough = 2e-6;

    /// <summary>Goes from a package to a local optimum.</summary>
    /// <exception cref="NoEquilibriumException">A package on the way has no equilibrium.</exception>
    public FoundPackage From(PackageSlopes start, Goal goal, double scale, CancellationToken cancellation)
    {
        var (at, radius, penalty) = (start, 1.0, 0.0);
        for (var steps = 0; steps < MostSteps && radius > SmallestRadius; steps++)
        {
            var step = Step(at, goal, radius);
            penalty = Math.Max(penalty, 2 * step.Price + 0.1);
            var expected = Expected(at, goal, step, penalty);
            if (expected <= SmallEnough * scale)
                break;
            var coverages = Moved(at.Package.Coverages, step);
            var next = model.Reach(coverages, cancellation);
            var gained = Merit(model.Package(coverages, next), goal, penalty) - Merit(at.Package, goal, penalty);
            radius = gained > 0.75 * expected ? Math.Min(1, 2 * radius) : gained > 0.25 * expected ? radius : Math.Min(radius, step.Moves.Max(Math.Abs)) / 3;
            if (gained > 0.1 * expected)
                at = model.Slopes(coverages, next, at);
        }

        at = OntoBound(at, goal, cancellation);
        var last = Step(at, goal, 1);
        var price = last.Price == 0 ? double.NaN : goal.IsHarmMaximised ? last.Price : 1 / last.Price;
        return new FoundPackage(at, price, Math.Max(0, Expected(at, goal, last, 2 * last.Price + 0.1)) / scale);
    }

    // Moves one coverage that is partial, so that what is bounded is met to the last digit that matters.
    private PackageSlopes OntoBound(PackageSlopes at, Goal goal, CancellationToken cancellation)
    {
        for (var steps = 0; steps < MostCorrections && goal.Excess(at.Package) / Math.Abs(goal.Bound) is > 1e-9 or (< -1e-9 and > -Near); steps++)
        {
            var (uses, coverages) = (goal.Slopes(at).Uses, at.Package.Coverages);
            var partial = Enumerable.Range(0, coverages.Length).Where(k => coverages[k] > 0 && coverages[k] < model.Levers[k].Most).ToArray();
            if (partial.Length == 0)
                break;
            var most = partial.MaxBy(k => Math.Abs(uses[k]));
            coverages = coverages.SetItem(most, Snapped(coverages[most] - 1.0000001 * goal.Excess(at.Package) / uses[most], model.Levers[most].Most));
            at = model.Slopes(coverages, at, cancellation);
        }

        return at;
    }

    private LinearStep Step(PackageSlopes at, Goal goal, double radius)
    {
        var (gains, uses) = goal.Slopes(at);
        var (low, high) = (new double[gains.Count], new double[gains.Count]);
        for (var k = 0; k < low.Length; k++)
        {
            var now = at.Package.Coverages[k];
            (low[k], high[k]) = (Math.Max(-now, -radius), Math.Min(model.Levers[k].Most - now, radius));
        }

        return LinearStep.Find(gains, uses, -goal.Excess(at.Package), low, high);
    }

    private static double Expected(PackageSlopes at, Goal goal, LinearStep step, double penalty)
    {
        var (gains, uses) = goal.Slopes(at);
        var (gain, use, excess) = (0.0, 0.0, goal.Excess(at.Package));
        for (var k = 0; k < step.Moves.Length; k++)
        {
            gain += gains[k] * step.Moves[k];
            use += uses[k] * step.Moves[k];
        }

        return gain - penalty * (Math.Max(0, excess + use) - Math.Max(0, excess));
    }

    private static double Merit(BanPackage package, Goal goal, double penalty) => goal.Gain(package) - penalty * Math.Max(0, goal.Excess(package));

    private ImmutableArray<double> Moved(ImmutableArray<double> coverages, LinearStep step) =>
        [.. coverages.Select((coverage, k) => Snapped(coverage + step.Moves[k], model.Levers[k].Most))];

    // Rounding leaves neither a trace of a ban nor a trace of trade.
    private static double Snapped(double coverage, double most) =>
        coverage < Trace ? 0 : coverage > most - Trace ? most : coverage;
}
