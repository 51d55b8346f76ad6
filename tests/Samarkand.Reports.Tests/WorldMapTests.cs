using System.Text.Json;
using System.Text.RegularExpressions;
using Samarkand.Cases;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Tests.Worlds.Names;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Reports.Tests;

/// <summary>Every region finds its country on the map, and every change its class.</summary>
public class WorldMapTests
{
    public const int LeastCountries = 200;

    [Theory]
    [InlineData("wiod-2011", 40)]
    [InlineData("wiod-2014", 43)]
    [InlineData("samarkand-2021", 90)]
    public void Every_region_of_an_embedded_world_has_a_shape_but_the_remainder(string world, int count)
    {
        var regions = WorldCatalog.Open(world).Regions;

        Assert.Equal(["ROW"], regions.Where(region => !WorldMap.Countries.Contains(region.Code)).Select(region => region.Code));
        Assert.Equal(count, regions.Count(region => WorldMap.Countries.Contains(region.Code)));
    }

    [Fact]
    public void Shapes_are_known_by_codes_of_ISO_3166_and_hold_whole_countries()
    {
        // Kosovo, which has no code in the standard, has XKX in the list.
        Assert.DoesNotContain(WorldMap.Countries, code => Countries.NameOf(code) is null);
        Assert.InRange(WorldMap.Countries.Count, LeastCountries, 249);
        Assert.DoesNotContain("ATA", WorldMap.Countries);
        using var world = JsonDocument.Parse(Page.Resource(WorldMap.File));
        var arcs = world.RootElement.GetProperty("arcs").EnumerateArray().Select(arc => arc.EnumerateArray().Select(step => (X: step[0].GetInt32(), Y: step[1].GetInt32())).ToArray()).ToArray();
        foreach (var country in world.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray())
        {
            foreach (var ring in country.GetProperty("arcs").EnumerateArray().SelectMany(rings => rings.EnumerateArray()))
            {
                // Each line of a ring begins where the one before ends, and the first where the last does.
                var ends = ring.EnumerateArray().Select(arc => Ends(arcs, arc.GetInt32())).ToArray();
                for (var i = 0; i < ends.Length; i++)
                    Assert.Equal(ends[i].Last, ends[(i + 1) % ends.Length].First);
            }
        }
    }

    [Fact]
    public void Crimea_is_Ukraines_and_Russia_lies_in_one_piece()
    {
        var (ukraine, russia) = (Box("UKR"), Box("RUS"));

        // 44.4 degrees north; the shore outside Crimea begins at 45.2, which is 638.
        Assert.InRange(ukraine.Bottom, 624, 632);
        Assert.True(russia.Left > 0 && russia.Right < 2000, $"{russia}");
    }

    [Fact]
    public void The_page_draws_the_class_of_each_region_and_the_remainder_in_one_style()
    {
        var page = HtmlPage.Of(Answers.Report(Answers.Tariff));
        var map = page.Data.GetProperty("map");
        var scale = MapScale.Of(Answers.Tariff.Effects.Regions.SkipLast(1).Select(region => region.RealIncomePct));

        Assert.Equal("ROW", map.GetProperty("remainder").GetString());
        foreach (var (info, region) in Answers.Tariff.Case.World.Regions.Zip(Answers.Tariff.Effects.Regions).SkipLast(1))
            Assert.Equal(scale.Class(region.RealIncomePct), map.GetProperty("classes").GetProperty(info.Code).GetString());
        var legend = page.Section("answer").Descendants("p").First(p => (string?)p.Attribute("class") == "legend scale").Value;
        Assert.Contains($"Rest of the world, one region: {Figures.Signed(Answers.Tariff.Effects.Regions[^1].RealIncomePct, 3)}", legend, StringComparison.Ordinal);
        Assert.Contains("Natural Earth", page.Scripts.ElementAt(1), StringComparison.Ordinal);
        Assert.Contains("Michael Bostock", page.Scripts.ElementAt(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_without_a_shape_is_named_and_leaves_the_countries_left_over_without_a_figure()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var renamed = new World(
            world.About, [.. world.Regions.Select(region => region.Code == "DEU" ? region with { Code = "EUR", Name = "Europe" } : region)], world.Sectors, world.Blocs,
            world.Trade.ToArray(), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), world.Inputs.ToArray(), world.Final.ToArray(), world.Elasticities.ToArray());
        var text = Regex.Replace(Answers.TariffCase, "^players:\n.*\n", "", RegexOptions.Multiline);

        var page = HtmlPage.Of(Answers.Report(Answers.Solve(text, renamed), text));

        Assert.Equal(JsonValueKind.Null, page.Data.GetProperty("map").GetProperty("remainder").ValueKind);
        Assert.Contains("Without a shape on this map: Europe.", page.Section("answer").Value, StringComparison.Ordinal);
        Assert.Contains("no figure of its own", page.Section("answer").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_of_other_codes_finds_its_shapes()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var renamed = NamedWorlds.WithAlpha2(world);
        var text = Regex.Replace(Answers.TariffCase, "^players:\n.*\n", "", RegexOptions.Multiline);

        var map = HtmlPage.Of(Answers.Report(Answers.Solve(text, renamed), text)).Data.GetProperty("map");

        Assert.Equal("RU", map.GetProperty("shapes").GetProperty("RUS").GetString());
        Assert.Equal(40, map.GetProperty("shapes").EnumerateObject().Count());
        Assert.True(map.GetProperty("classes").TryGetProperty("DE", out _));
    }

    [Fact]
    public void Classes_have_round_limits_that_spread_the_changes()
    {
        var scale = MapScale.Of([-10, -0.5, -0.4, -0.2, -0.06, 0.004, 0.02, 0.06, 0.1, 0.3, double.NaN]);

        Assert.Equal([0.05, 0.2, 0.5], scale.Limits);
        Assert.Equal(["loss-3", "loss-3", "loss-2", "loss-1", "level", "gain-1", "gain-2", "gain-3"], new[] { -10, -0.5, -0.49, -0.06, 0.0499, 0.05, 0.2, 4 }.Select(scale.Class));
        Assert.Equal("−0.2 to −0.05", scale.Classes().ElementAt(2).Range);
        Assert.Equal(7, scale.Classes().Select(c => c.Class).Distinct().Count());
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(1e-7)]
    [InlineData(250.0)]
    public void Limits_ascend_even_where_all_changes_are_alike(double change)
    {
        var limits = MapScale.Of([change, change, change]).Limits;

        Assert.Equal(3, limits.Length);
        Assert.True(limits[0] > 0 && limits[0] < limits[1] && limits[1] < limits[2], string.Join(' ', limits));
    }

    private static ((int X, int Y) First, (int X, int Y) Last) Ends((int X, int Y)[][] arcs, int arc)
    {
        var steps = arcs[arc < 0 ? ~arc : arc];
        var last = (steps.Sum(step => step.X), steps.Sum(step => step.Y));
        return arc < 0 ? (last, steps[0]) : (steps[0], last);
    }

    private static (int Left, int Right, int Bottom) Box(string code)
    {
        using var world = JsonDocument.Parse(Page.Resource(WorldMap.File));
        var arcs = world.RootElement.GetProperty("arcs");
        var points = new List<(int X, int Y)>();
        var country = world.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray().Single(one => one.GetProperty("id").GetString() == code);
        foreach (var arc in country.GetProperty("arcs").EnumerateArray().SelectMany(rings => rings.EnumerateArray()).SelectMany(ring => ring.EnumerateArray()))
        {
            var (x, y) = (0, 0);
            foreach (var step in arcs[arc.GetInt32() < 0 ? ~arc.GetInt32() : arc.GetInt32()].EnumerateArray())
                points.Add((x += step[0].GetInt32(), y += step[1].GetInt32()));
        }

        return (points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y));
    }
}
