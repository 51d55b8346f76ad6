using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The actions that a player may take with some probability. An action is shut that is closed against everything the others may do; once
/// none of those is left, so is one that is closed against something they may do, since in a quantal response they do it with some
/// probability, and no chance is worth an infinite cost.
/// </summary>
internal static class OpenActions
{
    /// <summary>For each player its open actions, in order.</summary>
    /// <exception cref="ArgumentException">A player is left with no action.</exception>
    public static ImmutableArray<ImmutableArray<int>> Of(NormalForm game)
    {
        var open = game.Actions.Select(count => Enumerable.Repeat(true, count).ToArray()).ToArray();
        bool changed;
        do
            changed = Shut(game, open, always: true);
        while (changed);
        Shut(game, open, always: false);
        for (var player = 0; player < open.Length; player++)
        {
            if (!open[player].Contains(true))
                throw new ArgumentException(FormattableString.Invariant($"every action of player {player} is closed by something that the others may do"), nameof(game));
        }

        return [.. open.Select(actions => Enumerable.Range(0, actions.Length).Where(action => actions[action]).ToImmutableArray())];
    }

    // All at once, so that the order of players does not matter.
    private static bool Shut(NormalForm game, bool[][] open, bool always)
    {
        var closed = open.Select(actions => new int[actions.Length]).ToArray();
        var seen = open.Select(actions => new int[actions.Length]).ToArray();
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            var isOpen = true;
            for (var player = 0; player < open.Length; player++)
                isOpen &= open[player][game.Action(profile, player)];
            for (var player = 0; isOpen && player < open.Length; player++)
            {
                seen[player][game.Action(profile, player)]++;
                if (double.IsNegativeInfinity(game.Payoff(profile, player)))
                    closed[player][game.Action(profile, player)]++;
            }
        }

        var changed = false;
        for (var player = 0; player < open.Length; player++)
        {
            for (var action = 0; action < open[player].Length; action++)
            {
                var isShut = closed[player][action] > 0 && (!always || closed[player][action] == seen[player][action]);
                if (open[player][action] && isShut)
                    (open[player][action], changed) = (false, true);
            }
        }

        return changed;
    }
}
