using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// All pure equilibria of a pairwise game. Actions are struck out that some other action beats whatever the others may still do (iterated
/// strict dominance); where several are left to somebody, each is tried in turn and the striking out begins anew. No equilibrium is lost, and no
/// list of profiles is needed.
/// </summary>
internal sealed class PairwiseEquilibria
{
    /// <summary>So many partial profiles are looked at; a game that needs more is not gone through to its end.</summary>
    public const int MostVisits = 5_000;

    private readonly PairwiseGame _game;
    private readonly ImmutableArray<ImmutableArray<int>>.Builder _found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
    private int _visits;

    private PairwiseEquilibria(PairwiseGame game) => _game = game;

    /// <summary>The equilibria, and whether these are all: false where <see cref="MostVisits"/> were not enough.</summary>
    public static (ImmutableArray<ImmutableArray<int>> Found, bool IsComplete) Find(PairwiseGame game)
    {
        var search = new PairwiseEquilibria(game);
        search.Visit([.. game.Actions.Select(count => Enumerable.Repeat(true, count).ToArray())]);
        return (search._found.ToImmutable(), search._visits <= MostVisits);
    }

    private void Visit(bool[][] left)
    {
        if (++_visits > MostVisits)
            return;
        while (StrikeOut(left))
        {
        }

        if (left.Any(actions => !actions.Contains(true)))
            return;
        var several = Enumerable.Range(0, left.Length).Where(player => left[player].Count(one => one) > 1).ToArray();
        if (several.Length == 0)
        {
            _found.Add([.. left.Select(actions => Array.IndexOf(actions, true))]);
            return;
        }

        var branch = several.MinBy(player => left[player].Count(one => one));
        for (var action = 0; action < left[branch].Length; action++)
        {
            if (!left[branch][action])
                continue;
            var next = Array.ConvertAll(left, actions => (bool[])actions.Clone());
            Array.Clear(next[branch]);
            next[branch][action] = true;
            Visit(next);
        }
    }

    private bool StrikeOut(bool[][] left)
    {
        var changed = false;
        for (var player = 0; player < left.Length; player++)
        {
            for (var action = 0; action < left[player].Length; action++)
            {
                if (left[player][action] && IsBeaten(left, player, action))
                    (left[player][action], changed) = (false, true);
            }
        }

        return changed;
    }

    // Every other action is a temptation, also one that is struck out.
    private bool IsBeaten(bool[][] left, int player, int action)
    {
        if (_game.BurdensOf[player].Any(burden => burden.Closes && IsCertain(burden, left, player, action)))
            return true;
        for (var other = 0; other < left[player].Length; other++)
        {
            if (other != action && Advantage(left, player, action, other) < 0)
                return true;
        }

        return false;
    }

    // The most by which an action can pay more than another, over what the others may still do.
    private double Advantage(bool[][] left, int player, int action, int other)
    {
        var most = _game.Alone(player, player, action) - _game.Alone(player, player, other);
        for (var k = 0; k < left.Length; k++)
        {
            if (k == player)
                continue;
            var best = double.NegativeInfinity;
            for (var b = 0; b < left[k].Length; b++)
            {
                if (left[k][b])
                    best = Math.Max(best, _game.Together(player, player, action, k, b) - _game.Together(player, player, other, k, b));
            }

            most += best;
        }

        foreach (var burden in _game.BurdensOf[player])
        {
            if (burden.Own == action && IsCertain(burden, left, player, action))
                most -= burden.Cost;
            else if (burden.Own == other && IsPossible(burden, left, player))
                most += burden.Cost;
        }

        return most;
    }

    private static bool IsPossible(Burden burden, bool[][] left, int payer) => burden.When.All(one => one.Player == payer || left[one.Player][one.Action]);

    private static bool IsCertain(Burden burden, bool[][] left, int payer, int action) =>
        burden.When.All(one => one.Player == payer ? one.Action == action : left[one.Player][one.Action] && left[one.Player].Count(other => other) == 1);
}
