using MathNet.Numerics.LinearAlgebra;
using Samarkand.Model;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// Follows the principal branch of quantal response from lambda 0 by its length in log-odds and lambda, so that turning points, where
/// lambda goes back for a while, are points like any other: a step along the tangent, then Newton's method across it. A step is halved
/// where Newton's first correction is large, the second not much smaller, or the tangent turns (Allgower and Georg 1990, Numerical
/// Continuation Methods, chapter 6). Where two branches nearly touch, a step may yet land on the other, which may lead below lambda 0, where
/// the principal branch never goes, or to where no step is short enough: then it is followed anew with more care.
/// </summary>
internal sealed class ResponseBranch
{
    private const int MostSteps = 1_000_000;
    private const int MostCorrections = 8;
    private const double FirstStep = 0.05;
    private const double LeastStep = 1e-10;
    private const double Tolerance = 1e-12;
    private const double MostContraction = 0.3;
    private const double MostCorrection = 0.1;
    private const double LeastCosine = 0.95;
    private const double MostCare = 1024;

    private readonly ResponseEquations _equations;
    private readonly double[] _residuals;
    private readonly double[,] _jacobian;
    private double[] _point;
    private double[] _tangent;
    private double _step = FirstStep;
    private double _care = 1;

    public ResponseBranch(ResponseEquations equations)
    {
        _equations = equations;
        var n = equations.Count;
        (_residuals, _jacobian, _point) = (new double[n], new double[n, n + 1], new double[n + 1]);
        _tangent = Start();
    }

    private int Last => _equations.Count;

    private double MostTurn => (1 - LeastCosine) / _care;

    /// <summary>Goes on to the first point from here at which lambda is reached; gives the probabilities there, [player][action].</summary>
    /// <exception cref="NoEquilibriumException">No step is short enough, or too many are needed.</exception>
    public double[][] Advance(double lambda, CancellationToken cancellation)
    {
        for (var steps = 0; _point[Last] < lambda; steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((_point[Last] < 0 || _step < LeastStep) && _care < MostCare)
                (_care, _point, _tangent, _step, steps) = (4 * _care, new double[Last + 1], Start(), FirstStep, 0);
            if (_step < LeastStep || steps >= MostSteps || _point[Last] < 0)
                throw new NoEquilibriumException(FormattableString.Invariant($"the quantal response could not be followed beyond lambda {_point[Last]:0.####}; ask for a smaller lambda, or look at the pure equilibria"));
            if (Step(lambda))
                continue;
            _step /= 2;
        }

        _equations.Evaluate(_point, _residuals, _jacobian);
        return _equations.Probabilities;
    }

    // Everything as likely, and lambda on its way up.
    private double[] Start()
    {
        var forward = new double[Last + 1];
        forward[Last] = 1;
        _equations.Evaluate(new double[Last + 1], _residuals, _jacobian);
        return TangentAlong(forward);
    }

    private bool Step(double lambda)
    {
        var next = Along(_step);
        if (Correct(next, _tangent, _step) is not { } contraction)
            return false;
        var turned = TangentAlong(_tangent);
        var cosine = Dot(turned, _tangent);
        if (1 - cosine > MostTurn)
            return false;
        if (next[Last] >= lambda)
            return Land(next, lambda);
        (_point, _tangent) = (next, turned);
        if (contraction < MostContraction / 4 && 1 - cosine < MostTurn / 4)
            _step *= 2;
        return true;
    }

    // Between here and the point beyond lambda, on the chord; what is left to correct is across it.
    private bool Land(double[] beyond, double lambda)
    {
        var part = (lambda - _point[Last]) / (beyond[Last] - _point[Last]);
        double[] between = [.. _point.Select((x, k) => x + part * (beyond[k] - x))];
        between[Last] = lambda;
        var across = new double[Last + 1];
        across[Last] = 1;
        if (Correct(between, across, _step) is null)
            return false;
        var tangent = TangentAlong(_tangent);
        if (1 - Dot(tangent, _tangent) > MostTurn)
            return false;
        between[Last] = lambda;
        (_point, _tangent) = (between, tangent);
        return true;
    }

    /// <summary>Newton's method in the plane across a direction; null where it does not converge well, else its contraction.</summary>
    private double? Correct(double[] point, double[] direction, double step)
    {
        var (before, contraction) = (0.0, 0.0);
        for (var k = 0; k < MostCorrections; k++)
        {
            _equations.Evaluate(point, _residuals, _jacobian);
            var correction = Solve(direction, [.. _residuals.Select(residual => -residual), 0]);
            var length = Math.Sqrt(Dot(correction, correction));
            var scale = 1 + Math.Sqrt(Dot(point, point));
            if (!double.IsFinite(length) || (k == 0 && length > MostCorrection / _care * Math.Max(step, Tolerance * scale)))
                return null;
            var isDone = length <= Tolerance * scale;
            if (k > 0 && !isDone && (contraction = Math.Max(contraction, length / before)) > MostContraction)
                return null;
            for (var x = 0; x < point.Length; x++)
                point[x] += correction[x];
            if (isDone)
            {
                _equations.Evaluate(point, _residuals, _jacobian);
                return contraction;
            }

            before = length;
        }

        return null;
    }

    // The kernel of the Jacobian, of length 1, on the side of a direction.
    private double[] TangentAlong(double[] direction)
    {
        var unit = new double[Last + 1];
        unit[Last] = 1;
        var tangent = Solve(direction, unit);
        var length = Math.Sqrt(Dot(tangent, tangent));
        return Array.ConvertAll(tangent, x => x / length);
    }

    private double[] Solve(double[] lastRow, double[] right)
    {
        var n = Last + 1;
        var matrix = Matrix<double>.Build.Dense(n, n, (row, column) => row == Last ? lastRow[column] : _jacobian[row, column]);
        return matrix.LU().Solve(Vector<double>.Build.Dense(right)).ToArray();
    }

    private double[] Along(double step) => [.. _point.Select((x, k) => x + step * _tangent[k])];

    private static double Dot(double[] a, double[] b) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(a, b);
}
