using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Values that mean something in a case: sizes, names, evidence.</summary>
internal sealed partial class Fields
{
    public double? Number(string key, NumberRange range, string? requiredExample = null, bool orInfinity = false) =>
        Find(key, requiredExample) is { } node ? Quantities.Number(node, key, range, reading, orInfinity) : null;

    /// <summary>A share or a rate.</summary>
    public double? Fraction(string key, Fraction range, string? requiredExample = null) =>
        Find(key, requiredExample) is { } node ? range.Read(node, key, reading) : null;

    /// <summary>How much of the trade a ban covers, and the list that this comes from.</summary>
    public (double Coverage, ListedShare? Listed) Coverage(FlowScope scope) => CoverageReader.Read(this, scope, reading);

    public double? Amount(string key, NumberRange range, string? requiredExample = null) =>
        Find(key, requiredExample) is { } node ? Quantities.Amount(node, key, range, reading) : null;

    public DateOnly? Date(string key) => Find(key) is { } node ? Quantities.Date(node, key, reading) : null;

    /// <summary>The name of a region; null where the key is absent.</summary>
    public RegionName? Region(string key, string? requiredExample = null) =>
        Find(key, requiredExample) is { } node ? RegionOf(node, key) : null;

    /// <summary>Names of regions and blocs; empty where the key is absent.</summary>
    public ImmutableArray<RegionName> Regions(string key)
    {
        var names = ImmutableArray.CreateBuilder<RegionName>();
        foreach (var item in Items(key) ?? [])
        {
            if (RegionOf(item, key) is { } name)
                names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>Names of sectors; empty where the key is absent.</summary>
    public ImmutableArray<SectorName> Sectors(string key)
    {
        var names = ImmutableArray.CreateBuilder<SectorName>();
        foreach (var item in Items(key) ?? [])
        {
            if (item is YamlScalar { IsEmpty: false } scalar)
                names.Add(new SectorName(scalar.Text, scalar.Place));
            else
                reading.Problems.Add(item.Place, $"`{key}` holds {item.Description}, expected a sector's code, a tag or `all`");
        }

        return names.ToImmutable();
    }

    /// <summary>The evidence that the block names; empty where there is none.</summary>
    public ImmutableArray<EvidenceName> Evidence()
    {
        var names = ImmutableArray.CreateBuilder<EvidenceName>();
        foreach (var item in Items("evidence") ?? [])
        {
            if (item is YamlScalar { IsEmpty: false } scalar)
                names.Add(new EvidenceName(scalar.Text, scalar.Place));
            else
                reading.Problems.Add(item.Place, $"`evidence` holds {item.Description}, expected the name of an entry of the block `evidence`");
        }

        reading.EvidenceUsed.AddRange(names);
        return names.ToImmutable();
    }

    /// <summary>The name of a region as the key of a mapping.</summary>
    public static RegionName RegionKey(YamlEntry entry) => NameOf(entry.Key, entry.KeyPlace);

    private RegionName? RegionOf(YamlNode node, string key)
    {
        if (node is YamlScalar { IsEmpty: false } scalar && scalar.Text != "?")
            return NameOf(scalar.Text, scalar.Place);
        reading.Problems.Add(node.Place, $"`{key}` holds {node.Description}, expected a region's code such as RUS or a bloc's such as EU");
        return null;
    }

    private static RegionName NameOf(string text, Place place) =>
        text.EndsWith('?') ? new RegionName(text[..^1], true, place) : new RegionName(text, false, place);
}
