using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// Expected payoffs of a game at mixed actions, and how they depend on each other player's action. For each player its payoffs are summed
/// over the others' actions one player at a time, half of the players first, so that what two of the sums share is summed once: for 8
/// players with 3 actions some 160,000 multiplications instead of 3 million.
/// </summary>
internal sealed class ExpectedPayoffs : IExpectedPayoffs
{
    private readonly NormalForm _game;
    private readonly double[][] _given;
    private readonly double[][] _workspaces;

    public ExpectedPayoffs(NormalForm game)
    {
        _game = game;
        var n = game.PlayerCount;
        _given = new double[n * n][];
        for (var pair = 0; pair < n * n; pair++)
            _given[pair] = new double[game.Actions[pair / n] * (pair / n == pair % n ? 1 : game.Actions[pair % n])];
        _workspaces = [.. Enumerable.Range(0, n + 1).Select(_ => new double[game.ProfileCount])];
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Actions => _game.Actions;

    /// <inheritdoc/>
    public double this[int player, int action] => _given[player * _game.PlayerCount + player][action];

    /// <inheritdoc/>
    public double Given(int player, int action, int other, int otherAction) =>
        _given[player * _game.PlayerCount + other][action * _game.Actions[other] + otherAction];

    /// <inheritdoc/>
    public void Update(double[][] probabilities)
    {
        var n = _game.PlayerCount;
        for (var player = 0; player < n; player++)
        {
            _game.Payoffs(player).CopyTo(_workspaces[0]);
            if (n == 1)
                _workspaces[0].AsSpan(0, _game.Actions[0]).CopyTo(_given[0]);
            int[] others = [.. Enumerable.Range(0, n).Where(other => other != player)];
            Split(player, others, [.. _game.Actions], probabilities, 0);
        }
    }

    // Of the workspace at this depth, which still holds the players `left`, sums the one half away to go on with the other, and the
    // other way round; one player left is what was wanted.
    private void Split(int player, ReadOnlySpan<int> left, int[] shape, double[][] probabilities, int depth)
    {
        if (left.IsEmpty)
            return;
        if (left.Length == 1)
        {
            Store(player, left[0], _workspaces[depth], probabilities[left[0]]);
            return;
        }

        var first = left[..(left.Length / 2)];
        var second = left[(left.Length / 2)..];
        SumAway(second, shape, probabilities, depth, out var inner, out var at);
        Split(player, first, inner, probabilities, at);
        SumAway(first, shape, probabilities, depth, out inner, out at);
        Split(player, second, inner, probabilities, at);
    }

    private void SumAway(ReadOnlySpan<int> players, int[] shape, double[][] probabilities, int depth, out int[] inner, out int at)
    {
        inner = (int[])shape.Clone();
        at = depth;
        foreach (var player in players)
        {
            Contract(_workspaces[at], _workspaces[at + 1], inner, player, probabilities[player]);
            inner[player] = 1;
            at++;
        }
    }

    private static void Contract(double[] from, double[] to, int[] shape, int axis, double[] weights)
    {
        var (outer, inner) = (1, 1);
        for (var player = 0; player < shape.Length; player++)
        {
            if (player < axis)
                outer *= shape[player];
            else if (player > axis)
                inner *= shape[player];
        }

        for (var o = 0; o < outer; o++)
        {
            var sum = to.AsSpan(o * inner, inner);
            sum.Clear();
            for (var action = 0; action < weights.Length; action++)
            {
                var part = from.AsSpan((o * weights.Length + action) * inner, inner);
                var weight = weights[action];
                if (inner >= 8)
                {
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(part, weight, sum, sum);
                    continue;
                }

                for (var x = 0; x < inner; x++)
                    sum[x] += weight * part[x];
            }
        }
    }

    // What is left is a table of the two players' actions, in the order of the players.
    private void Store(int player, int other, double[] table, double[] weights)
    {
        var (n, rows, columns) = (_game.PlayerCount, _game.Actions[player], _game.Actions[other]);
        var (given, expected) = (_given[player * n + other], _given[player * n + player]);
        for (var action = 0; action < rows; action++)
        {
            var sum = 0.0;
            for (var b = 0; b < columns; b++)
            {
                given[action * columns + b] = table[player < other ? action * columns + b : b * rows + action];
                sum += weights[b] * given[action * columns + b];
            }

            expected[action] = sum;
        }
    }
}
