using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>
/// Expected payoffs of a pairwise game at mixed actions that are drawn apart from each other: exact, since each term of a payoff is a
/// product of what different players do. Some A^2 multiplications for each player, with A actions of all together.
/// </summary>
internal sealed class PairwiseExpectations : IExpectedPayoffs
{
    private readonly PairwiseGame _game;
    private readonly double[][] _given;
    private readonly double[][] _expected;
    private readonly double[] _means;
    private readonly double[][][] _with;
    private readonly double[,] _both;

    public PairwiseExpectations(PairwiseGame game)
    {
        var n = game.PlayerCount;
        _game = game;
        _expected = [.. game.Actions.Select(count => new double[count])];
        _given = [.. Enumerable.Range(0, n * n).Select(pair => new double[game.Actions[pair / n] * game.Actions[pair % n]])];
        _with = [.. game.Actions.Select(count => Enumerable.Range(0, count).Select(_ => new double[n]).ToArray())];
        (_means, _both) = (new double[n], new double[n, n]);
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Actions => _game.Actions;

    /// <inheritdoc/>
    public double this[int player, int action] => _expected[player][action];

    /// <inheritdoc/>
    public double Given(int player, int action, int other, int otherAction) =>
        _given[player * _game.PlayerCount + other][action * _game.Actions[other] + otherAction];

    /// <inheritdoc/>
    public void Update(double[][] probabilities)
    {
        for (var payee = 0; payee < _game.PlayerCount; payee++)
        {
            Average(payee, probabilities);
            Sum(payee);
            foreach (var burden in _game.BurdensOf[payee])
                Burdened(burden, probabilities);
        }
    }

    // What each player's mixed action adds, what each action adds with each other's mixed one, and every two mixed ones.
    private void Average(int payee, double[][] probabilities)
    {
        var n = _game.PlayerCount;
        Array.Clear(_means);
        Array.Clear(_both);
        for (var j = 0; j < n; j++)
        {
            for (var a = 0; a < _game.Actions[j]; a++)
            {
                _means[j] += probabilities[j][a] * _game.Alone(payee, j, a);
                for (var k = 0; k < n; k++)
                {
                    var sum = 0.0;
                    for (var b = 0; k != j && b < _game.Actions[k]; b++)
                        sum += probabilities[k][b] * _game.Together(payee, j, a, k, b);
                    _with[j][a][k] = sum;
                    _both[j, k] += probabilities[j][a] * sum;
                }
            }
        }
    }

    private void Sum(int payee)
    {
        var (n, all) = (_game.PlayerCount, _game.Constant(payee));
        var rows = new double[n];
        for (var j = 0; j < n; j++)
        {
            all += _means[j];
            for (var k = 0; k < n; k++)
            {
                rows[j] += _both[j, k];
                all += k > j ? _both[j, k] : 0;
            }
        }

        var rest = all - _means[payee] - rows[payee];
        for (var a = 0; a < _game.Actions[payee]; a++)
        {
            var own = _with[payee][a].Sum();
            _expected[payee][a] = rest + _game.Alone(payee, payee, a) + own;
            for (var j = 0; j < n; j++)
            {
                if (j == payee)
                    continue;
                var others = rest - _means[j] - rows[j] + _both[j, payee];
                for (var b = 0; b < _game.Actions[j]; b++)
                {
                    _given[payee * n + j][a * _game.Actions[j] + b] = others + _game.Alone(payee, payee, a) + own - _with[payee][a][j]
                        + _game.Alone(payee, j, b) + _with[j][b].Sum() - _with[j][b][payee] + _game.Together(payee, payee, a, j, b);
                }
            }
        }
    }

    private void Burdened(Burden burden, double[][] probabilities)
    {
        var (n, payee) = (_game.PlayerCount, burden.Player);
        for (var a = 0; a < _game.Actions[payee]; a++)
        {
            if (burden.Own >= 0 && burden.Own != a)
                continue;
            _expected[payee][a] -= burden.Cost * burden.Chance(probabilities, payee, payee);
            for (var j = 0; j < n; j++)
            {
                var (asked, cost) = (burden.Asks(j), burden.Cost * burden.Chance(probabilities, payee, j));
                for (var b = 0; j != payee && b < _game.Actions[j]; b++)
                    _given[payee * n + j][a * _game.Actions[j] + b] -= asked < 0 || asked == b ? cost : 0;
            }
        }
    }
}
