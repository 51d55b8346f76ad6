using Parquet;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Analyses.Coalitions;

/// <summary>A block of subsets as a Parquet file, a row a subset: its number, what it brings about in million USD a year, the residual.</summary>
internal static class SubsetFile
{
    private static readonly string[] Columns = ["subset", "harm_musd", "cost_musd", "residual"];

    public static void Write(string path, SubsetBlock block) =>
        ParquetFile.Write(path, [], [.. Columns.Zip([Numbers(block.First, block.Count), block.Harm, block.Cost, block.Residuals])]);

    /// <summary>Reads a block back.</summary>
    /// <exception cref="InputException">The file is damaged, or holds something else.</exception>
    public static SubsetBlock Read(string path, int first, int count)
    {
        try
        {
            return ReadAsync(path, first, count).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or InputException))
        {
            throw Damaged(path, failure.Message);
        }
    }

    private static async Task<SubsetBlock> ReadAsync(string path, int first, int count)
    {
        var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var fields = reader.Schema.GetDataFields();
            if (reader.RowGroupCount != 1 || !fields.Select(field => field.Name).SequenceEqual(Columns))
                throw Damaged(path, "it has other columns");
            using var group = reader.OpenRowGroupReader(0);
            if (group.RowCount != count)
                throw Damaged(path, FormattableString.Invariant($"it holds {group.RowCount} subsets"));
            var columns = new double[Columns.Length][];
            for (var c = 0; c < columns.Length; c++)
                await ParquetColumn.NumbersAsync(group, fields[c], columns[c] = new double[count]).ConfigureAwait(false);
            return columns[0].SequenceEqual(Numbers(first, count))
                ? new SubsetBlock(first, columns[1], columns[2], columns[3])
                : throw Damaged(path, "it holds subsets of other numbers");
        }
    }

    private static double[] Numbers(int first, int count) => [.. Enumerable.Range(first, count).Select(number => (double)number)];

    private static InputException Damaged(string path, string why) =>
        new(new InputProblem(path, 0, 0, $"is not a block of subsets of this coalition: {why.TrimEnd('.')}", "delete it, and the same command solves its subsets again"));
}
