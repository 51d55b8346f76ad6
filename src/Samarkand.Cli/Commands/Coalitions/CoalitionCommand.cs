using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Coalitions;

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
        {
            Printer.Print(writer =>
            {
                foreach (var (known, title) in CoalitionTables.All)
                    writer.WriteLine($"{known,-20} {title}");
            });
            return 0;
        }

        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = new CaseText(CaseReader.ReadText(request.Path), request.Path, request.Overrides) { Period = request.Period };
        var theCase = CaseReader.Parse(text.Text, text.Source, text.Overrides);
        // The whole case is bound first, so that mistakes in an instrument that is not in force are told as well.
        var whole = theCase.BindTo(worlds.Open(theCase.World));
        CheckCoalition(whole);
        var question = Ask(request, request.Period is { } period ? whole.Over(period) : whole);
        using var folder = request.Output is { } output ? CoalitionStudy.Open(output, text, question) : null;
        try
        {
            var study = Waiting.For("Solving", progress => CoalitionStudy.Of(question, folder, (done, all) => progress("Subsets of the members", done, all), cancellation));
            if (folder is not null)
                OutputOptions.Tell(Waiting.For("Writing", () => Write(folder, text.Text, request.ToRepeat, study)));
            CoalitionPrinter.Print(study, request);
            return 0;
        }
        catch (OperationCanceledException) when (folder is not null)
        {
            Console.Error.WriteLine($"samarkand: interrupted; the subsets that were written stay in {request.Output!.Path}, and the same command goes on from there");
            return Interrupted;
        }
    }

    private static CoalitionQuestion Ask(CoalitionRequest request, BoundCase bound)
    {
        var members = request.Members is { } names ? CoalitionMember.Named(bound, "--members", names, NameNotes.Tell) : CoalitionMember.Each(bound);
        var joining = Joiner.Named(bound, "--joins", request.Joins, NameNotes.Tell);
        CheckSubsets(request, members.Length);
        if (request.Only == CoalitionTables.Burden && request.Output is null && bound.Coalition.Length == 1)
            BurdenSharing.Solve(bound);
        var isEnumerated = request.Permutations is null && (request.Subsets || members.Length <= FewMembers);
        var wantsMembers = request.Wants(CoalitionTables.Members) || request.Wants(CoalitionTables.Subsets);
        return new CoalitionQuestion(bound, wantsMembers ? members : [], request.Wants(CoalitionTables.Joiners) ? joining : [])
        {
            WantsTransfers = request.Wants(CoalitionTables.Burden),
            Enumerates = wantsMembers && isEnumerated,
            Orders = wantsMembers ? request.Permutations : null,
            Seed = request.Seed,
            Chunk = request.Chunk,
        };
    }

    private static ImmutableArray<string> Write(BlockFolder folder, string text, IReadOnlyList<string> toRepeat, CoalitionStudy study)
    {
        return folder.Publish(Fill, json => Manifest.Write(json, text, toRepeat, [("case", study.Answer)]));

        void Fill(string partial)
        {
            foreach (var (name, _) in CoalitionTables.All)
            {
                var table = CoalitionTables.Make(name, study);
                if (table.RowCount == 0)
                    continue;
                using var file = new StreamWriter(Path.Combine(partial, $"{name}.csv"));
                TableWriter.WriteCsv(table, file);
            }

            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            new CoalitionReport(study, text, toRepeat).WriteTo(partial);
        }
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
