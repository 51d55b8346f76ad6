using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Cluster.Studies;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Commands.Coalitions;

/// <summary>The command that says what a coalition's members bear, and what each is worth.</summary>
internal sealed class CoalitionCommand()
    : CaseCommand<CoalitionRequest>(
        CaseOptionGroup.Required(),
        new OutputOptionGroup([.. CoalitionTables.All.Select(table => (table.Name, table.Title))], "A folder to write the report, every table as CSV and a manifest to. If it is stopped, the same command goes on from there.", CoalitionTables.Burden))
{
    // So many that all subsets take no longer than anything else.
    private const int FewMembers = 8;
    private const int DefaultPermutations = 200;
    private const int Interrupted = 130;

    private readonly Option<string?> _members = ListOption.Of("--members", "Who counts as a member: regions, and blocs that act as one.", "EU,USA,...", Completions.RegionsAndBlocs);
    private readonly Option<bool> _subsets = new("--subsets") { Description = $"Compute Shapley values from every subset of up to {ShapleyValues.MostMembers} members." };
    private readonly Option<int?> _permutations = NumberOption.Optional(
        "--permutations", "N", $"Estimate Shapley values from N random orders of the members; {DefaultPermutations} where no N is given.", new WholeNumbers("a number of orders", 2, 1_000_000), DefaultPermutations);
    private readonly Option<int> _seed = NumberOption.Whole("--seed", "S", "The seed of the orders.", WholeNumbers.Seeds, 1);
    private readonly Option<string?> _joins = ListOption.Of("--joins", "Show what each of these states would add if it joined.", "CHN,...", Completions.Regions);
    private readonly Option<int> _chunk = NumberOption.Whole(
        "--chunk", "N", "How many subsets are written to the folder together.", new WholeNumbers("a number of subsets", 1, 1 << ShapleyValues.MostMembers), SubsetWorths.DefaultBlock);

    private readonly ShardOptions _parts = new();

    public static Command Make() => new CoalitionCommand().Make("coalition", "What a coalition's members bear, how they could share it, and what each is worth.");

    protected override IReadOnlyList<OwnOption> Own =>
    [
        new(_members), new(_joins), new(_subsets), new(_permutations), new(_seed, parsed => parsed.GetValue(_permutations) is not null), OwnOption.OfForm(_chunk), .. _parts.All,
    ];

    protected override CoalitionRequest Read(ParseResult parsed, CaseRequest shared)
    {
        var joins = ListOption.Read(parsed, _joins, "CHN,IND");
        if (shared.Output.Table == CoalitionTables.Joiners && joins is null)
            throw new InputException(new InputProblem("--table", 0, 0, "no state is named that would join", "name third states with --joins, such as --joins CHN,IND"));
        var permutations = parsed.GetValue(_permutations);
        if (permutations is not null && parsed.GetValue(_subsets))
            throw new InputException(new InputProblem(_permutations.Name, 0, 0, "computes the same values as --subsets in another way", "give one of the two"));
        return new CoalitionRequest(shared)
        {
            Members = ListOption.Read(parsed, _members, "EU,USA"),
            Joins = joins ?? [],
            Subsets = parsed.GetValue(_subsets),
            Permutations = permutations,
            Seed = parsed.GetValue(_seed),
            Chunk = parsed.GetValue(_chunk),
            Parts = _parts.Read(parsed, shared.Output.Folder is not null),
        };
    }

    protected override int Answer(CoalitionRequest request, CancellationToken cancellation)
    {
        var source = request.Case.Source();
        var bound = source.Open();
        CheckCoalition(bound);
        var question = Ask(request, bound);
        using var folder = request.Output.Folder is { } output ? CoalitionStudy.OpenFor(output, source, question, request.Parts.Shard) : null;
        CheckParts(request.Parts, question, folder);
        try
        {
            if (request.Parts.Shard is { } shard)
            {
                ShardOptions.Tell(shard, Waiting.For("Solving", progress => CoalitionStudy.SolveShard(question, folder!, (done, all) => progress("Subsets of the members", done, all), cancellation)), "subsets");
                return 0;
            }

            if (request.Parts.Cluster is { } cluster)
                Fill(cluster, source, question, folder!, cancellation);
            var study = Waiting.For("Solving", progress => CoalitionStudy.Of(question, folder, (done, all) => progress("Subsets of the members", done, all), cancellation));
            if (folder is not null)
                FolderOptions.Tell(Waiting.For("Writing", () => Write(folder, source.Text, request, study)));
            ResultPrinter.Print(StudyDocuments.Of(study, request.Output.Only), request.Output.Print, NameGrounds.Of(bound));
            return 0;
        }
        catch (OperationCanceledException) when (folder is not null)
        {
            Console.Error.WriteLine($"samarkand: interrupted; the subsets that were written stay in {request.Output.Folder!.Path}, and the same command goes on from there");
            return Interrupted;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(string cluster, CaseSource source, CoalitionQuestion question, BlockFolder folder, CancellationToken cancellation) =>
        ClusterOption.Fill(cluster, question.Subsets, StudyDescription.Of(source, question), folder, "Subsets of the members", cancellation);

    private CoalitionQuestion Ask(CoalitionRequest request, BoundCase bound)
    {
        var members = request.Members is { } names ? CoalitionMember.Named(bound, _members.Name, names, NameNotes.Tell) : CoalitionMember.Each(bound);
        var joining = Joiner.Named(bound, _joins.Name, request.Joins, NameNotes.Tell);
        CheckSubsets(request, members.Length);
        if (request.Output.Only == CoalitionTables.Burden && request.Output.Folder is null && bound.Coalition.Length == 1)
            BurdenSharing.Solve(bound);
        var isEnumerated = request.Permutations is null && (request.Subsets || members.Length <= FewMembers);
        var wantsMembers = request.Output.Wants(CoalitionTables.Members) || request.Output.Wants(CoalitionTables.Subsets);
        return new CoalitionQuestion(bound, wantsMembers ? members : [], request.Output.Wants(CoalitionTables.Joiners) ? joining : [])
        {
            WantsTransfers = request.Output.Wants(CoalitionTables.Burden),
            Enumerates = wantsMembers && isEnumerated,
            Orders = wantsMembers ? request.Permutations : null,
            Seed = request.Seed,
            Chunk = request.Chunk,
        };
    }

    private static ImmutableArray<string> Write(BlockFolder folder, string text, CoalitionRequest request, CoalitionStudy study)
    {
        var toRepeat = request.ToRepeat;
        return folder.Publish(Fill, json => Manifest.Write(json, text, toRepeat, [("case", study.Answer)]));

        void Fill(string partial)
        {
            new TableFolder(partial, "coalition", study.Answer, toRepeat)
                .Write(CoalitionTables.All.Select(table => table.Make(study)).Where(table => table.RowCount > 0), [request.Output.Format]);
            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            new CoalitionReport(study, text, toRepeat).WriteTo(partial);
        }
    }

    private static void CheckCoalition(BoundCase bound)
    {
        if (bound.Coalition.IsEmpty)
            throw new InputException(new InputProblem(bound.Case.Source, 0, 0, "the case names no coalition, so there are no members to compare", "add `coalition`, for instance [EU, USA]"));
    }

    private static void CheckParts(ShardChoice parts, CoalitionQuestion question, BlockFolder? folder)
    {
        if (parts.Gathers)
            folder!.CheckWhole(question.Subsets);
        if ((parts.Shard is not null || parts.Cluster is not null) && question.Subsets == 0)
            throw new InputException(new InputProblem(parts.Cluster is null ? ShardOptions.Part : ClusterOption.Name, 0, 0, "no subsets of the members are solved, so there is nothing to share out", "add --subsets or --permutations"));
    }

    private static void CheckSubsets(CoalitionRequest request, int members)
    {
        if (request.Subsets && members > ShapleyValues.MostMembers)
        {
            throw new InputException(new InputProblem(
                "--subsets", 0, 0, FormattableString.Invariant($"{members} members have 2^{members} subsets, and at most {ShapleyValues.MostMembers} members are enumerated"), "name fewer members with --members, blocs among them, or sample orders with --permutations"));
        }

        if (request.Output.Table == CoalitionTables.Subsets && !request.Subsets && (request.Permutations is not null || members > FewMembers))
        {
            throw new InputException(new InputProblem(
                "--table", 0, 0, FormattableString.Invariant($"the subsets of {members} members are not all solved"), FormattableString.Invariant($"add --subsets, for up to {ShapleyValues.MostMembers} members")));
        }
    }
}
