using Parquet;
using Samarkand.Core;

namespace Samarkand.Tests.Core;

/// <summary>A block is read back as it was written, in whichever form its numbers stand.</summary>
public sealed class BlockFileTests : IDisposable
{
    private static readonly BlockLayout Layout = new(["reason"], ["first", "second"]);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "")]
    [InlineData(400, "")]
    [InlineData(3, "a reason that is much longer than all numbers of this block are together, so that it is compressed")]
    public async Task Numbers_and_texts_come_back(int count, string reason)
    {
        var range = new BlockRange(1000, count);
        double[][] numbers = [[.. Enumerable.Range(0, count).Select(k => k == 1 ? double.NaN : Math.Sqrt(k) * 1e-300)], [.. Enumerable.Range(0, count).Select(k => -1.5 * k)]];
        var texts = Enumerable.Repeat(reason, count).ToArray();

        BlockFile.Write(_file, "draw", new Block(Layout, range, [texts], numbers));
        var read = await BlockFile.ReadAsync(await File.ReadAllBytesAsync(_file, TestContext.Current.CancellationToken), "draw", range, Layout);

        Assert.Equal(texts, read.Texts[0]);
        Assert.Equal(numbers.Select(column => column.Select(BitConverter.DoubleToInt64Bits)), read.Numbers.Select(column => column.Select(BitConverter.DoubleToInt64Bits)));
    }

    [Fact]
    public async Task Only_a_column_of_one_plain_page_is_read_at_once()
    {
        double[] values = [1, 2, 3];
        foreach (var isCompressed in (bool[])[false, true])
        {
            ParquetFile.Write(_file, [], [("first", values)], isCompressed);
            var file = await File.ReadAllBytesAsync(_file, TestContext.Current.CancellationToken);
            await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file), cancellationToken: TestContext.Current.CancellationToken);
            using var group = reader.OpenRowGroupReader(0);
            var column = group.RowGroup.Columns[0];
            var into = new double[3];
            Assert.Equal(!isCompressed, PlainColumn.TryRead(file, column, into));
            Assert.Equal(isCompressed ? [0, 0, 0] : values, into);
            // Another number of values, or a page of another size, is no such column.
            Assert.False(PlainColumn.TryRead(file, column, new double[2]));
            file[(int)column.MetaData!.DataPageOffset + 3]++;
            Assert.False(PlainColumn.TryRead(file, column, into));
        }
    }
}
