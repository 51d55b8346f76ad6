using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Validation;

/// <summary>NAFTA's tariff changes on the data of Caliendo and Parro (2015), from the equilibrium without deficits.</summary>
internal sealed class Nafta
{
    // Table 2 of Caliendo and Parro 2015: the first-order formula, percent.
    private static readonly (string Region, double Percent)[] Published = [("Mexico", 1.31), ("Canada", -0.06), ("USA", 0.08)];

    private readonly string _folder;
    private readonly Dictionary<string, int> _regions = [];
    private readonly Dictionary<string, int> _sectors = [];

    private Nafta(string folder) => _folder = folder;

    /// <summary>Both comparisons; not run where the folder lacks a file.</summary>
    /// <param name="data">The folder of data, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<Comparison> Run(string? data, CancellationToken cancellation)
    {
        var exact = new Comparison("nafta-exact", "real income of 31 regions after NAFTA's tariffs, percent", "an independent solution of the same equations", 1e-6);
        var published = new Comparison("nafta-published", "first-order welfare of Mexico, Canada and the USA, percent", "Caliendo and Parro 2015, two decimals", 0.005);
        var (folder, solution) = (Path.Combine(data ?? "", "data", "cp2015"), Path.Combine(data ?? "", "reference", "cp2015", "cp2015_nafta_solution_zero_deficit.csv"));
        if (data is null || !Directory.Exists(folder))
            return [exact with { Needs = "data/cp2015" }, published with { Needs = "data/cp2015" }];
        var nafta = new Nafta(folder);
        var effects = nafta.Solve(cancellation);
        var welfare = FirstOrderWelfare.Of(effects);
        return
        [
            !File.Exists(solution) ? exact with { Needs = "reference/cp2015" } : exact.Of(File.ReadLines(solution).Skip(1).Select(Cells)
                .Select(cells => (effects.Regions[nafta._regions[cells[0]]].RealIncomePct, Number(cells[5])))),
            published.Of(Published.Select(one => (welfare[nafta._regions[one.Region]].TotalPct, one.Percent))),
        ];
    }

    private CaseEffects Solve(CancellationToken cancellation)
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
        double[] thetas = [.. Rows("cp2015_nafta_theta.csv").Select(row => Number(row[1]))];
        var world = new World(
            new WorldInfo("cp2015", "NAFTA, 1993", 1993, [], []), [.. _regions.Keys.Select(name => new Worlds.RegionInfo(name, name))], [.. _sectors.Keys.Select(name => new SectorInfo(name, name, []))], [], trade, tariffs, inputs, final, thetas);
        var equilibrium = Simulation.Solve(world, new Shock { Tariffs = changes.ToImmutable() }, Horizon.Long, Closure.Closed, 1e-12, cancellation);
        return new CaseEffects(Outcome.Of(equilibrium.Baseline), Outcome.Of(equilibrium));
    }

    private IEnumerable<string[]> Rows(string name)
    {
        using Stream file = File.OpenRead(Path.Combine(_folder, name));
        using var text = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        text.ReadLine();
        while (text.ReadLine() is { } line)
            yield return Cells(line);
    }

    private static string[] Cells(string line) => line.Replace("\"", "", StringComparison.Ordinal).Split(',');

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
