using System.Globalization;
using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Sankey;

namespace Samarkand.Reports.Tests;

/// <summary>The drawing of routes: well formed, in proportion, readable.</summary>
public sealed class RouteDrawingTests : IDisposable
{
    private const string Svg = "{http://www.w3.org/2000/svg}";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samarkand-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_file_is_well_formed_and_says_what_it_shows()
    {
        var root = XDocument.Parse(Write("a.svg")).Root!;

        Assert.Equal($"{Svg}svg", root.Name.ToString());
        Assert.Matches(@"^0 0 1000 \d+(\.\d+)?$", root.Attribute("viewBox")!.Value);
        var named = root.Attribute("aria-labelledby")!.Value.Split(' ').Select(id => root.Elements().Single(e => (string?)e.Attribute("id") == id)).ToArray();
        Assert.Equal([$"{Svg}title", $"{Svg}desc"], named.Select(e => e.Name.ToString()));
        Assert.StartsWith("Banned goods that still reach Russia", named[0].Value, StringComparison.Ordinal);
        Assert.Contains("still arrives through third states", named[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_answer_gives_the_same_bytes_in_any_culture() =>
        Assert.Equal(Write("a.svg"), Answers.InGerman(() => Write("b.svg")));

    [Fact]
    public void Boxes_are_as_high_as_their_values_and_every_column_adds_up()
    {
        var (graph, boxes) = (RouteGraph.Of(RoutedAnswers.Open), Boxes());
        var total = RouteTotals.Of(RoutedAnswers.Open).Sum(way => way.Flow);

        Assert.Equal(graph.Nodes.Length, boxes.Length);
        for (var i = 0; i < boxes.Length; i++)
            Assert.Equal(SankeyLayout.FlowHeight * graph.Nodes[i].Value / total, boxes[i].Height, 1e-3);
        Assert.Equal([0, 1, 2], graph.Nodes.Select(node => node.Column).Distinct());
        Assert.All(graph.Nodes.GroupBy(node => node.Column), column => Assert.Equal(total, column.Sum(node => node.Value), total * 1e-12));
        Assert.All(boxes.GroupBy(box => box.X), column => Assert.Equal(SankeyLayout.FlowHeight, column.Sum(box => box.Height), 0.02));
    }

    [Fact]
    public void The_largest_have_names_and_all_others_stand_together()
    {
        var nodes = RouteGraph.Of(RoutedAnswers.Open).Nodes;
        var ways = RouteTotals.Of(RoutedAnswers.Open);
        var names = RoutedAnswers.Open.Case.World.Regions;
        string[] Largest(Func<RouteTotals, int> key, int most) =>
            [.. ways.GroupBy(key).OrderByDescending(group => group.Sum(way => way.Flow)).Take(most).Select(group => names[group.Key].Name)];
        var (origins, conduits) = (nodes.Where(node => node.Column == 0).Select(node => node.Name).ToArray(), nodes.Where(node => node.Column == 1).Select(node => node.Name).ToArray());

        Assert.Equal([.. Largest(way => way.Origin.Index, 8), $"{ways.Select(way => way.Origin).Distinct().Count() - 8} other origins"], origins);
        Assert.Equal([.. Largest(way => way.Conduit.Index, 12), $"{ways.Select(way => way.Conduit).Distinct().Count() - 12} other states"], conduits);
    }

    [Fact]
    public void What_enters_a_node_in_the_middle_leaves_it()
    {
        var graph = RouteGraph.Of(RoutedAnswers.Open);
        var layout = SankeyLayout.Of(graph);
        for (var i = 0; i < graph.Nodes.Length; i++)
        {
            var box = layout.Boxes[i];
            var (leaving, entering) = (layout.Bands.Where(band => band.Link.From == i).ToArray(), layout.Bands.Where(band => band.Link.To == i).ToArray());
            if (box.Node.Column < 2)
                Filled(leaving.Select(band => (band.FromTop, band.Height)), box);
            if (box.Node.Column > 0)
                Filled(entering.Select(band => (band.ToTop, band.Height)), box);
        }
    }

    [Fact]
    public void Labels_stand_a_line_apart_inside_the_drawing_and_hold_values()
    {
        var root = XDocument.Parse(Write("a.svg")).Root!;
        var height = double.Parse(root.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);
        var labels = root.Elements($"{Svg}text").Where(text => (string?)text.Attribute("class") == "label").ToArray();

        Assert.Equal(Boxes().Length, labels.Length);
        Assert.All(labels, label => Assert.Matches(" USD$", label.Value));
        foreach (var column in labels.GroupBy(label => label.Attribute("x")!.Value))
        {
            var rows = column.Select(label => Number(label, "y")).ToArray();
            Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second - pair.First >= SankeyLayout.LineHeight - 2e-3, $"{pair.First} and {pair.Second}"));
            Assert.All(rows, row => Assert.InRange(row, SankeyLayout.LineHeight, height));
        }
    }

    [Fact]
    public void Neighbouring_conduits_differ_without_colour()
    {
        var hatchings = XDocument.Parse(Write("a.svg")).Root!.Elements($"{Svg}path").Select(band => band.Attribute("fill")!.Value).Distinct().ToArray();

        Assert.Equal(4, hatchings.Length);
        Assert.All(hatchings, hatching => Assert.Matches(@"^url\(#sankey-[0-3]\)$", hatching));
    }

    [Fact]
    public void Without_routes_there_is_no_drawing()
    {
        RouteDrawing.WriteTo(_folder.FullName, RoutedAnswers.Solve(RoutedAnswers.Banned));

        Assert.Empty(_folder.GetFiles());
    }

    private static void Filled(IEnumerable<(double Top, double Height)> bands, SankeyBox box)
    {
        var end = box.Top;
        foreach (var (top, height) in bands.OrderBy(band => band.Top))
        {
            Assert.Equal(end, top, 1e-9);
            end += height;
        }

        Assert.Equal(box.Top + box.Height, end, 1e-9);
    }

    private string Write(string name)
    {
        RouteDrawing.WriteTo(_folder.FullName, RoutedAnswers.Open);
        var path = Path.Combine(_folder.FullName, name);
        File.Move(Path.Combine(_folder.FullName, RouteDrawing.FileName), path);
        return File.ReadAllText(path);
    }

    private (double X, double Height)[] Boxes() =>
    [
        .. XDocument.Parse(Write("boxes.svg")).Root!.Elements($"{Svg}rect").Where(rect => ((string?)rect.Attribute("class"))?.StartsWith("box", StringComparison.Ordinal) == true)
            .Select(rect => (Number(rect, "x"), Number(rect, "height"))),
    ];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
