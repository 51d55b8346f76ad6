using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>Solves a case with some members of its coalition standing aside, many subsets at once on one solver.</summary>
internal sealed class SubsetSolver
{
    private static readonly Place Nowhere = new("the members of the coalition", 0, 0);

    private readonly BoundCase _bound;
    private readonly VariantSolver _solver;
    private readonly ImmutableArray<RegionName> _names;

    /// <summary>Makes one.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="solves">How many equilibria it will be asked for, about: for many, preparing the solver pays.</param>
    /// <param name="cancellation">Stops the preparation.</param>
    public SubsetSolver(BoundCase bound, int solves, CancellationToken cancellation = default)
    {
        (_bound, _solver) = (bound, new VariantSolver(bound, solves, cancellation));
        _names = [.. bound.World.Regions.Select(region => new RegionName(region.Code, false, Nowhere))];
    }

    /// <summary>The largest residual of any equilibrium solved so far.</summary>
    public double LargestResidual => _solver.LargestResidual;

    /// <summary>What the case brings about where some of the coalition stand aside.</summary>
    /// <param name="absent">Who stands aside.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">There is no equilibrium; the message names who stands aside.</exception>
    public SubsetOutcome Without(ImmutableArray<Region> absent, CancellationToken cancellation = default) => EachWithout([absent], cancellation)[0];

    /// <summary>The same for several subsets.</summary>
    /// <param name="absent">Who stands aside in each.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">One has no equilibrium; the message names who stands aside.</exception>
    public ImmutableArray<SubsetOutcome> EachWithout(ImmutableArray<ImmutableArray<Region>> absent, CancellationToken cancellation = default)
    {
        var outcomes = new SubsetOutcome[absent.Length];
        Without(absent.Length, number => absent[number], (number, outcome) => outcomes[number] = outcome, cancellation);
        return [.. outcomes];
    }

    /// <summary>The same where a third state joins the coalition, for each state by itself.</summary>
    /// <param name="states">The third states.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">There is no equilibrium with one; the message names it.</exception>
    public ImmutableArray<SubsetOutcome> With(ImmutableArray<Region> states, CancellationToken cancellation = default)
    {
        var outcomes = new SubsetOutcome[states.Length];
        _solver.Solve(
            states.Length,
            number => Joined(_names[states[number].Index]).BindTo(_bound.World),
            (number, outcome) => outcomes[number] = outcome,
            number => $"with {_names[states[number].Index].Text}",
            cancellation);
        return [.. outcomes];
    }

    /// <summary>The same for subsets that are made up as they are solved; found from several threads.</summary>
    internal void Without(int count, Func<int, ImmutableArray<Region>> absent, Action<int, SubsetOutcome> found, CancellationToken cancellation) => _solver.Solve(
        count,
        number => _bound.Without(absent(number)),
        found,
        number => absent(number) is { IsEmpty: false } aside ? $"without {string.Join(", ", aside.Select(region => _names[region.Index].Text))}" : "with the whole coalition",
        cancellation);

    // A player that joins gives up what it does in the case, whatever stances it lists.
    private Case Joined(RegionName state) => _bound.Case with
    {
        Coalition = [.. _bound.Case.Coalition, state],
        Players = _bound.Case.Players.RemoveAll(player => player.Region.Text == state.Text),
        StanceChanges = _bound.Case.StanceChanges.RemoveAll(change => change.Region.Text == state.Text),
    };
}

/// <summary>What a part of the coalition brings about, against the world without the case.</summary>
/// <param name="Harm">What the target loses, million USD a year.</param>
/// <param name="Cost">What the whole coalition loses, those who stand aside included, million USD a year.</param>
/// <param name="Variations">Equivalent variations by region, million USD a year.</param>
/// <param name="Residual">The largest relative residual of the equilibrium.</param>
public sealed record SubsetOutcome(double Harm, double Cost, ImmutableArray<double> Variations, double Residual)
{
    /// <summary>What an equilibrium brings about for the target and the coalition of a case.</summary>
    internal static SubsetOutcome Of(BoundCase bound, Equilibrium equilibrium)
    {
        var variations = new double[bound.World.Regions.Length];
        // Without a shock the solver's rounding would show as a change.
        for (var r = 0; r < variations.Length && !equilibrium.Shock.IsNone; r++)
            variations[r] = (equilibrium.RealIncome(new Region(r)) - 1) * equilibrium.Baseline.Income(new Region(r));
        return new SubsetOutcome(-variations[bound.Target.Index], -bound.Coalition.Sum(member => variations[member.Index]), [.. variations], equilibrium.Certificate.Largest);
    }

    /// <summary>The equivalent variation of several regions together, million USD a year.</summary>
    public double Of(ImmutableArray<Region> regions) => regions.Sum(region => Variations[region.Index]);
}
