namespace Samarkand.Estimation.Regression;

/// <summary>Pieces of work of about the same number of rows, whatever the number of threads, with borders between groups.</summary>
internal static class RowChunks
{
    private const int RowsPerChunk = 1 << 16;
    private const int MostChunks = 8;

    /// <param name="codes">The groups, in whose order the rows stand.</param>
    /// <param name="rows">The number of rows.</param>
    /// <returns>The borders, from 0 to <paramref name="rows"/>.</returns>
    public static int[] Of(int[] codes, int rows)
    {
        var wanted = Math.Clamp(rows / RowsPerChunk, 1, MostChunks);
        var borders = new List<int> { 0 };
        for (var k = 1; k < wanted; k++)
        {
            var at = (int)((long)rows * k / wanted);
            while (at < rows && at > 0 && codes[at] == codes[at - 1])
                at++;
            if (at > borders[^1] && at < rows)
                borders.Add(at);
        }

        borders.Add(rows);
        return [.. borders];
    }
}
