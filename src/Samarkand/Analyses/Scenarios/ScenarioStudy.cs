using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;

namespace Samarkand.Analyses.Scenarios;

/// <summary>What many scenarios come to.</summary>
/// <param name="Set">The scenarios.</param>
/// <param name="Answered">Those that have an answer, in order.</param>
/// <param name="Failed">Those that have none, cases that cannot be read first.</param>
internal sealed record ScenarioStudy(ScenarioSet Set, ImmutableArray<(int Number, ScenarioFigures Figures)> Answered, ImmutableArray<FailedScenario> Failed)
{
    /// <summary>How many scenarios are written together.</summary>
    public const int DefaultChunk = 256;

    private static readonly BlockKind Kind = new("batch", "scenario");

    private const string CaseWrong = "case";
    private const string NoEquilibrium = "equilibrium";

    /// <summary>The largest relative residual of all equilibria.</summary>
    public double LargestResidual => Answered.IsEmpty ? 0 : Answered.Max(one => one.Figures.Residual);

    /// <summary>Opens a folder for the answers, and keeps others out until it is disposed of.</summary>
    /// <exception cref="InputException">The folder holds something else, is in use, or cannot be written.</exception>
    /// <param name="at">An empty folder, one that does not exist yet, or one of a batch of the same inputs.</param>
    /// <param name="set">The scenarios.</param>
    /// <param name="keeping">What is kept of each answer.</param>
    /// <param name="shard">The part of them that is solved; null for all.</param>
    public static BlockFolder Open(OutputFolder at, ScenarioSet set, ScenarioKeeping keeping, Shard? shard = null) =>
        BlockFolder.Open(at, Kind, set.Inputs(string.Join(' ', keeping.Names)), set.Count, shard);

    /// <summary>The scenarios, to be solved block by block wherever there is room.</summary>
    public static BlockStudy Blocks(ScenarioSet set, ScenarioKeeping keeping, int chunk)
    {
        var layout = LayoutOf(keeping);
        var solver = new ScenarioSolver(set);
        return new BlockStudy(Kind, set.Inputs(string.Join(' ', keeping.Names)), set.Count, chunk, layout, (range, solved, stop) => SolveBlock(solver, set, keeping, layout, range, solved, stop));
    }

    /// <summary>Solves what a folder lacks of the part for which it was opened; the result is how many that were.</summary>
    public static int SolveShard(ScenarioSet set, ScenarioKeeping keeping, BlockFolder folder, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        folder.CheckSize(set.Count, chunk);
        var layout = LayoutOf(keeping);
        return BlockRunner.Make(BlockPlan.Of(set.Count, chunk, ((IBlockStore)folder).There), chunk, folder, layout, progress, BlockSolver(set, keeping, layout, cancellation));
    }

    /// <summary>Solves all scenarios, in parallel; the same whatever the number of threads, the blocks, or what was there before.</summary>
    /// <param name="set">The scenarios.</param>
    /// <param name="keeping">What is kept of each answer.</param>
    /// <param name="folder">Holds what was solved before, and takes the new; or null.</param>
    /// <param name="chunk">How many are solved and written together, at least 1.</param>
    /// <param name="progress">Told the number of finished scenarios and of all; or null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">No scenario is one that its case may have.</exception>
    public static ScenarioStudy Solve(ScenarioSet set, ScenarioKeeping keeping, BlockFolder? folder, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        IBlockStore store = folder is null ? new PassingBlocks() : folder;
        var layout = LayoutOf(keeping);
        var (answered, failed) = (ImmutableArray.CreateBuilder<(int, ScenarioFigures)>(), ImmutableArray.CreateBuilder<FailedScenario>());
        failed.AddRange(set.Unread);
        foreach (var block in BlockRunner.Run(BlockPlan.Of(set.Count, chunk, store.There), store, layout, progress, BlockSolver(set, keeping, layout, cancellation)))
        {
            for (var at = 0; at < block.Range.Count; at++)
            {
                var number = block.Range.First + at;
                if (block.Texts[0][at].Length > 0)
                {
                    failed.Add(new FailedScenario(set[number].Name, number, block.Texts[0][at] == NoEquilibrium, block.Texts[1][at]));
                    continue;
                }

                answered.Add((number, ScenarioFigures.Of([.. block.Numbers.Select(column => column[at])])));
                keeping.Take(number, [.. block.Texts[2..].Select(column => column[at])]);
            }
        }

        return answered.Count > 0 || failed.Any(one => one.IsRead)
            ? new ScenarioStudy(set, answered.ToImmutable(), failed.ToImmutable())
            : throw new InputException([.. failed.Select(one => new InputProblem(one.Scenario, 0, 0, one.Reason)).Distinct()]);
    }

    private static BlockLayout LayoutOf(ScenarioKeeping keeping) => new(["failed", "reason", .. keeping.Names], ScenarioFigures.Names);

    private static Func<BlockRange, Action, Block> BlockSolver(ScenarioSet set, ScenarioKeeping keeping, BlockLayout layout, CancellationToken cancellation)
    {
        var solver = new ScenarioSolver(set);
        return (range, solved) => SolveBlock(solver, set, keeping, layout, range, solved, cancellation);
    }

    private static Block SolveBlock(ScenarioSolver solver, ScenarioSet set, ScenarioKeeping keeping, BlockLayout layout, BlockRange range, Action solved, CancellationToken cancellation)
    {
        var block = new Block(layout, range, Columns(layout.Texts.Length, range.Count, ""), Columns(layout.Numbers.Length, range.Count, double.NaN));
        solver.Solve(range, Found, (at, none) => Failed(at, NoEquilibrium, none.Message), (at, wrong) => Failed(at, CaseWrong, FailedScenario.ReasonOf(wrong, set[range.First + at].Name)), cancellation);
        return block;

        void Found(int at, CaseAnswer answer)
        {
            Put(block.Numbers, at, ScenarioFigures.Of(answer).Values);
            Put(block.Texts[2..], at, keeping.Keep(answer));
            solved();
        }

        void Failed(int at, string kind, string reason)
        {
            Put(block.Texts, at, [kind, reason]);
            solved();
        }
    }

    private static void Put<T>(T[][] columns, int row, ImmutableArray<T> values)
    {
        for (var c = 0; c < values.Length; c++)
            columns[c][row] = values[c];
    }

    private static T[][] Columns<T>(int columns, int count, T value) => [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Repeat(value, count).ToArray())];

    // Nothing is there before, and nothing has to be found again.
    private sealed class PassingBlocks : IBlockStore
    {
        public IReadOnlyCollection<BlockRange> There => [];

        public Block Load(BlockRange range, BlockLayout layout) => throw new InvalidOperationException("no block is kept");

        public void Save(Block block)
        {
        }
    }
}

/// <summary>What is kept of each answer beside its figures: some texts, each of which is handed back in the order of the scenarios.</summary>
/// <param name="Names">What each text is.</param>
/// <param name="Keep">Makes the texts of an answer; called from several threads.</param>
/// <param name="Take">Takes the number of a scenario and its texts.</param>
internal sealed record ScenarioKeeping(ImmutableArray<string> Names, Func<CaseAnswer, ImmutableArray<string>> Keep, Action<int, ImmutableArray<string>> Take);
