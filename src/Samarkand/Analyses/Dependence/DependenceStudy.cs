using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Dependence;

/// <summary>
/// Who depends on whom in one state of the world: the observed one, or the one that a case leads to. Each pair's trade is cut on top of it
/// and the result compared with it. Safe to share between threads.
/// </summary>
public sealed class DependenceStudy
{
    // As a prepared solver pays for itself.
    private const int ManyPairs = 30;

    private readonly Solver _solver;
    private readonly Shock _shock;
    private readonly Closure _closure;
    private readonly Outcome _before;
    private double _largest;
    private readonly GasAnswer? _gas;
    private readonly Lock _lock = new();

    private DependenceStudy(Solver solver, Shock shock, Closure closure, GasAnswer? gas, CancellationToken cancellation)
    {
        (_solver, _shock, _closure, _gas) = (solver, shock, closure, gas);
        var equilibrium = solver.Solve(shock, closure, CaseAnswer.Tolerance, cancellation);
        _largest = equilibrium.Certificate.Largest;
        _before = shock.IsNone ? Outcome.Of(solver.Baseline) : Outcome.Of(equilibrium);
    }

    /// <summary>The world.</summary>
    public World World => _solver.Baseline.World;

    /// <summary>The largest residual of any equilibrium solved so far.</summary>
    public double LargestResidual
    {
        get
        {
            lock (_lock)
                return _largest;
        }
    }

    /// <summary>A study of the state that a shock leads to.</summary>
    /// <param name="world">The world.</param>
    /// <param name="shock">What changes before anything is cut; <see cref="Shock.None"/> for the observed state.</param>
    /// <param name="horizon">The horizon.</param>
    /// <param name="closure">The closure of deficits: a region keeps its whole deficit when it loses a partner, unless it is proportional or closed.</param>
    /// <param name="pairs">How many pairs are to be solved: with many, preparing the solver pays.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">The shock has no equilibrium.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Analyses.Dependence;
    /// using Samarkand.Model;
    /// using Samarkand.Worlds;
    ///
    /// var world = WorldCatalog.Open("samarkand-2021");
    /// var study = DependenceStudy.Of(world, Shock.None, Horizon.Medium, Closure.Fixed);
    /// var pair = study.Pair(world.Find("RUS")!.Value, world.Find("CHN")!.Value);
    /// Console.WriteLine($"Russia without China: {pair.One.RealIncomePct:0.00} percent; China without Russia: {pair.Two.RealIncomePct:0.00} percent");
    /// </code>
    /// </example>
    public static DependenceStudy Of(World world, Shock shock, Horizon horizon, Closure closure, int pairs = 1, CancellationToken cancellation = default) =>
        Of(Baseline.Of(world, horizon), shock, closure, pairs, cancellation);

    /// <summary>The same from a baseline, such as one at a case's elasticities.</summary>
    /// <exception cref="NoEquilibriumException">The shock has no equilibrium.</exception>
    public static DependenceStudy Of(Baseline observed, Shock shock, Closure closure, int pairs = 1, CancellationToken cancellation = default) =>
        Of(observed, shock, closure, null, pairs, cancellation);

    /// <summary>A study of the world that a case leads to, or of the one before it in the case's terms; pools of gas answer to what is cut of the target's sales.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium.</exception>
    internal static DependenceStudy Of(BoundCase bound, bool isSanctioned, int pairs = 1, CancellationToken cancellation = default) =>
        Of(bound.BaselineAt(bound.Horizon), isSanctioned ? bound.Shock : Shock.None, bound.Closure, GasAnswer.Of(bound, isSanctioned), pairs, cancellation);

    private static DependenceStudy Of(Baseline observed, Shock shock, Closure closure, GasAnswer? gas, int pairs, CancellationToken cancellation)
    {
        var baseline = Simulation.Solve(observed, shock, closure, CaseAnswer.Tolerance, cancellation).Baseline;
        var solver = pairs > ManyPairs ? Solver.Prepare(baseline, cancellation) : Solver.For(baseline);
        return new DependenceStudy(solver, shock, closure, gas, cancellation);
    }

    /// <summary>What each of two regions loses when all their trade is cut.</summary>
    /// <exception cref="NoEquilibriumException">The cut leaves no equilibrium.</exception>
    public PairDependence Pair(Region one, Region two, CancellationToken cancellation = default)
    {
        var cut = Solve(TradeCut.Of(World, _shock, one, two, _gas), cancellation);
        return new PairDependence(On(one, two, cut), On(two, one, cut));
    }

    /// <summary>The same with the loss through each sector and direction in which the two trade.</summary>
    /// <exception cref="NoEquilibriumException">The cut of all trade leaves no equilibrium.</exception>
    public DependenceProfile Profile(Region one, Region two, CancellationToken cancellation = default)
    {
        (Region Origin, Region Destination, Sector Sector)[] cuts =
        [
            .. from sector in Enumerable.Range(0, World.Sectors.Length).Select(k => new Sector(k))
               from way in new[] { (one, two), (two, one) }
               where _before.Flows[sector, way.Item1, way.Item2] > 0
               select (way.Item1, way.Item2, sector),
        ];
        var found = new SectorDependence[2 * cuts.Length];
        InParallel.For(cuts.Length, null, cancellation, k =>
        {
            var (origin, destination, sector) = cuts[k];
            var cut = SolveOrNull(TradeCut.Of(_shock, origin, destination, sector, _gas), cancellation);
            foreach (var (offset, loser) in new[] { (0, one), (1, two) })
            {
                var (percent, money) = Loss(loser, cut);
                found[2 * k + offset] = new SectorDependence(sector, origin, destination, loser, percent, money, _before.Flows[sector, origin, destination]);
            }
        });
        return new DependenceProfile(Pair(one, two, cancellation), [.. found.OrderBy(loss => loss.RealIncomePct)]);
    }

    /// <summary>Every pair of some regions, both ways, solved two at a time; NaN where a cut leaves no equilibrium.</summary>
    /// <param name="regions">The regions, each once.</param>
    /// <param name="progress">Told how many pairs are done, and of how many; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>For each region in turn, what it loses by the end of trade with each other one.</returns>
    public ImmutableArray<OneSidedDependence> Matrix(ImmutableArray<Region> regions, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var n = regions.Length;
        var pairs = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select (i, j)).ToArray();
        var found = new OneSidedDependence?[n * n];
        InParallel.For(pairs.Length, progress, cancellation, k =>
        {
            var (i, j) = pairs[k];
            var cut = SolveOrNull(TradeCut.Of(World, _shock, regions[i], regions[j], _gas), cancellation);
            (found[i * n + j], found[j * n + i]) = (On(regions[i], regions[j], cut), On(regions[j], regions[i], cut));
        });
        return [.. found.OfType<OneSidedDependence>()];
    }

    private OneSidedDependence On(Region region, Region other, Equilibrium? cut)
    {
        var (exports, imports, to, from) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < World.Sectors.Length; k++)
        {
            var sector = new Sector(k);
            (to, from) = (to + _before.Flows[sector, region, other], from + _before.Flows[sector, other, region]);
            for (var r = 0; r < World.Regions.Length; r++)
            {
                if (r != region.Index)
                    (exports, imports) = (exports + _before.Flows[sector, region, new Region(r)], imports + _before.Flows[sector, new Region(r), region]);
            }
        }

        var (percent, money) = Loss(region, cut);
        return new OneSidedDependence(region, other, percent, money, Share(to, exports), Share(from, imports));
    }

    private (double Percent, double Money) Loss(Region region, Equilibrium? cut)
    {
        if (cut is null)
            return (double.NaN, double.NaN);
        var income = _before.Incomes[region.Index];
        var change = cut.Incomes[region.Index] / income / (cut.PriceIndex(region) / _before.PriceIndices[region.Index]) - 1;
        return (100 * change, change * income);
    }

    private Equilibrium? SolveOrNull(Shock shock, CancellationToken cancellation)
    {
        try
        {
            return Solve(shock, cancellation);
        }
        catch (NoEquilibriumException)
        {
            return null;
        }
    }

    private Equilibrium Solve(Shock shock, CancellationToken cancellation)
    {
        var cut = _solver.Solve(shock, _closure, CaseAnswer.Tolerance, cancellation);
        lock (_lock)
            _largest = Math.Max(_largest, cut.Certificate.Largest);
        return cut;
    }

    private static double Share(double part, double whole) => whole > 0 ? 100 * part / whole : double.NaN;
}
