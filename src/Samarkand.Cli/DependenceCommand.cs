using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Dependence;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cli;

/// <summary>The command that says who depends on whom.</summary>
internal static class DependenceCommand
{
    public static Command Make()
    {
        var options = new DependenceOptions();
        var command = new Command("dependence", "What each of two states loses when all trade between them is cut.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static int Answer(DependenceRequest request, CancellationToken cancellation)
    {
        var choice = PrintChoice.Of(request.Format, null);
        var theCase = request.Case is { } asked ? Read(asked) : null;
        var name = request.World ?? theCase?.World ?? Case.DefaultWorld;
        var world = WorldCatalog.Open(name);
        var bound = theCase?.BindTo(world);
        if (bound is not null && request.Case!.Period is { } period)
            bound = bound.Over(period);
        ResultPrinter.Print(Document(request, world, bound, cancellation), choice);
        return 0;
    }

    private static Case Read(DependenceCase asked)
    {
        var theCase = CaseReader.Parse(CaseReader.ReadText(asked.Path), asked.Path, asked.Overrides);
        EvidenceCheck.Run(theCase, Path.GetDirectoryName(Path.GetFullPath(asked.Path))!, asked.Evidence);
        return theCase;
    }

    private static AnswerDocument Document(DependenceRequest request, World world, BoundCase? bound, CancellationToken cancellation)
    {
        if (request.Matrix is { } bloc)
        {
            var regions = PairArguments.Members(world, "--matrix", bloc);
            return Waiting.For("Cutting trade", progress => Matrix(request, world, bound, regions, progress, cancellation));
        }

        var (one, two) = (PairArguments.Region(world, "A", request.One!), PairArguments.Region(world, "B", request.Two!));
        if (one == two)
            throw new InputException(new InputProblem("B", 0, 0, $"{request.Two} is the region itself", "name another region"));
        var ties = PairTies.Of(world.Ties, request.One!, request.Two!);
        return Waiting.For("Cutting trade", () => Pair(request, world, bound, one, two, ties, cancellation));
    }

    private static AnswerDocument Pair(DependenceRequest request, World world, BoundCase? bound, Region one, Region two, PairTies ties, CancellationToken cancellation)
    {
        var studies = Studies(request, world, bound, 2 * world.Sectors.Length, cancellation);
        var profiles = studies.Select(study => study.Profile(one, two, cancellation)).ToArray();
        var (before, after) = (profiles[0], profiles.Length > 1 ? profiles[1] : null);
        var pair = new PairComparison(world, before.Pair, after?.Pair) { SectorsBefore = before.Sectors, SectorsAfter = after?.Sectors ?? [], Ties = ties };
        return DependenceDocuments.Of(pair, before, after, Setting(request, world, bound, studies), request.Table);
    }

    private static AnswerDocument Matrix(DependenceRequest request, World world, BoundCase? bound, ImmutableArray<Region> regions, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var studies = Studies(request, world, bound, regions.Length * (regions.Length - 1) / 2, cancellation);
        var found = studies.Select((study, k) => study.Matrix(regions, (done, all) => progress("Cutting trade of pairs", k * all + done, studies.Length * all), cancellation)).ToArray();
        return DependenceDocuments.Of(new MatrixComparison(world, [.. found[0]], found.Length > 1 ? [.. found[1]] : null), Setting(request, world, bound, studies), request.Table);
    }

    private static DependenceSetting Setting(DependenceRequest request, World world, BoundCase? bound, DependenceStudy[] studies) => new(
        world, bound, AnswerDocumentStart.Word(HorizonOf(request, bound)), AnswerDocumentStart.Word(ClosureOf(request, bound)), studies.Max(study => study.LargestResidual));

    // The observed world, and where a case is named the one that its sanctions lead to.
    private static DependenceStudy[] Studies(DependenceRequest request, World world, BoundCase? bound, int pairs, CancellationToken cancellation)
    {
        var (horizon, closure) = (HorizonOf(request, bound), ClosureOf(request, bound));
        Shock[] shocks = bound is null ? [Shock.None] : [Shock.None, bound.Shock];
        return Array.ConvertAll(shocks, shock => DependenceStudy.Of(world, shock, horizon, closure, pairs, cancellation));
    }

    private static Horizon HorizonOf(DependenceRequest request, BoundCase? bound) => request.Horizon ?? bound?.Case.Horizon ?? Horizon.Medium;

    private static Closure ClosureOf(DependenceRequest request, BoundCase? bound) => request.Closure ?? bound?.Case.Closure ?? Closure.Fixed;
}
