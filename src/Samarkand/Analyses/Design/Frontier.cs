using System.Collections.Immutable;
using MathNet.Numerics.RootFinding;
using Samarkand.Model;

namespace Samarkand.Analyses.Design;

/// <summary>One point of the frontier: the package that harms the target most for its cost.</summary>
/// <param name="Share">The cost that was allowed, as a share of a full ban's.</param>
/// <param name="Package">The package.</param>
/// <param name="Price">The harm that one more dollar of own cost buys, to first order; NaN where cost does not bind.</param>
/// <param name="Gap">What a change of all coverages at once could still add to first order, as a share of a full ban's harm.</param>
/// <param name="Uniform">The same coverage of everything that costs the same; null where none does.</param>
public sealed record FrontierPoint(double Share, BanPackage Package, double Price, double Gap, BanPackage? Uniform)
{
    /// <summary>How much more the package harms than the uniform one of the same cost, percent; NaN where there is none.</summary>
    public double MoreThanUniformPct => Uniform is { Harm: > 0 } uniform ? 100 * (Package.Harm / uniform.Harm - 1) : double.NaN;
}

/// <summary>Finds packages on the frontier of harm and own cost.</summary>
internal sealed class Frontier
{
    private readonly BanModel _model;
    private readonly PackageSearch _search;
    private readonly PackageSlopes _none;
    private readonly ImmutableArray<BanPackage> _single;

    /// <summary>Prepares the search: no ban, a full ban, and a full ban of each lever by itself.</summary>
    /// <param name="model">What may be banned.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">A full ban has no equilibrium.</exception>
    public Frontier(BanModel model, CancellationToken cancellation = default)
    {
        (_model, _search) = (model, new PackageSearch(model));
        _none = model.Slopes(model.Uniform(0), null, cancellation);
        Full = model.Solve(model.Uniform(1), cancellation);
        _single = [.. Enumerable.Range(0, model.Levers.Length).Select(k => model.Solve(model.Uniform(0).SetItem(k, model.Levers[k].Most), cancellation))];
    }

    /// <summary>The full ban of everything.</summary>
    public BanPackage Full { get; }

    /// <summary>The packages of most harm at equally spaced costs up to that of the full ban; empty where that costs the coalition nothing.</summary>
    /// <param name="points">How many.</param>
    /// <param name="progress">Is told how many are found, and of how many; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">A package on the way has no equilibrium.</exception>
    public ImmutableArray<FrontierPoint> Points(int points, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        if (!(Full.Cost > 0))
            return [];
        var found = new FoundPackage[points];
        var done = 0;
        for (var k = 0; k < points; k++)
        {
            var goal = At(k);
            found[k] = Better(goal, _search.From(Greedy(goal, cancellation), goal, Full.Harm, cancellation), _search.From(k == 0 ? _none : found[k - 1].At, goal, Full.Harm, cancellation));
            progress?.Invoke(++done, 2 * points);
        }

        // Backwards as well: where harm rises faster the more is banned, a package may only be found from a larger one.
        for (var k = points - 1; k >= 0; k--)
        {
            if (k < points - 1)
                found[k] = Better(At(k), found[k], _search.From(found[k + 1].At, At(k), Full.Harm, cancellation));
            progress?.Invoke(++done, 2 * points);
        }

        return [.. found.Select((package, k) => new FrontierPoint((k + 1.0) / points, package.At.Package, package.Price, package.Gap, UniformOfCost(package.At.Package.Cost, cancellation)))];

        Goal At(int k) => new(true, Full.Cost * (k + 1) / points);
    }

    /// <summary>The package of most harm for a cost.</summary>
    /// <param name="budget">The cost, million USD a year.</param>
    /// <param name="near">Packages to start from beside those of this class's own.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">A package on the way has no equilibrium.</exception>
    public FrontierPoint MostHarm(double budget, IEnumerable<BanPackage> near, CancellationToken cancellation = default) =>
        Best(new Goal(true, budget), near, cancellation);

    /// <summary>The package of least cost for a harm.</summary>
    /// <param name="harm">The harm, million USD a year.</param>
    /// <param name="near">Packages to start from beside those of this class's own.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">No package of these bans reaches it.</exception>
    public FrontierPoint LeastCost(double harm, IEnumerable<BanPackage> near, CancellationToken cancellation = default)
    {
        var point = Best(new Goal(false, harm), near, cancellation);
        return point.Package.Harm >= harm - 1e-6 * Math.Abs(harm)
            ? point
            : throw new NoEquilibriumException(FormattableString.Invariant($"no package of these bans was found that costs the target {harm:0.#} million USD a year; a full ban of everything costs it {Full.Harm:0.#}: ask for less, or allow more sectors or directions"));
    }

    /// <summary>The uniform ban of a cost; null where none costs that.</summary>
    public BanPackage? UniformOfCost(double cost, CancellationToken cancellation = default) => Uniform(package => package.Cost - cost, cancellation);

    /// <summary>The uniform ban of a harm; null where none does that.</summary>
    public BanPackage? UniformOfHarm(double harm, CancellationToken cancellation = default) => Uniform(package => package.Harm - harm, cancellation);

    private FrontierPoint Best(Goal goal, IEnumerable<BanPackage> near, CancellationToken cancellation)
    {
        var scale = goal.IsHarmMaximised ? Full.Harm : Math.Max(Math.Abs(Full.Cost), 1e-3 * Full.Harm);
        var found = _search.From(Greedy(goal, cancellation), goal, scale, cancellation);
        foreach (var package in near)
            found = Better(goal, found, _search.From(_model.Slopes(package.Coverages, null, cancellation), goal, scale, cancellation));
        var best = found.At.Package;
        return new FrontierPoint(best.Cost / Full.Cost, best, found.Price, found.Gap, UniformOfCost(best.Cost, cancellation));
    }

    // What keeps to the bound comes first, then what gains more.
    private static FoundPackage Better(Goal goal, FoundPackage one, FoundPackage other)
    {
        var slack = 1e-7 * Math.Max(1, Math.Abs(goal.Bound));
        var (oneFits, otherFits) = (goal.Excess(one.At.Package) <= slack, goal.Excess(other.At.Package) <= slack);
        if (oneFits != otherFits)
            return oneFits ? one : other;
        return oneFits
            ? goal.Gain(other.At.Package) > goal.Gain(one.At.Package) ? other : one
            : goal.Excess(other.At.Package) < goal.Excess(one.At.Package) ? other : one;
    }

    // Full bans in the order of what each does by itself for its cost, the last of them in part.
    private PackageSlopes Greedy(Goal goal, CancellationToken cancellation)
    {
        double[] gains = [.. _single.Select(single => goal.Gain(single))];
        double[] uses = [.. _single.Select(single => goal.IsHarmMaximised ? single.Cost : -single.Harm)];
        var step = LinearStep.Find(gains, uses, goal.IsHarmMaximised ? goal.Bound : -goal.Bound, new double[gains.Length], [.. Enumerable.Repeat(1.0, gains.Length)]);
        return _model.Slopes([.. step.Moves.Select((part, k) => part * _model.Levers[k].Most)], _none, cancellation);
    }

    private BanPackage? Uniform(Func<BanPackage, double> over, CancellationToken cancellation)
    {
        if (!(over(_none.Package) <= 0 && over(Full) >= 0))
            return over(Full) > -1e-6 * Math.Abs(Full.Harm) && over(_none.Package) <= 0 ? Full : null;
        return Brent.TryFindRoot(coverage => over(_model.Solve(_model.Uniform(coverage), cancellation)), 0, 1, 1e-9, 100, out var root)
            ? _model.Solve(_model.Uniform(root), cancellation)
            : null;
    }
}
