using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Samarkand.Estimation.Regression;

namespace Samarkand.Estimation.Bias;

/// <summary>
/// The corrections of Weidner and Zylkin (2021, Journal of International Economics 132) for coefficients of three-way Poisson models, whose
/// bias falls with the number of countries as slowly as their errors do, and for the errors of two-way and three-way models, which are too
/// small because fixed effects are estimated.
/// </summary>
/// <param name="Bias">What is to be taken from each coefficient: zero in a two-way model.</param>
/// <param name="Errors">The errors with the adjustment.</param>
/// <param name="Matrix">The covariance with the adjustment.</param>
internal sealed record BiasCorrection(double[] Bias, double[] Errors, double[,] Matrix)
{
    public static BiasCorrection Of(PairPanel panel)
    {
        var inverse = Symmetric.Inverse(panel.Information());
        var covariance = Adjusted(panel, inverse, panel.IsThreeWay ? Conditional(panel) : ByTime(panel));
        var bias = panel.IsThreeWay ? Of(panel, inverse) : new double[panel.Regressors];
        return new BiasCorrection(bias, [.. Enumerable.Range(0, bias.Length).Select(k => Math.Sqrt(covariance[k, k]))], covariance);
    }

    private static double[] Of(PairPanel panel, double[,] inverse)
    {
        var (sellers, buyers) = (Terms(panel, panel.Sellers, panel.SellerCount), Terms(panel, panel.Buyers, panel.BuyerCount));
        var sum = new double[panel.Regressors];
        // The factor is that of a panel without trade at home.
        for (var k = 0; k < sum.Length; k++)
            sum[k] = Factor(panel.SellerCount) * sellers[k] + Factor(panel.BuyerCount) * buyers[k];
        return Symmetric.Times(inverse, sum);
    }

    private static double Factor(int count) => (double)count / (count - 1);

    // For each side: - tr(H+ sum Hx S') + tr(H+ (sum Gx) H+ (sum S S')) / 2, summed over sellers or over buyers.
    private static double[] Terms(PairPanel panel, int[] side, int count)
    {
        var (times, regressors) = (panel.Times, panel.Regressors);
        var hessians = Matrices(count, times);
        var scores = Matrices(count, times);
        var first = Enumerable.Range(0, regressors).Select(_ => Matrices(count, times)).ToArray();
        var second = Enumerable.Range(0, regressors).Select(_ => Matrices(count, times)).ToArray();
        for (var p = 0; p < panel.Pairs; p++)
        {
            var (hessian, at) = (panel.Hessian(p), p * times);
            for (var t = 0; t < times; t++)
            {
                for (var s = 0; s < times; s++)
                {
                    hessians[side[p]][t, s] += hessian[t, s];
                    scores[side[p]][t, s] += panel.Scores[at + t] * panel.Scores[at + s];
                }
            }

            for (var k = 0; k < regressors; k++)
            {
                for (var t = 0; t < times; t++)
                {
                    var product = 0.0;
                    for (var s = 0; s < times; s++)
                    {
                        product += hessian[t, s] * panel.X[k][at + s];
                        second[k][side[p]][t, s] -= (panel.X[k][at + t] + panel.X[k][at + s]) * hessian[t, s];
                    }

                    for (var s = 0; s < times; s++)
                        first[k][side[p]][t, s] += product * panel.Scores[at + s];
                }
            }
        }

        var terms = new double[regressors];
        for (var g = 0; g < count; g++)
        {
            var inverse = PseudoInverse(hessians[g]);
            for (var k = 0; k < regressors; k++)
                terms[k] += -(inverse * first[k][g]).Trace() + (inverse * second[k][g] * inverse * scores[g]).Trace() / 2;
        }

        return terms;
    }

    // The sandwich with each pair's scores blown up by the inverse of one less its leverage.
    private static double[,] Adjusted(PairPanel panel, double[,] inverse, Func<int, double[,]> ofEffects)
    {
        var (times, regressors) = (panel.Times, panel.Regressors);
        var meat = new double[regressors, regressors];
        for (var p = 0; p < panel.Pairs; p++)
        {
            var (at, spread) = (p * times, ofEffects(p));
            for (var t = 0; t < times; t++)
            {
                for (var s = 0; s < times; s++)
                {
                    for (var a = 0; a < regressors; a++)
                    {
                        for (var b = 0; b < regressors; b++)
                            spread[t, s] += panel.X[a][at + t] * inverse[a, b] * panel.X[b][at + s];
                    }
                }
            }

            var leverage = DenseMatrix.OfArray(panel.Hessian(p)) * DenseMatrix.OfArray(spread);
            var scores = DenseVector.Create(times, t => panel.Scores[at + t]);
            var blown = (DenseMatrix.CreateIdentity(times) - leverage).Solve(scores);
            for (var a = 0; a < regressors; a++)
            {
                for (var b = 0; b < regressors; b++)
                {
                    var (left, right) = (0.0, 0.0);
                    for (var t = 0; t < times; t++)
                    {
                        left += panel.X[a][at + t] * blown[t];
                        right += panel.X[b][at + t] * scores[t];
                    }

                    meat[a, b] += left * right;
                }
            }
        }

        var matrix = Symmetric.Times(Symmetric.Times(inverse, meat), inverse);
        for (var a = 0; a < regressors; a++)
        {
            for (var b = 0; b <= a; b++)
                matrix[a, b] = matrix[b, a] = (matrix[a, b] + matrix[b, a]) / 2 * panel.Pairs / (panel.Pairs - 1);
        }

        return matrix;
    }

    // What estimated seller-time and buyer-time effects add to a pair's predictor, where pairs have effects of their own.
    private static Func<int, double[,]> Conditional(PairPanel panel)
    {
        var times = panel.Times;
        var size = (panel.SellerCount + panel.BuyerCount) * times;
        var information = Rows(size);
        for (var p = 0; p < panel.Pairs; p++)
        {
            var (hessian, i, j) = (panel.Hessian(p), panel.Sellers[p] * times, (panel.SellerCount + panel.Buyers[p]) * times);
            for (var t = 0; t < times; t++)
            {
                for (var s = 0; s < times; s++)
                {
                    information[i + t][i + s] += hessian[t, s];
                    information[j + t][j + s] += hessian[t, s];
                    information[i + t][j + s] += hessian[t, s];
                    information[j + s][i + t] += hessian[t, s];
                }
            }
        }

        DenseInverse.Invert(information);
        return p => Spread(panel, p, information, (t, of) => of * times + t, (_, _) => true);
    }

    private static Func<int, double[,]> ByTime(PairPanel panel)
    {
        var inverses = new double[panel.Times][][];
        for (var time = 0; time < panel.Times; time++)
        {
            var information = inverses[time] = Rows(panel.SellerCount + panel.BuyerCount);
            for (var p = 0; p < panel.Pairs; p++)
            {
                var (fitted, i, j) = (panel.Fitted[p * panel.Times + time], panel.Sellers[p], panel.SellerCount + panel.Buyers[p]);
                information[i][i] += fitted;
                information[j][j] += fitted;
                information[i][j] += fitted;
                information[j][i] += fitted;
            }

            DenseInverse.Invert(information);
        }

        return p =>
        {
            var spread = new double[panel.Times, panel.Times];
            var (i, j) = (panel.Sellers[p], panel.SellerCount + panel.Buyers[p]);
            for (var t = 0; t < panel.Times; t++)
                spread[t, t] = inverses[t][i][i] + inverses[t][j][j] + 2 * inverses[t][i][j];
            return spread;
        };
    }

    private static double[,] Spread(PairPanel panel, int p, double[][] inverse, Func<int, int, int> place, Func<int, int, bool> isUsed)
    {
        var spread = new double[panel.Times, panel.Times];
        var (i, j) = (panel.Sellers[p], panel.SellerCount + panel.Buyers[p]);
        for (var t = 0; t < panel.Times; t++)
        {
            for (var s = 0; s < panel.Times; s++)
            {
                if (isUsed(t, s) && panel.Fitted[p * panel.Times + t] > 0 && panel.Fitted[p * panel.Times + s] > 0)
                    spread[t, s] = inverse[place(t, i)][place(s, i)] + inverse[place(t, i)][place(s, j)] + inverse[place(t, j)][place(s, i)] + inverse[place(t, j)][place(s, j)];
            }
        }

        return spread;
    }

    private static Matrix<double>[] Matrices(int count, int size) => [.. Enumerable.Range(0, count).Select(_ => (Matrix<double>)new DenseMatrix(size))];

    private static double[][] Rows(int size) => [.. Enumerable.Range(0, size).Select(_ => new double[size])];

    // By eigenvalues: those that are zero up to rounding stay zero.
    private static Matrix<double> PseudoInverse(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var limit = 1e-11 * values.AbsoluteMaximum();
        var inverted = DiagonalMatrix.OfDiagonal(values.Count, values.Count, values.Select(value => Math.Abs(value) > limit ? 1 / value : 0));
        return eigen.EigenVectors * inverted * eigen.EigenVectors.Transpose();
    }
}
