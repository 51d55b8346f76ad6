using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>
/// Harm and cost of packages of bans between a case's coalition and its target, each solved exactly. The world is the case's, without any
/// of its instruments; banned goods do not go through third states. Pools of gas answer to bans where the case pools it.
/// </summary>
internal sealed class BanModel
{
    /// <summary>The largest residual of an equilibrium: small, since derivatives rest on it.</summary>
    public const double Tolerance = 1e-12;

    // Steps of a search are confirmed by exact equilibria, so that their directions need not be exact to the last digit.
    private const double SearchTolerance = 1e-8;

    private readonly Solver _solver;
    private readonly BannedGas? _gas;
    private readonly Objective _target;
    private readonly Objective _coalition;
    private int _solved;

    /// <summary>Makes one.</summary>
    /// <param name="bound">The case: its world, target, coalition, horizon and closure.</param>
    /// <param name="directions">What may be banned.</param>
    /// <param name="sectors">The sectors that may be banned; those without trade are left out.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">There is no coalition, or nothing to ban.</exception>
    public BanModel(BoundCase bound, BanDirections directions, ImmutableArray<Sector> sectors, CancellationToken cancellation = default)
    {
        if (bound.Coalition.IsEmpty)
            throw new InputException(new InputProblem(bound.Case.Source, 0, 0, "the case names no coalition, so nobody's bans can be designed", "add `coalition`, for instance [EU, USA]"));
        if (bound.Closure.Confines())
            throw new InputException(new InputProblem(bound.Case.Source, 0, 0, $"packages cannot be designed under the closure `{bound.Closure.ToString().ToLowerInvariant()}`", "use `closure: fixed`, `proportional` or `closed`"));
        Case = bound;
        var baseline = bound.BaselineAt(bound.Horizon);
        if (bound.Case.Closure == Closure.Closed)
            baseline = Simulation.WithoutDeficits(baseline, Tolerance, cancellation);
        _solver = Solver.For(baseline);
        _gas = BannedGas.Of(bound);
        (_target, _coalition) = (Objective.Variation(bound.Target), Objective.Variation(bound.Coalition));
        Flows = TradeFlows.Of(baseline);
        Levers =
        [
            .. directions == BanDirections.Imports ? [] : sectors.Select(sector => Make(sector, isExport: true)),
            .. directions == BanDirections.Exports ? [] : sectors.Select(sector => Make(sector, isExport: false)),
        ];
        Levers = Levers.RemoveAll(lever => !(lever.Trade > 0));
        if (Levers.IsEmpty)
            throw new InputException(new InputProblem(bound.Case.Source, 0, 0, "coalition and target do not trade in any of the sectors, so there is nothing to ban", $"name other sectors with {new Parameter("sectors")}, such as {new Parameter("sectors", "all")}"));
    }

    /// <summary>The case.</summary>
    public BoundCase Case { get; }

    /// <summary>What may be banned: exports, then imports, each in the world's order of sectors.</summary>
    public ImmutableArray<Lever> Levers { get; }

    /// <summary>The baseline's flows.</summary>
    public TradeFlows Flows { get; }

    /// <summary>The baseline.</summary>
    public Baseline Baseline => _solver.Baseline;

    /// <summary>How many equilibria were solved.</summary>
    public int Solved => _solved;

    /// <summary>The shock of coverages, one a lever.</summary>
    public Shock Shock(IReadOnlyList<double> coverages)
    {
        (FlowBlock Flows, double Coverage)[] bans = [.. Levers.Select((lever, k) => (Block(lever), coverages[k])).Where(ban => ban.Item2 > 0)];
        var shock = new Shock { Costs = [.. bans.Select(ban => new CostChange(ban.Flows, double.PositiveInfinity, ban.Coverage))] };
        return _gas?.Answer(bans)?.Open(shock) ?? shock;
    }

    /// <summary>Solves a package.</summary>
    /// <exception cref="NoEquilibriumException">It has no equilibrium.</exception>
    public BanPackage Solve(ImmutableArray<double> coverages, CancellationToken cancellation = default) => Package(coverages, Reach(coverages, cancellation));

    /// <summary>The same coverage of everything, up to the most that each lever allows.</summary>
    public ImmutableArray<double> Uniform(double coverage) => [.. Levers.Select(lever => Math.Min(coverage, lever.Most))];

    /// <summary>Solves a package with its derivatives.</summary>
    /// <param name="coverages">One a lever.</param>
    /// <param name="near">A package nearby, which shortens the way; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">It has no equilibrium, or no derivatives.</exception>
    public PackageSlopes Slopes(ImmutableArray<double> coverages, PackageSlopes? near = null, CancellationToken cancellation = default) =>
        Slopes(coverages, Reach(coverages, cancellation), near);

    internal PackageSlopes Slopes(ImmutableArray<double> coverages, Equilibrium at, PackageSlopes? near)
    {
        var (target, coalition) = Sensitivities(at, near, SearchTolerance);
        return new PackageSlopes(Package(coverages, at), Along(target), Along(coalition)) { Target = target, Coalition = coalition };

        ImmutableArray<double> Along(Sensitivity slopes) => [.. Levers.Select((lever, k) => -Pairs(lever).Sum(pair => Slope(slopes, lever.Sector, pair)) - GasSlope(slopes, coverages, k, [.. Pairs(lever)], at.Shock))];
    }

    internal Equilibrium Reach(ImmutableArray<double> coverages, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _solved);
        return _solver.Solve(Shock(coverages), Case.Closure, Tolerance, cancellation);
    }

    internal BanPackage Package(ImmutableArray<double> coverages, Equilibrium at) =>
        new(coverages, -_target.At(at), -_coalition.At(at), at.Certificate.Largest);

    /// <summary>
    /// What each single flow between coalition and target does at a package: million USD a year of the target's and the coalition's loss
    /// for a coverage of 1 more, to first order.
    /// </summary>
    public IEnumerable<FlowLeverage> Leverage(ImmutableArray<double> coverages, CancellationToken cancellation = default)
    {
        var at = Reach(coverages, cancellation);
        var (target, coalition) = Sensitivities(at, null, Adjoint.Tolerance);
        return
            from numbered in Levers.Select((lever, k) => (lever, k))
            let lever = numbered.lever
            from pair in Pairs(lever)
            let trade = Flows[lever.Sector, pair.Origin, pair.Destination]
            where trade > 0
            select new FlowLeverage(
                lever.IsExport,
                lever.Sector,
                lever.IsExport ? pair.Origin : pair.Destination,
                trade,
                -Slope(target, lever.Sector, pair) - GasSlope(target, coverages, numbered.k, [pair], at.Shock),
                -Slope(coalition, lever.Sector, pair) - GasSlope(coalition, coverages, numbered.k, [pair], at.Shock));
    }

    // What pools of gas answer where a lever covers more of some of its flows.
    private double GasSlope(Sensitivity slopes, ImmutableArray<double> coverages, int lever, (Region Origin, Region Destination)[] pairs, Shock at)
    {
        if (_gas is null || Levers[lever] is { IsExport: true } || !GasPoolFinder.IsGas(Case.World.Sectors[Levers[lever].Sector.Index]))
            return 0;
        return _gas.Slope(Bans, (1 - coverages[lever], coverages[lever]), at, Baseline.Elasticities, slopes);

        IEnumerable<(FlowBlock Flows, double Coverage)> Bans(double change) =>
            from numbered in Levers.Select((each, k) => (each, k))
            where !numbered.each.IsExport
            from pair in Pairs(numbered.each)
            let more = numbered.k == lever && pairs.Contains(pair) ? change : 0
            select (new FlowBlock([pair.Origin], [pair.Destination], [numbered.each.Sector]), coverages[numbered.k] + more);
    }

    private (Sensitivity Target, Sensitivity Coalition) Sensitivities(Equilibrium at, PackageSlopes? near, double tolerance)
    {
        var adjoint = new Adjoint(at);
        Sensitivity? target = null, coalition = null;
        InParallel.Invoke(() => target = adjoint.Of(_target, near?.Target, tolerance), () => coalition = adjoint.Of(_coalition, near?.Coalition, tolerance));
        return (target!, coalition!);
    }

    private double Slope(Sensitivity slopes, Sector sector, (Region Origin, Region Destination) pair)
    {
        var n = Baseline.RegionCount;
        return slopes.Coverage(sector, pair.Origin, pair.Destination, Baseline.TradeShares[Cube.At(n, sector.Index, pair.Origin.Index, pair.Destination.Index)]);
    }

    private IEnumerable<(Region Origin, Region Destination)> Pairs(Lever lever) =>
        Case.Coalition.Select(member => lever.IsExport ? (member, Case.Target) : (Case.Target, member));

    private FlowBlock Block(Lever lever) => lever.IsExport
        ? new FlowBlock(Case.Coalition, [Case.Target], [lever.Sector])
        : new FlowBlock([Case.Target], Case.Coalition, [lever.Sector]);

    private Lever Make(Sector sector, bool isExport)
    {
        var block = Block(new Lever(isExport, sector, 0, 1));
        var trade = block.Origins.Sum(origin => block.Destinations.Sum(destination => Flows[sector, origin, destination]));
        return new Lever(isExport, sector, trade, block.Destinations.All(destination => HasOthers(sector, block.Origins, destination)) ? 1 : Lever.MostWithoutOthers);
    }

    // Of two tiers the other has to be abroad: the last foreign seller's goods are worth the more the fewer they are, without bound.
    private bool HasOthers(Sector sector, ImmutableArray<Region> banned, Region destination)
    {
        var n = Baseline.RegionCount;
        return Baseline.Expenditures[sector.Index * n + destination.Index] == 0
            || Enumerable.Range(0, n).Any(i => (Baseline.HomeRatio == 1 || i != destination.Index) && !banned.Contains(new Region(i)) && Baseline.TradeShares[Cube.At(n, sector.Index, i, destination.Index)] > 0);
    }
}

/// <summary>What a ban on one flow does at the margin; million USD a year for a coverage of 1 more, to first order.</summary>
/// <param name="IsExport">True for what the coalition sells.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Member">The member of the coalition.</param>
/// <param name="Trade">The baseline's flow at basic prices, million USD a year.</param>
/// <param name="Harm">What the target loses.</param>
/// <param name="Cost">What the whole coalition loses.</param>
internal sealed record FlowLeverage(bool IsExport, Sector Sector, Region Member, double Trade, double Harm, double Cost);
