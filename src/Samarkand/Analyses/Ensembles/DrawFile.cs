using System.Collections.Immutable;
using Parquet;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Analyses.Ensembles;

/// <summary>A block of draws as a Parquet file, a row a draw: number, reason where there is no equilibrium, residual, priors, measures.</summary>
internal sealed class DrawFile(ImmutableArray<Prior> priors, ImmutableArray<Measure> measures)
{
    private readonly string[] _numbers = ["draw", "residual", .. priors.Select(prior => $"prior {prior.Path}"), .. measures.Select(measure => measure.Key)];

    public void Write(string path, DrawBlock block)
    {
        var draws = Enumerable.Range(block.First, block.Count).Select(number => (double)number).ToArray();
        double[][] columns = [draws, block.Residuals, .. block.Priors, .. block.Values];
        ParquetFile.Write(path, [("reason", block.Reasons)], [.. _numbers.Zip(columns)]);
    }

    /// <summary>Reads a block back.</summary>
    /// <exception cref="InputException">The file is damaged, or holds something else.</exception>
    public DrawBlock Read(string path, int first, int count)
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

    private async Task<DrawBlock> ReadAsync(string path, int first, int count)
    {
        var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var fields = reader.Schema.GetDataFields();
            if (reader.RowGroupCount != 1 || !fields.Select(field => field.Name).SequenceEqual(["reason", .. _numbers]))
                throw Damaged(path, "it has other columns");
            using var group = reader.OpenRowGroupReader(0);
            if (group.RowCount != count)
                throw Damaged(path, FormattableString.Invariant($"it holds {group.RowCount} draws"));
            var reasons = new string[count];
            await ParquetColumn.TextsAsync(group, fields[0], reasons).ConfigureAwait(false);
            var columns = new double[_numbers.Length][];
            for (var c = 0; c < columns.Length; c++)
                await ParquetColumn.NumbersAsync(group, fields[c + 1], columns[c] = new double[count]).ConfigureAwait(false);
            if (!columns[0].SequenceEqual(Enumerable.Range(first, count).Select(number => (double)number)))
                throw Damaged(path, "it holds draws of other numbers");
            return new DrawBlock(first, columns[2..(2 + priors.Length)], columns[(2 + priors.Length)..], columns[1], reasons);
        }
    }

    private static InputException Damaged(string path, string why) =>
        new(new InputProblem(path, 0, 0, $"is not a block of draws of this sweep: {why.TrimEnd('.')}", "delete it, and the same command makes its draws again"));
}
