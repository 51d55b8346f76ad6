using System.Collections.Immutable;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;
using Samarkand.Estimation.Structure;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>What an estimate rests on, in sentences.</summary>
internal static class GravityWords
{
    public static IEnumerable<string> Of(GravityRequest request, ReadRows read, Estimate estimate)
    {
        var (fit, dropped) = (estimate.Fit, estimate.Dropped);
        yield return FormattableString.Invariant($"{estimate.Sample.Rows:N0} of {read.Rows:N0} rows are used. Errors are {estimate.Covariance.Kind}{(estimate.Covariance.IsRepaired ? ", made positive semidefinite" : "")}. Fixed effects: {(estimate.Sample.Effects is [{ Name: "constant" }] ? "a constant" : string.Join(", ", estimate.Sample.Effects.Select(one => FormattableString.Invariant($"{one.Name} ({one.Count:N0})"))))}.");
        if (read.Incomplete > 0)
            yield return FormattableString.Invariant($"{read.Incomplete:N0} rows were left out: a number or a group is missing in them. A missing value is not taken for zero.");
        if (dropped.Singletons > 0)
            yield return FormattableString.Invariant($"{dropped.Singletons:N0} rows were left out: each was alone in a group of fixed effects, and says nothing.");
        if (dropped.AllZero > 0)
            yield return FormattableString.Invariant($"{dropped.AllZero:N0} rows were left out: {estimate.Sample.Response} is zero throughout their group, whose fixed effect would go to minus infinity (separation).");
        if (dropped.Separated > 0)
            yield return FormattableString.Invariant($"{dropped.Separated:N0} rows at zero were left out: they are separated{(dropped.Makers.IsEmpty ? " by the fixed effects" : $" by {string.Join(", ", dropped.Makers)}")}. A combination of regressors and fixed effects is above zero on them and within {dropped.Separation!.Violation:0e+0} of zero on all other rows.");
        if (dropped.Separation is { IsProven: false })
            yield return "It is not certain that no other row is separated: the search was stopped before it could tell.";
        foreach (var one in estimate.Unidentified)
            yield return $"The coefficient of {one.Term} is not identified and has no row: {one.Reason}. Leave it out, or use fixed effects within which it varies.";
        if (request.Cluster is not null && estimate.Covariance.Groups < 30)
            yield return FormattableString.Invariant($"There are {estimate.Covariance.Groups} clusters: with fewer than about 30, errors are too small.");
        yield return FormattableString.Invariant($"Deviance {fit.Deviance:0.####e+0}, squared correlation of fitted and observed {Square(estimate):0.0000}.");
    }

    /// <summary>What the general equilibrium of an agreement rests on.</summary>
    public static IEnumerable<string> Of(GravityRequest request, Estimate estimate, AgreementWorld of, AgreementEffect effect, AgreementStudy study)
    {
        var elasticity = FormattableString.Invariant($"an elasticity of substitution of {effect.Theta + 1:0.###}{(request.Theta is null ? $", from the coefficient of {request.Elasticity}" : "")}");
        var drawn = request.Theta is null ? "of both coefficients from their covariance" : "of the coefficient";
        yield return FormattableString.Invariant($"General equilibrium: one sector, goods that differ by origin, {elasticity}, endowments fixed, deficits a fixed share of income. {(of.IsThere ? "The agreement is in the data: the effect is the world with it against the world without." : "The agreement is not in the data: the effect is the world with it against the data.")}{(request.Draws > 0 ? FormattableString.Invariant($" Bands: 2.5 and 97.5 percent of {request.Draws:N0} draws {drawn}.") : "")}");
        if (study.Lost > 0)
            yield return FormattableString.Invariant($"{study.Lost:N0} of the draws are left out of the bands: their elasticity is not above zero, or they have no equilibrium. The bands are too narrow by that.");
        if (of.LacksHomeSales)
            yield return $"The data hold no sales at home (rows whose {estimate.Sample.Carried[0].Name} is their {estimate.Sample.Carried[1].Name}), so the model takes all income to come from abroad: effects are too large. Add such rows.";
    }

    /// <summary>How exactly the model and the equilibria are solved.</summary>
    public static CertificateDocument Certificate(CertificateDocument estimate, AgreementStudy study, int draws) =>
        new(FormattableString.Invariant($"{estimate.Text} {(draws > 0 ? FormattableString.Invariant($"The equation that is missed most in all {draws - study.Lost + 1:N0} equilibria is missed") : "The equation of the equilibrium that is missed most is missed")} by {study.Residual:0e+0} of its size."), Math.Max(estimate.LargestResidual, study.Residual));

    /// <summary>How exactly the model is solved.</summary>
    public static CertificateDocument Certificate(Estimate estimate)
    {
        var fit = estimate.Fit;
        return new CertificateDocument(FormattableString.Invariant($"Certificate: after {fit.Steps} steps Newton's method would move no coefficient by more than {fit.Left:0e+0} of its error, and fitted sums are within {fit.GroupLeft:0e+0} of those observed in every group{(fit.IsClose ? "" : "; the projections did not reach their tolerance")}."), Math.Max(fit.Left, fit.GroupLeft));
    }

    /// <summary>What became of the rows of the data.</summary>
    public static ImmutableArray<RowsRow> Rows(ReadRows read, Estimate estimate) =>
    [
        new RowsRow("used", estimate.Sample.Rows, ""),
        .. ((RowsRow[])[
            new RowsRow("incomplete", read.Incomplete, "A number or a group is missing."),
            new RowsRow("alone", estimate.Dropped.Singletons, "Alone in a group of fixed effects."),
            new RowsRow("zero-group", estimate.Dropped.AllZero, $"{estimate.Sample.Response} is zero throughout their group."),
            new RowsRow("separated", estimate.Dropped.Separated, estimate.Dropped.Makers.IsEmpty ? "Separated by the fixed effects." : $"Separated by {string.Join(", ", estimate.Dropped.Makers)}."),
        ]).Where(row => row.Count > 0),
    ];

    private static double Square(Estimate estimate)
    {
        var (y, fitted) = (estimate.Sample.Y, estimate.Fit.Fitted);
        var r = MathNet.Numerics.Statistics.Correlation.Pearson(y, fitted);
        return r * r;
    }
}
