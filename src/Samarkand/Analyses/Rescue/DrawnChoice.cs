using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>The rescuer's choice where one draw holds, the others at given moves: what each of its own leads to.</summary>
internal sealed class DrawnChoice
{
    private readonly BoundCase _bound;
    private readonly Baseline _baseline;
    private readonly ImmutableArray<Actor> _all;
    private readonly ImmutableArray<Move> _others;
    private readonly Lazy<ProfileSolver> _alone;

    /// <param name="bound">The drawn case.</param>
    /// <param name="baseline">The baseline at the drawn elasticities.</param>
    /// <param name="rescuer">Who chooses.</param>
    /// <param name="others">The moves of the other players.</param>
    /// <param name="cancellation">Stops the solves of <see cref="SolveAlone"/>.</param>
    public DrawnChoice(BoundCase bound, Baseline baseline, Region rescuer, IReadOnlyList<(Region Region, Move Move)> others, CancellationToken cancellation)
    {
        var actors = Actors.Of(bound, baseline);
        Self = actors.Single(actor => actor.Region == rescuer);
        var playing = others.Where(other => actors.Any(actor => actor.Region == other.Region)).ToArray();
        (_bound, _baseline) = (Friendship.WithAnyStance(bound, Self), baseline);
        _all = [Self, .. playing.Select(other => actors.Single(actor => actor.Region == other.Region))];
        _others = [.. playing.Select(other => other.Move)];
        _alone = new Lazy<ProfileSolver>(() => new ProfileSolver(_bound, _baseline, cancellation));
    }

    /// <summary>The rescuer, with what it wants in this draw.</summary>
    public Actor Self { get; }

    /// <summary>The counterfactual of a move.</summary>
    public Counterfactual At(DrawnMove taken) => new(ProfileSolver.Bind(With(taken), _all, Moves(taken.Move)).Shock, _baseline);

    /// <summary>Solves a move by itself, for cases whose baseline changes in more than its elasticities: equivalent variations by region, million USD.</summary>
    /// <exception cref="NoEquilibriumException">There is none; the message names the profile.</exception>
    public double[] SolveAlone(DrawnMove taken, CancellationToken cancellation)
    {
        var variations = new double[_bound.World.Regions.Length];
        _alone.Value.At(With(taken)).Solve(_all, Moves(taken.Move), variations, cancellation);
        return variations;
    }

    /// <summary>Why a move has no equilibrium, with the profile's name.</summary>
    public NoEquilibriumException Named(DrawnMove taken, NoEquilibriumException none) => ProfileSolver.Named(_all, Moves(taken.Move), none);

    /// <summary>What a move costs the rescuer beside trade, million USD; plus infinity where it is closed.</summary>
    public double Cost(Move move)
    {
        Actor[] asked = [Self with { Moves = [move] }, .. _all[1..]];
        return MoveCosts.Of(asked, [0, .. _others.Select((other, p) => _all[p + 1].MoveOf(other.Name))], 0);
    }

    private BoundCase With(DrawnMove taken) => taken.Mix is { } mix ? _bound with { Case = mix.In(_bound.Case, Self.Player.Region) } : _bound;

    private ImmutableArray<Move> Moves(Move move) => [move, .. _others];
}
