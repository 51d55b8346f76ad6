using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Coalitions;

/// <summary>Solves a case with some members of its coalition standing aside, again and again on one solver. Safe to use from several threads.</summary>
public sealed class SubsetSolver
{
    private const double Tolerance = 1e-11;

    // As a prepared solver pays for itself.
    private const int ManySolves = 30;

    private static readonly Place Nowhere = new("the members of the coalition", 0, 0);

    private readonly BoundCase _bound;
    private readonly Baseline _baseline;
    private readonly Solver? _solver;
    private readonly Lock _lock = new();
    private double _largest;

    /// <summary>Makes one.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="solves">How often it will be asked, about: with many, preparing the solver pays.</param>
    /// <param name="cancellation">Stops the preparation.</param>
    public SubsetSolver(BoundCase bound, int solves, CancellationToken cancellation = default)
    {
        _bound = bound;
        _baseline = Baseline.Of(bound.World, bound.Case.Horizon);
        if (bound.Case.Closure == Closure.Closed)
            _baseline = Simulation.WithoutDeficits(_baseline, CaseAnswer.Tolerance, cancellation);
        // Markets that may vanish change the baseline with the subset.
        if (bound.Case.MayVanish.IsEmpty)
            _solver = solves > ManySolves ? Solver.Prepare(_baseline, cancellation) : Solver.For(_baseline);
    }

    /// <summary>The largest residual of any equilibrium solved so far.</summary>
    public double LargestResidual
    {
        get
        {
            lock (_lock)
                return _largest;
        }
    }

    /// <summary>The equivalent variations of all regions where some of the coalition stand aside.</summary>
    /// <param name="absent">Who stands aside.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">There is no equilibrium; the message names who stands aside.</exception>
    public SubsetOutcome Without(IEnumerable<Region> absent, CancellationToken cancellation = default)
    {
        RegionName[] names = [.. absent.Select(region => new RegionName(Code(region), false, Nowhere))];
        return Solve(
            names.Length == 0 ? _bound : (_bound.Case with { Absent = [.. names] }).BindTo(_bound.World),
            () => $"without {string.Join(", ", names.Select(name => name.Text))}",
            cancellation);
    }

    /// <summary>The same where a third state joins the coalition.</summary>
    /// <param name="region">The third state.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">There is no equilibrium; the message names who joins.</exception>
    public SubsetOutcome With(Region region, CancellationToken cancellation = default) =>
        Solve(Joined(Code(region)).BindTo(_bound.World), () => $"with {Code(region)}", cancellation);

    // A player that joins gives up what it does in the case, whatever stances it lists.
    private Case Joined(string code) => _bound.Case with
    {
        Coalition = [.. _bound.Case.Coalition, new RegionName(code, false, Nowhere)],
        Players = _bound.Case.Players.RemoveAll(player => player.Region.Text == code),
        StanceChanges = _bound.Case.StanceChanges.RemoveAll(change => change.Region.Text == code),
    };

    private SubsetOutcome Solve(BoundCase bound, Func<string> what, CancellationToken cancellation)
    {
        try
        {
            var equilibrium = _solver?.Solve(bound.Shock, bound.Case.Closure, Tolerance, cancellation)
                ?? Simulation.Solve(bound.World, bound.Shock, bound.Case.Horizon, bound.Case.Closure, Tolerance, cancellation);
            lock (_lock)
                _largest = Math.Max(_largest, equilibrium.Certificate.Largest);
            return SubsetOutcome.Of(_bound, equilibrium);
        }
        catch (NoEquilibriumException none)
        {
            throw new NoEquilibriumException($"{what()}: {none.Message}");
        }
    }

    private string Code(Region region) => _bound.World.Regions[region.Index].Code;
}

/// <summary>What a part of the coalition brings about, against the world without the case.</summary>
/// <param name="Harm">What the target loses, million USD a year.</param>
/// <param name="Cost">What the whole coalition loses, those who stand aside included, million USD a year.</param>
/// <param name="Variations">Equivalent variations by region, million USD a year.</param>
public sealed record SubsetOutcome(double Harm, double Cost, ImmutableArray<double> Variations)
{
    /// <summary>What an equilibrium brings about for the target and the coalition of a case.</summary>
    internal static SubsetOutcome Of(BoundCase bound, Equilibrium.Equilibrium equilibrium)
    {
        var variations = new double[bound.World.Regions.Length];
        for (var r = 0; r < variations.Length; r++)
            variations[r] = (equilibrium.RealIncome(new Region(r)) - 1) * equilibrium.Baseline.Income(new Region(r));
        return new SubsetOutcome(-variations[bound.Target.Index], -bound.Coalition.Sum(member => variations[member.Index]), [.. variations]);
    }

    /// <summary>The equivalent variation of several regions together, million USD a year.</summary>
    public double Of(ImmutableArray<Region> regions) => regions.Sum(region => Variations[region.Index]);
}
