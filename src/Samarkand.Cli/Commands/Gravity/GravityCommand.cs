using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>
/// The command that estimates elasticities and effects of policies from trade. Only methods of other types touch the assemblies of data bases
/// and plots, so no other command loads them.
/// </summary>
internal static class GravityCommand
{
    private const int MostDraws = 100_000;
    private const string Latex = "latex";

    public static Command Make()
    {
        var data = new Argument<string[]>("DATA... FORMULA") { HelpName = "DATA... FORMULA", Description = "Tables of trade (.csv, .csv.gz, .parquet), and the model: \"trade ~ ln(dist) + rta | exporter^year + importer^year\".", Arity = ArgumentArity.ZeroOrMore };
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
        var plot = new Option<string?>("--plot") { Description = "A binned scatter of trade on this term, everything else taken out, as an SVG file.", HelpName = "TERM=FILE.svg" };
        var ge = new Option<string?>("--ge") { Description = "The general equilibrium effect of an agreement with the coefficient of this term.", HelpName = "TERM" };
        var members = new Option<string?>("--members") { Description = "With --ge: the states between which the agreement is, as the data have them.", HelpName = "A,B,..." };
        var sigma = NumberOption.Positive("--sigma", "S", "With --ge: the elasticity of substitution. Where --elasticity names a term, that of the estimate without it.", 100, "a number above 1, to 100", 5);
        var reference = new Option<string?>("--reference") { Description = "With --ge: the state whose price index does not change.", HelpName = "STATE" };
        var time = new Option<string?>("--ge-time") { Description = "With --ge: the year whose trade is the baseline; the last one without it.", HelpName = "YEAR" };
        var draws = NumberOption.Whole("--draws", "N", "With --ge: draws of the coefficient, for bands of 95 percent.", new WholeNumbers("a number of draws", 0, MostDraws), 1000);
        var seed = NumberOption.Whole("--seed", "S", "The seed of the draws.", WholeNumbers.Seeds, 1);
        var threads = new ThreadsOption();
        var output = new OutputOptionGroup([.. GravityTables.All.Select(table => (table.Name, table.Title))], "A folder to write every table as CSV, elasticities.csv, priors.yaml and a manifest to.", GravityTables.Coefficients, Latex);
        OwnOption[] own = [new(formula), new(where), new(interval), new(cluster), new(weights), new(offset), new(ols), new(bias), new(elasticity), new(by), new(beforeDuty), OwnOption.OfForm(plot), new(ge), new(members), new(sigma), new(reference), new(time), new(draws), new(seed)];
        var command = new Command("gravity", "Estimate elasticities and effects of policies from trade data.") { data };
        foreach (var option in own)
            command.Options.Add(option.Option);
        command.Options.Add(threads.Option);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                if (output.AsksForNames(parsed.CommandResult))
                {
                    output.PrintNames();
                    return 0;
                }

                threads.Apply(parsed);
                var words = parsed.GetValue(data) ?? [];
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
                    Sigma = parsed.GetResult(sigma) is { Implicit: false } || parsed.GetValue(elasticity) is null ? parsed.GetValue(sigma) : null,
                    Reference = parsed.GetValue(reference),
                    Time = parsed.GetValue(time),
                    Draws = parsed.GetValue(draws),
                    Seed = parsed.GetValue(seed),
                    Output = output.Read(parsed),
                    ToRepeat = [.. own.Select(option => option.ToRepeat(parsed)).OfType<string>()],
                };
                return Answer(request, cancellation);
            },
            cancellation));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Answer(GravityRequest request, CancellationToken cancellation)
    {
        request.Check();
        var (output, isLatex) = (request.Output, request.Output.Format == Latex);
        output.Folder?.Check();
        var answer = Waiting.For("Estimating", progress => GravityAnswer.Of(request, (step, change) => progress(FormattableString.Invariant($"Steps, deviance changes by {change:0e+0}"), step, 30), cancellation));
        if (output.Folder is { } folder)
            FolderOptions.Tell(folder.Write(partial => Fill(partial, folder, request, answer, cancellation), json => Manifest.WriteData(json, request.Files)));
        if (answer.Plot is { } plot)
            new OutputFile(plot.Name).Write(plot.Text);
        if (!isLatex)
        {
            ResultPrinter.Print(answer.Document(output.Only), output.Print);
            return 0;
        }

        Printer.Print(writer =>
        {
            foreach (var table in answer.Tables.Where(table => output.Table is null ? table.Name != "rows" : table.Name == output.Table))
                LatexTable.Write(table, writer);
        });
        foreach (var note in answer.Words)
            Console.Error.WriteLine(OptionWords.In(note));
        return 0;
    }

    private static void Fill(string partial, OutputFolder folder, GravityRequest request, GravityAnswer answer, CancellationToken cancellation)
    {
        string[] words = [.. request.Files.Select(file => Path.GetRelativePath(folder.Path, file)), .. request.ToRepeat.Any(option => option.StartsWith("--formula", StringComparison.Ordinal)) ? (string[])[] : [request.Formula]];
        new TableFolder(partial, TableOrigin.OfData("gravity", words, answer.Result.Title), request.ToRepeat).Write(answer.Tables, [request.Output.Format], cancellation);
        foreach (var file in answer.Files)
            File.WriteAllText(Path.Combine(partial, file.Name), file.Text);
    }
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

    /// <summary>The elasticity of substitution; null for that of the estimate.</summary>
    public double? Sigma { get; init; }

    /// <summary>The trade elasticity of general equilibrium; null for that of the estimate.</summary>
    public double? Theta => Sigma - 1;

    public string? Reference { get; init; }

    public string? Time { get; init; }

    public int Draws { get; init; }

    public int Seed { get; init; }

    public OutputChoice Output { get; init; } = new();

    /// <summary>What of the command line a reader has to repeat, besides the tables and the model.</summary>
    public ImmutableArray<string> ToRepeat { get; init; } = [];

    /// <summary>Refuses what does not go together, before anything is read.</summary>
    public void Check()
    {
        if (Files.IsEmpty)
            throw new InputException(new InputProblem("DATA... FORMULA", 0, 0, "no table is named", "write the tables of trade before the model"));
        NamedTables.CheckOnce(Files);
        foreach (var (name, isGiven) in ((string, bool)[])[("members", Members is not null), ("reference", Reference is not null), ("ge-time", Time is not null)])
        {
            if (isGiven && Agreement is null)
                throw new Parameter(name).Wrong("it belongs to a general equilibrium, and none is asked for", $"name the term of the agreement with {new Parameter("ge")}");
        }

        if (IsBeforeDuty && Elasticity is null)
            throw new Parameter("before-duty").Wrong("it belongs to an elasticity, and none is asked for", $"name the term of the tariff with {new Parameter("elasticity")}");
        foreach (var (name, isGiven) in ((string, bool)[])[("ge", Agreement is not null), ("ols", WithOls), ("bias-correct", CorrectsBias), ("plot", Plot is not null)])
        {
            if (isGiven && By is not null)
                throw new Parameter("by").Wrong($"sectors are estimated one by one for their elasticities alone, and {new Parameter(name)} asks for one estimate of all", $"leave out {new Parameter("by")} or {new Parameter(name)}");
        }

        if (Agreement is not null && Members is null)
            throw new Parameter("members").Wrong("the members of the agreement are missing", "name them, as in CAN,MEX,USA");
        if (Agreement is not null && Sigma <= 1)
            throw new Parameter("sigma").Wrong(FormattableString.Invariant($"{Sigma} is not above 1"), "an elasticity of substitution is above 1; 5 to 7 are usual for manufactures");
        if (By is not null && Elasticity is null)
            throw new Parameter("by").Wrong("sectors are estimated one by one for their elasticities", "name the term of the tariff or cost with --elasticity");
        if (Plot is not null && (!Plot.Contains('=') || !Plot.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)))
            throw new Parameter("plot").Wrong($"`{Plot}` does not name a term and a file", "write it as in \"ln(dist)=distance.svg\"");
        var (needs, isThere) = Output.Table switch
        {
            "coefficients-ols" => ("ols", WithOls),
            "sector-elasticities" => ("elasticity", Elasticity is not null),
            "agreement" => ("ge", Agreement is not null),
            _ => ("", true),
        };
        if (!isThere)
            throw new Parameter("table").Wrong($"nothing was asked that the table `{Output.Table}` could hold", $"add {new Parameter(needs)}");
    }
}
