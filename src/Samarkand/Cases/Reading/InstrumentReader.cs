using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Cases.Reading;

/// <summary>Reads packages: lists of instruments.</summary>
internal static class InstrumentReader
{
    private const string Example = "{ kind: export-ban, sectors: [electronics], coverage: 0.9 }";
    private const int LongestName = 60;
    private const int LongestLaw = 200;

    /// <summary>Reads the list of instruments under a key; empty where the key is absent.</summary>
    public static ImmutableArray<Instrument> Package(
        Fields parent, string key, string path, ReaderState reading, bool isRequired = false, bool mayBeEmpty = false, string[]? kinds = null)
    {
        var instruments = ImmutableArray.CreateBuilder<Instrument>();
        var node = parent.Find(key, isRequired ? $"[{Example}]" : null);
        if (node is YamlScalar or YamlMap)
            reading.Problems.Add(node.Place, $"`{key}` is {node.Description}, expected a list of instruments", $"start each with `- `: - {Example}");
        if (node is not YamlList list)
            return [];
        if (list.Items.IsEmpty && !mayBeEmpty)
            reading.Problems.Add(list.Place, $"`{key}` is empty", $"add an instrument: - {Example}");
        for (var i = 0; i < list.Items.Length; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}.{i}");
            if (Fields.Of(list.Items[i], "an instrument", reading, Example) is not null
                && Read((YamlMap)list.Items[i], place, kinds ?? InstrumentKinds.Names, reading) is { } instrument)
            {
                instruments.Add(instrument);
            }
        }

        return instruments.ToImmutable();
    }

    /// <summary>What the case calls an instrument; null where it gives it no name.</summary>
    public static string? Name(Fields fields, ReaderState reading)
    {
        if (ShortText(fields, "name", "SWIFT", LongestName, reading) is not { } name)
            return null;
        var place = fields.PlaceOf("name")!;
        if (name.Length > 0 && !reading.InstrumentNames.TryAdd(name, place))
            reading.Problems.Add(place, $"two instruments have the name `{name}`: the first stands at line {reading.InstrumentNames[name].Line}", "give each its own name");
        return name;
    }

    // Empty where it is not one; null where the key is absent.
    private static string? ShortText(Fields fields, string key, string example, int longest, ReaderState reading)
    {
        if (fields.Text(key) is not { } text)
            return null;
        if (text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl))
            return text;
        reading.Problems.Add(fields.PlaceOf(key)!, $"`{key}` is not a short text of one line, of 1 to {longest} characters", $"write it like `{key}: {example}`");
        return "";
    }

    private static string? Bundle(Fields fields, string path, ReaderState reading)
    {
        var bundle = ShortText(fields, "bundle", "fuels", LongestName, reading);
        if (bundle is not null && !path.StartsWith("package.", StringComparison.Ordinal))
            reading.Problems.Add(fields.PlaceOf("bundle")!, "`bundle` groups instruments of the case's `package` alone", "remove it: other blocks are explained as a whole");
        return bundle;
    }

    private static Instrument? Read(YamlMap map, string path, string[] kinds, ReaderState reading)
    {
        var untyped = new Fields(map, "an instrument", reading);
        if (untyped.Choice("kind", InstrumentKinds.Names, "export-ban") is not { } choice)
            return null;
        var form = InstrumentKinds.All[choice];
        if (Array.IndexOf(kinds, form.Name) < 0)
            reading.Problems.Add(map.Find("kind")!.Value.Place, $"`{form.Name}` is not possible here", "expected one of: " + string.Join(", ", kinds));
        var fields = new Fields(map, (form.Name[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ") + form.Name, reading);
        fields.Find("kind");
        var head = new InstrumentHead(path, map.Place)
        {
            FromDate = fields.Date("from-date"),
            UntilDate = fields.Date("until-date"),
            Evidence = fields.Evidence(),
            Name = Name(fields, reading),
            Bundle = Bundle(fields, path, reading),
            Law = ShortText(fields, "law", "Executive Order 14066 of 8 March 2022", LongestLaw, reading),
        };
        if (head.UntilDate <= head.FromDate)
            reading.Problems.Add(map.Find("until-date")!.Value.Place, "`until-date` is not after `from-date`", "an instrument ends after it starts");
        var instrument = form.Read(head, fields);
        fields.Close(key => InstrumentKinds.Owners(key, form.Name));
        return instrument;
    }
}
