using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Worlds;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>
/// The map of real income: which regions are countries with a shape, the class of each, and which region all other countries are part of.
/// </summary>
internal sealed record WorldMap(MapScale Scale, ImmutableArray<RegionEffects> Drawn, ImmutableArray<RegionEffects> NotDrawn, RegionEffects? Remainder, World World)
{
    private static readonly Lazy<ImmutableHashSet<string>> Shapes = new(() =>
    {
        using var shapes = JsonDocument.Parse(Page.Resource(File));
        return [.. shapes.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray().Select(country => country.GetProperty("id").GetString()!)];
    });

    /// <summary>The file of shapes, which says itself where they come from.</summary>
    public const string File = "world.json";

    /// <summary>The countries that have a shape.</summary>
    public static ImmutableHashSet<string> Countries => Shapes.Value;

    /// <summary>The map of an answer; null where no region is a country.</summary>
    public static WorldMap? Of(CaseAnswer answer)
    {
        var world = answer.Case.World;
        RegionInfo Info(RegionEffects effects) => world.Regions[effects.Region.Index];
        var drawn = answer.Effects.Regions.Where(region => Countries.Contains(Shape(world, region))).ToImmutableArray();
        var others = answer.Effects.Regions.RemoveAll(drawn.Contains);
        var remainder = others.FirstOrDefault(region => Info(region).IsRemainder);
        var notDrawn = others.RemoveAll(region => region == remainder);
        // A region of several countries without a shape may hold any of those left over.
        return drawn.IsEmpty ? null : new WorldMap(
            MapScale.Of(drawn.Select(region => region.RealIncomePct)), drawn, notDrawn, notDrawn.IsEmpty ? remainder : null, world);
    }

    /// <summary>Title, legend, the place of the drawing, and what its borders are.</summary>
    public XElement[] Elements(Cast people) =>
    [
        Legend(people),
        Figure.Place("map", $"World map of the change of real income. {Inline(people)}"),
        Element("p", Class("note"), $"Stripes are losses, dots are gains, denser where they are larger; the target has a heavy outline.{Missing(people)} The classes are chosen so that small changes show too. Borders: Natural Earth, with Crimea as the General Assembly sees it; they say nothing about anyone's claims."),
    ];

    /// <summary>The class of each region, the code of the remainder and, where the world's codes are others, those of the shapes.</summary>
    public MapData Data => new(
        new OrderedDictionary<string, string>(Drawn.Select(region => KeyValuePair.Create(Code(region), Scale.Class(region.RealIncomePct))), StringComparer.Ordinal),
        Drawn.Any(region => Shape(World, region) != Code(region))
            ? new OrderedDictionary<string, string>(Drawn.Select(region => KeyValuePair.Create(Shape(World, region), Code(region))), StringComparer.Ordinal)
            : null,
        Remainder is { } remainder ? Code(remainder) : null);

    // Worlds may write other codes than the map.
    private static string Shape(World world, RegionEffects region) =>
        world.Names.CountriesOf(region.Region) is [var country] ? country : world.Code(region.Region);

    private string Code(RegionEffects region) => World.Code(region.Region);

    private XElement Legend(Cast people)
    {
        var used = Drawn.Select(region => Scale.Class(region.RealIncomePct)).ToHashSet(StringComparer.Ordinal);
        var classes = Scale.Classes().SkipWhile(c => !used.Contains(c.Class)).Reverse().SkipWhile(c => !used.Contains(c.Class)).Reverse();
        return Element(
            "p",
            Class("legend scale"),
            Element("span", "Real income, percent:"),
            classes.Select(c => Entry(c.Class, c.Range)),
            Entry("rest", Remainder is { } remainder
                ? $"{people.Name(remainder.Region)}, one region: {Figures.Signed(remainder.RealIncomePct, 3)}"
                : "no figure of its own"));
    }

    private static XElement Entry(string kind, string text) => Element("span", Element("span", Class($"swatch {kind}")), text);

    private string Inline(Cast people)
    {
        var worst = Drawn.OrderBy(region => region.RealIncomePct).Take(3).Select(region => $"{people.Name(region.Region)} {Figures.Signed(region.RealIncomePct, 3)} percent");
        return $"Lowest: {string.Join(", ", worst)}.";
    }

    private string Missing(Cast people) =>
        NotDrawn.IsEmpty ? "" : $" Without a shape on this map: {string.Join(", ", NotDrawn.Select(region => people.Name(region.Region)))}.";
}
