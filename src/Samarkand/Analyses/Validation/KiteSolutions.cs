using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Validation;

/// <summary>The solutions of KITE, a package in R that shares no code with this one, on the world of 2011.</summary>
internal static class KiteSolutions
{
    private const string With = "KITE 24.01 (Kiel Institute) on the world of 2011";
    private const double Tolerance = 1e-9;
    private const int GoodsSectors = 16;

    private static readonly string[] West = ["EU", "GBR", "USA", "CAN", "AUS", "JPN", "KOR"];

    private static readonly (string Name, string What, string File, double Factor)[] Costs =
    [
        ("kite-trade-costs 1.5", "goods trade of the West with Russia half as dear again to deliver", "solution_a.csv", 1.5),
        ("kite-trade-costs 10", "the same ten times as dear", "solution_b.csv", 10),
        ("kite-trade-costs inf", "the same cut", "solution_inf.csv", double.PositiveInfinity),
    ];

    /// <summary>Each comparison: real income, wage, price index and income of every region; not run where the folder has no such file.</summary>
    /// <param name="folder">The folder <c>reference/wiod2011</c> of the data, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<Comparison> Run(string? folder, CancellationToken cancellation)
    {
        var world = WorldCatalog.Open("wiod-2011");
        ImmutableArray<Sector> goods = [.. Enumerable.Range(0, GoodsSectors).Select(s => new Sector(s))];
        ImmutableArray<Region> west = [.. West.SelectMany(name => Members(world, name))], russia = Members(world, "RUS"), usa = Members(world, "USA"), china = Members(world, "CHN");
        foreach (var (name, what, file, factor) in Costs)
            yield return Compare(name, what, file, new Shock { Costs = [new CostChange(new FlowBlock(west, russia, goods), factor), new CostChange(new FlowBlock(russia, west, goods), factor)] });
        yield return Compare(
            "kite-tariff", "tariffs of 10 percent between the USA and China", "solution_d.csv", new Shock { Tariffs = [new TariffChange(new FlowBlock(usa, china, goods), 0.1), new TariffChange(new FlowBlock(china, usa, goods), 0.1)] });

        Comparison Compare(string name, string what, string file, Shock shock)
        {
            var comparison = new Comparison(name, $"real income, wages, prices and incomes: {what}", With, Tolerance);
            if (folder is null || !File.Exists(Path.Combine(folder, file)))
                return comparison with { Needs = $"reference/wiod2011/{file}" };
            var equilibrium = Solver.Prepare(Baseline.Of(world, Horizon.Long)).Solve(shock, tolerance: 1e-12, cancellation: cancellation);
            return comparison.Of(File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(',')).SelectMany(cells => Values(world, equilibrium, cells)));
        }
    }

    private static IEnumerable<(double, double)> Values(World world, Equilibrium equilibrium, string[] cells)
    {
        // The reference writes two codes of the release of 2013.
        var region = world.Find(cells[0] switch { "ROM" => "ROU", "RoW" => "ROW", var code => code })!.Value;
        double Number(int column) => double.Parse(cells[column], CultureInfo.InvariantCulture);
        return [(equilibrium.RealIncome(region), Number(1)), (equilibrium.Wages[region.Index], Number(2)), (equilibrium.PriceIndex(region), Number(3)), (equilibrium.Incomes[region.Index] / Number(5), 1)];
    }

    private static ImmutableArray<Region> Members(World world, string name) =>
        world.Find(name) is { } region ? [region] : world.Blocs.Single(bloc => bloc.Code == name).Members;
}
