using Samarkand.Worlds.Files;

namespace Samarkand.Worlds;

/// <summary>How the rows of a big table lie in an array: a column of labels for each axis.</summary>
/// <param name="Axes">The label columns, in the order in which they are written.</param>
/// <param name="Length">The length of the array.</param>
/// <param name="HasTariffs">Whether the table may have a column <c>tariff</c> beside <c>value</c>.</param>
internal sealed record FlowShape(FlowAxis[] Axes, int Length, bool HasTariffs)
{
    /// <summary>The position of the column <c>value</c>.</summary>
    public int Value => Axes.Length;

    /// <summary>The position of the column <c>tariff</c>.</summary>
    public int Tariff => Axes.Length + 1;

    public TableHeader Header => new([.. Axes.Select(axis => axis.Column), "value"], HasTariffs ? ["tariff"] : []);

    /// <summary>trade: [sector, origin, destination].</summary>
    public static FlowShape Trade(LabelSet regions, LabelSet sectors)
    {
        var (n, s) = (regions.Count, sectors.Count);
        return new([new("origin", regions, n), new("destination", regions, 1), new("sector", sectors, n * n)], s * n * n, true);
    }

    /// <summary>inputs: [region, input, sector].</summary>
    public static FlowShape Inputs(LabelSet regions, LabelSet sectors)
    {
        var (n, s) = (regions.Count, sectors.Count);
        return new([new("region", regions, s * s), new("input", sectors, s), new("sector", sectors, 1)], n * s * s, false);
    }

    /// <summary>final: [region, sector].</summary>
    public static FlowShape Final(LabelSet regions, LabelSet sectors)
    {
        var (n, s) = (regions.Count, sectors.Count);
        return new([new("region", regions, s), new("sector", sectors, 1)], n * s, false);
    }

    /// <summary>The label of an array's position along one axis.</summary>
    public string Label(int index, int axis)
    {
        var (labels, stride) = (Axes[axis].Labels, Axes[axis].Stride);
        return labels[index / stride % labels.Count];
    }
}

/// <summary>One column of labels of a big table.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Labels">What its labels may be.</param>
/// <param name="Stride">How far apart neighbours along it lie in the array.</param>
internal sealed record FlowAxis(string Column, LabelSet Labels, int Stride);
