using System.Collections.Immutable;
using System.Numerics;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// A game with more profiles than are solved. From the case's own stances every change of one player's stance is solved, and of two players'.
/// What these say together gives the quantal response and the candidates for equilibria. Each candidate is tried with all changes by one player
/// really solved, and where somebody gains, best replies lead on from it. So they do from some other profiles.
/// </summary>
internal sealed record LargeGame
{
    /// <summary>Players with more stances and actions together are only searched: the quantal response solves a system of that size at each step.</summary>
    public const int MostMoves = 250;

    /// <summary>So many candidates are tried, the likeliest first.</summary>
    public const int MostCandidates = 24;

    /// <summary>Walks of best replies start from so many random profiles besides, and from the case's own.</summary>
    public const int RandomStarts = 6;

    private LargeGame(SolvedProfiles solved, ImmutableArray<int> reference) => (Solved, Reference) = (solved, reference);

    /// <summary>What was solved.</summary>
    public SolvedProfiles Solved { get; private init; }

    /// <summary>The case's own stances, an action of each player, from which changes are counted.</summary>
    public ImmutableArray<int> Reference { get; }

    /// <summary>The payoffs as sums of effects of one and of two.</summary>
    public required PairwiseGame Payoffs { get; init; }

    /// <summary>The quantal response.</summary>
    public required QuantalResponse Response { get; init; }

    /// <summary>What was found, and how: an equilibrium of which every change by one player was really solved.</summary>
    public required BestReplies Search { get; init; }

    /// <summary>How many candidates the sums gave.</summary>
    public required int Candidates { get; init; }

    /// <summary>The equilibrium that is reported, as an action of each player: the likeliest; the case's own stances where none was found.</summary>
    public required ImmutableArray<int> Reported { get; init; }

    /// <summary>By how much the sums miss.</summary>
    public required ExpansionError Error { get; init; }

    /// <summary>The players.</summary>
    public ImmutableArray<Actor> Actors => Solved.Actors;

    /// <summary>The number of profiles.</summary>
    public BigInteger Profiles => BestReplies.Count(Payoffs.Actions);

    /// <summary>False where the sums were too many to go through.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The reported equilibrium; null where none was found.</summary>
    public FoundEquilibrium? Found => Search.Equilibria.FirstOrDefault(one => one.Actions.SequenceEqual(Reported));

    /// <summary>What its best other stance would cost each player there, percent of own income; NaN where there is none.</summary>
    public ImmutableArray<double> Margins => Found is { } found ? [.. found.Payoffs.Zip(found.BestOther, (own, other) => own - other)] : [.. Actors.Select(_ => double.NaN)];

    /// <summary>Whether a game is played so.</summary>
    public static bool Is(ImmutableArray<Actor> actors) => BestReplies.Count(actors.Select(actor => actor.Moves.Length)) > StanceGame.MostProfiles
        && actors.Sum(actor => actor.Moves.Length) <= MostMoves
        && PairwiseGame.ProfileCount([.. actors.Select(actor => actor.Moves.Length)]) <= StanceGame.MostProfiles;

    /// <summary>Plays it.</summary>
    /// <param name="solved">What is solved already.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="cancellation">Stops it.</param>
    public static LargeGame Play(SolvedProfiles solved, RescueRequest asked, CancellationToken cancellation)
    {
        var actors = solved.Actors;
        ImmutableArray<int> counts = [.. actors.Select(actor => actor.Moves.Length)];
        ImmutableArray<int> reference = [.. actors.Select(actor => Math.Max(0, actor.MoveOf(actor.Player.Stance.Name())))];
        var held = ExpansionError.Drawn(counts, asked.Seed);
        solved.Ask([.. PairwiseGame.Profiles(counts, reference), .. held.Select(pair => pair.One), .. held.Select(pair => pair.Other)], cancellation);
        var affinities = Affinities(actors);
        var payoffs = Sums(solved, reference, affinities);
        var response = QuantalResponse.At(payoffs, asked.Lambda, cancellation);
        var (search, candidates, isComplete) = Equilibria(solved, payoffs, affinities, [reference, .. held.Take(RandomStarts).Select(pair => pair.One)], response, cancellation);
        return new LargeGame(solved, reference)
        {
            Payoffs = payoffs,
            Response = response,
            Search = search,
            Candidates = candidates,
            IsComplete = isComplete,
            Reported = search.Equilibria.IsEmpty ? reference : search.Equilibria.Select(one => one.Actions).MaxBy(actions => LogLikelihood(response, actions)),
            Error = ExpansionError.Of(payoffs, held, profile => solved.Payoffs(profile, affinities)),
        };
    }

    /// <summary>The weights of each player on each region.</summary>
    public static ImmutableArray<double>[] Affinities(ImmutableArray<Actor> actors) => [.. actors.Select(actor => actor.Affinity)];

    /// <summary>The payoffs as sums; solves what they need.</summary>
    public static PairwiseGame Sums(SolvedProfiles solved, ImmutableArray<int> reference, IReadOnlyList<ImmutableArray<double>> affinities) =>
        PairwiseGame.Of([.. solved.Actors.Select(actor => actor.Moves.Length)], reference, profile => solved.TradePayoffs(profile, affinities), ActorBurdens.Of(solved.Actors));

    /// <summary>Finds candidates by the sums, and tries them by what players really get.</summary>
    public static (BestReplies Search, int Candidates, bool IsComplete) Equilibria(
        SolvedProfiles solved,
        PairwiseGame payoffs,
        IReadOnlyList<ImmutableArray<double>> affinities,
        IReadOnlyList<ImmutableArray<int>> also,
        QuantalResponse? response,
        CancellationToken cancellation)
    {
        return Certified(payoffs, also, response, Pay);

        double[][] Pay(IReadOnlyList<ImmutableArray<int>> profiles)
        {
            solved.Ask(profiles, cancellation);
            return [.. profiles.Select(profile => solved.Payoffs(profile, affinities))];
        }
    }

    /// <summary>Finds candidates by the sums, and tries each by what profiles really pay: it stays where nobody gains by another action, and else players reply in turn from it.</summary>
    /// <param name="payoffs">The sums.</param>
    /// <param name="also">Profiles from which players reply in turn besides.</param>
    /// <param name="response">Says which candidates are likelier; null where the order does not matter.</param>
    /// <param name="pay">What profiles really pay.</param>
    internal static (BestReplies Search, int Candidates, bool IsComplete) Certified(
        PairwiseGame payoffs, IReadOnlyList<ImmutableArray<int>> also, QuantalResponse? response, Func<IReadOnlyList<ImmutableArray<int>>, IReadOnlyList<double[]>> pay)
    {
        var (candidates, isComplete) = PairwiseEquilibria.Find(payoffs);
        var likeliest = response is null ? candidates : [.. candidates.OrderByDescending(actions => LogLikelihood(response, actions))];
        return (BestReplies.Search(payoffs.Actions, [.. likeliest.Take(MostCandidates), .. also], pay), candidates.Length, isComplete);
    }

    private static double LogLikelihood(QuantalResponse response, ImmutableArray<int> actions) => actions.Select((action, p) => Math.Log(response.Probabilities[p][action])).Sum();
}
