using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Coalitions;

/// <summary>Subsets that are kept as they are solved.</summary>
public sealed class SubsetFolderTests : IDisposable
{
    private const string Text = "title: t\ntarget: R0\ncoalition: [R1, R2, R3, R4, R5]\npackage: [{ kind: trade-cost, factor: 2, both: true }, { kind: asset-freeze, amount: 50 mn USD, yield: 0.1 }]\n";

    private static readonly World Economy = RandomEconomy.Make(7, 3, withTariffs: true, balancedTrade: false, seed: 5);

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-subsets").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_stopped_anywhere_goes_on_with_the_same_bits_whatever_the_blocks()
    {
        var whole = Solve(null);
        for (var blocks = 0; blocks < 6; blocks++)
        {
            var path = Path.Combine(_folder, $"{blocks}");
            using (var folder = Open(path))
                Stop(folder, blocks);
            Assert.Equal(blocks, Directory.GetFiles(Path.Combine(path, "chunks"), "*.parquet").Length);
            File.WriteAllText(Path.Combine(path, "chunks", "subsets-000000030-000000031.parquet.partial"), "half of a block");
            using var again = Open(path);
            Same(whole, Solve(again, chunk: 3 + blocks));
            var told = new List<(int, int)>();
            Same(whole, Solve(again, chunk: 7, (done, all) => told.Add((done, all))));
            Assert.Equal([(32, 32)], told);
        }
    }

    [Fact]
    public void Orders_are_kept_as_well()
    {
        using var folder = Open(Path.Combine(_folder, "orders"), orders: 6);
        var (bound, solved) = (Yaml.Bind(Text, Economy), 0);
        var first = ShapleyValues.OfPermutations(new SubsetSolver(bound, 1, Token), CoalitionMember.Each(bound), 6, 3, folder, 7, null, Token);
        var again = ShapleyValues.OfPermutations(new SubsetSolver(bound, 1, Token), CoalitionMember.Each(bound), 6, 3, folder, 7, (done, all) => solved = all, Token);
        Assert.Equal(6 * 4 + 2, solved);
        Assert.Equal(first.Harm, again.Harm);
        Assert.Equal(first.CostStandardError, again.CostStandardError);
        Assert.Equal(first.LargestResidual, again.LargestResidual);
        Assert.Equal(first.Harm, ShapleyValues.OfPermutations(new SubsetSolver(bound, 1, Token), CoalitionMember.Each(bound), 6, 3, cancellation: Token).Harm);
    }

    [Fact]
    public void Other_inputs_other_files_and_two_at_once_are_refused()
    {
        var path = Path.Combine(_folder, "one");
        using (Open(path))
            Assert.Contains("is in use: another process writes to it", Problem(() => Open(path)).Message, StringComparison.Ordinal);
        Assert.Contains("subsets is `every` there and `9 orders, seed 3` here", Problem(() => Open(path, orders: 9)).Message, StringComparison.Ordinal);
        Assert.Contains("the text of the case differs", Problem(() => Open(path, text: Text + "horizon: long\n")).Message, StringComparison.Ordinal);
        Assert.Contains("members is `R1,R2,R3,R4,R5` there and `R2` here", Problem(() => Open(path, members: ["R2"])).Message, StringComparison.Ordinal);
        Assert.Contains("the numbers of the world differ", Problem(() => Open(path, world: RandomEconomy.Make(7, 3, withTariffs: true, balancedTrade: false, seed: 6))).Message, StringComparison.Ordinal);
        var foreign = Directory.CreateDirectory(Path.Combine(_folder, "mine")).FullName;
        File.WriteAllText(Path.Combine(foreign, "letter.txt"), "dear");
        Assert.Contains("holds files that are no results of samarkand: letter.txt", Problem(() => Open(foreign)).Message, StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(foreign).Select(Path.GetFileName));
    }

    [Fact]
    public void A_damaged_block_and_one_that_is_there_twice_are_told()
    {
        var path = Path.Combine(_folder, "bad");
        using (var folder = Open(path))
            Solve(folder, chunk: 8);
        var block = Path.Combine(path, "chunks", "subsets-000000008-000000015.parquet");
        File.WriteAllText(block, "nothing of the kind");
        using (var folder = Open(path))
            Assert.Contains("is not a block of subsets of this coalition", Problem(() => Solve(folder)).Message, StringComparison.Ordinal);
        File.Copy(Path.Combine(path, "chunks", "subsets-000000000-000000007.parquet"), Path.Combine(path, "chunks", "subsets-000000004-000000011.parquet"));
        Assert.Contains("holds subset 4 twice", Problem(() => Open(path)).Message, StringComparison.Ordinal);
    }

    // Ends in the middle of the block after so many.
    private static void Stop(BlockFolder folder, int blocks)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Assert.ThrowsAny<OperationCanceledException>(() => Solve(folder, chunk: 5, (done, _) => StopAfter(done), stop.Token));

        void StopAfter(int done)
        {
            if (done > 5 * blocks)
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        }
    }

    private static SubsetWorths Solve(BlockFolder? folder, int chunk = SubsetWorths.DefaultBlock, Action<int, int>? progress = null, CancellationToken? cancellation = null)
    {
        var bound = Yaml.Bind(Text, Economy);
        return SubsetWorths.OfAll(new SubsetSolver(bound, 1, Token), CoalitionMember.Each(bound), folder, chunk, progress, cancellation ?? Token);
    }

    private static BlockFolder Open(string path, int? orders = null, string text = Text, string[]? members = null, World? world = null)
    {
        var bound = Yaml.Bind(text, world ?? Economy);
        ImmutableArray<CoalitionMember> named = members is null ? CoalitionMember.Each(bound) : CoalitionMember.Named(bound, "--members", members);
        var question = new CoalitionQuestion(bound, named, []) { Enumerates = orders is null, Orders = orders, Seed = 3 };
        return CoalitionStudy.Open(new OutputFolder(path), CaseSource.FromText(text, "t.yaml"), question);
    }

    private static void Same(SubsetWorths one, SubsetWorths other)
    {
        Assert.Equal(one.Harm, other.Harm);
        Assert.Equal(one.Cost, other.Cost);
        Assert.Equal(one.LargestResidual, other.LargestResidual);
    }

    private static InputProblem Problem(Action act) => Assert.Throws<InputException>(act).Problems[0];
}
