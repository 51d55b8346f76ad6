using System.CommandLine;
using Samarkand.Analyses.Design;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The command that looks for the sanctions that hurt most for each dollar that they cost at home.</summary>
internal static class DesignCommand
{
    public static Command Make()
    {
        var options = new DesignOptions();
        var command = new Command("design", "The bans that harm the target most for each dollar that they cost the coalition.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static int Answer(DesignRequest request, CancellationToken cancellation)
    {
        if (request.Table == "list")
            return TableList.Print(DesignTables.All);
        var choice = PrintChoice.Of(request.Format, request.Output);
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = CaseReader.ReadText(request.Path);
        var theCase = CaseReader.Parse(text, request.Path, request.Overrides);
        var bound = theCase.BindTo(worlds.Open(theCase.World));
        var (study, designed, answer) = Waiting.For("Solving", progress =>
        {
            var own = CaseAnswer.Solve(request.Period is { } period ? bound.Over(period) : bound, cancellation);
            var found = DesignStudy.Solve(own, Question(request, own), progress, cancellation);
            var (caseText, solved) = DesignCase.Make(found, cancellation);
            return (found, caseText, solved);
        });
        if (request.CaseFile is { } file)
            NewFile.Write(file, designed);
        if (request.Output is { } folder)
            Write(folder, text, request, new DesignReport(study, answer, designed, text, request.ToRepeat), cancellation);
        var document = StudyDocuments.Of(study, request.By, answer, designed, request.Only);
        ResultPrinter.Print(request.CaseFile is { } written ? document with { Notes = [.. document.Notes, $"Wrote {written}; try: samarkand run {written}"] } : document, choice);
        return 0;
    }

    private static DesignQuestion Question(DesignRequest request, CaseAnswer own)
    {
        var bound = own.Case;
        var baseline = own.Equilibrium.Baseline;
        return new DesignQuestion(
            request.Directions,
            DesignArguments.Sectors("--sectors", request.Sectors, bound.World),
            request.Points,
            request.Budget is { } budget ? DesignArguments.Amount("--budget", budget, bound.Coalition.Sum(baseline.Income)) : null,
            request.Harm is { } harm ? DesignArguments.Amount("--harm", harm, baseline.Income(bound.Target)) : null);
    }

    private static void Write(string folder, string text, DesignRequest request, DesignReport report, CancellationToken cancellation) => ResultFolder.Write(folder, partial =>
    {
        new TableFolder(partial, "design", report.Study.Own, request.ToRepeat)
            .Write(DesignTables.All.Select(table => table.Make(new DesignResult(report.Study, request.By))), [request.Format], cancellation);
        File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
        File.WriteAllText(Path.Combine(partial, DesignReport.CaseName), report.DesignedText);
        report.WriteTo(partial);
        Manifest.Write(partial, text, request.ToRepeat, [("case", report.Study.Own), ("design", report.Designed)]);
        cancellation.ThrowIfCancellationRequested();
    });
}
