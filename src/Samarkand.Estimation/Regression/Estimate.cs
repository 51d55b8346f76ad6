using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>What was taken out of the data before the fit, and why.</summary>
/// <param name="Read">Rows that were read and whose numbers are all there.</param>
/// <param name="Singletons">Rows alone in a group of fixed effects.</param>
/// <param name="AllZero">Rows in groups whose response is zero throughout.</param>
/// <param name="Separated">Rows that the regressors separate.</param>
/// <param name="Zeros">Rows at zero that a model in logarithms cannot use.</param>
internal sealed record Dropped(int Read, int Singletons, int AllZero, int Separated, int Zeros)
{
    /// <summary>Separated rows, in groups of zeros or by regressors.</summary>
    public Separation? Separation { get; init; }

    /// <summary>The regressors in the certificate of separation.</summary>
    public ImmutableArray<string> Makers { get; init; } = [];
}

/// <summary>Estimated coefficients with their errors, the fit, and what was dropped.</summary>
internal sealed record Estimate(Fit Fit, Covariance Covariance, Dropped Dropped, ImmutableArray<Unidentified> Unidentified)
{
    private const int ManyRows = 100_000;

    /// <summary>The sample that the fit used, in its order.</summary>
    public Sample Sample => Fit.Design.Sample;

    /// <summary>True for a Poisson model, false for least squares in logarithms.</summary>
    public required bool IsPoisson { get; init; }

    /// <summary>Coefficients that the fixed effects cost, those that depend on others left out.</summary>
    public required int EffectCoefficients { get; init; }

    public ImmutableArray<Coefficient> Coefficients =>
        [.. Enumerable.Range(0, Fit.Count).Select(k => new Coefficient(Sample.Regressors[k].Name, Fit.Coefficient(k), Covariance.Error(k)))];

    /// <summary>The number of the coefficient of a term, spaces aside.</summary>
    /// <param name="term">As somebody wrote it.</param>
    /// <param name="asked">The option that names it.</param>
    /// <exception cref="InputException">No coefficient is of that name.</exception>
    public int Find(string term, string asked)
    {
        string[] terms = [.. Coefficients.Select(one => one.Term)];
        return Array.FindIndex(terms, one => Packed(one) == Packed(term)) is >= 0 and var at
            ? at
            : throw new Parameter(asked).Wrong($"`{term}` has no coefficient here", $"name one of {string.Join(", ", terms)}");

        static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Fits a Poisson model: prunes, finds separated rows, finds coefficients that are not identified, solves, and makes errors.</summary>
    /// <exception cref="InputException">Nothing is left to estimate, or there is one cluster alone.</exception>
    public static Estimate Poisson(Sample sample, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        var read = sample.Rows;
        var pruned = Pruning.Of(Design.Sorted(sample), dropsZeros: true);
        Forget(pruned.Sample);
        var separation = Separation.Of(pruned.Sample, cancellation);
        var left = pruned.Sample;
        var dropped = new Dropped(read, pruned.Singletons, pruned.AllZero, separation.Count, 0) { Separation = separation };
        if (separation.Count > 0)
        {
            dropped = dropped with { Makers = separation.Makers(left) };
            var again = Pruning.Of(left.Pick([.. Enumerable.Range(0, left.Rows).Where(i => !separation.IsSeparated[i])]), dropsZeros: true);
            dropped = dropped with { Singletons = dropped.Singletons + again.Singletons, AllZero = dropped.AllZero + again.AllZero };
            left = again.Sample;
        }

        Forget(left);
        return Make(left, dropped, true, (design, columns, sizes) => Ppml.Solve(design, columns, sizes, progress: progress, cancellation: cancellation));
    }

    /// <summary>Fits the logarithm of the response by least squares.</summary>
    /// <exception cref="InputException">As for <see cref="Poisson"/>.</exception>
    public static Estimate Logs(Sample sample)
    {
        var positive = sample.Pick([.. Enumerable.Range(0, sample.Rows).Where(i => sample.Y[i] > 0)]);
        var pruned = Pruning.Of(positive, dropsZeros: false);
        return Make(pruned.Sample, new Dropped(sample.Rows, pruned.Singletons, 0, 0, sample.Rows - positive.Rows), false, LogOls.Solve);
    }

    // Rows that were left out and arrays of a search take as much memory as what comes next, and lie there until somebody asks.
    private static void Forget(Sample left)
    {
        if (left.Rows > ManyRows)
            GC.Collect();
    }

    private static Estimate Make(Sample sample, Dropped dropped, bool isPoisson, Func<Design, Columns, double[], Fit> solve)
    {
        if (sample.Rows == 0)
            throw new InputException(new InputProblem(sample.Response, 0, 0, FormattableString.Invariant($"no row is left of {dropped.Read}: every one is alone in a group of fixed effects, or in a group of zeros"), "use fewer or coarser fixed effects"));
        var design = Design.Of(sample);
        var columns = design.Columns(out var sizes);
        var (isKept, others) = Identification.Of(design, columns, sizes);
        if (sample.Regressors.Length > 0 && !isKept.Any(kept => kept))
            throw new InputException([.. others.Select(other => new InputProblem(other.Term, 0, 0, $"its coefficient is not identified: {other.Reason}", "leave it out, or use fixed effects within which it varies"))]);
        if (others.Count > 0)
        {
            design = Design.Of(sample with { Regressors = [.. sample.Regressors.Where((_, k) => isKept[k])] });
            columns = design.Columns(out sizes);
        }

        foreach (var cluster in sample.Clusters.Where(cluster => cluster.Count < 2))
            throw new InputException(new InputProblem(cluster.Name, 0, 0, "every row that is left is in one cluster, and errors that are clustered need several", "name another column to cluster by, or none for robust errors"));
        var fit = solve(design, columns, sizes);
        var lost = isPoisson ? 1 : LostToEffects(fit.Design.Sample) + fit.Count;
        return new Estimate(fit, Covariance.Of(fit, fit.Design.Sample.Clusters, lost), dropped, [.. others])
        {
            IsPoisson = isPoisson,
            EffectCoefficients = EffectsCost(fit.Design.Sample, []),
        };
    }

    private static int LostToEffects(Sample sample) => EffectsCost(sample, sample.Clusters);

    // Groupings within clusters cost nothing; of two groupings, those connected share a constant, and of more each is compared with the first.
    private static int EffectsCost(Sample sample, ImmutableArray<Grouping> clusters)
    {
        var (cost, free) = (0, sample.Effects.Where(effect => !clusters.Any(cluster => IsWithin(effect, cluster))).ToArray());
        for (var f = 0; f < free.Length; f++)
            cost += free[f].Count - (f == 0 ? 0 : Components(free[0], free[f]));
        return free.Length == 0 && sample.Effects.Length > 0 ? 1 : cost;
    }

    private static bool IsWithin(Grouping effect, Grouping cluster)
    {
        var of = Enumerable.Repeat(-1, effect.Count).ToArray();
        for (var i = 0; i < effect.Codes.Length; i++)
        {
            ref var known = ref of[effect.Codes[i]];
            if (known >= 0 && known != cluster.Codes[i])
                return false;
            known = cluster.Codes[i];
        }

        return true;
    }

    private static int Components(Grouping one, Grouping other)
    {
        var parents = Enumerable.Range(0, one.Count + other.Count).ToArray();
        int Root(int node)
        {
            while (parents[node] != node)
                node = parents[node] = parents[parents[node]];
            return node;
        }

        var components = parents.Length;
        for (var i = 0; i < one.Codes.Length; i++)
        {
            var (a, b) = (Root(one.Codes[i]), Root(one.Count + other.Codes[i]));
            if (a == b)
                continue;
            parents[a] = b;
            components--;
        }

        return components;
    }
}

/// <summary>A coefficient and its error.</summary>
internal sealed record Coefficient(string Term, double Value, double Error)
{
    /// <summary>The value over its error.</summary>
    public double Z => Value / Error;

    /// <summary>The chance of a value as far from zero if the coefficient is zero, by the normal distribution, both sides.</summary>
    public double P => MathNet.Numerics.SpecialFunctions.Erfc(Math.Abs(Z) / Math.Sqrt(2));
}
