using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Validation;

/// <summary>
/// The solutions of an independent implementation on the world of 2014, and Table 5 of Felbermayr, Gröschl and Heiland (2022), <c>Complex Europe</c>,
/// whose inputs that world is made of. The table is told and not required: its closure is another, and its figures are means over draws of elasticities near zero.
/// </summary>
internal sealed class SolutionsOf2014
{
    private const double Tolerance = 1e-9;
    private const int GoodsSectors = 22;

    private static readonly string[] West = ["EU", "GBR", "USA", "CAN", "JPN", "KOR", "AUS", "CHE", "NOR"];

    private static readonly (string Name, string What, int Barrier, int Agreement)[] Ends =
    [
        ("S2", "the end of the single market", 1, 2), ("S3", "the end of the euro", 3, 3), ("S4", "the end of Schengen", 5, 4),
    ];

    private readonly World _world = WorldCatalog.Open("wiod-2014");
    private readonly string _data;
    private readonly string _reference;
    private readonly CancellationToken _cancellation;

    private SolutionsOf2014(string folder, CancellationToken cancellation) =>
        (_data, _reference, _cancellation) = (Path.Combine(folder, "data", "wiod2014"), Path.Combine(folder, "reference", "wiod2014"), cancellation);

    /// <summary>Each comparison; not run where the folder has no such file.</summary>
    /// <param name="folder">The folder of data, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<Comparison> Run(string? folder, CancellationToken cancellation)
    {
        var solutions = new SolutionsOf2014(folder ?? "", cancellation);
        return [.. solutions.Solved(), .. solutions.Table5()];
    }

    private IEnumerable<Comparison> Solved()
    {
        ImmutableArray<Region> west = [.. West.SelectMany(name => Members(name))], russia = Members("RUS"), usa = Members("USA"), china = Members("CHN");
        var costs = new Shock { Costs = [new CostChange(new FlowBlock(west, russia, Goods), 1.5), new CostChange(new FlowBlock(russia, west, Goods), 1.5)] };
        yield return Compare("a", "goods trade of the West with Russia half as dear again to deliver", () => costs, () => null);
        yield return Compare("a_source", "the same at the elasticities of the article, of which some are near zero", () => costs, SourceThetas);
        yield return Compare(
            "b", "tariffs of 25 points between the USA and China", () => new Shock { Tariffs = [new TariffChange(new FlowBlock(usa, china, Goods), 0.25), new TariffChange(new FlowBlock(china, usa, Goods), 0.25)] }, () => null);
        yield return Compare("e", "tariffs as for anybody between the members of the EU of 2014", MostFavoured, () => null);
    }

    private IEnumerable<Comparison> Table5()
    {
        var file = Path.Combine(_reference, "paper_table5.csv");
        foreach (var (name, what, barrier, agreement) in Ends)
        {
            var comparison = new Comparison($"complex-europe {name}", $"real income of 44 regions after {what}, percent", "Felbermayr, Gröschl and Heiland 2022, Table 5", double.PositiveInfinity);
            if (!File.Exists(file) || !File.Exists(Path.Combine(_data, "barriers.csv")))
            {
                yield return comparison with { Needs = "reference/wiod2014" };
                continue;
            }

            var equilibrium = Solve(Ended(barrier, agreement), SourceThetas());
            yield return comparison.Of(Rows(file).Where(row => row[0] == name).Select(row => (100 * (equilibrium.RealIncome(Region(row[1])) - 1), Number(row[2]))));
        }
    }

    private ImmutableArray<Sector> Goods => [.. Enumerable.Range(0, GoodsSectors).Select(s => new Sector(s))];

    private Comparison Compare(string name, string what, Func<Shock> shock, Func<double[]?> thetas)
    {
        var comparison = new Comparison($"world-2014 {name}", $"real income, wages, prices and incomes: {what}", "an independent solution of the same equations", Tolerance);
        var file = Path.Combine(_reference, $"solution_{name}.csv");
        if (!File.Exists(file) || !Directory.Exists(_data))
            return comparison with { Needs = $"reference/wiod2014/solution_{name}.csv" };
        var equilibrium = Solve(shock(), thetas());
        return comparison.Of(Rows(file).SelectMany(row =>
        {
            var region = Region(row[0]);
            return ((double, double)[])[(equilibrium.RealIncome(region), Number(row[1])), (equilibrium.Wages[region.Index], Number(row[2])), (equilibrium.PriceIndex(region), Number(row[3])), (equilibrium.Incomes[region.Index] / Number(row[5]), 1)];
        }));
    }

    private Equilibrium Solve(Shock shock, double[]? thetas) =>
        Solver.For(thetas is null ? Baseline.Of(_world, Horizon.Long) : Baseline.Of(_world, Horizon.Long, thetas)).Solve(shock, tolerance: 1e-12, cancellation: _cancellation);

    private double[] SourceThetas() => [.. Rows(Path.Combine(_data, "elasticities.csv")).Select(row => Number(row[3]))];

    private Shock MostFavoured()
    {
        var members = Members("EU").AddRange(Members("GBR"));
        var changes = ImmutableArray.CreateBuilder<TariffChange>();
        foreach (var row in Rows(Path.Combine(_data, "mfn_tariffs.csv.gz")))
        {
            var (origin, destination, sector) = (Region(row[0]), Region(row[1]), _world.FindSector(row[2])!.Value);
            if (sector.Index < GoodsSectors && origin != destination && members.Contains(origin) && members.Contains(destination))
                changes.Add(new TariffChange(new FlowBlock([origin], [destination], [sector]), Number(row[3]) - _world.Tariffs[Cube.At(_world.Regions.Length, sector, origin, destination)]));
        }

        return new Shock { Tariffs = changes.ToImmutable() };
    }

    // A barrier of coefficient b ends by a cost factor of exp(b / (1 + theta)), once for each border on the way.
    private Shock Ended(int barrier, int agreement)
    {
        var (thetas, costs) = (SourceThetas(), ImmutableArray.CreateBuilder<CostChange>());
        var barriers = Rows(Path.Combine(_data, "barriers.csv")).Select(row => (Sector: _world.FindSector(row[0])!.Value, Coefficient: Number(row[barrier]))).ToArray();
        foreach (var row in Rows(Path.Combine(_data, "agreements.csv")).Where(row => Number(row[agreement]) != 0))
        {
            foreach (var (sector, coefficient) in barriers)
                costs.Add(new CostChange(new FlowBlock([Region(row[0])], [Region(row[1])], [sector]), Math.Exp(Number(row[agreement]) * coefficient / (1 + thetas[sector.Index]))));
        }

        return new Shock { Costs = costs.ToImmutable() };
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }

    private Region Region(string code) => _world.Find(code)!.Value;

    private ImmutableArray<Region> Members(string name) =>
        _world.Find(name) is { } region ? [region] : _world.Blocs.Single(bloc => bloc.Code == name).Members;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
