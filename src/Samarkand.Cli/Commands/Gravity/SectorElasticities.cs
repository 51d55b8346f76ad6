using Samarkand.Estimation.Data;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>An elasticity for each sector, each estimated by itself.</summary>
internal static class SectorElasticities
{
    public static GravityAnswer Of(GravityRequest request, Formula formula, CancellationToken cancellation)
    {
        var question = GravityAnswer.Question(request, formula) with { Carried = FormulaReader.ReadGroups($"`{request.By}`") };
        var sample = SampleReader.Read(question, out var read, cancellation);
        var sectors = sample.Carried[0];
        var (found, rows, words) = (new List<(string, Elasticity)>(), new List<Coefficient>(), new List<string>());
        var (worst, used) = (0.0, 0);
        for (var s = 0; s < sectors.Count; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            var of = sample.Pick([.. Enumerable.Range(0, sample.Rows).Where(i => sectors.Codes[i] == s)]);
            try
            {
                var estimate = Estimate.Poisson(of, cancellation: cancellation);
                var elasticity = Elasticity.Of(estimate, request.Elasticity!, request.IsBeforeDuty);
                found.Add((sectors.Labels[s], elasticity));
                rows.Add(estimate.Coefficients[estimate.Find(request.Elasticity!, "elasticity")] with { Term = $"{sectors.Labels[s]}: {request.Elasticity}" });
                worst = Math.Max(worst, GravityWords.Certificate(estimate).LargestResidual);
                used += estimate.Sample.Rows;
                words.Add(FormattableString.Invariant($"{sectors.Labels[s]}: elasticity {elasticity.Theta:0.###}, error {elasticity.Error:0.###}, {estimate.Sample.Rows:N0} rows."));
            }
            catch (Core.InputException none)
            {
                words.Add($"{sectors.Labels[s]} has no elasticity: {none.Problems[0]}");
            }
        }

        if (rows.Count == 0)
            throw new Core.Parameter("elasticity").Wrong($"no sector of {request.By} has one", string.Join("; ", words.Take(3)));
        var files = GravityAnswer.Elasticities(found, words).ToArray();
        var result = new GravityResult
        {
            Title = $"Poisson pseudo maximum likelihood, sector by sector: {request.Formula}",
            Poisson = [.. GravityAnswer.Rows(rows)],
            Elasticities = GravityAnswer.Rows(found),
            Rows = [new RowsRow("used", used, ""), new RowsRow("incomplete", read.Incomplete, "A number or a group is missing.")],
        };
        var certificate = new CertificateDocument(FormattableString.Invariant($"Certificate: in no sector would Newton's method move a coefficient by more than {worst:0e+0} of its error, or do fitted sums of groups differ by more than that from those observed."), worst);
        return new GravityAnswer(result, [.. words], certificate) { Files = [.. files] };
    }
}
