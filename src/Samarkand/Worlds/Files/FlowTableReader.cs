using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Reads a big table, in CSV or Parquet, into an array.</summary>
internal static class FlowTableReader
{
    /// <summary>The values, 0 where the table has no row, and the tariffs, null where all are 0. Meaningless where problems were reported.</summary>
    public static (double[] Values, double[]? Tariffs) Read(string path, FlowShape shape, ProblemList problems)
    {
        var values = new double[shape.Length];
        double[]? tariffs = null;
        using TableRows? rows = path.EndsWith(".parquet", StringComparison.Ordinal)
            ? ParquetTable.Open(path, shape, problems)
            : CsvTable.Open(path, shape.Header, problems);
        if (rows is not { IsUsable: true })
            return (values, null);
        var firstLines = new int[shape.Length];
        while (rows.Read())
        {
            if (rows.Number(shape.Value, out var value) && value < 0)
                rows.Report(shape.Value, string.Create(CultureInfo.InvariantCulture, $"{value:R} is negative"), "flows and uses are at least 0");
            var tariff = shape.HasTariffs && rows.Has(shape.Tariff) ? Tariff(rows, shape.Tariff) : 0;
            var index = Index(rows, shape);
            if (index < 0)
                continue;
            if (firstLines[index] > 0)
                rows.Report(0, string.Create(CultureInfo.InvariantCulture, $"{Labels(rows, shape)} stands twice, first on line {firstLines[index]}"), "add the two up, or remove one");
            else
                firstLines[index] = rows.Line;
            values[index] = value;
            if (tariff != 0)
                (tariffs ??= new double[shape.Length])[index] = tariff;
        }

        return (values, tariffs);
    }

    private static double Tariff(TableRows rows, int column)
    {
        if (rows.IsEmpty(column) || !rows.Number(column, out var rate))
            return 0;
        if (rate <= -1)
            rows.Report(column, string.Create(CultureInfo.InvariantCulture, $"{rate:R} is not above -1"), "a tariff of 5 percent is 0.05");
        return rate;
    }

    private static int Index(TableRows rows, FlowShape shape)
    {
        var (index, known) = (0, true);
        for (var axis = 0; axis < shape.Axes.Length; axis++)
        {
            var position = shape.Axes[axis].Labels.Find(rows, axis);
            known &= position >= 0;
            index += position * shape.Axes[axis].Stride;
        }

        return known ? index : -1;
    }

    private static string Labels(TableRows rows, FlowShape shape)
    {
        var labels = new string[shape.Axes.Length];
        for (var axis = 0; axis < labels.Length; axis++)
            labels[axis] = rows.Text(axis);
        return string.Join(",", labels);
    }
}
