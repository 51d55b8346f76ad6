using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The command that says what a coalition's members bear, and what each is worth.</summary>
internal static class CoalitionCommand
{
    // So many that all subsets take no longer than anything else.
    private const int FewMembers = 8;

    private const int Interrupted = 130;

    public static Command Make()
    {
        var options = new CoalitionOptions();
        var command = new Command("coalition", "What a coalition's members bear, how they could share it, and what each is worth.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static int Answer(CoalitionRequest request, CancellationToken cancellation)
    {
        if (request.Table == "list")
            return TableList.Print(CoalitionTables.All);
        var choice = PrintChoice.Of(request.Format, request.Output);
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = new CaseText(CaseReader.ReadText(request.Path), request.Path, request.Overrides) { Period = request.Period };
        var theCase = CaseReader.Parse(text.Text, text.Source, text.Overrides);
        // The whole case is bound first, so that mistakes in an instrument that is not in force are told as well.
        var whole = theCase.BindTo(worlds.Open(theCase.World));
        CheckCoalition(whole);
        var (question, members) = Ask(request, request.Period is { } period ? whole.Over(period) : whole);
        using var folder = request.Output is { } output ? SubsetFolder.Open(output, text, whole.World, members, question.Plan, request.Chunk) : null;
        try
        {
            var study = Waiting.For("Solving", progress =>
            {
                var study = CoalitionStudy.Of(question, folder, (done, all) => progress("Subsets of the members", done, all), cancellation);
                folder?.Publish(partial => Write(partial, text.Text, request, study));
                return study;
            });
            ResultPrinter.Print(StudyDocuments.Of(study, request.Only), choice);
            return 0;
        }
        catch (OperationCanceledException) when (folder is not null)
        {
            Console.Error.WriteLine($"samarkand: interrupted; the subsets that were written stay in {request.Output}, and the same command goes on from there");
            return Interrupted;
        }
    }

    private static (CoalitionQuestion Question, ImmutableArray<CoalitionMember> Members) Ask(CoalitionRequest request, BoundCase bound)
    {
        var members = request.Members is { } names ? CoalitionMember.Named(bound, "--members", names) : CoalitionMember.Each(bound);
        var joining = Joiner.Named(bound, "--joins", request.Joins);
        CheckSubsets(request, members.Length);
        if (request.Only == CoalitionTables.Burden && request.Output is null && bound.Coalition.Length == 1)
            BurdenSharing.Solve(bound);
        var isEnumerated = request.Permutations is null && (request.Subsets || members.Length <= FewMembers);
        var wantsMembers = request.Wants(CoalitionTables.Members) || request.Wants(CoalitionTables.Subsets);
        return (
            new CoalitionQuestion(bound, wantsMembers ? members : [], request.Wants(CoalitionTables.Joiners) ? joining : [])
            {
                WantsTransfers = request.Wants(CoalitionTables.Burden),
                Enumerates = wantsMembers && isEnumerated,
                Orders = wantsMembers ? request.Permutations : null,
                Seed = request.Seed,
            },
            members);
    }

    private static void Write(string folder, string text, CoalitionRequest request, CoalitionStudy study)
    {
        var toRepeat = request.ToRepeat;
        new TableFolder(folder, "coalition", study.Answer, toRepeat).Write(CoalitionTables.All.Select(table => table.Make(study)).Where(table => table.RowCount > 0), [request.Format]);
        File.WriteAllText(Path.Combine(folder, ResultFolder.Case), text);
        new CoalitionReport(study, text, toRepeat).WriteTo(folder);
        Manifest.Write(folder, text, toRepeat, [("case", study.Answer)]);
    }

    private static void CheckCoalition(BoundCase bound)
    {
        if (bound.Coalition.IsEmpty)
            throw new InputException(new InputProblem(bound.Case.Source, 0, 0, "the case names no coalition, so there are no members to compare", "add `coalition`, for instance [EU, USA]"));
    }

    private static void CheckSubsets(CoalitionRequest request, int members)
    {
        if (request.Subsets && members > ShapleyValues.MostMembers)
        {
            throw new InputException(new InputProblem(
                "--subsets", 0, 0, FormattableString.Invariant($"{members} members have 2^{members} subsets, and at most {ShapleyValues.MostMembers} members are enumerated"), "name fewer members with --members, blocs among them, or sample orders with --permutations"));
        }

        if (request.Table == CoalitionTables.Subsets && !request.Subsets && (request.Permutations is not null || members > FewMembers))
        {
            throw new InputException(new InputProblem(
                "--table", 0, 0, FormattableString.Invariant($"the subsets of {members} members are not all solved"), FormattableString.Invariant($"add --subsets, for up to {ShapleyValues.MostMembers} members")));
        }
    }
}
