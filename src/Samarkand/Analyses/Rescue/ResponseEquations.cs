namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The equations of quantal response in log-odds against each player's first action, z_ia = log(p_ia / p_i0):
/// H_ia = z_ia - lambda (u_ia - u_i0) = 0, with u_ia what i expects of a. Log-odds keep probabilities positive and adding up to one
/// however small they get, and grow in proportion to lambda, so that the path to a large one is nearly straight (Turocy 2005, Games and
/// Economic Behavior 51(2), uses log-probabilities for the same reason).
/// </summary>
internal sealed class ResponseEquations
{
    private readonly IExpectedPayoffs _expected;
    private readonly (int Player, int Action)[] _unknowns;

    public ResponseEquations(IExpectedPayoffs expected)
    {
        _expected = expected;
        Probabilities = [.. expected.Actions.Select(count => new double[count])];
        _unknowns = [.. Enumerable.Range(0, expected.Actions.Length).SelectMany(player => Enumerable.Range(1, expected.Actions[player] - 1).Select(action => (player, action)))];
    }

    /// <summary>The number of log-odds.</summary>
    public int Count => _unknowns.Length;

    /// <summary>The probabilities at the last point, [player][action].</summary>
    public double[][] Probabilities { get; }

    /// <summary>Residuals H and Jacobian [row, column] at a point, its last entry lambda; the Jacobian's last column is by lambda.</summary>
    public void Evaluate(double[] point, double[] residuals, double[,] jacobian)
    {
        SetProbabilities(point);
        _expected.Update(Probabilities);
        var lambda = point[Count];
        for (var row = 0; row < Count; row++)
        {
            var (i, a) = _unknowns[row];
            var advantage = _expected[i, a] - _expected[i, 0];
            residuals[row] = point[row] - lambda * advantage;
            jacobian[row, Count] = -advantage;
            for (var column = 0; column < Count; column++)
            {
                var (j, b) = _unknowns[column];
                jacobian[row, column] = i == j
                    ? (row == column ? 1 : 0)
                    : -lambda * Probabilities[j][b] * (_expected.Given(i, a, j, b) - _expected.Given(i, 0, j, b) - advantage);
            }
        }
    }

    private void SetProbabilities(double[] point)
    {
        var at = 0;
        foreach (var of in Probabilities)
        {
            var (most, sum) = (0.0, 0.0);
            for (var action = 1; action < of.Length; action++)
                most = Math.Max(most, of[action] = point[at++]);
            of[0] = 0;
            for (var action = 0; action < of.Length; action++)
                sum += of[action] = Math.Exp(of[action] - most);
            for (var action = 0; action < of.Length; action++)
                of[action] /= sum;
        }
    }
}
