using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Alignment;

/// <summary>
/// The game of stances: every profile of the players' moves solved by the engine. Equivalent variations are kept apart from weights and
/// penalties, so that payoffs at other affinities cost nothing.
/// </summary>
public sealed class StanceGame
{
    /// <summary>The largest number of profiles that is solved.</summary>
    public const int MostProfiles = 10_000;

    private readonly double[] _variations;
    private readonly int _regions;

    private StanceGame(BoundCase bound, ImmutableArray<Actor> actors, double[] variations)
    {
        (Case, Actors, _variations, _regions) = (bound, actors, variations, bound.World.Regions.Length);
        Shape = new NormalForm([.. actors.Select(actor => actor.Moves.Length)], new double[variations.Length / _regions * actors.Length]);
    }

    /// <summary>The case.</summary>
    public BoundCase Case { get; }

    /// <summary>The players, in the case's order.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>The numbering of profiles; its payoffs are zeros.</summary>
    public NormalForm Shape { get; }

    /// <summary>Equivalent variations of a profile against the world without the case, million USD a year, by region.</summary>
    public ReadOnlySpan<double> Variations(int profile) => _variations.AsSpan(profile * _regions, _regions);

    /// <summary>The profile of the case's own stances; of the target, its first action.</summary>
    public int Declared => Shape.Profile([.. Actors.Select(actor => Math.Max(0, actor.MoveOf(actor.Player.Stance.Name())))]);

    /// <summary>Solves every profile, in parallel.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="progress">Told the number of solved profiles and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There are no players, or more than <see cref="MostProfiles"/> profiles.</exception>
    /// <exception cref="NoEquilibriumException">Some profile has no equilibrium; the message names it.</exception>
    public static StanceGame Solve(BoundCase bound, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var actors = Alignment.Actors.Of(bound);
        Check(bound, actors);
        var shape = new NormalForm([.. actors.Select(actor => actor.Moves.Length)], new double[actors.Aggregate(1, (product, actor) => product * actor.Moves.Length) * actors.Length]);
        var solver = new ProfileSolver(bound);
        var (n, done) = (bound.World.Regions.Length, 0);
        var variations = new double[shape.ProfileCount * n];
        Parallel.For(0, shape.ProfileCount, new ParallelOptions { CancellationToken = cancellation }, profile =>
        {
            Move[] moves = [.. actors.Select((actor, p) => actor.Moves[shape.Action(profile, p)])];
            solver.Solve(actors, moves, variations.AsSpan(profile * n, n), cancellation);
            progress?.Invoke(Interlocked.Increment(ref done), shape.ProfileCount);
        });
        return new StanceGame(bound, actors, variations);
    }

    /// <summary>
    /// The payoffs 100 (EV_i + sum_j w_ij EV_j - penalties_i) / I_i, percent of own income; minus infinity where a red line closes a move.
    /// </summary>
    /// <param name="affinities">The weights of each player on each region, or null for the case's own.</param>
    public NormalForm Payoffs(IReadOnlyList<ImmutableArray<double>>? affinities = null)
    {
        var (count, chosen) = (Shape.ProfileCount, new int[Actors.Length]);
        var payoffs = new double[count * Actors.Length];
        for (var profile = 0; profile < count; profile++)
        {
            for (var p = 0; p < Actors.Length; p++)
                chosen[p] = Shape.Action(profile, p);
            for (var p = 0; p < Actors.Length; p++)
                payoffs[p * count + profile] = Payoff(Actors[p], Variations(profile), affinities?[p] ?? Actors[p].Affinity, MoveCosts.Of(Actors, chosen, p));
        }

        return new NormalForm(Shape.Actions, payoffs);
    }

    internal static double Payoff(Actor actor, ReadOnlySpan<double> variations, ImmutableArray<double> weights, double cost)
    {
        var value = variations[actor.Region.Index] - cost;
        for (var j = 0; j < variations.Length; j++)
            value += weights[j] * variations[j];
        return 100 * value / actor.Income;
    }

    private static void Check(BoundCase bound, ImmutableArray<Actor> actors)
    {
        if (actors.IsEmpty)
        {
            throw new InputException(new InputProblem(
                bound.Case.Source, 0, 0, "the case has no players, so nobody chooses a stance", "add `players`, for instance - { region: CHN, stances: [neutral, rescue] }"));
        }

        var profiles = actors.Aggregate(1L, (product, actor) => product * actor.Moves.Length);
        if (profiles > MostProfiles)
        {
            var counts = string.Join(" x ", actors.Select(actor => FormattableString.Invariant($"{actor.Player.Region.Text} {actor.Moves.Length}")));
            throw new InputException(new InputProblem(
                bound.Case.Source, 0, 0, FormattableString.Invariant($"{profiles:N0} profiles of stances are more than {MostProfiles:N0} ({counts})"), "give some players fewer `stances`"));
        }
    }
}
