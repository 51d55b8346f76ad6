using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The game of stances: every profile of the players' moves solved by the engine. Equivalent variations are kept apart from weights and
/// penalties, so that payoffs at other affinities cost nothing.
/// </summary>
internal sealed class StanceGame
{
    /// <summary>The largest number of profiles that is solved: some ten seconds of work on two cores. Games with more are played by <see cref="Pairwise.LargeGame"/>.</summary>
    public const int MostProfiles = 10_000;

    private readonly double[] _variations;
    private readonly int _regions;

    private StanceGame(BoundCase bound, ImmutableArray<Actor> actors, double[] variations, ProfileSolver solver)
    {
        (Case, Actors, _variations, _regions, Solver) = (bound, actors, variations, bound.World.Regions.Length, solver);
        Shape = new NormalForm([.. actors.Select(actor => actor.Moves.Length)], new double[variations.Length / _regions * actors.Length]);
    }

    /// <summary>The case.</summary>
    public BoundCase Case { get; }

    /// <summary>The players, in the case's order.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>The solver of its profiles, for whatever else is asked of the case.</summary>
    internal ProfileSolver Solver { get; }

    /// <summary>The numbering of profiles; its payoffs are zeros.</summary>
    public NormalForm Shape { get; }

    /// <summary>Equivalent variations of a profile against the world without the case, million USD a year, by region.</summary>
    public ReadOnlySpan<double> Variations(int profile) => _variations.AsSpan(profile * _regions, _regions);

    /// <summary>The profile of the case's own stances; of the target, its first action.</summary>
    public int Declared => Shape.Profile([.. Actors.Select(actor => Math.Max(0, actor.MoveOf(actor.Player.Stance.Name())))]);

    /// <summary>Solves every profile, in parallel; those that differ in words of the target alone are solved once.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="progress">Told the number of solved profiles and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There are no players, or more than <see cref="MostProfiles"/> profiles.</exception>
    /// <exception cref="NoEquilibriumException">Some profile has no equilibrium; the message names it.</exception>
    public static StanceGame Solve(BoundCase bound, Action<int, int>? progress = null, CancellationToken cancellation = default) =>
        Solve(bound, ActorsOf(bound), progress, cancellation);

    /// <summary>The players of a game whose profiles can all be solved.</summary>
    /// <exception cref="InputException">There are no players, or more than <see cref="MostProfiles"/> profiles.</exception>
    internal static ImmutableArray<Actor> ActorsOf(BoundCase bound)
    {
        var actors = Rescue.Actors.Of(bound);
        CheckPlayers(bound, actors);
        CheckSize(bound, actors);
        return actors;
    }

    /// <summary>The game where a player's rescue consists of other means; only the profiles in which it comes to the rescue are solved.</summary>
    internal StanceGame WithMeans(BoundCase changed, Region rescuer, CancellationToken cancellation)
    {
        var player = Enumerable.Range(0, Actors.Length).First(p => Actors[p].Region == rescuer);
        var game = new StanceGame(changed, Actors, [.. _variations], Solver.At(changed));
        game.Fill(game.Solver, [.. Enumerable.Range(0, Shape.ProfileCount).Where(profile => Actors[player].Moves[Shape.Action(profile, player)].Stance == Stance.Rescue)], null, cancellation);
        return game;
    }

    /// <summary>The same of players with fewer moves than the case gives them.</summary>
    internal static StanceGame Solve(BoundCase bound, ImmutableArray<Actor> actors, Action<int, int>? progress, CancellationToken cancellation, ProfileSolver? known = null)
    {
        var profiles = actors.Aggregate(1, (product, actor) => product * actor.Moves.Length);
        var game = new StanceGame(bound, actors, new double[profiles * bound.World.Regions.Length], known?.At(bound) ?? new ProfileSolver(bound, cancellation));
        game.Fill(game.Solver, [.. Enumerable.Range(0, profiles)], progress, cancellation);
        return game;
    }

    /// <summary>The profiles in which the secondary package falls on somebody, so that its severity matters.</summary>
    internal ImmutableArray<int> Triggered => Case.Secondary is { } secondary
        ? [.. Enumerable.Range(0, Shape.ProfileCount).Where(profile => FallsOnSomebody(secondary, profile))]
        : [];

    /// <summary>The game where every instrument of the secondary package is a share of its size; only the profiles on which it falls are solved.</summary>
    /// <param name="severity">The share, 0 to 1.</param>
    /// <param name="progress">Told the number of solved profiles and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoEquilibriumException">Some profile has no equilibrium; the message names it.</exception>
    public StanceGame AtSeverity(double severity, Action<int, int>? progress = null, CancellationToken cancellation = default) =>
        severity == 1 ? this : AtSeverities([severity], progress, cancellation)[0];

    internal ImmutableArray<StanceGame> AtSeverities(IReadOnlyList<double> severities, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (triggered, games) = (Triggered, ImmutableArray.CreateBuilder<StanceGame>());
        var (before, all) = (0, triggered.Length * severities.Count(severity => severity != 1));
        foreach (var severity in severities)
        {
            if (severity == 1)
            {
                games.Add(this);
                continue;
            }

            var scaled = Case.AtSeverity(severity);
            var game = new StanceGame(scaled, Actors, [.. _variations], Solver.At(scaled));
            games.Add(game);
            var start = before;
            game.Fill(game.Solver, triggered, (done, _) => progress?.Invoke(start + done, all), cancellation);
            before += triggered.Length;
        }

        return games.ToImmutable();
    }

    private void Fill(ProfileSolver solver, IReadOnlyList<int> profiles, Action<int, int>? progress, CancellationToken cancellation)
    {
        var done = 0;
        solver.SolveMany(Actors, profiles.Count, number => Moves(profiles[number]), (number, variations) =>
        {
            variations.CopyTo(_variations.AsSpan(profiles[number] * _regions, _regions));
            progress?.Invoke(Interlocked.Increment(ref done), profiles.Count);
        }, cancellation);
    }

    private bool FallsOnSomebody(TriggeredPackage secondary, int profile)
    {
        var stances = Case.Stances.ToArray();
        for (var p = 0; p < Actors.Length; p++)
            stances[Actors[p].Region.Index] = Actors[p].Moves[Shape.Action(profile, p)].Stance ?? Stance.Neutral;
        return Enumerable.Range(0, stances.Length).Any(r => r != Case.Target.Index && secondary.Triggers.Contains(stances[r]));
    }

    private Move[] Moves(int profile) => [.. Actors.Select((actor, p) => actor.Moves[Shape.Action(profile, p)])];

    /// <summary>
    /// The payoffs 100 (EV_i + sum_j w_ij EV_j - penalties_i) / I_i, percent of own income; minus infinity where a red line closes a move.
    /// </summary>
    /// <param name="affinities">The weights of each player on each region, or null for the case's own.</param>
    public NormalForm Payoffs(IReadOnlyList<ImmutableArray<double>>? affinities = null)
    {
        var count = Shape.ProfileCount;
        var payoffs = new double[count * Actors.Length];
        for (var p = 0; p < Actors.Length; p++)
            Payoffs(p, affinities?[p] ?? Actors[p].Affinity).CopyTo(payoffs, p * count);
        return new NormalForm(Shape.Actions, payoffs);
    }

    /// <summary>One player's payoffs by profile, at other weights on the regions.</summary>
    internal double[] Payoffs(int player, ImmutableArray<double> affinity)
    {
        var (payoffs, chosen) = (new double[Shape.ProfileCount], new int[Actors.Length]);
        for (var profile = 0; profile < payoffs.Length; profile++)
        {
            for (var p = 0; p < Actors.Length; p++)
                chosen[p] = Shape.Action(profile, p);
            payoffs[profile] = Payoff(Actors[player], Variations(profile), affinity, MoveCosts.Of(Actors, chosen, player));
        }

        return payoffs;
    }

    internal static double Payoff(Actor actor, ReadOnlySpan<double> variations, ImmutableArray<double> weights, double cost)
    {
        var value = variations[actor.Region.Index] - cost;
        for (var j = 0; j < variations.Length; j++)
            value += weights[j] * variations[j];
        return 100 * value / actor.Income;
    }

    /// <summary>Refuses a case in which nobody chooses.</summary>
    internal static void CheckPlayers(BoundCase bound, ImmutableArray<Actor> actors)
    {
        if (actors.IsEmpty)
        {
            throw new InputException(new InputProblem(
                bound.Case.Source, 0, 0, "the case has no players, so nobody chooses a stance", "add `players`, for instance - { region: CHN, stances: [neutral, rescue] }"));
        }
    }

    /// <summary>Refuses more profiles than are solved.</summary>
    internal static void CheckSize(BoundCase bound, ImmutableArray<Actor> actors)
    {
        var profiles = BestReplies.Count(actors.Select(actor => actor.Moves.Length));
        if (profiles > MostProfiles)
        {
            var counts = string.Join(" x ", actors.Select(actor => FormattableString.Invariant($"{actor.Player.Region.Text} {actor.Moves.Length}")));
            throw new InputException(new InputProblem(
                bound.Case.Source, 0, 0, FormattableString.Invariant($"{profiles:N0} profiles of stances are more than {MostProfiles:N0} ({counts})"), $"close some stances of some players (`closed`), or look for equilibria with {new Parameter("search")}, which may miss some"));
        }
    }
}
