using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Cases;
using Samarkand.Coalitions;
using Samarkand.Reports;

namespace Samarkand.Cli;

/// <summary>The command that says what a coalition's members bear, and what each is worth.</summary>
internal static class CoalitionCommand
{
    // So many that all subsets take no longer than anything else.
    private const int FewMembers = 8;

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
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var theCase = CaseReader.Parse(CaseReader.ReadText(request.Path), request.Path, request.Overrides);
        var bound = theCase.BindTo(worlds.Open(theCase.World));
        CheckCoalition(bound);
        var members = request.Members is { } names ? CoalitionMember.Named(bound, "--members", names) : CoalitionMember.Each(bound);
        var joining = Joiner.Named(bound, "--joins", request.Joins);
        CheckSubsets(request, members.Length);
        CoalitionPrinter.Print(
            Waiting.For("Solving", progress => Solve(request, bound, members, joining, progress, cancellation)), request);
        return 0;
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
    }

    private static CoalitionAnswer Solve(
        CoalitionRequest request, BoundCase bound, ImmutableArray<CoalitionMember> members, ImmutableArray<Worlds.Region> joining, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var (words, tables, residual, gap) = (new List<string>(), new List<Table>(), 0.0, double.NaN);
        if (request.Only is null && bound.Coalition.Length == 1)
        {
            words.Add("A coalition of one has nobody to share its burden with.");
        }
        else if (request.Only is null or CoalitionTables.Burden)
        {
            var shared = BurdenSharing.Solve(bound, cancellation);
            words.AddRange(CoalitionText.Of(bound.World, shared));
            tables.Add(CoalitionTables.Of(bound.World, shared));
            (gap, residual) = (shared.Gap, Math.Max(shared.Before.Certificate.Largest, shared.After.Certificate.Largest));
        }

        var (needsMembers, needsJoiners) = (request.Only is null or CoalitionTables.Members, request.Only is null or CoalitionTables.Joiners && !joining.IsEmpty);
        if (!needsMembers && !needsJoiners)
            return new CoalitionAnswer(words, [.. tables], residual, gap);
        var isEnumerated = request.Permutations is null && (request.Subsets || members.Length <= FewMembers);
        var solver = new SubsetSolver(bound, members.Length + joining.Length + (isEnumerated ? 1 << members.Length : members.Length * request.Permutations ?? 0), cancellation);
        if (needsMembers)
        {
            var shapley = isEnumerated ? ShapleyValues.OfAllSubsets(solver, members, (done, all) => progress("Subsets", done, all), cancellation)
                : request.Permutations is { } count ? ShapleyValues.OfPermutations(solver, members, count, request.Seed, (done, all) => progress("Orders", done, all), cancellation)
                : null;
            var worths = MemberWorth.Of(solver, members, shapley, cancellation);
            words.AddRange(CoalitionText.Of(bound, solver.Without([], cancellation), worths));
            if (shapley is null)
                words.Add(FormattableString.Invariant($"Shapley values of {members.Length} members are left out: sample them with --permutations, or let blocs move as one, such as --members EU,USA."));
            tables.Add(CoalitionTables.Of(worths));
        }

        if (needsJoiners)
        {
            var joiners = Joiner.Of(solver, joining, cancellation);
            words.AddRange(CoalitionText.Of(bound, joiners));
            tables.Add(CoalitionTables.Of(bound.World, joiners));
        }

        return new CoalitionAnswer(words, [.. tables], Math.Max(residual, solver.LargestResidual), gap);
    }
}
