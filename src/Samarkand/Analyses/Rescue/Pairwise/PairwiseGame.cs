using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// A game in which a profile pays a player the sum of what it gets at a reference profile, of what every single change from there adds and
/// what every two changes add beyond their sum, less <see cref="Burden"/>s. So it needs the reference, its neighbours and theirs, and not
/// every profile. Immutable.
/// </summary>
internal sealed class PairwiseGame
{
    private readonly double[] _constants;
    private readonly double[] _alone;
    private readonly double[] _together;
    private readonly int[] _starts;

    private PairwiseGame(ImmutableArray<int> actions, double[] constants, double[] alone, double[] together, ImmutableArray<Burden> burdens)
    {
        (Actions, _constants, _alone, _together, Burdens) = (actions, constants, alone, together, burdens);
        _starts = Starts(actions);
        ActionCount = actions.Sum();
        BurdensOf = [.. actions.Select((_, player) => burdens.Where(burden => burden.Player == player).ToImmutableArray())];
    }

    /// <summary>How many actions each player has.</summary>
    public ImmutableArray<int> Actions { get; }

    /// <summary>The number of players.</summary>
    public int PlayerCount => Actions.Length;

    /// <summary>The number of actions of all players.</summary>
    public int ActionCount { get; }

    /// <summary>What players pay beside.</summary>
    public ImmutableArray<Burden> Burdens { get; }

    /// <summary>The same by player.</summary>
    public ImmutableArray<ImmutableArray<Burden>> BurdensOf { get; }

    /// <summary>The reference, every profile that differs from it in one action, and every one that differs in two players' actions.</summary>
    public static ImmutableArray<ImmutableArray<int>> Profiles(ImmutableArray<int> actions, ImmutableArray<int> reference)
    {
        var (all, changes) = (ImmutableArray.CreateBuilder<ImmutableArray<int>>(), Changes(actions, reference));
        all.Add(reference);
        foreach (var (player, action) in changes)
            all.Add(reference.SetItem(player, action));
        foreach (var (one, two) in Pairs(changes))
            all.Add(reference.SetItem(one.Player, one.Action).SetItem(two.Player, two.Action));
        return all.ToImmutable();
    }

    /// <summary>How many profiles those are.</summary>
    public static long ProfileCount(ImmutableArray<int> actions)
    {
        long changes = actions.Sum(count => (long)count - 1);
        return 1 + changes + (changes * changes - actions.Sum(count => (count - 1L) * (count - 1L))) / 2;
    }

    /// <summary>Makes the game of the payoffs of <see cref="Profiles"/>.</summary>
    /// <param name="actions">How many actions each player has.</param>
    /// <param name="reference">The action of each player at the reference.</param>
    /// <param name="pay">What one of the profiles pays each player before burdens.</param>
    /// <param name="burdens">The burdens.</param>
    public static PairwiseGame Of(ImmutableArray<int> actions, ImmutableArray<int> reference, Func<ImmutableArray<int>, double[]> pay, ImmutableArray<Burden> burdens)
    {
        var (n, size, starts, changes) = (actions.Length, actions.Sum(), Starts(actions), Changes(actions, reference));
        var (constants, alone, together) = ((double[])pay(reference).Clone(), new double[n * size], new double[n * size * size]);
        foreach (var (player, action) in changes)
        {
            var paid = pay(reference.SetItem(player, action));
            for (var i = 0; i < n; i++)
                alone[i * size + starts[player] + action] = paid[i] - constants[i];
        }

        foreach (var (one, two) in Pairs(changes))
        {
            var paid = pay(reference.SetItem(one.Player, one.Action).SetItem(two.Player, two.Action));
            var (x, y) = (starts[one.Player] + one.Action, starts[two.Player] + two.Action);
            for (var i = 0; i < n; i++)
                together[(i * size + x) * size + y] = together[(i * size + y) * size + x] = paid[i] - constants[i] - alone[i * size + x] - alone[i * size + y];
        }

        return new PairwiseGame(actions, constants, alone, together, burdens);
    }

    /// <summary>What a player gets at the reference.</summary>
    public double Constant(int player) => _constants[player];

    /// <summary>What an action adds to a player's payoff.</summary>
    public double Alone(int payee, int player, int action) => _alone[payee * ActionCount + _starts[player] + action];

    /// <summary>What two players' actions add beyond their sum.</summary>
    public double Together(int payee, int one, int oneAction, int two, int twoAction) =>
        _together[(payee * ActionCount + _starts[one] + oneAction) * ActionCount + _starts[two] + twoAction];

    /// <summary>What a profile pays a player; minus infinity where its action is closed.</summary>
    public double Payoff(ReadOnlySpan<int> profile, int player)
    {
        var sum = _constants[player];
        for (var j = 0; j < PlayerCount; j++)
        {
            sum += Alone(player, j, profile[j]);
            for (var k = j + 1; k < PlayerCount; k++)
                sum += Together(player, j, profile[j], k, profile[k]);
        }

        foreach (var burden in BurdensOf[player])
            sum -= burden.Holds(profile) ? burden.Cost : 0;
        return sum;
    }

    /// <summary>The game in which each player has only some of its actions left, and what rests on others never happens.</summary>
    /// <param name="kept">For each player the actions that stay, in their new order; at least one each.</param>
    public PairwiseGame Restricted(ImmutableArray<ImmutableArray<int>> kept)
    {
        ImmutableArray<int> counts = [.. kept.Select(actions => actions.Length)];
        (int Player, int Action)[] old = [.. kept.SelectMany((actions, player) => actions.Select(action => (player, action)))];
        var (alone, together) = (new double[PlayerCount * old.Length], new double[PlayerCount * old.Length * old.Length]);
        for (var i = 0; i < PlayerCount; i++)
        {
            for (var x = 0; x < old.Length; x++)
            {
                alone[i * old.Length + x] = Alone(i, old[x].Player, old[x].Action);
                for (var y = 0; y < old.Length; y++)
                    together[(i * old.Length + x) * old.Length + y] = Together(i, old[x].Player, old[x].Action, old[y].Player, old[y].Action);
            }
        }

        return new PairwiseGame(counts, _constants, alone, together,
        [
            .. Burdens.Where(burden => burden.When.All(one => kept[one.Player].Contains(one.Action)))
                .Select(burden => burden with { When = [.. burden.When.Select(one => (one.Player, kept[one.Player].IndexOf(one.Action)))] }),
        ]);
    }

    private static int[] Starts(ImmutableArray<int> actions)
    {
        var starts = new int[actions.Length];
        for (var player = 1; player < starts.Length; player++)
            starts[player] = starts[player - 1] + actions[player - 1];
        return starts;
    }

    private static (int Player, int Action)[] Changes(ImmutableArray<int> actions, ImmutableArray<int> reference) =>
        [.. actions.SelectMany((count, player) => Enumerable.Range(0, count).Where(action => action != reference[player]).Select(action => (player, action)))];

    private static IEnumerable<((int Player, int Action) One, (int Player, int Action) Two)> Pairs((int Player, int Action)[] changes) =>
        changes.SelectMany((one, k) => changes.Skip(k + 1).Where(two => two.Player != one.Player).Select(two => (one, two)));
}
