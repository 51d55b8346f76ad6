using System.Collections.Immutable;
using CsCheck;
using Samarkand.Worlds;

namespace Samarkand.Tests.Worlds;

/// <summary>Small balanced worlds with zeros, fractions, tariffs, and labels that need quotation marks.</summary>
internal static class RandomWorld
{
    private static readonly Gen<double> Value = Gen.OneOf(Gen.Const(0.0), Gen.Int[1, 5000].Select(whole => (double)whole), Gen.Double[1e-3, 1e6]);
    private static readonly Gen<double> Rate = Gen.OneOf(Gen.Const(0.0), Gen.Double[-0.5, 2]);
    private static readonly Gen<string> Name = OneOf("Plain", "Comma, and \"quotes\"", " spaces around ", "Côte d'Ivoire", "line\nbreak", "a;b", "Узбекистан");

    public static readonly Gen<World> Balanced =
        from n in Gen.Int[1, 4]
        from s in Gen.Int[1, 4]
        from trade in Value.Array[s * n * n]
        from home in Gen.Double[1, 100].Array[n]
        from tariffs in Gen.Select(Gen.Bool, Rate.Array[s * n * n], (has, rates) => has ? rates : null)
        from use in Gen.Double[0, 1].Array[n * s * s]
        from elasticities in Gen.Double[0.1, 20].Array[s]
        from names in Name.Array[n + s + 2]
        from tags in OneOf("", "goods", "goods;energy").Array[s]
        select Build(n, s, trade, home, tariffs, use, elasticities, names, tags);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static World Build(int n, int s, double[] trade, double[] home, double[]? tariffs, double[] use, double[] elasticities, string[] names, string[] tags)
    {
        for (var i = 0; i < n; i++)
            trade[i * n + i] = home[i];
        if (tariffs is not null && !tariffs.AsSpan().ContainsAnyExcept(0.0))
            tariffs = null;
        var (output, expenditure) = (new double[n * s], new double[n * s]);
        for (var flow = 0; flow < trade.Length; flow++)
        {
            var (sector, origin, destination) = (flow / (n * n), flow / n % n, flow % n);
            output[origin * s + sector] += trade[flow];
            expenditure[destination * s + sector] += trade[flow] * (1 + (tariffs?[flow] ?? 0));
        }

        var (inputs, final) = (new double[n * s * s], (double[])expenditure.Clone());
        for (var cell = 0; cell < inputs.Length; cell++)
        {
            var (region, input, sector) = (cell / (s * s), cell / s % s, cell % s);
            inputs[cell] = 0.9 * use[cell] * Math.Min(output[region * s + sector], expenditure[region * s + input]) / s;
            final[region * s + input] -= inputs[cell];
        }

        var about = new WorldInfo("random", names[^1], 2020, [new DataSource("dice, \"fair\"", "https://example.org/é", "CC0")], ["a rule", "another"]);
        return new World(
            about,
            [.. Enumerable.Range(0, n).Select(i => new RegionInfo($"R{i}", names[i], i == n - 1))],
            [.. Enumerable.Range(0, s).Select(k => new SectorInfo($"c{k}", names[n + k], tags[k].Split(';', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()))],
            [new Bloc("B", names[^2], [new Region(0)]), new Bloc("EMPTY", "Nobody", [])],
            trade,
            tariffs,
            inputs,
            final,
            elasticities);
    }
}
