using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Explain;

/// <summary>The command that says which instrument of a case does what, and by which channels incomes change.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var options = new ExplainOptions();
        var command = new Command("explain", "Which instrument does what, and by which channels each region's income changes.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static int Answer(ExplainRequest request, CancellationToken cancellation)
    {
        if (request.Table == "list")
        {
            Printer.Print(writer =>
            {
                foreach (var (known, title) in ExplanationTables.All)
                    writer.WriteLine($"{known,-20} {title}");
            });
            return 0;
        }

        request.Output?.Check();
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = CaseReader.ReadText(request.Path);
        var (explanation, named) = Waiting.For("Solving", progress =>
        {
            var theCase = CaseReader.Parse(text, request.Path, request.Overrides);
            // The whole case is bound first, so that mistakes in an instrument that is not in force are told as well.
            var whole = theCase.BindTo(worlds.Open(theCase.World));
            var named = request.Regions is { } names ? CaseExplanation.Named(whole.World, "--regions", names, NameNotes.Tell) : (ImmutableArray<Region>?)null;
            var bound = request.Period is { } period ? whole.Over(period) : whole;
            return (CaseExplanation.Of(bound, request.Permutations, request.Seed, (done, all) => progress("Subsets of the instruments", done, all), cancellation), named);
        });
        if (request.Output is { } folder)
            Write(folder, text, request.ToRepeat, explanation, named, cancellation);
        ExplainPrinter.Print(explanation, named, request);
        return 0;
    }

    private static void Write(
        OutputFolder folder, string text, IReadOnlyList<string> toRepeat, CaseExplanation explanation, ImmutableArray<Region>? named, CancellationToken cancellation)
    {
        OutputOptions.Tell(folder.Write(Fill, json => Manifest.Write(json, text, toRepeat, [("case", explanation.Answer)])));

        void Fill(string partial)
        {
            foreach (var (name, _) in ExplanationTables.All)
            {
                cancellation.ThrowIfCancellationRequested();
                using var file = new StreamWriter(Path.Combine(partial, $"{name}.csv"));
                TableWriter.WriteCsv(ExplanationTables.Make(name, explanation, ExplainPrinter.Every(explanation)), file);
            }

            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            new ExplanationReport(explanation, named ?? explanation.Protagonists, text, toRepeat).WriteTo(partial);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
