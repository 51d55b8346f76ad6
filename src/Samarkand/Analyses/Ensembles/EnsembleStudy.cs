using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>Solves a case at many draws of what is not known.</summary>
public static class EnsembleStudy
{
    /// <summary>The most draws of one sweep.</summary>
    public const int MostDraws = 10_000_000;

    /// <summary>How many draws are written together.</summary>
    public const int DefaultChunk = 250;

    /// <summary>Up to how many draws every number of every draw is kept unless something else is asked for: about 56 kB each on <c>samarkand-2021</c>, all of them in memory.</summary>
    internal const int MostWhole = 100_000;

    /// <summary>How many draws are summed up together where bands are kept.</summary>
    internal const int SketchedChunk = 5000;

    // How many draws are in memory at once where bands are kept.
    private const int AtOnce = 250;

    private static readonly BlockKind Kind = new("sweep", "draw");

    /// <summary>What is kept of so many draws unless something else is asked for.</summary>
    internal static DrawKeeping Usual(int draws) => draws > MostWhole ? DrawKeeping.Bands : DrawKeeping.Draws;

    /// <summary>Opens a folder for draws of a case, and keeps others out until it is disposed of.</summary>
    /// <param name="at">An empty folder, one that does not exist yet, or one of a sweep of the same inputs.</param>
    /// <param name="text">The case.</param>
    /// <param name="world">Its world.</param>
    /// <param name="draws">How many draws are asked for.</param>
    /// <param name="seed">Their seed.</param>
    /// <exception cref="InputException">The folder holds something else or more draws, is in use, or cannot be written.</exception>
    public static BlockFolder Open(OutputFolder at, CaseSource text, World world, int draws, int seed) => OpenFor(at, text, world, draws, seed, Usual(draws), shard: null);

    internal static BlockFolder OpenFor(OutputFolder at, CaseSource text, World world, int draws, int seed, DrawKeeping keeping, Shard? shard) => BlockFolder.Open(
        at,
        KindOf(keeping),
        Inputs(text, world, seed, keeping),
        draws,
        shard);

    /// <summary>The draws, to be made block by block wherever there is room; the case is solved here at its own values first.</summary>
    internal static BlockStudy Blocks(CaseSource text, World world, int draws, int seed, DrawKeeping keeping, int chunk, CancellationToken cancellation)
    {
        CheckPriors(text);
        var solver = new DrawSolver(text, world, seed, hasToSolve: true, cancellation);
        return new BlockStudy(KindOf(keeping), Inputs(text, world, seed, keeping), draws, chunk, Layout(solver, keeping), (range, solved, stop) => Block(solver, keeping, range, solved, stop));
    }

    /// <summary>Makes the draws that a folder lacks of the part for which it was opened; the result is how many that were.</summary>
    internal static int SolveShard(CaseSource text, World world, int draws, int seed, DrawKeeping keeping, BlockFolder folder, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        CheckPriors(text);
        folder.CheckSize(draws, chunk);
        var solver = new DrawSolver(text, world, seed, hasToSolve: true, cancellation);
        return BlockRunner.Make(BlockPlan.Of(draws, chunk, ((IBlockStore)folder).There), chunk, folder, Layout(solver, keeping), progress, (range, solved) => Block(solver, keeping, range, solved, cancellation));
    }

    /// <summary>Makes the draws, in parallel; the same for the same seed whatever the number of threads, the blocks, or what was there before.</summary>
    /// <param name="text">The case, with priors.</param>
    /// <param name="world">Its world.</param>
    /// <param name="draws">How many, 1 to <see cref="MostDraws"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="folder">Holds the draws that were made before, as <see cref="Open"/> gives it, and takes the new ones; null for none.</param>
    /// <param name="chunk">How many draws are solved and written together, at least 1.</param>
    /// <param name="progress">Told the number of finished draws and of all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The case has no priors that could move its effects, or one of them names no value of it or draws one that it cannot have.</exception>
    /// <exception cref="NoEquilibriumException">The case itself has no equilibrium, or no draw has.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Analyses.Ensembles;
    /// using Samarkand.Cases;
    /// using Samarkand.Worlds;
    ///
    /// var source = CaseSource.FromFile("cases/taiwan-embargo.yaml");
    /// var answer = EnsembleStudy.Solve(source, WorldCatalog.Open(source.World), draws: 10, seed: 1);
    /// var band = answer.Band(EnsembleAnswer.RealIncomeOf("target"));
    /// Console.WriteLine($"the target's real income: {band.P5:0.00} to {band.P95:0.00} percent");
    /// </code>
    /// </example>
    public static EnsembleAnswer Solve(
        CaseSource text, World world, int draws, int seed, BlockFolder? folder = null, int chunk = DefaultChunk, Action<int, int>? progress = null, CancellationToken cancellation = default) =>
        Solve(text, world, draws, seed, Usual(draws), folder, chunk, progress, cancellation);

    internal static EnsembleAnswer Solve(
        CaseSource text, World world, int draws, int seed, DrawKeeping keeping, BlockFolder? folder, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        CheckPriors(text);
        IBlockStore store = folder is null ? new NoBlocks() : folder;
        var plan = BlockPlan.Of(draws, chunk, store.There);
        var solver = new DrawSolver(text, world, seed, plan.Kept < draws, cancellation);
        var blocks = BlockRunner.Run(plan, store, Layout(solver, keeping), progress, (range, solved) => Block(solver, keeping, range, solved, cancellation));
        var answer = keeping == DrawKeeping.Draws && draws <= MostWhole
            ? new EnsembleAnswer(solver.Central, solver.Priors, seed, solver.Measures, [.. blocks.Select(block => DrawBlock.Of(block, solver.Priors.Length))])
            : new EnsembleAnswer(solver.Central, solver.Priors, seed, solver.Measures, Tracked(solver), Summed(solver, blocks));
        return answer.FailedDraws < draws
            ? answer
            : throw new NoEquilibriumException(FormattableString.Invariant($"none of {draws} draws has an equilibrium; the first: {answer.Failed[0].Reason}"));
    }

    private static BlockKind KindOf(DrawKeeping keeping) => Kind with { IsOfSummaries = keeping == DrawKeeping.Bands };

    private static BlockLayout Layout(DrawSolver solver, DrawKeeping keeping) =>
        keeping == DrawKeeping.Bands ? BlockLayout.OfSummaries : DrawBlock.Layout(solver.Priors, solver.Measures);

    private static Block Block(DrawSolver solver, DrawKeeping keeping, BlockRange range, Action solved, CancellationToken cancellation)
    {
        if (keeping == DrawKeeping.Draws)
            return solver.Solve(range.First, range.Count, solved, cancellation).ToBlock(Layout(solver, keeping));
        var summary = Nothing(solver);
        for (var first = range.First; first < range.End; first += AtOnce)
            summary.Add(solver.Solve(first, Math.Min(AtOnce, range.End - first), solved, cancellation));
        return Core.Block.Of(range, summary.ToBytes());
    }

    private static DrawSummary Summed(DrawSolver solver, IEnumerable<Block> blocks)
    {
        var sum = Nothing(solver);
        foreach (var block in blocks)
        {
            if (block.Summary is { } summary)
                sum.Add(summary);
            else
                sum.Add(DrawBlock.Of(block, solver.Priors.Length));
        }

        return sum;
    }

    private static DrawSummary Nothing(DrawSolver solver) => new(Measures.Values(solver.Central), [.. Tracked(solver).Select(measure => solver.Measures.IndexOf(measure))], solver.Priors.Length);

    // What the shares of variance and the table of draws need.
    private static ImmutableArray<Measure> Tracked(DrawSolver solver) =>
        [.. ((string[])["target", "coalition"]).Select(EnsembleAnswer.RealIncomeOf).Where(solver.Measures.Contains)];

    private static KeptInputs Inputs(CaseSource text, World world, int seed, DrawKeeping keeping) => CaseInputs.Of(
        text,
        world,
        [
            ("seed", FormattableString.Invariant($"{seed}")),
            ("priors", string.Join("; ", text.Case.Priors.Select(prior => $"{prior.Path}: {prior.Text}"))),
            .. keeping == DrawKeeping.Bands ? [("keep", "bands")] : (ReadOnlySpan<(string, string)>)[],
        ]);

    /// <summary>Checks that a case says what is not known.</summary>
    /// <exception cref="InputException">It has no priors, or none that could move its effects.</exception>
    public static void CheckPriors(CaseSource text)
    {
        var theCase = text.Case;
        if (!theCase.Priors.Any(DrawnCase.MovesEffects))
        {
            throw new InputException(new InputProblem(
                theCase.Source,
                0,
                0,
                theCase.Priors.IsEmpty ? "the case has no priors, so there is nothing to draw" : "the case has priors of affinities alone, which weigh stances and move no effects",
                "add what is not known, for instance `priors:` and below it `  elasticities: scale lognormal(1, 0.2)`"));
        }
    }
}
