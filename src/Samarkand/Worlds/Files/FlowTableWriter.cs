using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Writes a big table; rows whose value (and tariff) is zero are left out.</summary>
internal static class FlowTableWriter
{
    public static void Write(string path, FlowShape shape, ReadOnlySpan<double> values, ReadOnlySpan<double> tariffs)
    {
        var kept = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0 || (!tariffs.IsEmpty && tariffs[i] != 0))
                kept.Add(i);
        }

        var hasTariffs = tariffs.ContainsAnyExcept(0.0);
        if (path.EndsWith(".parquet", StringComparison.Ordinal))
            WriteParquet(path, shape, kept, values, hasTariffs ? tariffs : []);
        else
            WriteCsv(path, shape, kept, values, hasTariffs ? tariffs : []);
    }

    private static void WriteCsv(string path, FlowShape shape, List<int> kept, ReadOnlySpan<double> values, ReadOnlySpan<double> tariffs)
    {
        using var text = TextFile.Create(path);
        using var csv = CsvText.Writer(text);
        foreach (var axis in shape.Axes)
            csv.WriteField(axis.Column);
        csv.WriteField("value");
        if (!tariffs.IsEmpty)
            csv.WriteField("tariff");
        csv.EndRecord();
        foreach (var i in kept)
        {
            for (var axis = 0; axis < shape.Axes.Length; axis++)
                csv.WriteField(shape.Label(i, axis));
            csv.WriteField(values[i], "R");
            if (!tariffs.IsEmpty)
                csv.WriteField(tariffs[i], "R");
            csv.EndRecord();
        }
    }

    private static void WriteParquet(string path, FlowShape shape, List<int> kept, ReadOnlySpan<double> values, ReadOnlySpan<double> tariffs)
    {
        var labels = new (string, string[])[shape.Axes.Length];
        for (var axis = 0; axis < labels.Length; axis++)
        {
            var column = new string[kept.Count];
            for (var row = 0; row < column.Length; row++)
                column[row] = shape.Label(kept[row], axis);
            labels[axis] = (shape.Axes[axis].Column, column);
        }

        var numbers = new List<(string, double[])> { ("value", Pick(values, kept)) };
        if (!tariffs.IsEmpty)
            numbers.Add(("tariff", Pick(tariffs, kept)));
        ParquetFile.Write(path, labels, [.. numbers]);
    }

    private static double[] Pick(ReadOnlySpan<double> values, List<int> kept)
    {
        var picked = new double[kept.Count];
        for (var row = 0; row < picked.Length; row++)
            picked[row] = values[kept[row]];
        return picked;
    }
}
