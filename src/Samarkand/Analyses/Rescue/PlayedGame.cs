using System.Collections.Immutable;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The game of stances in which a rescue is the best combination of the rescuer's means. What is best depends on what the others do: it is
/// found at the case's own stances first, and, for the rescuer that is asked about, again at the equilibrium, until the two agree.
/// </summary>
internal sealed record PlayedGame
{
    // An equilibrium that moves with its own combination is taken as it is after so many.
    private const int MostRounds = 4;

    /// <summary>The case in which each rescue is what is played.</summary>
    public required BoundCase Case { get; init; }

    public required StanceGame Game { get; init; }

    public required NormalForm Payoffs { get; init; }

    /// <summary>How equilibria were searched for; null where every profile was solved.</summary>
    public BestReplies? Search { get; init; }

    public required ImmutableArray<int> Equilibria { get; init; }

    /// <summary>The game by effects of one and of two, where there are too many profiles to solve; null for others.</summary>
    public LargeGame? Large { get; init; }

    /// <summary>The quantal response; null after a search.</summary>
    public QuantalResponse? Response { get; init; }

    /// <summary>The profile at which the others are held.</summary>
    public required int Reference { get; init; }

    /// <summary>What the rescuer's rescue consists of, the others at the reference; null where it has no means.</summary>
    public MeansChoice? Means { get; init; }

    /// <summary>The moves of all but the rescuer at the reference.</summary>
    public (Region Region, Move Move)[] Others(Region rescuer) =>
        [.. Game.Actors.Select((actor, p) => (actor.Region, Move: actor.Moves[Payoffs.Action(Reference, p)])).Where(other => other.Region != rescuer)];

    /// <summary>Plays it.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="asked">What is asked of it.</param>
    /// <param name="rescuerOf">The state that is asked about, among the players.</param>
    /// <param name="progress">Told what is being solved, how far, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    public static PlayedGame Of(
        BoundCase bound, RescueRequest asked, Func<ImmutableArray<Actor>, Actor> rescuerOf, Action<string, int, int>? progress, CancellationToken cancellation)
    {
        var actors = Actors.Of(bound);
        StanceGame.CheckPlayers(bound, actors);
        var isLarge = !asked.Search && LargeGame.Is(actors);
        if (!asked.Search && !isLarge)
            StanceGame.CheckSize(bound, actors);
        var (solver, rescuer) = (new ProfileSolver(bound, cancellation), rescuerOf(actors));
        var (played, mix) = (bound, MeansMix.Whole(rescuer.Player.Means.Length));
        foreach (var actor in actors)
        {
            if (MeansChoice.Of(Friendship.Held(bound, [.. actors.Where(other => other.Region != actor.Region).Select(other => (other.Region, Declared(other)))]), actor, solver, cancellation) is not { } choice)
                continue;
            played = played with { Case = choice.Offer.Mix.In(played.Case, actor.Player.Region) };
            mix = actor.Region == rescuer.Region ? choice.Offer.Mix : mix;
        }

        PlayedGame? game = null;
        for (var round = 1; ; round++)
        {
            game = isLarge ? Expanded(played, asked, game, actors, rescuer, solver, progress, cancellation)
                : asked.Search ? Searched(played, asked, rescuer, solver, progress, cancellation)
                : Solved(played, asked, game, actors, rescuer, solver, progress, cancellation);
            var held = Friendship.Held(bound with { Case = bound.Case with { Players = Others(bound, played, rescuer) } }, game.Others(rescuer.Region));
            if (MeansChoice.Of(held, rescuer, solver, cancellation) is not { } choice)
                return game;
            if (choice.Offer.Mix == mix)
                return game with { Means = choice };
            if (round == MostRounds)
                return game with { Means = choice with { Best = choice.Offers.ToList().FindIndex(offer => offer.Mix == mix), IsSettled = false } };
            mix = choice.Offer.Mix;
            played = played with { Case = played.Case with { Players = mix.In(held.Case, rescuer.Player.Region).Players } };
        }
    }

    // The players as they are played, but for the rescuer, whose means are those of the case.
    private static ImmutableArray<Player> Others(BoundCase bound, BoundCase played, Actor rescuer) =>
        [.. bound.Case.Players.Zip(played.Case.Players, (own, there) => own.Region.Text == rescuer.Player.Region.Text ? own : there)];

    private static PlayedGame Solved(
        BoundCase bound, RescueRequest asked, PlayedGame? before, ImmutableArray<Actor> actors, Actor rescuer, ProfileSolver solver, Action<string, int, int>? progress, CancellationToken cancellation)
    {
        var game = before?.Game.WithMeans(bound, rescuer.Region, cancellation)
            ?? StanceGame.Solve(bound, actors, (done, all) => progress?.Invoke("Profiles of stances", done, all), cancellation, solver);
        var payoffs = game.Payoffs();
        var (equilibria, response) = (PureEquilibria.Find(payoffs), QuantalResponse.At(payoffs, asked.Lambda, cancellation));
        return new PlayedGame
        {
            Case = bound,
            Game = game,
            Payoffs = payoffs,
            Equilibria = equilibria,
            Response = response,
            Reference = Likeliest(payoffs, response, equilibria),
        };
    }

    private static PlayedGame Expanded(
        BoundCase bound, RescueRequest asked, PlayedGame? before, ImmutableArray<Actor> actors, Actor rescuer, ProfileSolver solver, Action<string, int, int>? progress, CancellationToken cancellation)
    {
        var solved = before?.Large!.Solved.WithMeans(bound, rescuer.Region)
            ?? new SolvedProfiles(bound, actors, solver, SolvedSoFar(PairwiseGame.ProfileCount([.. actors.Select(actor => actor.Moves.Length)]), progress));
        var large = LargeGame.Play(solved, asked, cancellation);
        var found = SearchedGame.Around(large, rescuer);
        return Around(
            bound, found, large.Search, payoffs => payoffs.Profile([.. found.Actors.Select((actor, p) => actor.MoveOf(actors[p].Moves[large.Reported[p]].Name))]), solver, cancellation) with
        {
            Large = large,
            Response = large.Response,
        };
    }

    private static Action<int> SolvedSoFar(long all, Action<string, int, int>? progress)
    {
        var done = 0;
        return more => progress?.Invoke("Profiles of stances", Math.Min(Interlocked.Add(ref done, more), (int)all), (int)all);
    }

    private static PlayedGame Searched(
        BoundCase bound, RescueRequest asked, Actor rescuer, ProfileSolver solver, Action<string, int, int>? progress, CancellationToken cancellation)
    {
        var search = StanceSearch.Of(bound, asked.Seed, (done, all) => progress?.Invoke("Best replies", done, all), cancellation);
        var found = SearchedGame.Of(bound, search, rescuer);
        return Around(bound, found, search, payoffs => found.Reference(payoffs, search), solver, cancellation);
    }

    // What was searched has a small game around what was found, with the rescuer's stances.
    private static PlayedGame Around(BoundCase bound, SearchedGame found, BestReplies search, Func<NormalForm, int> reference, ProfileSolver solver, CancellationToken cancellation)
    {
        var game = StanceGame.Solve(bound, found.Actors, null, cancellation, solver);
        var payoffs = game.Payoffs();
        return new PlayedGame
        {
            Case = bound,
            Game = game,
            Payoffs = payoffs,
            Search = search,
            Equilibria = found.Equilibria(payoffs),
            Reference = reference(payoffs),
        };
    }

    private static Move Declared(Actor actor) => actor.Moves[Math.Max(0, actor.MoveOf(actor.Player.Stance.Name()))];

    private static int Likeliest(NormalForm game, QuantalResponse response, ImmutableArray<int> equilibria)
    {
        var candidates = equilibria.IsEmpty ? Enumerable.Range(0, game.ProfileCount) : equilibria;
        return candidates.MaxBy(profile => Enumerable.Range(0, game.PlayerCount).Sum(p => Math.Log(response.Probabilities[p][game.Action(profile, p)])));
    }
}
