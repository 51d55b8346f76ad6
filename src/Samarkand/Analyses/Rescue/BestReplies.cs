using System.Collections.Immutable;
using System.Numerics;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// A search for pure equilibria in a game too large to solve whole: from each of several profiles the players reply in turn with what pays
/// them most, until a whole round passes in which nobody moves. What is found is an equilibrium, since every other action of every player
/// was looked at; equilibria to which no walk leads are missed. A player that nothing pays more stays, as in <see cref="PureEquilibria"/>.
/// </summary>
/// <param name="Equilibria">The equilibria found, each once, in the order in which walks from the starts end in them.</param>
/// <param name="Starts">How many profiles the search started from.</param>
/// <param name="Cycles">How many walks came back to where they had been, and go round for ever.</param>
/// <param name="DeadEnds">How many walks ended where somebody has nothing but closed actions.</param>
/// <param name="Solved">How many profiles were solved.</param>
/// <param name="Profiles">How many there are.</param>
internal sealed record BestReplies(
    ImmutableArray<FoundEquilibrium> Equilibria, int Starts, int Cycles, int DeadEnds, int Solved, BigInteger Profiles)
{
    /// <summary>Searches from the given profiles, side by side, so that what they ask is solved together.</summary>
    /// <param name="actions">How many actions each player has, at least one each.</param>
    /// <param name="starts">The profiles to start from, an action of each player.</param>
    /// <param name="pay">What each of some profiles pays each player, [profile][player]; each profile is asked once.</param>
    /// <param name="progress">Told the number of finished walks and of all.</param>
    public static BestReplies Search(
        ImmutableArray<int> actions,
        IReadOnlyList<ImmutableArray<int>> starts,
        Func<IReadOnlyList<ImmutableArray<int>>, IReadOnlyList<double[]>> pay,
        Action<int, int>? progress = null)
    {
        var (book, walks) = (new PayoffBook(pay), starts.Select(start => new ReplyWalk(actions, start)).ToArray());
        while (walks.Where(walk => walk.End is null).ToArray() is { Length: > 0 } going)
        {
            book.Ask(going.SelectMany(walk => walk.Asked));
            foreach (var walk in going)
                walk.Step(book);
            progress?.Invoke(walks.Count(walk => walk.End is not null), walks.Length);
        }

        var found = walks.Where(walk => walk.End == WalkEnd.Equilibrium).GroupBy(walk => PayoffBook.Key(walk.At));
        return new BestReplies(
            [.. found.Select(group => FoundEquilibrium.Of(actions, group.First().At, group.Count(), book))],
            starts.Count,
            walks.Count(walk => walk.End == WalkEnd.Cycle),
            walks.Count(walk => walk.End == WalkEnd.DeadEnd),
            book.Count,
            Count(actions));
    }

    internal static BigInteger Count(IEnumerable<int> actions) => actions.Aggregate(BigInteger.One, (product, count) => product * count);
}

/// <summary>A pure equilibrium that a search found.</summary>
/// <param name="Actions">The action of each player.</param>
/// <param name="Payoffs">What it pays each player.</param>
/// <param name="BestOther">What each player's best other action would pay it; NaN where it has no other.</param>
/// <param name="Walks">How many walks ended in it.</param>
internal sealed record FoundEquilibrium(ImmutableArray<int> Actions, ImmutableArray<double> Payoffs, ImmutableArray<double> BestOther, int Walks)
{
    internal static FoundEquilibrium Of(ImmutableArray<int> counts, ImmutableArray<int> at, int walks, PayoffBook book)
    {
        var others = counts.Select((count, player) => Enumerable.Range(0, count).Where(action => action != at[player])
            .Select(action => book[at.SetItem(player, action)][player]).DefaultIfEmpty(double.NaN).Max());
        return new FoundEquilibrium(at, [.. book[at]], [.. others], walks);
    }
}
