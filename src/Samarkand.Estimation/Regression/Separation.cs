using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>
/// Rows that a Poisson model fits at zero whatever the others say: there is a combination of regressors and fixed effects, the certificate,
/// that is zero on every other row and above zero on them, so that the likelihood rises for ever along it. Found by the iterative rectifier
/// of Correia, Guimaraes and Zylkin (2019): project onto the regressors, cut at zero, and again.
/// </summary>
/// <param name="IsSeparated">For each row.</param>
/// <param name="Certificate">The combination, at most 1; empty where nothing is separated.</param>
/// <param name="Violation">How far it is from zero on the other rows, at most.</param>
/// <param name="Steps">How often it was projected.</param>
/// <param name="IsProven">Whether it is certain that no other row is separated.</param>
internal sealed record Separation(bool[] IsSeparated, double[] Certificate, double Violation, int Steps, bool IsProven)
{
    private const int LeastSteps = 2000;
    private const int MostSteps = 100_000;
    private const int MostWork = 200_000_000;
    private const double Tolerance = 1e-11;
    private const double Zero = 1e-5;
    private const double Exact = 1e-8;

    // How much more than a zero a row above zero counts: it makes the combination zero there sooner.
    private const double Above = 64;

    /// <summary>The number of separated rows.</summary>
    public int Count => IsSeparated.Count(one => one);

    /// <summary>Finds them; the sample is one that was pruned.</summary>
    public static Separation Of(Sample sample, CancellationToken cancellation = default)
    {
        var (separated, certificate) = (new bool[sample.Rows], Array.Empty<double>());
        var (violation, steps) = (0.0, 0);
        int[]? rows = null;
        var rest = sample;
        while (rest.Y.Contains(0))
        {
            var round = Round(rest, cancellation);
            steps += round.Steps;
            if (round.Found is null)
                return new Separation(separated, certificate, violation, steps, round.IsProven);
            violation = Math.Max(violation, round.Violation);
            if (certificate.Length == 0)
                certificate = new double[sample.Rows];
            for (var i = 0; i < rest.Rows; i++)
            {
                if (round.Found[i] > 0)
                    (separated[rows?[i] ?? i], certificate[rows?[i] ?? i]) = (true, round.Found[i]);
            }

            var kept = Enumerable.Range(0, rest.Rows).Where(i => round.Found[i] == 0).ToArray();
            rows = rows is null ? kept : Array.ConvertAll(kept, i => rows[i]);
            rest = rest.Pick(kept);
        }

        return new Separation(separated, certificate, violation, steps, true);
    }

    /// <summary>The coefficients of the regressors in the certificate, by least squares: those that are not zero are in the separation.</summary>
    public ImmutableArray<string> Makers(Sample sample)
    {
        var design = Design.Of(sample with { Carried = [.. sample.Carried, new Grouping("row", [.. Enumerable.Range(0, sample.Rows)], sample.Rows)] });
        var order = design.Sample.Carried[^1].Codes;
        var columns = design.Columns(out var sizes);
        var ones = Enumerable.Repeat(1.0, sample.Rows).ToArray();
        design.Projection.Weigh(ones);
        for (var i = 0; i < order.Length; i++)
            columns[i, 0] = Certificate[order[i]];
        columns.Project(1e-10);
        var products = columns.Products(ones);
        var count = sizes.Length;
        var (information, cross) = (new double[count, count], new double[count]);
        for (var a = 0; a < count; a++)
        {
            cross[a] = products[a + 1, 0];
            for (var b = 0; b < count; b++)
                information[a, b] = products[a + 1, b + 1] > 1e-10 * sample.Rows || a != b ? products[a + 1, b + 1] : 0;
        }

        var coefficients = Symmetric.Times(Symmetric.Inverse(information, 1e-9, out _), cross);
        return [.. Enumerable.Range(0, count).Where(k => Math.Abs(coefficients[k]) > 1e-6).Select(k => sample.Regressors[k].Name)];
    }

    private sealed record Outcome(double[]? Found, double Violation, int Steps, bool IsProven);

    private static Outcome Round(Sample sample, CancellationToken cancellation)
    {
        var carried = sample.Carried.Length;
        var design = Design.Of(sample with { Carried = [.. sample.Carried, new Grouping("row", [.. Enumerable.Range(0, sample.Rows)], sample.Rows)] });
        var ordered = design.Sample;
        var n = ordered.Rows;
        var columns = design.Columns(out var sizes);
        var weights = Array.ConvertAll(ordered.Y, y => y > 0 ? Above : 1);
        design.Projection.Weigh(weights);
        columns.Project(Tolerance);
        var information = columns.Products(weights);
        var inverse = Inverse(information, sizes.Length, n);
        var (u, fitted) = (new double[n], new double[n]);
        var suspect = Array.ConvertAll(ordered.Y, y => y == 0);
        // What is left of u stands in the first column; only what changes is put to it.
        for (var i = 0; i < n; i++)
            columns[i, 0] = u[i] = suspect[i] ? 1 : 0;
        var most = Math.Clamp(MostWork / Math.Max(1, n), LeastSteps, MostSteps);
        for (var step = 1; step <= most; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            columns.Project(Tolerance);
            Predict(columns, weights, inverse, u, fitted);
            var (top, above, below, residual, excess) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < n; i++)
            {
                if (suspect[i])
                {
                    top = Math.Max(top, fitted[i]);
                    below = Math.Max(below, -fitted[i]);
                    residual = Math.Min(residual, u[i] - fitted[i]);
                    excess += u[i];
                }
                else
                {
                    above = Math.Max(above, Math.Abs(fitted[i]));
                }
            }

            // The residuals are orthogonal to every certificate. Where none is below zero, a row with one above zero is in no certificate.
            if (residual > -1e-12 * Math.Max(1, excess) && top > 0)
            {
                var proven = false;
                for (var i = 0; i < n; i++)
                {
                    if (suspect[i] && u[i] - fitted[i] > 1e-6)
                        (suspect[i], proven) = (false, true);
                }

                if (proven && !suspect.Any(one => one))
                    return new Outcome(null, 0, step, true);
            }

            // A certificate whose largest value is 1 has a product of at least 1 with u, which no step makes smaller.
            if (excess < 0.999 || top <= 0)
                return new Outcome(null, 0, step, true);
            if (Math.Max(above, below) <= Exact * top)
                return Found(ordered, carried, fitted, suspect, top, Math.Max(above, below) / top, step);
            for (var i = 0; i < n; i++)
            {
                var next = suspect[i] ? Math.Max(0, fitted[i]) : 0;
                columns[i, 0] += next - u[i];
                u[i] = next;
            }
        }

        return new Outcome(null, 0, most, false);
    }

    private static Outcome Found(Sample ordered, int carried, double[] fitted, bool[] suspect, double top, double violation, int step)
    {
        var (rows, found, isAny) = (ordered.Carried[carried].Codes, new double[fitted.Length], false);
        for (var i = 0; i < fitted.Length; i++)
        {
            if (!suspect[i] || fitted[i] <= Zero * top)
                continue;
            found[rows[i]] = fitted[i] / top;
            isAny = true;
        }

        return new Outcome(isAny ? found : null, violation, step, true);
    }

    private static double[,] Inverse(double[,] products, int count, int rows)
    {
        var part = new double[count, count];
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
                part[a, b] = products[a + 1, b + 1];
        }

        // What the fixed effects absorb is noise.
        for (var a = 0; a < count; a++)
        {
            if (part[a, a] <= 1e-12 * rows)
                part[a, a] = 0;
        }

        return Symmetric.Inverse(part, 1e-10, out _);
    }

    private static void Predict(Columns columns, double[] weights, double[,] inverse, double[] u, double[] fitted)
    {
        var count = columns.Count - 1;
        var pieces = columns.Projection.Pieces.ToArray();
        var parts = new double[pieces.Length - 1][];
        InParallel.For(parts.Length, default, part =>
        {
            var sums = parts[part] = new double[count];
            for (var i = pieces[part]; i < pieces[part + 1]; i++)
            {
                var left = weights[i] * columns[i, 0];
                for (var k = 0; k < count; k++)
                    sums[k] += columns[i, k + 1] * left;
            }
        });
        var cross = new double[count];
        foreach (var sums in parts)
        {
            for (var k = 0; k < count; k++)
                cross[k] += sums[k];
        }

        var coefficients = Symmetric.Times(inverse, cross);
        InParallel.For(parts.Length, default, part =>
        {
            for (var i = pieces[part]; i < pieces[part + 1]; i++)
            {
                var left = columns[i, 0];
                for (var k = 0; k < count; k++)
                    left -= columns[i, k + 1] * coefficients[k];
                fitted[i] = u[i] - left;
            }
        });
    }
}
