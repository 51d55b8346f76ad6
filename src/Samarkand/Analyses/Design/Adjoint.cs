using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>
/// Derivatives of what regions lose and gain with respect to every trade cost, at a solved equilibrium: one linear system for each
/// objective, whatever the number of flows (docs/method.md, section 11).
/// </summary>
internal sealed class Adjoint
{
    /// <summary>The largest residual of the linear system, over its right side, where none is named.</summary>
    public const double Tolerance = 1e-12;

    private readonly Equilibrium _at;
    private readonly FlowWeights _flows;
    private readonly TransposedSweep _sweep;

    /// <summary>Prepares the system.</summary>
    /// <param name="at">The equilibrium; derivatives are as exact as it is, so a tolerance of 1e-12 is advised.</param>
    /// <exception cref="NotSupportedException">Its shock sends goods through third states, or its closure confines a state.</exception>
    public Adjoint(Equilibrium at)
    {
        if (at.Certificate.Closure.Confines())
            throw new NotSupportedException($"derivatives under the closure `{at.Certificate.Closure.ToString().ToLowerInvariant()}`");
        _at = at;
        _flows = FlowWeights.Of(at);
        _sweep = new TransposedSweep(at, _flows);
    }

    /// <summary>The derivatives of one objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="near">The derivatives of the same objective at an equilibrium nearby, to start from; or null.</param>
    /// <param name="tolerance">The largest residual of the linear system, over its right side.</param>
    /// <exception cref="NoEquilibriumException">The system was not solved to the tolerance: the equilibrium is not locally unique, or nearly so.</exception>
    public Sensitivity Of(Objective objective, Sensitivity? near = null, double tolerance = Tolerance)
    {
        var prices = near is null ? new double[_sweep.Length] : (double[])near.Multipliers.Clone();
        var residual = Gmres.Solve(_sweep.Apply, _sweep.Direct(_at, objective), prices, tolerance);
        if (!(residual <= 10 * tolerance))
            throw new NoEquilibriumException(FormattableString.Invariant($"no derivatives: the linear system could be solved only to {residual:0.0e+0}, since a small change moves this equilibrium far; try a smaller shock"));
        var weights = _sweep.WeightSlopes(prices);
        var costs = new double[weights.Length];
        for (var cell = 0; cell < costs.Length; cell++)
            costs[cell] = _flows.Weights[cell] * weights[cell];
        _sweep.AddListed(prices, costs);
        var n = _at.Baseline.RegionCount;
        for (var cell = 0; cell < costs.Length; cell++)
            costs[cell] = cell / n % n == cell % n ? 0 : -_at.Baseline.Elasticities[cell / (n * n)] * costs[cell];
        return new Sensitivity(n, prices, weights, costs, _sweep.WedgeSlopes(prices), _sweep.CapacitySlopes(prices), residual);
    }
}

/// <summary>The derivatives of one objective.</summary>
internal sealed class Sensitivity
{
    private readonly int _n;
    private readonly double[] _weights;
    private readonly double[] _costs;
    private readonly double[] _wedges;
    private readonly double[] _capacities;

    internal Sensitivity(int n, double[] multipliers, double[] weights, double[] costs, double[] wedges, double[] capacities, double residual) =>
        (_n, Multipliers, _weights, _costs, _wedges, _capacities, Residual) = (n, multipliers, weights, costs, wedges, capacities, residual);

    /// <summary>The residual of the linear system, over its right side.</summary>
    public double Residual { get; }

    /// <summary>
    /// The derivative with respect to the logarithm of each flow's trade cost d, [sector, origin, destination], in units of the objective;
    /// 0 for home sales.
    /// </summary>
    public ReadOnlySpan<double> LogCosts => _costs;

    internal double[] Multipliers { get; }

    /// <summary>The derivative with respect to the logarithm of one flow's trade cost.</summary>
    public double LogCost(Sector sector, Region origin, Region destination) => _costs[Cell(sector, origin, destination)];

    /// <summary>The derivative with respect to the logarithm of 1 + a wedge on one flow that its importer owns, such as a tariff.</summary>
    public double LogWedge(Sector sector, Region origin, Region destination)
    {
        var cell = Cell(sector, origin, destination);
        return origin == destination ? 0 : _costs[cell] + _wedges[cell];
    }

    /// <summary>
    /// The derivative with respect to the coverage b of a ban on one flow, at the b that holds (0 or more, 1 included): the flow's weight is
    /// <paramref name="open"/> (1 - b), in the part of its market that no common list closes.
    /// </summary>
    /// <param name="sector">The sector.</param>
    /// <param name="origin">The origin.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="open">The weight pi k^-theta without the ban; without other changes of cost it is the baseline's share.</param>
    public double Coverage(Sector sector, Region origin, Region destination, double open) => -open * _weights[Cell(sector, origin, destination)];

    /// <summary>The derivative with respect to the logarithm of the capacity of one of the shock's pools; 0 where it does not bind.</summary>
    public double LogCapacity(int pool) => _capacities[pool];

    private int Cell(Sector sector, Region origin, Region destination) => Cube.At(_n, sector, origin, destination);
}
