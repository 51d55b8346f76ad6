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
    /// <summary>The most draws of one sweep: their results are held in memory, about 20 kB each on <c>samarkand-2021</c>.</summary>
    public const int MostDraws = 100_000;

    /// <summary>How many draws are written together.</summary>
    public const int DefaultChunk = 250;

    private static readonly BlockKind Kind = new("sweep", "draw");

    /// <summary>Opens a folder for draws of a case, and keeps others out until it is disposed of.</summary>
    /// <param name="at">An empty folder, one that does not exist yet, or one of a sweep of the same inputs.</param>
    /// <param name="text">The case.</param>
    /// <param name="world">Its world.</param>
    /// <param name="draws">How many draws are asked for.</param>
    /// <param name="seed">Their seed.</param>
    /// <exception cref="InputException">The folder holds something else or more draws, is in use, or cannot be written.</exception>
    public static BlockFolder Open(OutputFolder at, CaseSource text, World world, int draws, int seed) => OpenFor(at, text, world, draws, seed, shard: null);

    internal static BlockFolder OpenFor(OutputFolder at, CaseSource text, World world, int draws, int seed, Shard? shard) => BlockFolder.Open(
        at,
        Kind,
        Inputs(text, world, seed),
        draws,
        shard);

    /// <summary>The draws, to be made block by block wherever there is room; the case is solved here at its own values first.</summary>
    internal static BlockStudy Blocks(CaseSource text, World world, int draws, int seed, int chunk, CancellationToken cancellation)
    {
        CheckPriors(text);
        var solver = new DrawSolver(text, world, seed, cancellation);
        var layout = DrawBlock.Layout(solver.Priors, solver.Measures);
        return new BlockStudy(Kind, Inputs(text, world, seed), draws, chunk, layout, (range, solved, stop) => solver.Solve(range.First, range.Count, solved, stop).ToBlock(layout));
    }

    /// <summary>Makes the draws that a folder lacks of the part for which it was opened; the result is how many that were.</summary>
    internal static int SolveShard(CaseSource text, World world, int draws, int seed, BlockFolder folder, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        CheckPriors(text);
        folder.CheckSize(draws, chunk);
        var solver = new DrawSolver(text, world, seed, cancellation);
        var layout = DrawBlock.Layout(solver.Priors, solver.Measures);
        return BlockRunner.Make(BlockPlan.Of(draws, chunk, ((IBlockStore)folder).There), chunk, folder, layout, progress, (range, solved) => solver.Solve(range.First, range.Count, solved, cancellation).ToBlock(layout));
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
        CaseSource text, World world, int draws, int seed, BlockFolder? folder = null, int chunk = DefaultChunk, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        CheckPriors(text);
        var solver = new DrawSolver(text, world, seed, cancellation);
        IBlockStore store = folder is null ? new MemoryBlocks() : folder;
        var (plan, layout) = (BlockPlan.Of(draws, chunk, store.There), DrawBlock.Layout(solver.Priors, solver.Measures));
        var blocks = BlockRunner.Run(plan, store, layout, progress, (range, solved) => solver.Solve(range.First, range.Count, solved, cancellation).ToBlock(layout))
            .Select(block => DrawBlock.Of(block, solver.Priors.Length)).ToImmutableArray();
        var answer = new EnsembleAnswer(solver.Central, solver.Priors, seed, solver.Measures, blocks);
        return answer.Failed.Length < draws
            ? answer
            : throw new NoEquilibriumException(FormattableString.Invariant($"none of {draws} draws has an equilibrium; the first: {answer.Failed[0].Reason}"));
    }

    private static KeptInputs Inputs(CaseSource text, World world, int seed) => CaseInputs.Of(
        text,
        world,
        ("seed", FormattableString.Invariant($"{seed}")),
        ("priors", string.Join("; ", text.Case.Priors.Select(prior => $"{prior.Path}: {prior.Text}"))));

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
