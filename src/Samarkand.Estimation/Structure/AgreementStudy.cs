using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;

namespace Samarkand.Estimation.Structure;

/// <summary>What an estimated agreement between some states brings each state, with bands from the error of its coefficient.</summary>
/// <param name="Rows">A row for each state, in the order of codes.</param>
/// <param name="IsThere">True where the agreement is in the data, so that the world without it is computed.</param>
/// <param name="Residual">How far prices are from equilibrium.</param>
internal sealed record AgreementStudy(ImmutableArray<AgreementEffect> Rows, bool IsThere, double Residual)
{
    /// <summary>Solves it at the estimate and at draws of the coefficient.</summary>
    /// <param name="estimate">The estimate, whose carried groupings are sellers, buyers and, where there are several, times.</param>
    /// <param name="question">Which agreement.</param>
    /// <exception cref="InputException">A name is unknown, or the agreement is in the data for some of its pairs alone.</exception>
    public static AgreementStudy Of(Estimate estimate, AgreementQuestion question)
    {
        var sample = estimate.Sample;
        var (sellers, buyers) = (sample.Carried[0], sample.Carried[1]);
        var term = estimate.Coefficients.IndexOf(estimate.Coefficients.FirstOrDefault(one => one.Term == question.Term) ?? throw new Parameter("ge").Wrong($"`{question.Term}` has no coefficient here", $"name one of {string.Join(", ", estimate.Coefficients.Select(one => one.Term))}"));
        var rows = Baseline(sample, question);
        var labels = sellers.Labels.Union(buyers.Labels).Order(StringComparer.Ordinal).ToImmutableArray();
        var trade = new double[labels.Length, labels.Length];
        var members = question.Members.Select(member => Known(labels, member)).ToHashSet();
        var (present, absent) = (0, 0);
        var change = new double[labels.Length, labels.Length];
        foreach (var row in rows)
        {
            var (i, j) = (labels.IndexOf(sellers.Labels[sellers.Codes[row]]), labels.IndexOf(buyers.Labels[buyers.Codes[row]]));
            trade[i, j] += estimate.Fit.Fitted[row];
            if (i == j || !members.Contains(i) || !members.Contains(j))
                continue;
            var isOn = sample.Regressors[term].Values[row] != 0;
            change[i, j] = isOn ? -1 : 1;
            _ = isOn ? present++ : absent++;
        }

        if (present > 0 && absent > 0)
            throw new Parameter("members").Wrong($"{question.Term} is there for {present} of the pairs and not for {absent}", "name members between whom it is there for all, or for none");
        if (present + absent == 0)
            throw new Parameter("members").Wrong("no pair of them trades in these data", "name at least two states as the data have them");
        var used = Enumerable.Range(0, labels.Length).Where(i => Enumerable.Range(0, labels.Length).Any(j => trade[i, j] > 0) && Enumerable.Range(0, labels.Length).Any(j => trade[j, i] > 0)).ToArray();
        var model = new OneSector(Part(trade, used), question.Sigma, Array.IndexOf(used, question.Reference is null ? used[0] : Known(labels, question.Reference)));
        if (model.Reference < 0)
            throw new Parameter("reference").Wrong($"`{question.Reference}` has no trade here", "name a state that sells and buys");
        return Solve(model, [.. used.Select(i => labels[i])], Part(change, used), present > 0, estimate.Coefficients[term], question);
    }

    private static AgreementStudy Solve(OneSector model, ImmutableArray<string> names, double[,] change, bool isThere, Coefficient coefficient, AgreementQuestion question)
    {
        var solved = model.Solve(Factors(change, coefficient.Value));
        var draws = new AgreementEffect[question.Draws][];
        var values = Enumerable.Range(0, question.Draws).Select(draw => coefficient.Value + coefficient.Error * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, SplitMix.Uniform(question.Seed, draw, 0))).ToArray();
        InParallel.For(question.Draws, default, d => draws[d] = Effects(names, model.Solve(Factors(change, values[d])), isThere));
        var rows = Effects(names, solved, isThere);
        for (var k = 0; k < rows.Length && question.Draws > 1; k++)
        {
            var sorted = draws.Select(draw => draw[k].RealIncomePct).Order().ToArray();
            rows[k] = rows[k] with { LowPct = Quantile(sorted, 0.025), HighPct = Quantile(sorted, 0.975) };
        }

        return new AgreementStudy([.. rows], isThere, solved.Residual);
    }

    // What the agreement brings: the world with it against the world without.
    private static AgreementEffect[] Effects(ImmutableArray<string> names, OneSectorChange change, bool isThere)
    {
        double Percent(double ratio) => 100 * ((isThere ? 1 / ratio : ratio) - 1);
        var real = change.RealIncome;
        return [.. names.Select((name, k) => new AgreementEffect(name, Percent(real[k]), double.NaN, double.NaN, Percent(change.Prices[k]), Percent(change.Indices[k]), Percent(change.Exports[k])))];
    }

    private static IEnumerable<int> Baseline(Sample sample, AgreementQuestion question)
    {
        var all = Enumerable.Range(0, sample.Rows);
        if (sample.Carried.Length < 3)
            return all;
        var times = sample.Carried[2];
        var time = question.Time is null ? times.Count - 1 : times.Labels.IndexOf(question.Time);
        return time >= 0 ? all.Where(row => times.Codes[row] == time) : throw new Parameter("ge-time").Wrong($"there is no {times.Name} `{question.Time}`", $"the data have {times.Labels[0]} to {times.Labels[^1]}");
    }

    private static int Known(ImmutableArray<string> labels, string name) =>
        labels.IndexOf(name) is >= 0 and var at ? at : throw new Parameter("members").Wrong($"there is no state `{name}` in the data", NearestName.Hint(name, labels) ?? $"the data have {string.Join(", ", labels.Take(8))} and others");

    private static double[,] Factors(double[,] change, double coefficient)
    {
        var factors = new double[change.GetLength(0), change.GetLength(1)];
        for (var i = 0; i < factors.GetLength(0); i++)
        {
            for (var j = 0; j < factors.GetLength(1); j++)
                factors[i, j] = Math.Exp(coefficient * change[i, j]);
        }

        return factors;
    }

    private static double[,] Part(double[,] matrix, int[] used)
    {
        var part = new double[used.Length, used.Length];
        for (var i = 0; i < used.Length; i++)
        {
            for (var j = 0; j < used.Length; j++)
                part[i, j] = matrix[used[i], used[j]];
        }

        return part;
    }

    private static double Quantile(double[] sorted, double at)
    {
        var place = at * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}

/// <summary>Which agreement, and how its effect is computed.</summary>
/// <param name="Term">The term whose coefficient it has.</param>
/// <param name="Members">The states between which it is.</param>
/// <param name="Sigma">The elasticity of substitution.</param>
internal sealed record AgreementQuestion(string Term, ImmutableArray<string> Members, double Sigma)
{
    /// <summary>The state whose price index stays; the first one where none is named.</summary>
    public string? Reference { get; init; }

    /// <summary>The time whose trade is the baseline; the last where none is named.</summary>
    public string? Time { get; init; }

    public int Draws { get; init; } = 1000;

    public int Seed { get; init; } = 1;
}

/// <summary>What an agreement brings a state, in percent.</summary>
internal sealed record AgreementEffect(string State, double RealIncomePct, double LowPct, double HighPct, double PricePct, double IndexPct, double ExportsPct);
