using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Instruments;

/// <summary>One instrument of each kind, as a case writes it.</summary>
internal static class EveryKind
{
    public static readonly IReadOnlyDictionary<string, string> Examples = new Dictionary<string, string>
    {
        ["trade-cost"] = "factor: 1.5",
        ["export-ban"] = "coverage: 0.5",
        ["import-ban"] = "coverage: 0.5",
        ["tariff"] = "rate: 0.25",
        ["price-cap"] = "discount: 0.3",
        ["payments-cut"] = "cost: 0.05, settled: 0.6",
        ["transport-interruption"] = "cost: 0.1",
        ["asset-freeze"] = "amount: 300 bn USD, owner: RUS, holders: [USA, DEU]",
        ["asset-seizure"] = "amount: 100 bn USD, years: 5, owner: RUS, holders: [USA, DEU]",
        ["over-compliance"] = "risk: 0.05, slope: 1, from: CHN",
        ["supply"] = "discount: 0.15, paid-by: CHN",
        ["transfer"] = "amount: 5 bn USD, from: [USA, DEU], to: RUS",
        ["arms"] = "amount: 5 bn USD, from: [USA, DEU], to: RUS",
        ["exit"] = "share: 0.3",
        ["investment-stop"] = "amount: 5 bn USD, from: [USA, DEU], to: RUS",
    };

    public static TheoryData<string> Kinds => [.. Examples.Keys];

    public static World World { get; } = WorldCatalog.Open("samarkand-2021");

    public static Instrument Read(string kind, string more = "") => Yaml.Parse(Text(kind, more)).Package.Single();

    public static BoundCase Bind(string kind, string more = "") => Yaml.Bind(Text(kind, more), World);

    private static string Text(string kind, string more) => Yaml.WithPackage($"{{ kind: {kind}, {Examples[kind]}{more} }}");
}
