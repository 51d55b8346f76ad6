using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>How a walk of best replies ended.</summary>
internal enum WalkEnd
{
    /// <summary>Nobody moves.</summary>
    Equilibrium,

    /// <summary>It came back to where it had been, with the same player next.</summary>
    Cycle,

    /// <summary>Nobody moves, but somebody's action is closed, and all its others too.</summary>
    DeadEnd,
}

/// <summary>A walk in which players reply in turn to what the others do.</summary>
internal sealed class ReplyWalk
{
    private readonly HashSet<string> _been = new(StringComparer.Ordinal);
    private readonly ImmutableArray<int> _counts;
    private readonly int[] _choosers;
    private int _turn;
    private int _quiet;

    public ReplyWalk(ImmutableArray<int> counts, ImmutableArray<int> start)
    {
        (_counts, At) = (counts, start);
        _choosers = [.. Enumerable.Range(0, counts.Length).Where(player => counts[player] > 1)];
    }

    /// <summary>The profile at which it is.</summary>
    public ImmutableArray<int> At { get; private set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public WalkEnd? End { get; private set; }

    /// <summary>The profiles whose payoffs the next step needs.</summary>
    public IEnumerable<ImmutableArray<int>> Asked => _choosers.Length == 0
        ? [At]
        : Enumerable.Range(0, _counts[Player]).Select(action => At.SetItem(Player, action));

    private int Player => _choosers[_turn];

    /// <summary>Lets the player whose turn it is reply.</summary>
    public void Step(PayoffBook book)
    {
        if (_choosers.Length > 0 && Reply(book))
            return;
        if (++_quiet >= _choosers.Length)
            End = book[At].Any(double.IsNegativeInfinity) ? WalkEnd.DeadEnd : WalkEnd.Equilibrium;
    }

    // True where the player moves. What follows depends on the profile and on whose turn it is alone.
    private bool Reply(PayoffBook book)
    {
        var (player, best) = (Player, At[Player]);
        for (var action = 0; action < _counts[player]; action++)
        {
            if (book[At.SetItem(player, action)][player] > book[At.SetItem(player, best)][player])
                best = action;
        }

        _turn = (_turn + 1) % _choosers.Length;
        if (best == At[player])
            return false;
        (At, _quiet) = (At.SetItem(player, best), 0);
        if (!_been.Add($"{PayoffBook.Key(At)}{(char)player}"))
            End = WalkEnd.Cycle;
        return true;
    }
}
