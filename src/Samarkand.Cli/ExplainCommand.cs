using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli;

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
            return TableList.Print(ExplanationTables.All);
        var choice = PrintChoice.Of(request.Format, request.Output);
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = CaseReader.ReadText(request.Path);
        var (explanation, named) = Waiting.For("Solving", progress =>
        {
            var theCase = CaseReader.Parse(text, request.Path, request.Overrides);
            // The whole case is bound first, so that mistakes in an instrument that is not in force are told as well.
            var whole = theCase.BindTo(worlds.Open(theCase.World));
            var named = request.Regions is { } names ? CaseExplanation.Named(whole.World, "--regions", names) : (ImmutableArray<Region>?)null;
            var bound = request.Period is { } period ? whole.Over(period) : whole;
            return (CaseExplanation.Of(bound, request.Permutations, request.Seed, (done, all) => progress("Subsets of the instruments", done, all), cancellation), named);
        });
        if (request.Output is { } folder)
            Write(folder, text, request, explanation, named, cancellation);
        // Where the command line does not say whose channels: of all where one table is printed for programs, else of those that matter the most.
        var regions = named ?? (PrintChoice.HoldsOneTable(request.Format) ? Every(explanation) : explanation.Protagonists);
        ResultPrinter.Print(StudyDocuments.Of(explanation, regions, request.Table), choice);
        return 0;
    }

    private static void Write(
        string folder, string text, ExplainRequest request, CaseExplanation explanation, ImmutableArray<Region>? named, CancellationToken cancellation) => ResultFolder.Write(folder, partial =>
    {
        var toRepeat = request.ToRepeat;
        new TableFolder(partial, "explain", explanation.Answer, toRepeat)
            .Write(ExplanationTables.All.Select(table => table.Make(new ExplainedRegions(explanation, Every(explanation)))), [request.Format], cancellation);
        File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
        new ExplanationReport(explanation, named ?? explanation.Protagonists, text, toRepeat).WriteTo(partial);
        Manifest.Write(partial, text, toRepeat, [("case", explanation.Answer)]);
        cancellation.ThrowIfCancellationRequested();
    });

    private static ImmutableArray<Region> Every(CaseExplanation explanation) => [.. explanation.Channels.Select(region => region.Region)];
}
