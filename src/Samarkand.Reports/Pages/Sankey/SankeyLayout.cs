using System.Collections.Immutable;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Sankey;

/// <summary>Where everything stands from top to bottom. Heights are proportional to values; gaps give each label a line of its own.</summary>
/// <param name="Height">The height of the tallest column.</param>
/// <param name="Boxes">The nodes, in the graph's order.</param>
/// <param name="Bands">The flows, in the graph's order.</param>
internal sealed record SankeyLayout(double Height, ImmutableArray<SankeyBox> Boxes, ImmutableArray<SankeyBand> Bands)
{
    /// <summary>The height of everything that flows.</summary>
    public const double FlowHeight = 380;

    /// <summary>The least distance between the middles of two nodes of a column.</summary>
    public const double LineHeight = 18;

    private const double LeastGap = 5;

    /// <summary>Lays a graph out.</summary>
    public static SankeyLayout Of(SankeyGraph graph)
    {
        var scale = FlowHeight / graph.Nodes.Where(node => node.Column == 0).Sum(node => node.Value);
        var columns = graph.Nodes.GroupBy(node => node.Column).Select(column => Stack([.. column], scale)).ToArray();
        var height = columns.Max(Bottom);
        ImmutableArray<SankeyBox> boxes = [.. columns.SelectMany(column => column.Select(box => box with { Top = box.Top + (height - Bottom(column)) / 2 }))];
        return new SankeyLayout(height, boxes, Connect(graph, boxes, scale));
    }

    private static SankeyBox[] Stack(SankeyNode[] nodes, double scale)
    {
        var boxes = new SankeyBox[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var height = scale * nodes[i].Value;
            // A label stands half a line above and below the middle of its node.
            var top = i == 0
                ? Math.Max(0, (LineHeight - height) / 2)
                : Math.Max(boxes[i - 1].Top + boxes[i - 1].Height + LeastGap, boxes[i - 1].Middle + LineHeight - height / 2);
            boxes[i] = new SankeyBox(nodes[i], top, height);
        }

        return boxes;
    }

    private static double Bottom(SankeyBox[] column) => Math.Max(column[^1].Top + column[^1].Height, column[^1].Middle + LineHeight / 2);

    private static ImmutableArray<SankeyBand> Connect(SankeyGraph graph, ImmutableArray<SankeyBox> boxes, double scale)
    {
        var (leaves, enters) = (boxes.Select(box => box.Top).ToArray(), boxes.Select(box => box.Top).ToArray());
        var bands = new SankeyBand[graph.Links.Length];
        // Bands leave and enter a node in the order of the nodes at their other ends.
        foreach (var i in Enumerable.Range(0, bands.Length).OrderBy(i => graph.Links[i].From).ThenBy(i => graph.Links[i].To))
        {
            var link = graph.Links[i];
            var height = scale * link.Value;
            bands[i] = new SankeyBand(link, leaves[link.From], enters[link.To], height);
            leaves[link.From] += height;
            enters[link.To] += height;
        }

        return [.. bands];
    }
}

/// <summary>A node in its place.</summary>
internal sealed record SankeyBox(SankeyNode Node, double Top, double Height)
{
    /// <summary>Where its label stands.</summary>
    public double Middle => Top + Height / 2;
}

/// <summary>A flow in its place.</summary>
internal sealed record SankeyBand(SankeyLink Link, double FromTop, double ToTop, double Height);
