using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Explanation;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Explain;

/// <summary>The command that says which instrument of a case does what, and by which channels incomes change.</summary>
internal sealed class ExplainCommand()
    : CaseCommand<ExplainRequest>(CaseOptionGroup.Required(), new OutputOptionGroup(ExplanationTables.All, "A folder for the report, every table as CSV and a manifest."))
{
    private readonly Option<string?> _regions = ListOption.Of("--regions", "Whose channels: regions and blocs.", "RUS,DEU,...", Completions.RegionsAndBlocs);
    private readonly Option<int?> _permutations = NumberOption.Optional(
        "--permutations", "N", $"Shapley values from N random orders, {InstrumentWorth.DefaultOrders} unless said.", new WholeNumbers("a number of orders", 2, 100_000), InstrumentWorth.DefaultOrders);
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
            Write(folder, source.Text, request.ToRepeat, explanation, named, cancellation);
        ExplainPrinter.Print(explanation, named, request);
        return 0;
    }

    private static void Write(
        OutputFolder folder, string text, IReadOnlyList<string> toRepeat, CaseExplanation explanation, ImmutableArray<Region>? named, CancellationToken cancellation)
    {
        FolderOptions.Tell(folder.Write(Fill, json => Manifest.Write(json, text, toRepeat, [("case", explanation.Answer)])));

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
