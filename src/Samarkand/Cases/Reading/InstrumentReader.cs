using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads packages: lists of instruments.</summary>
internal static class InstrumentReader
{
    private const string Example = "{ kind: export-ban, sectors: [electronics], coverage: 0.9 }";

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

    private static Instrument? Read(YamlMap map, string path, string[] kinds, ReaderState reading)
    {
        var untyped = new Fields(map, "an instrument", reading);
        if (untyped.Choice("kind", InstrumentKinds.Names, "export-ban") is not { } choice)
            return null;
        var kind = InstrumentKinds.Names[choice];
        if (Array.IndexOf(kinds, kind) < 0)
            reading.Problems.Add(map.Find("kind")!.Value.Place, $"`{kind}` is not possible here", "expected one of: " + string.Join(", ", kinds));
        var fields = new Fields(map, (kind[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ") + kind, reading);
        fields.Find("kind");
        var head = new InstrumentHead(path, map.Place, fields.Date("from-date"), fields.Date("until-date"), fields.Evidence());
        if (head.UntilDate <= head.FromDate)
            reading.Problems.Add(map.Find("until-date")!.Value.Place, "`until-date` is not after `from-date`", "an instrument ends after it starts");
        Instrument instrument = Array.IndexOf(InstrumentKinds.Keys(kind), "sectors") >= 0
            ? FlowInstrument(kind, head, fields)
            : MoneyInstrument(kind, head, fields, reading);
        fields.Close(key => InstrumentKinds.Owners(key, kind));
        return instrument;
    }

    private static FlowInstrument FlowInstrument(string kind, InstrumentHead head, Fields fields)
    {
        var scope = new FlowScope(fields.Regions("from"), fields.Regions("to"), fields.Flag("both"), fields.Sectors("sectors"));
        double Share(string key) => fields.Number(key, NumberRange.Share) ?? 1;
        double Required(string key, NumberRange range, string example) => fields.Number(key, range, example) ?? double.NaN;

        return kind switch
        {
            "trade-cost" => new TradeCost(head, scope, fields.Number("factor", NumberRange.AboveZero, "1.5", orInfinity: true) ?? double.NaN),
            "export-ban" => new ExportBan(head, scope, Share("coverage"), fields.Flag("common-list")),
            "import-ban" => new ImportBan(head, scope, Share("coverage"), fields.Flag("common-list")),
            "tariff" => new Tariff(head, scope, Required("rate", NumberRange.AboveMinusOne, "0.1")),
            "price-cap" => new PriceCap(
                head, scope, Required("discount", NumberRange.ProperShare, "0.3"), fields.Choice("volume", ["market"]) is not null),
            "payments-cut" => new PaymentsCut(head, scope, Required("cost", NumberRange.AboveZero, "0.05"), Share("settled")),
            "transport-interruption" => new TransportInterruption(head, scope, Required("cost", NumberRange.AboveZero, "0.1")),
            "over-compliance" => OverCompliance(head, scope, fields),
            _ => new Supply(head, scope, Required("discount", NumberRange.ProperShare, "0.15"), fields.Region("paid-by")),
        };
    }

    /// <summary>The sizes of an instrument <c>over-compliance</c>, or of the block of that name.</summary>
    public static OverCompliance OverCompliance(InstrumentHead head, FlowScope scope, Fields fields) => new(
        head,
        scope,
        fields.Number("risk", NumberRange.NotNegative, "0.05") ?? double.NaN,
        fields.Number("slope", NumberRange.AboveZero, "1") ?? double.NaN,
        fields.Number("risk-comply", NumberRange.NotNegative) ?? 1,
        fields.Number("risk-conduit", NumberRange.NotNegative) ?? 0,
        fields.Number("risk-rescue", NumberRange.NotNegative) ?? 0);

    private static MoneyInstrument MoneyInstrument(string kind, InstrumentHead head, Fields fields, ReaderState reading)
    {
        var amount = fields.Amount("amount", NumberRange.AboveZero, kind is "asset-freeze" or "asset-seizure" ? "300 bn USD" : "5 bn USD") ?? double.NaN;
        return kind switch
        {
            "asset-freeze" => AssetFreeze(head, amount, fields, reading),
            "asset-seizure" => new AssetSeizure(
                head, amount, fields.Number("years", NumberRange.AboveZero, "5") ?? double.NaN, fields.Region("owner"), fields.Regions("holders")),
            "transfer" => new Transfer(head, amount, fields.Regions("from"), fields.Regions("to")),
            "arms" => new Arms(head, amount, fields.Regions("from"), fields.Regions("to")),
            _ => new InvestmentStop(head, amount, fields.Regions("from"), fields.Regions("to")),
        };
    }

    private static AssetFreeze AssetFreeze(InstrumentHead head, double amount, Fields fields, ReaderState reading)
    {
        var isDrawdown = fields.Choice("against", ["drawdown"]) is not null;
        var years = fields.Number("years", NumberRange.AboveZero);
        if (fields.Has("against") && !fields.Has("years"))
            reading.Problems.Add(fields.Place, "`against: drawdown` needs `years`", "add the years over which the owner would have drawn the stock down, for instance `years: 5`");
        if (fields.Has("years") && !fields.Has("against"))
            reading.Problems.Add(fields.Place, "`years` of an asset-freeze needs `against: drawdown`", "add `against: drawdown` or remove `years`");
        return new AssetFreeze(
            head,
            amount,
            fields.Number("yield", NumberRange.NotNegative) ?? Cases.AssetFreeze.DefaultYield,
            fields.Region("owner"),
            fields.Regions("holders"),
            isDrawdown ? years : null);
    }
}
