using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Import.Wiod;

/// <summary>
/// Makes the world <c>wiod-2011</c> from the World Input-Output Database, release of 2013, year 2011: 40 states and the rest of the world,
/// 35 sectors. The rules are in <see cref="Rules"/> and in the world that results.
/// </summary>
/// <remarks>
/// Tags: c1 to c16 are <c>goods</c>, the others <c>services</c>. <c>energy</c> are the energy goods that cross borders: c2 (crude oil, gas and
/// coal, together with all other mining) and c8 (refined fuels); electricity and piped gas to users, c17, are <c>utilities</c>. Arms are not a
/// sector of this classification, so no sector has that tag.
/// </remarks>
internal static class WiodImport
{
    /// <summary>The least share of value added in output that a region-sector keeps where its source has a negative one.</summary>
    public const double LeastValueAddedShare = 0.01;

    private static readonly string[] FinalCategories = ["f1", "f2", "f3", "f4", "f5"];

    /// <summary>The rules by which the tables become the world.</summary>
    public static ImmutableArray<string> Rules { get; } =
    [
        "Romania (ROM in the tables) is ROU; the rest of the world (RoW) is ROW.",
        "Final demand is the sum of the five final categories (households, non-profit institutions, government, investment, inventories and valuables); where the sum of a cell is negative it is 0 (43 cells, -11,248 million USD together).",
        "Trade is intermediate plus final flows at basic prices; output and expenditure are its sums; value added is output less intermediate use. There are no tariffs.",
        "Where a region-sector's value added is negative, its intermediate use is scaled so that value added is 0.01 of output, and what is taken away is added to the region's final demand for the same inputs (one case: water transport, c24, of Luxembourg, scaled by 0.88).",
        "Trade elasticities of goods (c1 to c16) are means over GTAP sectors of Fontagné, Guimbard and Orefice (2022), GTAP sectors without an estimate left out, rounded to four decimals; those of services are 4.0, an assumption.",
        "Blocs are cut to the regions that the world holds; the others are inside ROW.",
    ];

    /// <summary>Reads the tables and makes the world.</summary>
    /// <param name="sourceFolder">
    /// The folder with <c>wiod2011_inter_wide.csv</c> (rows <c>AUS.c1</c> supply columns <c>AUS.c1</c>) and <c>wiod2011_final_wide.csv</c>
    /// (columns <c>AUS.f1</c> to <c>AUS.f5</c>), million USD, each plain or <c>.gz</c>.
    /// </param>
    /// <exception cref="InputException">The tables are missing or broken; every problem with file, line and field.</exception>
    public static World Read(string sourceFolder)
    {
        var problems = new ProblemList();
        var labels = WiodLabels.Read();
        var industries = Labels(labels.WiodCodes, [.. labels.Sectors.Select(sector => sector.Code)]);
        var intermediatePath = Find(sourceFolder, "wiod2011_inter_wide.csv", "intermediate use", problems);
        var finalPath = Find(sourceFolder, "wiod2011_final_wide.csv", "final demand", problems);
        problems.ThrowIfAny();
        var intermediate = new WiodTable(intermediatePath!, industries, industries, allowNegative: false, problems).Read();
        var final = new WiodTable(finalPath!, industries, Labels(labels.WiodCodes, FinalCategories), allowNegative: true, problems).Read();
        problems.ThrowIfAny();
        return Build(labels, intermediate, final);
    }

    private static string? Find(string folder, string name, string holds, ProblemList problems)
    {
        var (plain, compressed) = (Path.Combine(folder, name), Path.Combine(folder, name + ".gz"));
        switch (File.Exists(plain), File.Exists(compressed))
        {
            case (true, true):
                problems.Add(plain, 0, 0, $"stands beside {name}.gz", "remove one of the two");
                return null;
            case (false, false):
                problems.Add(plain, 0, 0, $"is missing; it holds {holds}, as a wide table (.csv or .csv.gz)", "see https://www.rug.nl/ggdc/valuechain/wiod/");
                return null;
            case (var isPlain, _):
                return isPlain ? plain : compressed;
        }
    }

    private static string[] Labels(string[] regions, string[] codes) =>
        [.. regions.SelectMany(region => codes, (region, code) => $"{region}.{code}")];

    private static World Build(WiodLabels labels, double[] intermediate, double[] finalByCategory)
    {
        var (n, s, categories) = (labels.Regions.Length, labels.Sectors.Length, FinalCategories.Length);
        var trade = new double[s * n * n];
        var inputs = new double[n * s * s];
        var final = new double[n * s];
        for (var row = 0; row < n * s; row++)
        {
            var (origin, sold) = (row / s, row % s);
            for (var destination = 0; destination < n; destination++)
            {
                var flow = 0.0;
                for (var user = 0; user < s; user++)
                {
                    var use = intermediate[row * n * s + destination * s + user];
                    inputs[Cube.At(s, destination, sold, user)] += use;
                    flow += use;
                }

                var demand = 0.0;
                for (var category = 0; category < categories; category++)
                    demand += finalByCategory[(row * n + destination) * categories + category];
                demand = Math.Max(0, demand);
                final[destination * s + sold] += demand;
                trade[Cube.At(n, sold, origin, destination)] = flow + demand;
            }
        }

        RepairNegativeValueAdded(n, s, trade, inputs, final);
        return new World(About, labels.Regions, labels.Sectors, labels.Blocs, trade, null, inputs, final, labels.Elasticities);
    }

    private static void RepairNegativeValueAdded(int n, int s, double[] trade, double[] inputs, double[] final)
    {
        for (var region = 0; region < n; region++)
        {
            for (var sector = 0; sector < s; sector++)
            {
                var (output, use) = (0.0, 0.0);
                for (var destination = 0; destination < n; destination++)
                    output += trade[Cube.At(n, sector, region, destination)];
                for (var input = 0; input < s; input++)
                    use += inputs[Cube.At(s, region, input, sector)];
                if (use <= output)
                    continue;
                var kept = (1 - LeastValueAddedShare) * output / use;
                for (var input = 0; input < s; input++)
                {
                    ref var cell = ref inputs[Cube.At(s, region, input, sector)];
                    final[region * s + input] += cell - kept * cell;
                    cell *= kept;
                }
            }
        }
    }

    private static WorldInfo About => new(
        "wiod-2011",
        "The world of 2011 by the World Input-Output Database: 40 states and the rest of the world, 35 sectors",
        2011,
        [
            new DataSource(
                "World Input-Output Database, release of 2013: Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), An Illustrated User Guide to the World Input-Output Database, Review of International Economics 23: 575-605",
                "https://www.rug.nl/ggdc/valuechain/wiod/",
                "CC-BY 4.0"),
            new DataSource(
                "Trade elasticities: Fontagné, Guimbard and Orefice (2022), Tariff-based product-level trade elasticities, Journal of International Economics 137",
                "https://sites.google.com/view/product-level-trade-elasticity",
                "cited"),
        ],
        Rules);
}
