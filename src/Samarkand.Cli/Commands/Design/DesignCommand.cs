using System.CommandLine;
using Samarkand.Analyses.Design;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Design;

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
        {
            Printer.Print(writer =>
            {
                foreach (var (known, title) in DesignTables.All)
                    writer.WriteLine($"{known,-10} {title}");
            });
            return 0;
        }

        request.Output?.Check();
        request.CaseFile?.Check();
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
        if (request.Output is { } folder)
            Write(folder, text, request, new DesignReport(study, answer, designed, text, request.ToRepeat), cancellation);
        request.CaseFile?.Write(designed);
        DesignPrinter.Print(study, answer, designed, request);
        return 0;
    }

    private static DesignQuestion Question(DesignRequest request, CaseAnswer own)
    {
        var bound = own.Case;
        var baseline = own.Equilibrium.Baseline;
        return new DesignQuestion(
            request.Directions,
            DesignArguments.Sectors("--sectors", request.Sectors, bound.World, NameNotes.Tell),
            request.Points,
            request.Budget is { } budget ? DesignArguments.Amount("--budget", budget, bound.Coalition.Sum(baseline.Income)) : null,
            request.Harm is { } harm ? DesignArguments.Amount("--harm", harm, baseline.Income(bound.Target)) : null);
    }

    private static void Write(OutputFolder folder, string text, DesignRequest request, DesignReport report, CancellationToken cancellation)
    {
        OutputOptions.Tell(folder.Write(Fill, json => Manifest.Write(json, text, request.ToRepeat, [("case", report.Study.Own), ("design", report.Designed)])));

        void Fill(string partial)
        {
            foreach (var (name, _) in DesignTables.All)
            {
                using var table = new StreamWriter(Path.Combine(partial, $"{name}.csv"));
                TableWriter.WriteCsv(DesignTables.Make(name, report.Study, request.By), table);
            }

            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            File.WriteAllText(Path.Combine(partial, DesignReport.CaseName), report.DesignedText);
            report.WriteTo(partial);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
