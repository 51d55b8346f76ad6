using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Ensembles;

/// <summary>The results of draws with neighbouring numbers.</summary>
/// <param name="First">The number of the first draw.</param>
/// <param name="Priors">What was drawn, [prior][draw].</param>
/// <param name="Values">What came out, [measure][draw]; NaN throughout for a draw without an equilibrium.</param>
/// <param name="Residuals">The largest relative residual of each draw's equilibrium; NaN where there is none.</param>
/// <param name="Reasons">Why a draw has no equilibrium; empty where it has one.</param>
internal sealed record DrawBlock(int First, double[][] Priors, double[][] Values, double[] Residuals, string[] Reasons)
{
    public int Count => Residuals.Length;

    public static DrawBlock Empty(int first, int count, int priors, int measures)
    {
        var block = new DrawBlock(first, Columns(priors, count), Columns(measures, count), new double[count], new string[count]);
        foreach (var column in (double[][])[.. block.Values, block.Residuals])
            Array.Fill(column, double.NaN);
        Array.Fill(block.Reasons, "");
        return block;
    }

    /// <summary>How draws are kept, a row a draw.</summary>
    public static BlockLayout Layout(ImmutableArray<Prior> priors, ImmutableArray<Measure> measures) =>
        new(["reason"], ["residual", .. priors.Select(prior => $"prior {prior.Path}"), .. measures.Select(measure => measure.Key)]);

    /// <summary>The draws of a block that was kept.</summary>
    public static DrawBlock Of(Block block, int priors) =>
        new(block.Range.First, block.Numbers[1..(1 + priors)], block.Numbers[(1 + priors)..], block.Numbers[0], block.Texts[0]);

    public Block ToBlock(BlockLayout layout) => new(layout, new BlockRange(First, Count), [Reasons], [Residuals, .. Priors, .. Values]);

    private static double[][] Columns(int columns, int count) => [.. Enumerable.Range(0, columns).Select(_ => new double[count])];
}
