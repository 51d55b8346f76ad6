using CsCheck;
using Samarkand.Core;

namespace Samarkand.Tests.Core;

/// <summary>Plans of blocks, and their runs.</summary>
public class BlockPlanTests
{
    private static readonly BlockLayout Layout = new([], ["square"]);

    // Some of the blocks of a partition of the numbers, in no order.
    private static readonly Gen<(int Count, BlockRange[] There)> Kept = Gen.Select(Gen.Int[1, 9].Array[0, 12], Gen.Bool.Array[12], Gen.Int[0, 20]).Select((lengths, there, more) =>
    {
        var (ranges, next) = (new List<BlockRange>(), 0);
        for (var k = 0; k < lengths.Length; next += lengths[k++])
        {
            if (there[k])
                ranges.Insert(ranges.Count / 2, new BlockRange(next, lengths[k]));
        }

        return (next + more, ranges.ToArray());
    });

    [Fact]
    public void A_plan_keeps_what_is_there_and_fills_every_gap() => Gen.Select(Kept, Gen.Int[1, 15]).Sample((kept, size) =>
    {
        var plan = BlockPlan.Of(kept.Count, size, kept.There);
        var next = 0;
        foreach (var (range, isThere) in plan.Blocks)
        {
            Assert.Equal(next, range.First);
            Assert.Equal(isThere, kept.There.Contains(range));
            Assert.True(range.Count > 0);
            Assert.True(isThere || range.First / size == (range.End - 1) / size, "A missing block goes beyond a multiple of the size.");
            next = range.End;
        }

        Assert.Equal(kept.Count, next);
        Assert.Equal(kept.There.Sum(range => range.Count), plan.Kept);
    });

    [Fact]
    public void A_run_solves_what_is_missing_alone_and_hands_over_all_in_order() => Gen.Select(Kept, Gen.Int[1, 15]).Sample((kept, size) =>
    {
        var (store, solved, told) = (new MemoryBlocks(), new List<BlockRange>(), new List<(int, int)>());
        foreach (var range in kept.There)
            store.Save(Squares(range));
        foreach (var again in (bool[])[false, true])
        {
            var plan = BlockPlan.Of(kept.Count, size, store.There);
            var missing = plan.Blocks.Where(block => !block.IsThere).Select(block => block.Range).ToArray();
            (solved, told) = ([], []);
            var blocks = BlockRunner.Run(plan, store, Layout, (done, all) => told.Add((done, all)), Solve).ToArray();
            Assert.Equal(Enumerable.Range(0, kept.Count).Select(number => (double)number * number), blocks.SelectMany(block => block.Numbers[0]));
            Assert.Equal(missing, solved);
            Assert.True(!again || solved.Count == 0);
            Assert.Equal(Enumerable.Range(plan.Kept, kept.Count - plan.Kept + 1).Where(done => done > 0).Select(done => (done, kept.Count)), told);
        }

        Block Solve(BlockRange range, Action one)
        {
            solved.Add(range);
            for (var k = 0; k < range.Count; k++)
                one();
            return Squares(range);
        }
    });

    [Fact]
    public void Blocks_that_overlap_or_lie_beyond_the_count_are_no_plan()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockPlan.Of(10, 5, [new BlockRange(0, 4), new BlockRange(3, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockPlan.Of(10, 5, [new BlockRange(8, 4)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockPlan.Of(10, 0, []));
    }

    [Fact]
    public void The_names_of_blocks_are_told_from_all_others() => Gen.Select(Gen.Int[0, 999_999], Gen.Int[1, 9999]).Sample((first, count) =>
    {
        var (kind, range) = (new BlockKind("sweep", "draw"), new BlockRange(first, count));
        Assert.Equal(range, kind.RangeOf(kind.FileOf(range)));
        Assert.True(kind.Holds(kind.FileOf(range)) && kind.Holds(BlockKind.PartialOf(kind.FileOf(range))));
        Assert.False(new BlockKind("coalition", "subset").Holds(kind.FileOf(range)));
        Assert.False(kind.Holds(Path.GetFileName(kind.FileOf(range))));
        Assert.False(kind.Holds(kind.FileOf(range) + ".bak"));
        Assert.All(["chunks/notes.txt", "chunks/draws-1-2.parquet", "chunks/draws-000000002-000000001.parquet", "sweep.json.bak", "coalition.json"], name => Assert.False(kind.Holds(name)));
        Assert.All(["sweep.json", "sweep.json.partial", "sweep.lock"], name => Assert.True(kind.Holds(name)));
    });

    private static Block Squares(BlockRange range) => new(Layout, range, [], [[.. Enumerable.Range(range.First, range.Count).Select(number => (double)number * number)]]);

    private sealed class MemoryBlocks : IBlockStore
    {
        private readonly Dictionary<BlockRange, Block> _blocks = [];

        public IReadOnlyCollection<BlockRange> There => _blocks.Keys;

        public Block Load(BlockRange range, BlockLayout layout) => _blocks[range];

        public void Save(Block block) => _blocks.Add(block.Range, block);
    }
}
