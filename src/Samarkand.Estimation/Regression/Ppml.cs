using System.Numerics.Tensors;
using Samarkand.Core;
using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>
/// Poisson pseudo maximum likelihood with any number of fixed effects, by iteratively reweighted least squares; columns stay projected from
/// step to step, and the projections get tighter as the steps converge (Correia, Guimaraes and Zylkin 2020, Stata Journal 20:1).
/// </summary>
internal static class Ppml
{
    private const int MostSteps = 1000;
    private const double FirstInner = 1e-4;
    private const double LastInner = 1e-9;
    private const double HighestPredictor = 200;
    private const double StillMoving = 1e-4;
    private const int MostStill = 50;
    private const double LeastFitted = 1e-300;
    private const int AtOnce = 512;

    /// <param name="design">The sample; no row of it is separated, and every regressor is identified.</param>
    /// <param name="columns">Its regressors, projected with some weights.</param>
    /// <param name="sizes">What each regressor was divided by.</param>
    /// <param name="tolerance">The relative change of the deviance that ends it.</param>
    /// <param name="progress">Is told of every step.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">It does not converge.</exception>
    public static Fit Solve(Design design, Columns columns, double[] sizes, double tolerance = 1e-9, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        var sample = design.Sample;
        var (n, regressors) = (sample.Rows, columns.Count - 1);
        var mean = Mean(sample);
        var (eta, z, weights) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
            eta[i] = Math.Log((sample.Y[i] / mean + 1) / 2);
        var (inner, deviance) = (FirstInner, Deviance(sample, mean, eta));
        var coefficients = new double[regressors];
        double[,] information;
        var (isLast, still) = (false, 0);
        for (var step = 1; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Work(design, columns, mean, eta, z, weights);
            design.Projection.Weigh(weights);
            var isClose = columns.Project(inner);
            var products = columns.Products(weights);
            information = Part(products, regressors);
            var cross = new double[regressors];
            for (var k = 0; k < regressors; k++)
                cross[k] = products[k + 1, 0];
            coefficients = Symmetric.Times(Symmetric.Inverse(information), cross);
            var old = deviance;
            (deviance, var moved) = Update(design, columns, mean, coefficients, z, eta);
            for (var halving = 0; (!double.IsFinite(deviance) || deviance > old * 1.1 + 1) && step > 1 && halving < 30; halving++)
                deviance = Halve(design, mean, eta, weights);
            if (!double.IsFinite(deviance))
                throw Diverged(sample, step);
            var change = Math.Abs(deviance - old) / Math.Max(Math.Min(deviance, old), 0.1 * Math.Min(1, n));
            progress?.Invoke(step, change);
            if (isLast && change <= tolerance)
                return Finish(design, columns, sizes, mean, eta, z, weights, coefficients, deviance, step, isClose);
            if (step == MostSteps)
                throw Diverged(sample, step);
            // Groups with little trade hardly touch the deviance: their predictors have to stand still as well, unless they never do.
            isLast = change <= tolerance && (moved < StillMoving || ++still > MostStill);
            inner = isLast || change <= tolerance ? LastInner : Math.Max(LastInner, Math.Min(inner, 0.1 * Math.Sqrt(change) * 1e-2));
        }
    }

    // What is left of the working response of the step before stands in the first column; only what changes is put to it.
    private static void Work(Design design, Columns columns, double mean, double[] eta, double[] z, double[] weights) => EachPiece(design, (start, end) =>
    {
        var sample = design.Sample;
        var first = columns.Blocks[0];
        Span<double> buffer = stackalloc double[AtOnce];
        while (start < end)
        {
            foreach (var mu in Fitted(eta, start, end, buffer))
            {
                var now = eta[start] - (sample.Offset?[start] ?? 0) + sample.Y[start] / (mean * mu) - 1;
                first[(long)start * Projection.Lanes] += now - z[start];
                z[start] = now;
                weights[start] = mu * (sample.Weights?[start] ?? 1);
                start++;
            }
        }
    });

    // The deviance, and how far a predictor moved at most.
    private static (double Deviance, double Moved) Update(Design design, Columns columns, double mean, double[] coefficients, double[] z, double[] eta)
    {
        var farthest = new double[design.Projection.Pieces.Length];
        EachPiece(design, (start, end) =>
        {
            var (sample, most) = (design.Sample, 0.0);
            for (var i = start; i < end; i++)
            {
                var left = columns[i, 0];
                for (var k = 0; k < coefficients.Length; k++)
                    left -= columns[i, k + 1] * coefficients[k];
                var next = Math.Min(HighestPredictor, z[i] - left + (sample.Offset?[i] ?? 0));
                most = Math.Max(most, Math.Abs(next - eta[i]));
                eta[i] = next;
            }

            lock (farthest)
                farthest[0] = Math.Max(farthest[0], most);
        });
        return (Deviance(design.Sample, mean, eta), farthest[0]);
    }

    // Half the way back to where the step began, which the weights still hold.
    private static double Halve(Design design, double mean, double[] eta, double[] weights)
    {
        EachPiece(design, (start, end) =>
        {
            var sample = design.Sample;
            for (var i = start; i < end; i++)
            {
                var old = Math.Log(weights[i] / (sample.Weights?[i] ?? 1));
                eta[i] = (eta[i] + old) / 2;
            }
        });
        return Deviance(design.Sample, mean, eta);
    }

    // The predictors become what is fitted and the working response the residuals, in the memory where they are.
    private static Fit Finish(Design design, Columns columns, double[] sizes, double mean, double[] fitted, double[] residuals, double[] weights, double[] coefficients, double deviance, int steps, bool isClose)
    {
        var sample = design.Sample;
        var n = sample.Rows;
        for (var i = 0; i < n; i++)
        {
            var mu = Mu(fitted[i]);
            weights[i] = mu * (sample.Weights?[i] ?? 1);
            residuals[i] = (sample.Y[i] / mean - mu) * (sample.Weights?[i] ?? 1);
            fitted[i] = mu * mean;
        }

        design.Projection.Weigh(weights);
        isClose &= columns.Project(LastInner);
        var information = Part(columns.Products(weights), coefficients.Length);
        var inverse = Symmetric.Inverse(information);
        var score = new double[coefficients.Length];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < score.Length; k++)
                score[k] += columns[i, k + 1] * residuals[i];
        }

        var left = Symmetric.Times(inverse, score);
        return new Fit(design, columns, sizes)
        {
            Scaled = coefficients,
            Inverse = inverse,
            Residuals = residuals,
            Weights = weights,
            Fitted = fitted,
            Mean = mean,
            Deviance = deviance * mean,
            Steps = steps,
            Left = Enumerable.Range(0, left.Length).Select(k => Math.Abs(left[k]) / Math.Sqrt(inverse[k, k])).DefaultIfEmpty(0).Max(),
            GroupLeft = GroupLeft(sample, mean, residuals),
            IsClose = isClose,
        };
    }

    // How far the sum of what is fitted is from the sum of what is observed, in the worst group.
    private static double GroupLeft(Sample sample, double mean, double[] residuals)
    {
        var worst = 0.0;
        foreach (var effect in sample.Effects)
        {
            var (sums, totals) = (new double[effect.Count], new double[effect.Count]);
            for (var i = 0; i < residuals.Length; i++)
            {
                sums[effect.Codes[i]] += residuals[i];
                totals[effect.Codes[i]] += sample.Y[i] / mean * (sample.Weights?[i] ?? 1);
            }

            for (var g = 0; g < sums.Length; g++)
            {
                if (totals[g] > 0)
                    worst = Math.Max(worst, Math.Abs(sums[g]) / totals[g]);
            }
        }

        return worst;
    }

    private static double Mu(double eta) => Math.Max(Math.Exp(eta), LeastFitted);

    // Exponentials of a piece of the predictors, many at once.
    private static Span<double> Fitted(double[] eta, int start, int end, Span<double> into)
    {
        var fitted = into[..Math.Min(into.Length, end - start)];
        TensorPrimitives.Exp(eta.AsSpan(start, fitted.Length), fitted);
        TensorPrimitives.Max(fitted, LeastFitted, fitted);
        return fitted;
    }

    private static double Deviance(Sample sample, double mean, double[] eta)
    {
        const int Piece = 1 << 15;
        var sums = new double[(eta.Length + Piece - 1) / Piece];
        InParallel.For(sums.Length, default, part =>
        {
            Span<double> buffer = stackalloc double[AtOnce];
            var sum = 0.0;
            var (start, end) = (part * Piece, Math.Min(eta.Length, (part + 1) * Piece));
            while (start < end)
            {
                var fitted = Fitted(eta, start, end, buffer);
                for (var i = 0; i < fitted.Length; i++)
                {
                    var y = sample.Y[start + i] / mean;
                    sum += (sample.Weights?[start + i] ?? 1) * ((y > 0 ? y * Math.Log(y / fitted[i]) : 0) - (y - fitted[i]));
                }

                start += fitted.Length;
            }

            sums[part] = sum;
        });
        return 2 * sums.Sum();
    }

    private static double Mean(Sample sample)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < sample.Rows; i++)
        {
            var weight = sample.Weights?[i] ?? 1;
            sum += weight * sample.Y[i];
            weights += weight;
        }

        return sum / weights;
    }

    private static double[,] Part(double[,] products, int regressors)
    {
        var part = new double[regressors, regressors];
        for (var a = 0; a < regressors; a++)
        {
            for (var b = 0; b < regressors; b++)
                part[a, b] = products[a + 1, b + 1];
        }

        return part;
    }

    private static void EachPiece(Design design, Action<int, int> work)
    {
        var pieces = design.Projection.Pieces.ToArray();
        InParallel.For(pieces.Length - 1, default, part => work(pieces[part], pieces[part + 1]));
    }

    private static InputException Diverged(Sample sample, int steps) => new(new InputProblem(
        sample.Response, 0, 0, FormattableString.Invariant($"the fit does not converge in {steps} steps"), "look for regressors whose values run over many orders of magnitude, and give them in logarithms"));
}
