using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Analyses.Rescue;

/// <summary>Searches a game of stances for pure equilibria by best replies, where it is too large to solve whole.</summary>
internal static class StanceSearch
{
    /// <summary>The number of profiles from which a search starts: the case's own and random ones.</summary>
    public const int Starts = 12;

    /// <summary>Searches; the same for the same seed whatever the number of threads.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="seed">The seed of the random starts.</param>
    /// <param name="progress">Told the number of finished walks and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There are no players.</exception>
    /// <exception cref="NoEquilibriumException">Some profile has no equilibrium; the message names it.</exception>
    public static BestReplies Of(BoundCase bound, int seed, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var actors = Actors.Of(bound);
        StanceGame.CheckPlayers(bound, actors);
        var solver = new ProfileSolver(bound, cancellation);
        ImmutableArray<int> counts = [.. actors.Select(actor => actor.Moves.Length)];
        return BestReplies.Search(counts, StartsOf(actors, counts, seed), Pay, progress);

        double[][] Pay(IReadOnlyList<ImmutableArray<int>> profiles)
        {
            var payoffs = new double[profiles.Count][];
            solver.SolveMany(actors, profiles.Count, k => Moves(profiles[k]), (k, variations) =>
                payoffs[k] = [.. actors.Select((actor, p) => StanceGame.Payoff(actor, variations, actor.Affinity, MoveCosts.Of(actors, profiles[k].AsSpan(), p)))],
                cancellation);
            return payoffs;
        }

        Move[] Moves(ImmutableArray<int> profile) => [.. actors.Select((actor, p) => actor.Moves[profile[p]])];
    }

    private static ImmutableArray<int>[] StartsOf(ImmutableArray<Actor> actors, ImmutableArray<int> counts, int seed) =>
    [
        [.. actors.Select(actor => Math.Max(0, actor.MoveOf(actor.Player.Stance.Name())))],
        .. Enumerable.Range(1, Starts - 1).Select(start => counts.Select((count, p) => (int)(count * SplitMix.Uniform(seed, start, p))).ToImmutableArray()),
    ];
}
