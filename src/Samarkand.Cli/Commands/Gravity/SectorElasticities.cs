using Samarkand.Estimation.Data;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>An elasticity for each sector, each estimated by itself.</summary>
internal static class SectorElasticities
{
    public static GravityAnswer Of(GravityRequest request, Formula formula, CancellationToken cancellation)
    {
        var question = GravityAnswer.Question(request, formula) with { Carried = FormulaReader.ReadGroups($"`{request.By}`") };
        var read = SampleReader.Read(question, cancellation);
        var sectors = read.Sample.Carried[0];
        var (found, rows, words) = (new List<(string, Elasticity)>(), new List<Coefficient>(), new List<string>());
        for (var s = 0; s < sectors.Count; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            var of = read.Sample.Pick([.. Enumerable.Range(0, read.Sample.Rows).Where(i => sectors.Codes[i] == s)]);
            try
            {
                var estimate = Estimate.Poisson(of, cancellation: cancellation);
                var elasticity = Elasticity.Of(estimate, request.Elasticity!, request.IsBeforeDuty);
                found.Add((sectors.Labels[s], elasticity));
                rows.Add(estimate.Coefficients.Single(one => one.Term == request.Elasticity) with { Term = $"{sectors.Labels[s]}: {request.Elasticity}" });
                words.Add(FormattableString.Invariant($"{sectors.Labels[s]}: elasticity {elasticity.Theta:0.###}, error {elasticity.Error:0.###}, {estimate.Sample.Rows:N0} rows."));
            }
            catch (Core.InputException none)
            {
                words.Add($"{sectors.Labels[s]} has no elasticity: {none.Problems[0]}");
            }
        }

        if (rows.Count == 0)
            throw new Core.Parameter("elasticity").Wrong($"no sector of {request.By} has one", string.Join("; ", words.Take(3)));
        var files = GravityAnswer.Elasticities(request, found, words).ToArray();
        return new GravityAnswer([CoefficientTable.Of("coefficients", $"Poisson pseudo maximum likelihood, sector by sector: {request.Formula}", rows)], [.. words], [.. files]);
    }
}
