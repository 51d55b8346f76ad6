using CsCheck;
using Google.OrTools.LinearSolver;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;

namespace Samarkand.Tests;

/// <summary>What holds on any data.</summary>
public class PropertyTests
{
    private static readonly Gen<Sample> Samples =
        from rows in Gen.Int[12, 40]
        from counts in Gen.Int[2, 4].Array[2]
        from y in Gen.Int[0, 9].Array[rows]
        from zeros in Gen.Double[0, 1].Array[rows]
        from x in Gen.Int[-3, 3].Array[2 * rows]
        from codes in Gen.Int[0, 3].Array[2 * rows]
        select new Sample(
            "y",
            [.. Enumerable.Range(0, rows).Select(i => zeros[i] < 0.5 ? 0.0 : y[i])],
            [new Regressor("a", [.. x[..rows].Select(one => (double)one)]), new Regressor("b", [.. x[rows..].Select(one => one > 1 ? 1.0 : 0.0)])],
            [.. Enumerable.Range(0, 2).Select(f => Grouping.Compact($"g{f}", [.. codes.Skip(f * rows).Take(rows).Select(code => code % counts[f])], 4, []))]);

    private static int _untold;

    [Fact]
    public void The_rectifier_finds_what_a_linear_programme_finds() => Samples.Sample(
        sample =>
        {
            var pruned = Pruning.Of(sample, dropsZeros: true).Sample;
            if (pruned.Rows == 0)
                return true;
            var found = Separation.Of(pruned, TestContext.Current.CancellationToken);
            var programme = ByProgramme(pruned);
            // Where the search is too slow to tell, it says so, and that is rare.
            if (!found.IsProven)
                Assert.True(Interlocked.Increment(ref _untold) <= 3);
            var holds = !found.IsProven || (found.IsSeparated.SequenceEqual(programme) && found.Violation < 1e-6);
            Assert.True(holds, FormattableString.Invariant($"proven {found.IsProven}, violation {found.Violation:0e0}, {found.Steps} steps, {found.Count} found of {programme.Count(one => one)}"));
            return true;
        },
        iter: 300);

    [Fact]
    public void Separated_rows_may_be_removed_without_a_change() => Samples.Sample(
        sample =>
        {
            if (Try(sample) is not { Dropped.Separation.IsProven: true } whole)
                return true;
            var pruned = Pruning.Of(sample, dropsZeros: true).Sample;
            var separated = Separation.Of(pruned, TestContext.Current.CancellationToken).IsSeparated;
            var less = Try(pruned.Pick([.. Enumerable.Range(0, pruned.Rows).Where(i => !separated[i])]));
            return less is not null && Same(whole, less, 1e-6);
        },
        iter: 200);

    [Fact]
    public void Scale_and_labels_do_not_matter() => (from sample in Samples from scale in Gen.Double[-6, 6] from shift in Gen.Int[1, 20] select (sample, scale, shift)).Sample(
        one =>
        {
            if (Try(one.sample) is not { Dropped.Separation.IsProven: true } whole)
                return true;
            var factor = Math.Pow(10, one.scale);
            var order = Enumerable.Range(0, one.sample.Rows).Select(i => (i + one.shift) % one.sample.Rows).ToArray();
            var other = one.sample.Pick(order);
            other = other with
            {
                Y = [.. other.Y.Select(y => y * factor)],
                Effects = [.. other.Effects.Reverse().Select(effect => effect with { Codes = [.. effect.Codes.Select(code => effect.Count - 1 - code)] })],
            };
            var changed = Try(other);
            Assert.True(changed is not null && Same(whole, changed, 1e-6), $"{factor:R}: {Words(whole)} {(changed is null ? "none" : Words(changed))}");
            return true;
        },
        iter: 200);

    private static string Words(Estimate estimate) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{string.Join(", ", estimate.Coefficients)}; {estimate.Sample.Rows} rows, {estimate.Fit.Steps} steps, left {estimate.Fit.Left:0e0}, groups {estimate.Fit.GroupLeft:0e0}, not identified {string.Join(", ", estimate.Unidentified)}]");

    // The largest set: for each zero row, whether a combination that is zero where y is above zero and nowhere below it is above zero there.
    private static bool[] ByProgramme(Sample sample)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var free = sample.Regressors.Select(_ => solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "")).ToArray();
        var effects = sample.Effects.Select(effect => Enumerable.Range(0, effect.Count).Select(_ => solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "")).ToArray()).ToArray();
        var above = new Variable[sample.Rows];
        var objective = solver.Objective();
        for (var i = 0; i < sample.Rows; i++)
        {
            // Zero where y is above zero; elsewhere at least as much as a variable between 0 and 1, of which the sum is to be largest.
            var row = solver.MakeConstraint(0, sample.Y[i] > 0 ? 0 : double.PositiveInfinity);
            for (var k = 0; k < free.Length; k++)
                row.SetCoefficient(free[k], sample.Regressors[k].Values[i]);
            for (var f = 0; f < effects.Length; f++)
                row.SetCoefficient(effects[f][sample.Effects[f].Codes[i]], 1);
            if (sample.Y[i] > 0)
                continue;
            above[i] = solver.MakeNumVar(0, 1, "");
            row.SetCoefficient(above[i], -1);
            objective.SetCoefficient(above[i], 1);
        }

        objective.SetMaximization();
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return [.. above.Select(variable => variable is not null && variable.SolutionValue() > 0.5)];
    }

    private static Estimate? Try(Sample sample)
    {
        try
        {
            return Estimate.Poisson(sample, cancellation: TestContext.Current.CancellationToken);
        }
        catch (Core.InputException)
        {
            return null;
        }
    }

    private static bool Same(Estimate one, Estimate other, double tolerance) =>
        one.Sample.Rows == other.Sample.Rows
        && one.Coefficients.Zip(other.Coefficients).All(pair => pair.First.Term == pair.Second.Term
            && Math.Abs(pair.First.Value - pair.Second.Value) <= tolerance * (1 + Math.Abs(pair.First.Value))
            && Math.Abs(pair.First.Error - pair.Second.Error) <= 10 * tolerance * (1 + pair.First.Error));
}
