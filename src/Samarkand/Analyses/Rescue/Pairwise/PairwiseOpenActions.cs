using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>The actions of a pairwise game that a player may take with some probability, by the rule of <see cref="OpenActions"/>.</summary>
internal static class PairwiseOpenActions
{
    /// <summary>For each player its open actions, in order.</summary>
    /// <exception cref="ArgumentException">A player is left with no action.</exception>
    public static ImmutableArray<ImmutableArray<int>> Of(PairwiseGame game)
    {
        var open = Enumerable.Range(0, game.PlayerCount).Select(player => Enumerable.Range(0, game.Actions[player]).ToImmutableArray()).ToImmutableArray();
        while (Left(game, open, always: true) is var less && less.Sum(actions => actions.Length) < open.Sum(actions => actions.Length))
            open = less;
        open = Left(game, open, always: false);
        for (var player = 0; player < open.Length; player++)
        {
            if (open[player].IsEmpty)
                throw new ArgumentException(FormattableString.Invariant($"every action of player {player} is closed by something that the others may do"), nameof(game));
        }

        return open;
    }

    // All at once, so that the order of players does not matter.
    private static ImmutableArray<ImmutableArray<int>> Left(PairwiseGame game, ImmutableArray<ImmutableArray<int>> open, bool always) =>
        open.Any(actions => actions.IsEmpty) ? open :
        [
            .. open.Select((actions, player) => actions.RemoveAll(action =>
                game.BurdensOf[player].Where(burden => burden.Closes && (burden.Own < 0 || burden.Own == action)).ToArray() is { Length: > 0 } closing
                && IsShut(closing, player, action, open, always))),
        ];

    // Only the players that the closings name matter.
    private static bool IsShut(Burden[] closing, int player, int action, ImmutableArray<ImmutableArray<int>> open, bool always)
    {
        int[] named = [.. closing.SelectMany(burden => burden.When.Select(one => one.Player)).Where(one => one != player).Distinct()];
        var profile = new int[open.Length];
        profile[player] = action;
        return Visit(0);

        bool Visit(int at)
        {
            if (at == named.Length)
                return closing.Any(burden => burden.Holds(profile));
            foreach (var other in open[named[at]])
            {
                profile[named[at]] = other;
                if (Visit(at + 1) != always)
                    return !always;
            }

            return always;
        }
    }
}
