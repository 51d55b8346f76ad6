using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>
/// The command that estimates elasticities and effects of policies from trade. Only methods of other types touch the assemblies of data bases
/// and plots, so no other command loads them.
/// </summary>
internal static class GravityCommand
{
    private const int MostDraws = 100_000;

    public static Command Make()
    {
        var data = new Argument<string[]>("DATA... FORMULA") { HelpName = "DATA... FORMULA", Description = "Tables of trade (.csv, .csv.gz, .parquet), and the model: \"trade ~ ln(dist) + rta | exporter^year + importer^year\".", Arity = ArgumentArity.OneOrMore };
        var formula = new Option<string?>("--formula") { Description = "The model, where it does not follow the tables.", HelpName = "FORMULA" };
        var where = new Option<string?>("--where") { Description = "Use these rows alone: a condition in SQL, such as \"exporter <> importer\".", HelpName = "CONDITION" };
        var interval = new Option<string?>("--interval") { Description = "Use every so many years, counted back from the last: year=4.", HelpName = "COLUMN=YEARS" };
        var cluster = new Option<string?>("--cluster") { Description = "Errors may be correlated within these groups; several with a +, as in exporter + importer. Robust without it.", HelpName = "GROUPS" };
        var weights = new Option<string?>("--weights") { Description = "A column by which rows count.", HelpName = "TERM" };
        var offset = new Option<string?>("--offset") { Description = "A term whose coefficient is one.", HelpName = "TERM" };
        var ols = new Option<bool>("--ols") { Description = "Least squares in logarithms beside the Poisson model." };
        var bias = new Option<bool>("--bias-correct") { Description = "Correct for the estimation of two-way or three-way fixed effects (Weidner and Zylkin 2021)." };
        var elasticity = new Option<string?>("--elasticity") { Description = "A term in the logarithm of a tariff or cost, whose coefficient becomes a trade elasticity.", HelpName = "TERM" };
        var by = new Option<string?>("--by") { Description = "With --elasticity: estimate each sector of this column by itself.", HelpName = "COLUMN" };
        var beforeDuty = new Option<bool>("--before-duty") { Description = "With --elasticity: the term is a tariff and trade is valued before duty, so that the elasticity is one less." };
        var output = new Option<string?>("--output") { Description = "A folder to write tables, elasticities.csv and priors.yaml to.", HelpName = "DIR" };
        var plot = new Option<string?>("--plot") { Description = "A binned scatter of trade on this term, everything else taken out, as an SVG file.", HelpName = "TERM=FILE.svg" };
        var ge = new Option<string?>("--ge") { Description = "The general equilibrium effect of an agreement with the coefficient of this term.", HelpName = "TERM" };
        var members = new Option<string?>("--members") { Description = "With --ge: the states between which the agreement is, as the data have them.", HelpName = "A,B,..." };
        var sigma = NumberOption.Positive("--sigma", "S", "With --ge: the elasticity of substitution.", 100, "a number above 1, to 100", 5);
        var reference = new Option<string?>("--reference") { Description = "With --ge: the state whose price index does not change.", HelpName = "STATE" };
        var time = new Option<string?>("--ge-time") { Description = "With --ge: the year whose trade is the baseline; the last one without it.", HelpName = "YEAR" };
        var draws = NumberOption.Whole("--draws", "N", "With --ge: draws of the coefficient, for bands of 95 percent.", new WholeNumbers("a number of draws", 0, MostDraws), 1000);
        var seed = NumberOption.Whole("--seed", "S", "The seed of the draws.", WholeNumbers.Seeds, 1);
        var format = new Option<string>("--format") { Description = "The format of the output.", HelpName = "text|markdown|csv|latex", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "csv", "latex");
        var threads = new ThreadsOption();
        var command = new Command("gravity", "Estimate elasticities and effects of policies from trade data.")
        {
            data, formula, where, interval, cluster, weights, offset, ols, bias, elasticity, by, beforeDuty, plot, ge, members, sigma, reference, time, draws, seed, output, threads.Option, format,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                threads.Apply(parsed);
                var words = parsed.GetValue(data)!;
                var model = parsed.GetValue(formula) ?? words.FirstOrDefault(word => word.Contains('~'));
                if (model is null)
                    throw new InputException(new InputProblem("DATA... FORMULA", 0, 0, "the model is missing", "write it after the tables, as in samarkand gravity trade.csv \"trade ~ ln(dist) + rta | exporter^year + importer^year\""));
                var request = new GravityRequest([.. words.Where(word => !word.Contains('~'))], model)
                {
                    Where = parsed.GetValue(where),
                    Interval = parsed.GetValue(interval),
                    Cluster = parsed.GetValue(cluster),
                    Weights = parsed.GetValue(weights),
                    Offset = parsed.GetValue(offset),
                    WithOls = parsed.GetValue(ols),
                    CorrectsBias = parsed.GetValue(bias),
                    Elasticity = parsed.GetValue(elasticity),
                    By = parsed.GetValue(by),
                    IsBeforeDuty = parsed.GetValue(beforeDuty),
                    Plot = parsed.GetValue(plot),
                    Agreement = parsed.GetValue(ge),
                    Members = parsed.GetValue(members),
                    Sigma = parsed.GetValue(sigma),
                    Reference = parsed.GetValue(reference),
                    Time = parsed.GetValue(time),
                    Draws = parsed.GetValue(draws),
                    Seed = parsed.GetValue(seed),
                    Output = parsed.GetValue(output),
                };
                return Answer(request, parsed.GetValue(format)!, cancellation);
            },
            cancellation));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Answer(GravityRequest request, string format, CancellationToken cancellation)
    {
        request.Check();
        var answer = Waiting.For("Estimating", progress => GravityAnswer.Of(request, (step, change) => progress(FormattableString.Invariant($"Steps, deviance changes by {change:0e+0}"), step, 30), cancellation));
        if (request.Output is not null)
            Directory.CreateDirectory(request.Output);
        foreach (var (name, text) in answer.Files)
            new OutputFile(name).Write(text);
        Print(answer, format);
        foreach (var note in format is "csv" or "latex" ? answer.Words : [])
            Console.Error.WriteLine(OptionWords.In(note));
        return 0;
    }

    private static void Print(GravityAnswer answer, string format) => Printer.Print(writer =>
    {
        switch (format)
        {
            case "csv":
                TableWriter.WriteCsv(answer.Tables[0], writer);
                break;
            case "latex":
                foreach (var table in answer.Tables)
                    LatexTable.Write(table, writer);
                break;
            case "markdown":
                foreach (var table in answer.Tables)
                {
                    TableWriter.WriteMarkdown(table, writer);
                    writer.Write('\n');
                }

                foreach (var line in answer.Words)
                    writer.Write($"- {OptionWords.In(line)}\n");
                break;
            default:
                foreach (var table in answer.Tables)
                    TextTable.Write(table, writer);
                foreach (var line in answer.Words)
                    Paragraph.Write(writer, "", OptionWords.In(line));
                break;
        }
    });
}

/// <summary>What the command line asks of an estimation.</summary>
internal sealed record GravityRequest(ImmutableArray<string> Files, string Formula)
{
    public string? Where { get; init; }

    public string? Interval { get; init; }

    public string? Cluster { get; init; }

    public string? Weights { get; init; }

    public string? Offset { get; init; }

    public bool WithOls { get; init; }

    public bool CorrectsBias { get; init; }

    public string? Elasticity { get; init; }

    public string? By { get; init; }

    public bool IsBeforeDuty { get; init; }

    public string? Plot { get; init; }

    public string? Agreement { get; init; }

    public string? Members { get; init; }

    public double Sigma { get; init; }

    public string? Reference { get; init; }

    public string? Time { get; init; }

    public int Draws { get; init; }

    public int Seed { get; init; }

    public string? Output { get; init; }

    /// <summary>Refuses what does not go together, before anything is read.</summary>
    public void Check()
    {
        if (Files.IsEmpty)
            throw new InputException(new InputProblem("DATA... FORMULA", 0, 0, "no table is named", "write the tables of trade before the model"));
        if (Agreement is not null && Members is null)
            throw new Parameter("members").Wrong("the members of the agreement are missing", "name them, as in CAN,MEX,USA");
        if (Agreement is not null && Sigma <= 1)
            throw new Parameter("sigma").Wrong(FormattableString.Invariant($"{Sigma} is not above 1"), "an elasticity of substitution is above 1; 5 to 7 are usual for manufactures");
        if (By is not null && Elasticity is null)
            throw new Parameter("by").Wrong("sectors are estimated one by one for their elasticities", "name the term of the tariff or cost with --elasticity");
        if (Plot is not null && (!Plot.Contains('=') || !Plot.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)))
            throw new Parameter("plot").Wrong($"`{Plot}` does not name a term and a file", "write it as in \"ln(dist)=distance.svg\"");
        if (Output is not null && (File.Exists(Output) || (Directory.Exists(Output) && Directory.EnumerateFileSystemEntries(Output).Any())))
            throw new Parameter("output").Wrong($"{Output} holds something already", "name a new folder, or an empty one");
    }
}
