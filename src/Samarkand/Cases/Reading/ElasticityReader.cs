using System.Collections.Immutable;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the block <c>elasticities</c>: trade elasticities over the world's, by sector or tag.</summary>
internal static class ElasticityReader
{
    private const string Form = "{ energy: 8, electronics: scale 0.5 }";
    private const string Scale = "scale ";
    private const string Forms = "write the elasticity itself, as in `energy: 8`, or a factor of the world's, as in `energy: scale 0.5`";

    public static ImmutableArray<ElasticityRule> Read(Fields parent, ReaderState reading)
    {
        var rules = ImmutableArray.CreateBuilder<ElasticityRule>();
        foreach (var entry in parent.Block("elasticities", "`elasticities`", Form)?.Entries ?? [])
        {
            if (entry.Value is YamlMap map)
                AddWithEvidence(entry, map, rules, reading);
            else if (Value(entry.Value, entry.Key, reading) is var (value, isScale))
                rules.Add(new ElasticityRule(new SectorName(entry.Key, entry.KeyPlace), value, isScale, []));
        }

        return rules.ToImmutable();
    }

    private static void AddWithEvidence(YamlEntry entry, YamlMap map, ImmutableArray<ElasticityRule>.Builder rules, ReaderState reading)
    {
        var fields = new Fields(map, $"the elasticity of {entry.Key}", reading);
        var evidence = fields.Evidence();
        if (fields.Find("value", "8") is { } node && Value(node, "value", reading) is var (value, isScale))
            rules.Add(new ElasticityRule(new SectorName(entry.Key, entry.KeyPlace), value, isScale, evidence));
        fields.Close();
    }

    private static (double Value, bool IsScale)? Value(YamlNode node, string what, ReaderState reading)
    {
        var text = (node as YamlScalar)?.Text.Trim() ?? "";
        var isScale = text.StartsWith(Scale, StringComparison.Ordinal);
        if (Quantities.TryNumber(isScale ? text[Scale.Length..].Trim() : text, out var value) && value > 0)
            return (value, isScale);
        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected a trade elasticity above 0", Forms);
        return null;
    }
}
