using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>NAFTA's tariff changes on the data of Caliendo and Parro (2015), from the equilibrium without deficits.</summary>
public class NaftaTests
{
    private readonly Dictionary<string, int> _regions = [];
    private readonly Dictionary<string, int> _sectors = [];

    [Fact]
    public void Exact_change_and_first_order_formula()
    {
        var (world, shock) = Read();
        var equilibrium = Simulation.Solve(world, shock, Horizon.Long, Closure.Closed, 1e-12, TestContext.Current.CancellationToken);
        var effects = new CaseEffects(Outcome.Of(equilibrium.Baseline), Outcome.Of(equilibrium));
        foreach (var line in File.ReadAllLines(SharedData.Path("reference/cp2015/cp2015_nafta_solution_zero_deficit.csv"))[1..])
        {
            var cells = line.Replace("\"", "", StringComparison.Ordinal).Split(',');
            Assert.Equal(Number(cells[5]), effects.Regions[_regions[cells[0]]].RealIncomePct, 1e-6);
        }

        var welfare = FirstOrderWelfare.Of(effects);
        Assert.Equal(1.312, welfare[_regions["Mexico"]].TotalPct, 5e-4);
        Assert.Equal(-0.064, welfare[_regions["Canada"]].TotalPct, 5e-4);
        Assert.Equal(0.085, welfare[_regions["USA"]].TotalPct, 5e-4);
    }

    private (World World, Shock Shock) Read()
    {
        foreach (var row in Rows("cp2015_nafta_deficit.csv"))
            _regions.Add(row[0], _regions.Count);
        foreach (var row in Rows("cp2015_nafta_theta.csv"))
            _sectors.Add(row[0], _sectors.Count);
        var (n, s) = (_regions.Count, _sectors.Count);
        var (trade, tariffs, inputs, final) = (new double[s * n * n], new double[s * n * n], new double[n * s * s], new double[n * s]);
        var changes = ImmutableArray.CreateBuilder<TariffChange>();
        foreach (var row in Rows("cp2015_nafta_trade.csv.gz"))
        {
            var (k, i, j) = (_sectors[row[0]], _regions[row[1]], _regions[row[2]]);
            trade[(k * n + i) * n + j] = Number(row[3]) / 1e6;
            tariffs[(k * n + i) * n + j] = Number(row[5]);
            if (Number(row[6]) != Number(row[5]))
                changes.Add(new TariffChange(new FlowBlock([new Region(i)], [new Region(j)], [new Sector(k)]), Number(row[6]) - Number(row[5])));
        }

        foreach (var row in Rows("cp2015_nafta_intermediate_consumption.csv.gz"))
            inputs[(_regions[row[2]] * s + _sectors[row[0]]) * s + _sectors[row[1]]] = Number(row[3]) / 1e6;
        foreach (var row in Rows("cp2015_nafta_final_consumption.csv.gz"))
            final[_regions[row[1]] * s + _sectors[row[0]]] = Number(row[2]) / 1e6;
        var thetas = Rows("cp2015_nafta_theta.csv").Select(row => Number(row[1])).ToArray();
        var world = new World(
            new WorldInfo("cp2015", "NAFTA, 1993", 1993, [], []),
            [.. _regions.Keys.Select(name => new Samarkand.Worlds.RegionInfo(name, name))],
            [.. _sectors.Keys.Select(name => new SectorInfo(name, name, []))],
            [],
            trade,
            tariffs,
            inputs,
            final,
            thetas);
        return (world, new Shock { Tariffs = changes.ToImmutable() });
    }

    private static IEnumerable<string[]> Rows(string name)
    {
        using Stream file = File.OpenRead(SharedData.Path($"data/cp2015/{name}"));
        using var text = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        text.ReadLine();
        while (text.ReadLine() is { } line)
            yield return line.Replace("\"", "", StringComparison.Ordinal).Split(',');
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
