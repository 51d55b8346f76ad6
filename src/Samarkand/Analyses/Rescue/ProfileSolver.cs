using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>Solves a case at other stances, again and again on one solver. Safe to use from several threads.</summary>
internal sealed class ProfileSolver
{
    /// <summary>The tolerance of payoffs.</summary>
    public const double Tolerance = 1e-11;

    private readonly BoundCase _bound;
    private readonly Baseline _baseline;
    private readonly Solver? _solver;

    public ProfileSolver(BoundCase bound, CancellationToken cancellation)
    {
        _bound = bound;
        Observed = bound.BaselineAt(bound.Horizon);
        _baseline = WithClosure(bound, Observed, cancellation);
        // Markets that may vanish change the baseline with the profile.
        _solver = bound.Case.MayVanish.IsEmpty ? Solver.Prepare(_baseline, cancellation) : null;
    }

    /// <summary>For a baseline of its own, such as one of drawn elasticities; not prepared, since it solves a few profiles alone.</summary>
    public ProfileSolver(BoundCase bound, Baseline baseline, CancellationToken cancellation)
    {
        (_bound, Observed, _baseline) = (bound, baseline, WithClosure(bound, baseline, cancellation));
        _solver = bound.Case.MayVanish.IsEmpty ? Solver.For(_baseline) : null;
    }

    private ProfileSolver(ProfileSolver same, BoundCase bound) =>
        (_bound, Observed, _baseline, _solver) = (bound, same.Observed, same._baseline, same._solver);

    /// <summary>The same for a case that differs in its instruments, players and stances alone.</summary>
    public ProfileSolver At(BoundCase bound) => new(this, bound);

    /// <summary>The same for a case that differs in its instruments alone.</summary>
    public ProfileSolver At(Case theCase) => At(_bound with { Case = theCase });

    /// <summary>What batches solve; null where the baseline changes with the profile or with what is drawn.</summary>
    public Solver? Batches => _bound.Case.Closure == Closure.Closed ? null : _solver;

    /// <summary>The baseline before any closure of deficits.</summary>
    public Baseline Observed { get; }

    /// <summary>The closure of every profile.</summary>
    public Closure Closure => _bound.Case.Closure;

    /// <summary>A region's income in the baseline, million USD.</summary>
    public double Income(Region region) => _baseline.Income(region);

    /// <summary>Writes the equivalent variations of all regions at these moves, million USD a year.</summary>
    /// <exception cref="NoEquilibriumException">There is none; the message names the profile.</exception>
    public void Solve(IReadOnlyList<Actor> actors, IReadOnlyList<Move> moves, Span<double> variations, CancellationToken cancellation)
    {
        try
        {
            Read(SolveAlone(Bind(actors, moves), cancellation), variations);
        }
        catch (NoEquilibriumException none)
        {
            throw Named(actors, moves, none);
        }
    }

    /// <summary>The same for many profiles at once, on all cores; those that differ in words of the target alone are solved once.</summary>
    /// <param name="actors">The players.</param>
    /// <param name="count">How many profiles.</param>
    /// <param name="moves">The moves of each profile, by number; called from several threads.</param>
    /// <param name="found">Receives the equivalent variations of all regions with the number; from several threads, in no fixed order.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoEquilibriumException">Some profile has none; the message names it.</exception>
    public void SolveMany(
        IReadOnlyList<Actor> actors, int count, Func<int, IReadOnlyList<Move>> moves, Action<int, double[]> found, CancellationToken cancellation)
    {
        var alike = Enumerable.Range(0, count).GroupBy(number => string.Join('/', moves(number).Select(InTrade))).Select(group => group.ToArray()).ToArray();
        SolveMany(alike.Length, group => Bind(actors, moves(alike[group][0])), group => NameOf(actors, moves(alike[group][0])), Tell, cancellation);

        void Tell(int group, double[] variations)
        {
            foreach (var number in alike[group])
                found(number, variations);
        }
    }

    /// <summary>The same for many cases that differ in instruments, players and stances alone.</summary>
    /// <param name="count">How many.</param>
    /// <param name="bind">The case of each number; called from several threads.</param>
    /// <param name="name">What it is called where it has no equilibrium.</param>
    /// <param name="found">Receives the equivalent variations of all regions with the number; from several threads, in no fixed order.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoEquilibriumException">Some case has none; the message names it.</exception>
    public void SolveMany(int count, Func<int, BoundCase> bind, Func<int, string> name, Action<int, double[]> found, CancellationToken cancellation)
    {
        if (Batches is { } batches)
        {
            batches.SolveMany(
                count,
                number => new Counterfactual(bind(number).Shock),
                (number, equilibrium) => found(number, Read(equilibrium)),
                (number, none) => throw Named(name(number), none),
                _bound.Case.Closure,
                Tolerance,
                cancellation);
            return;
        }

        InParallel.For(count, cancellation, number =>
        {
            try
            {
                found(number, Read(SolveAlone(bind(number), cancellation)));
            }
            catch (NoEquilibriumException none)
            {
                throw Named(name(number), none);
            }
        });
    }

    private Equilibrium SolveAlone(BoundCase bound, CancellationToken cancellation) =>
        _solver?.Solve(bound.Shock, bound.Case.Closure, Tolerance, cancellation)
        ?? Simulation.Solve(Observed, bound.Shock, bound.Case.Closure, Tolerance, cancellation);

    private double[] Read(Equilibrium equilibrium)
    {
        var variations = new double[_bound.World.Regions.Length];
        Read(equilibrium, variations);
        return variations;
    }

    /// <summary>What a move is to trade: an action of the target that does nothing but talk is nothing.</summary>
    public static string InTrade(Move move) => move.Action is { Package.IsEmpty: true } ? "" : move.Name;

    /// <summary>Writes the equivalent variations of all regions, million USD a year.</summary>
    public static void Read(Equilibrium equilibrium, Span<double> variations)
    {
        for (var r = 0; r < variations.Length; r++)
            variations[r] = (equilibrium.RealIncome(new Region(r)) - 1) * equilibrium.Baseline.Income(new Region(r));
    }

    /// <summary>Why there is none, with the profile's name.</summary>
    public static NoEquilibriumException Named(IReadOnlyList<Actor> actors, IReadOnlyList<Move> moves, NoEquilibriumException none) =>
        Named(NameOf(actors, moves), none);

    private static NoEquilibriumException Named(string name, NoEquilibriumException none) => new($"{name}: {none.Message}");

    private static string NameOf(IReadOnlyList<Actor> actors, IReadOnlyList<Move> moves) =>
        string.Join(", ", actors.Select((actor, p) => $"{actor.Player.Region.Text} {moves[p].Name}"));

    private static Baseline WithClosure(BoundCase bound, Baseline baseline, CancellationToken cancellation) =>
        bound.Case.Closure == Closure.Closed ? Simulation.WithoutDeficits(baseline, cancellation: cancellation) : baseline;

    private BoundCase Bind(IReadOnlyList<Actor> actors, IReadOnlyList<Move> moves) => Bind(_bound, actors, moves);

    /// <summary>A case at these moves.</summary>
    public static BoundCase Bind(BoundCase bound, IReadOnlyList<Actor> actors, IReadOnlyList<Move> moves)
    {
        var stances = new List<(Region, Stance)>();
        PlayerAction? action = null;
        for (var p = 0; p < actors.Count; p++)
        {
            if (moves[p].Stance is { } stance)
                stances.Add((actors[p].Region, stance));
            else
                action = moves[p].Action;
        }

        return (bound with { Case = bound.Case with { TargetAction = action } }).WithStances(stances);
    }
}
