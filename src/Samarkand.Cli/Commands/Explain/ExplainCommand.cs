using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Explanation;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Explain;

/// <summary>The command that says which instrument of a case does what, and by which channels incomes change.</summary>
internal sealed class ExplainCommand()
    : CaseCommand<ExplainRequest>(CaseOptionGroup.Required(), new OutputOptionGroup([.. ExplanationTables.All.Select(table => (table.Name, table.Title))], "A folder to write the report, every table as CSV and a manifest to."))
{
    private readonly Option<string?> _regions = ListOption.Of("--regions", "Whose channels to show: regions and blocs.", "RUS,DEU,...", Completions.RegionsAndBlocs);
    private readonly Option<int?> _permutations = NumberOption.Optional(
        "--permutations", "N", $"Estimate Shapley values from N random orders of the instruments; {InstrumentWorth.DefaultOrders} where no N is given.", new WholeNumbers("a number of orders", 2, 100_000), InstrumentWorth.DefaultOrders);
    private readonly Option<int> _seed = NumberOption.Whole("--seed", "S", "The seed of the orders.", WholeNumbers.Seeds, 1);

    public static Command Make() => new ExplainCommand().Make("explain", "Which instrument does what, and by which channels each region's income changes.");

    protected override IReadOnlyList<OwnOption> Own => [new(_regions), new(_permutations), new(_seed, parsed => parsed.GetValue(_permutations) is not null)];

    protected override ExplainRequest Read(ParseResult parsed, CaseRequest shared) =>
        new(shared) { Regions = ListOption.Read(parsed, _regions, "RUS,DEU"), Permutations = parsed.GetValue(_permutations), Seed = parsed.GetValue(_seed) };

    protected override int Answer(ExplainRequest request, CancellationToken cancellation)
    {
        request.Output.Folder?.Check();
        var source = request.Case.Source();
        var (explanation, named) = Waiting.For("Solving", progress =>
        {
            var bound = source.Open();
            var named = request.Regions is { } names ? CaseExplanation.Named(bound.World, _regions.Name, names, NameNotes.Tell) : (ImmutableArray<Region>?)null;
            return (CaseExplanation.Of(bound, request.Permutations, request.Seed, (done, all) => progress("Subsets of the instruments", done, all), cancellation), named);
        });
        if (request.Output.Folder is { } folder)
            Write(folder, source.Text, request, explanation, named, cancellation);
        // Where the command line does not say whose channels: of all where one table is printed for programs, else of those that matter the most.
        var regions = named ?? (PrintChoice.HoldsOneTable(request.Output.Format) ? Every(explanation) : explanation.Protagonists);
        ResultPrinter.Print(StudyDocuments.Of(explanation, regions, request.Output.Table), request.Output.Print, NameGrounds.Of(explanation.Answer));
        return 0;
    }

    private static ImmutableArray<Region> Every(CaseExplanation explanation) => [.. explanation.Channels.Select(region => region.Region)];

    private static void Write(
        OutputFolder folder, string text, ExplainRequest request, CaseExplanation explanation, ImmutableArray<Region>? named, CancellationToken cancellation)
    {
        var toRepeat = request.ToRepeat;
        FolderOptions.Tell(folder.Write(Fill, json => Manifest.Write(json, text, toRepeat, [("case", explanation.Answer)])));

        void Fill(string partial)
        {
            new TableFolder(partial, "explain", explanation.Answer, toRepeat)
                .Write(ExplanationTables.All.Select(table => table.Make(new ExplainedRegions(explanation, Every(explanation)))), [request.Output.Format], cancellation);
            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            new ExplanationReport(explanation, named ?? explanation.Protagonists, text, toRepeat).WriteTo(partial);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
