using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Estimation.Bias;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;
using Samarkand.Estimation.Structure;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>What an estimation answers: what its tables hold, sentences, how exactly the model is solved, and files for a folder.</summary>
internal sealed record GravityAnswer(GravityResult Result, ImmutableArray<string> Words, CertificateDocument Certificate)
{
    /// <summary>Files for a folder of results besides the tables.</summary>
    public ImmutableArray<TextFile> Files { get; init; } = [];

    /// <summary>The binned scatter, or null.</summary>
    public TextFile? Plot { get; init; }

    public static GravityAnswer Of(GravityRequest request, Action<int, double> progress, CancellationToken cancellation)
    {
        var formula = FormulaReader.Read(request.Formula);
        if (request.By is not null)
            return SectorElasticities.Of(request, formula, cancellation);
        var question = Question(request, formula);
        var roles = request.CorrectsBias || request.Agreement is not null ? PairPanel.Roles(formula.Effects, request.CorrectsBias ? "bias-correct" : "ge") : default;
        if (roles.Seller is not null)
            question = question with { Carried = FormulaReader.ReadGroups(roles.Time is null ? $"`{roles.Seller}` + `{roles.Buyer}`" : $"`{roles.Seller}` + `{roles.Buyer}` + `{roles.Time}`") };
        if (request.CorrectsBias && formula.Effects.Length == 3 && !roles.IsThreeWay)
            throw new Parameter("bias-correct").Wrong("the effects of pairs are by a column of their own", $"write them as {roles.Seller}^{roles.Buyer}");
        if (request.CorrectsBias && request.Cluster is null)
            question = question with { Clusters = FormulaReader.ReadGroups($"`{roles.Seller}`^`{roles.Buyer}`") };
        var sample = SampleReader.Read(question, out var read, cancellation);
        var logs = request.WithOls ? Estimate.Logs(sample) : null;
        var estimate = Estimate.Poisson(sample, progress, cancellation);
        var words = GravityWords.Of(request, read, estimate).ToList();
        var rows = Rows(estimate.Coefficients).ToList();
        if (request.CorrectsBias)
        {
            var carried = estimate.Sample.Carried;
            var panel = PairPanel.Of(estimate.Fit, carried[0], carried[1], carried.Length > 2 ? carried[2] : null, roles.IsThreeWay);
            var correction = BiasCorrection.Of(panel);
            rows.AddRange(Rows(estimate.Coefficients.Select((one, k) => new Coefficient($"{one.Term} [bias-corrected]", one.Value - correction.Bias[k], correction.Errors[k]))));
            words.Add(roles.IsThreeWay
                ? $"The corrected rows take out the bias of order 1/N of a three-way model, and their errors, clustered by {roles.Seller} and {roles.Buyer} together, allow for the estimation of the {roles.Seller} and {roles.Buyer} effects (Weidner and Zylkin 2021)."
                : $"A two-way Poisson model has no bias of order 1/N in its coefficients; the errors of the corrected rows, clustered by {roles.Seller} and {roles.Buyer} together, allow for the estimation of its effects (Weidner and Zylkin 2021).");
        }

        var result = new GravityResult { Title = $"Poisson pseudo maximum likelihood: {request.Formula}", Poisson = [.. rows], Rows = GravityWords.Rows(read, estimate) };
        var files = new List<TextFile>();
        if (logs is not null)
        {
            result = result with { LeastSquares = [.. Rows(logs.Coefficients)] };
            words.Add(FormattableString.Invariant($"Least squares use {logs.Sample.Rows:N0} rows: {logs.Dropped.Zeros:N0} at zero have no logarithm and {logs.Dropped.Singletons:N0} are alone in a group. Errors are {logs.Covariance.Kind}."));
        }

        if (request.Elasticity is { } term)
        {
            (string, Elasticity)[] one = [("all", Elasticity.Of(estimate, term, request.IsBeforeDuty))];
            files.AddRange(Elasticities(one, words));
            result = result with { Elasticities = Rows(one) };
        }

        var certificate = GravityWords.Certificate(estimate);
        if (request.Agreement is not null)
        {
            var effect = AgreementEffect.Of(estimate, request);
            var world = AgreementWorld.Of(estimate, AgreementEffect.Term(estimate, request), new AgreementQuestion([.. request.Members!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], request.Reference, request.Time), effect.Theta);
            var study = AgreementStudy.Of(world, effect, AgreementEffect.Draws(estimate, request), cancellation);
            result = result with { Members = request.Members, Agreement = [.. study.Rows.OrderByDescending(row => Math.Abs(row.RealIncome))] };
            words.AddRange(GravityWords.Of(request, estimate, world, effect, study));
            certificate = GravityWords.Certificate(certificate, study, request.Draws);
        }

        return new GravityAnswer(result, [.. words], certificate) { Files = [.. files], Plot = request.Plot is { } plot ? Scatter(estimate, plot) : null };
    }

    /// <summary>The answer as every command gives it.</summary>
    /// <param name="only">The one table that is asked for, or null.</param>
    public AnswerDocument Document(string? only)
    {
        var tables = Tables.Where(table => only is null || table.Name == only).ToArray();
        return new AnswerDocument
        {
            Command = "gravity",
            Title = Result.Title,
            World = null,
            Horizon = null,
            Closure = null,
            Tables = [.. tables.Select(table => new TableDocument(table))],
            Shown = [.. tables.Where(table => only is not null || table.Name is not "rows").Select(table => new ShownTable(table))],
            Words = only is null ? [new Passage("answer", Words)] : [],
            Notes = only is null ? [] : Words,
            Certificate = Certificate,
            Files = Files,
        };
    }

    /// <summary>Its tables that have rows.</summary>
    public ImmutableArray<Table> Tables => [.. GravityTables.All.Select(table => table.Make(Result)).Where(table => table.RowCount > 0)];

    public static DataQuestion Question(GravityRequest request, Formula formula) => new(request.Files, formula)
    {
        Where = request.Where,
        Weights = request.Weights is null ? null : FormulaReader.ReadTerm(request.Weights),
        Offset = request.Offset is null ? null : FormulaReader.ReadTerm(request.Offset),
        Clusters = request.Cluster is null ? [] : FormulaReader.ReadGroups(request.Cluster),
        Interval = request.Interval is null ? null : Interval(request.Interval),
    };

    public static IEnumerable<CoefficientRow> Rows(IEnumerable<Coefficient> coefficients) =>
        coefficients.Select(one => new CoefficientRow(one.Term, one.Value, one.Error, one.Z, one.P));

    public static ImmutableArray<ElasticityRow> Rows(IEnumerable<(string Sector, Elasticity Of)> sectors) =>
        [.. sectors.Select(one => new ElasticityRow(one.Sector, one.Of.Theta, one.Of.Error))];

    /// <summary>The files of elasticities: a table that worlds take, and priors that cases take.</summary>
    public static IEnumerable<TextFile> Elasticities(IReadOnlyList<(string Sector, Elasticity Of)> sectors, List<string> words)
    {
        foreach (var (sector, of) in sectors.Where(one => one.Of.Theta <= 0))
            words.Add(FormattableString.Invariant($"The elasticity of {sector} is {of.Theta:0.###} (error {of.Error:0.###}), and a trade elasticity is above zero: it is left out of the files."));
        var usable = sectors.Where(one => one.Of.Theta > 0).ToArray();
        if (usable.Length == 0)
            yield break;
        yield return new TextFile("elasticities.csv", $"sector,theta\n{string.Concat(usable.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Sector},{one.Of.Theta:R}\n")))}");
        yield return new TextFile("elasticity-errors.csv", $"sector,theta,std_error\n{string.Concat(usable.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Sector},{one.Of.Theta:R},{one.Of.Error:R}\n")))}");
        yield return new TextFile("priors.yaml", $"priors:\n  elasticities:\n{string.Concat(usable.Select(one => string.Create(CultureInfo.InvariantCulture, $"    {one.Sector}: lognormal({one.Of.Theta:0.####}, {one.Of.Error / one.Of.Theta:0.####})\n")))}");
    }

    private static (string Column, int Years) Interval(string text)
    {
        var parts = text.Split('=');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 1000
            ? (parts[0].Trim(), years)
            : throw new Parameter("interval").Wrong($"`{text}` is no interval", "write it as in year=4");
    }

    private static TextFile Scatter(Estimate estimate, string plot)
    {
        var at = plot.LastIndexOf('=');
        return new TextFile(plot[(at + 1)..], BinnedScatter.Svg(estimate, estimate.Find(plot[..at], "plot")));
    }
}

/// <summary>A trade elasticity from a coefficient.</summary>
/// <param name="Theta">The elasticity.</param>
/// <param name="Error">Its error.</param>
internal sealed record Elasticity(double Theta, double Error)
{
    public static Elasticity Of(Estimate estimate, string term, bool isBeforeDuty)
    {
        var one = estimate.Coefficients[estimate.Find(term, "elasticity")];
        return new Elasticity(-one.Value - (isBeforeDuty ? 1 : 0), one.Error);
    }
}
