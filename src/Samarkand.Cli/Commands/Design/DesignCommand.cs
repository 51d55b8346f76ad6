using System.CommandLine;
using Samarkand.Analyses.Design;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Commands.Design;

/// <summary>The command that looks for the sanctions that hurt most for each dollar that they cost at home.</summary>
internal sealed class DesignCommand()
    : CaseCommand<DesignRequest>(
        CaseOptionGroup.Required("A case file (YAML), or - for standard input: its world, target and coalition."),
        new OutputOptionGroup([.. DesignTables.All.Select(table => (table.Name, table.Title))], "A folder to write the report, every table as CSV, the package as a case and a manifest to.", DesignTables.FrontierName))
{
    private readonly Option<string?> _budget = new("--budget") { Description = "Find the package that does the most harm to the target and costs the coalition no more than this a year.", HelpName = "'10 bn USD'|'0.1 %'" };
    private readonly Option<string?> _harm = new("--harm") { Description = "Find the package that does this harm to the target a year at the least cost to the coalition; by default the harm that the case's own package does.", HelpName = "'20 bn USD'|'1 %'" };
    private readonly Option<string?> _case = new("--case") { Description = "Write the package to this file, as a case that can be run.", HelpName = "FILE" };
    private readonly Option<int> _points = NumberOption.Whole("--points", "N", "How many points of the frontier to compute.", new WholeNumbers("a number of points", 2, 100), DesignQuestion.DefaultPoints);
    private readonly Option<string> _directions = new("--directions") { Description = "What may be banned: what the coalition sells to the target (exports), what it buys (imports), or both.", HelpName = "both|exports|imports", DefaultValueFactory = _ => "both" };
    private readonly Option<string> _sectors = new("--sectors") { Description = "What may be banned: codes and tags of sectors.", HelpName = "goods|all|NAME,...", DefaultValueFactory = _ => "goods" };
    private readonly Option<string> _by = new("--by") { Description = "What a row of the table leverage stands for.", HelpName = "sector|sender|flow", DefaultValueFactory = _ => "sector" };

    public static Command Make() => new DesignCommand().Make("design", "The bans that harm the target most for each dollar that they cost the coalition.");

    protected override IReadOnlyList<OwnOption> Own =>
    [
        new(_budget), new(_harm), OwnOption.OfForm(_case), OwnOption.AlwaysTold(_points), OwnOption.AlwaysTold(_directions), OwnOption.AlwaysTold(_sectors), OwnOption.AlwaysTold(_by),
    ];

    protected override void Complete(Command command, OutputOptionGroup output)
    {
        _directions.AcceptOnlyFromAmong("both", "exports", "imports");
        _by.AcceptOnlyFromAmong("sector", "sender", "flow");
        _sectors.CompletionSources.Add("goods", "all");
        command.Options.Add(ClusterOption.OfUndivided("the search for a package does not divide into blocks, since each step of it rests on the one before"));
    }

    protected override DesignRequest Read(ParseResult parsed, CaseRequest shared)
    {
        if (parsed.GetValue(_budget) is not null && parsed.GetValue(_harm) is not null)
            throw new InputException(new InputProblem(_budget.Name, 0, 0, "asks for the most harm, and --harm for the least cost", "give one of the two"));
        return new DesignRequest(shared)
        {
            Budget = parsed.GetValue(_budget),
            Harm = parsed.GetValue(_harm),
            CaseFile = parsed.GetValue(_case) is { } file ? new OutputFile(file) : null,
            Points = parsed.GetValue(_points),
            Directions = Enum.Parse<BanDirections>(parsed.GetValue(_directions)!, ignoreCase: true),
            Sectors = parsed.GetValue(_sectors)!,
            By = Enum.Parse<LeverageBy>(parsed.GetValue(_by)!, ignoreCase: true),
        };
    }

    protected override int Answer(DesignRequest request, CancellationToken cancellation)
    {
        request.Output.Folder?.Check();
        request.CaseFile?.Check();
        var source = request.Case.Source();
        var bound = source.Open();
        var (study, designed, answer) = Waiting.For("Solving", progress =>
        {
            var own = CaseAnswer.Solve(bound, cancellation);
            var found = DesignStudy.Solve(own, Question(request, own), progress, cancellation);
            var (caseText, solved) = DesignCase.Make(found, cancellation);
            return (found, caseText, solved);
        });
        if (request.Output.Folder is { } folder)
            Write(folder, source.Text, request, new DesignReport(study, answer, designed, source.Text, request.ToRepeat), cancellation);
        request.CaseFile?.Write(designed);
        var document = StudyDocuments.Of(study, request.By, answer, designed, request.Output.Only);
        if (request.CaseFile is { } written)
            document = document with { Notes = [.. document.Notes, $"Wrote {written.Path}; try: samarkand run {written.Path}"] };
        ResultPrinter.Print(document, request.Output.Print, NameGrounds.Of(bound));
        return 0;
    }

    private DesignQuestion Question(DesignRequest request, CaseAnswer own)
    {
        var bound = own.Case;
        var baseline = own.Equilibrium.Baseline;
        return new DesignQuestion
        {
            Directions = request.Directions,
            Sectors = DesignArguments.Sectors(_sectors.Name, request.Sectors, bound.World, NameNotes.Tell),
            Points = request.Points,
            Budget = request.Budget is { } budget ? DesignArguments.Amount(_budget.Name, budget, bound.Coalition.Sum(baseline.Income)) : null,
            Harm = request.Harm is { } harm ? DesignArguments.Amount(_harm.Name, harm, baseline.Income(bound.Target)) : null,
        };
    }

    private static void Write(OutputFolder folder, string text, DesignRequest request, DesignReport report, CancellationToken cancellation)
    {
        FolderOptions.Tell(folder.Write(Fill, json => Manifest.Write(json, text, request.ToRepeat, [("case", report.Study.Own), ("design", report.Designed)])));

        void Fill(string partial)
        {
            new TableFolder(partial, "design", report.Study.Own, request.ToRepeat)
                .Write(DesignTables.All.Select(table => table.Make(new DesignResult(report.Study) { By = request.By })), [request.Output.Format], cancellation);
            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            File.WriteAllText(Path.Combine(partial, DesignReport.CaseName), report.DesignedText);
            report.WriteTo(partial);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
