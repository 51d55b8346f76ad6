using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>
/// Makes the world <c>wiod-2014</c> from the inputs of a published model: 43 states and the rest of the world, 50 sectors, tariffs. They are
/// an exact equilibrium already, so nothing is balanced: shares become flows.
/// </summary>
internal static class Wiod2014Recipe
{
    /// <summary>The world's name.</summary>
    public const string Name = "wiod-2014";

    private static readonly WorldInfo About = new(
        Name,
        "The world of 2014 by the World Input-Output Database: 43 states and the rest of the world, 50 sectors, with tariffs",
        2014,
        [
            new DataSource("World Input-Output Database, release of 2016, year 2014: Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review of International Economics 23: 575-605", "https://doi.org/10.34894/PJ2M1C", "CC-BY 4.0"),
            new DataSource("Tariffs: means of WITS-TRAINS by sector, weighted with imports, of Felbermayr, Gröschl and Heiland (2022), Complex Europe, Journal of International Economics 138, 103647", "https://doi.org/10.1016/j.jinteco.2022.103647", "cited; derived averages"),
            new DataSource("Trade elasticities: Fontagné, Guimbard and Orefice (2022), Tariff-based product-level trade elasticities, Journal of International Economics 137", "https://sites.google.com/view/product-level-trade-elasticity", "cited"),
        ],
        [
            "Flows at basic prices are the buyer's share times its expenditure, over one plus the tariff. Output is sales: what was made for stock is left out.",
            "Inputs are one less the share of value added, times the input's share in cost, times output. Final demand is what is left of each market.",
            "A tariff is levied by the buyer on the value at basic prices. The published rates stand the other way round and are turned; the rest of the world pays itself none.",
            "Elasticities of goods are means over GTAP sectors; those of services are 4.0, an assumption.",
            "Russia has no output in 17 of the sectors: what it makes there is inside their neighbours. Merge before you look at its sectors.",
        ]);

    /// <summary>Makes the world.</summary>
    /// <param name="sources">The folder with the statistics, as <c>docs/world-2014.md</c> lists them.</param>
    /// <exception cref="InputException">A table is missing or broken.</exception>
    public static World Build(string sources)
    {
        var problems = new ProblemList();
        var regions = new List<RegionInfo>();
        using (var table = Label("regions.csv", ["code", "name", "remainder"], problems))
        {
            while (table.Read())
                regions.Add(new RegionInfo(table.Text(0), table.Text(1), table.Text(2) == "true"));
        }

        var (sectors, thetas) = (new List<SectorInfo>(), new List<double>());
        using (var table = Label("sectors.csv", ["code", "name", "tags", "theta", "gtap"], problems))
        {
            while (table.Read() && table.Number(3, out var theta))
            {
                sectors.Add(new SectorInfo(table.Text(0), table.Text(1), [.. table.Text(2).Split(';')]));
                thetas.Add(theta);
            }
        }

        var blocs = WiodLabels.ReadBlocs(Label("blocs.csv", ["bloc", "name", "region"], problems), regions);
        var places = new Places(regions, sectors);
        var folder = Path.Combine(sources, "wiod2014");
        var (n, s) = (regions.Count, sectors.Count);
        var trade = Read(folder, "trade_shares.csv.gz", ["origin", "destination", "sector", "value"], s * n * n, r => Cube.At(n, places.Sector(r[2]), places.Region(r[0]), places.Region(r[1])), problems);
        var tariffs = Read(folder, "tariffs.csv.gz", ["origin", "destination", "sector", "value"], s * n * n, r => Cube.At(n, places.Sector(r[2]), places.Region(r[0]), places.Region(r[1])), problems);
        var inputs = Read(folder, "input_shares.csv.gz", ["region", "input", "sector", "value"], n * s * s, r => Cube.At(s, places.Region(r[0]), places.Sector(r[1]), places.Sector(r[2])), problems);
        var valueAdded = Read(folder, "value_added_share.csv.gz", ["region", "sector", "value"], n * s, r => places.Region(r[0]) * s + places.Sector(r[1]), problems);
        var expenditure = Read(folder, "expenditure.csv", ["region", "sector", "value"], n * s, r => places.Region(r[0]) * s + places.Sector(r[1]), problems);
        problems.ThrowIfAny();

        var output = Levels(n, s, trade, tariffs, expenditure);
        var final = Use(n, s, inputs, valueAdded, expenditure, output);
        return new World(About, [.. regions], [.. sectors], blocs, trade, tariffs, inputs, final, [.. thetas]);
    }

    /// <summary>Turns shares into flows at basic prices; gives output.</summary>
    private static double[] Levels(int n, int s, double[] trade, double[] tariffs, double[] expenditure)
    {
        var output = new double[n * s];
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    ref var flow = ref trade[Cube.At(n, k, i, j)];
                    flow = flow * expenditure[j * s + k] / (1 + tariffs[Cube.At(n, k, i, j)]);
                    output[i * s + k] += flow;
                }
            }
        }

        return output;
    }

    /// <summary>Turns shares of cost into inputs; gives what they leave of each market, which rounding may take below zero.</summary>
    private static double[] Use(int n, int s, double[] inputs, double[] valueAdded, double[] expenditure, double[] output)
    {
        var final = new double[n * s];
        for (var r = 0; r < n; r++)
        {
            for (var input = 0; input < s; input++)
            {
                var left = expenditure[r * s + input];
                for (var k = 0; k < s; k++)
                {
                    ref var use = ref inputs[Cube.At(s, r, input, k)];
                    use *= (1 - valueAdded[r * s + k]) * output[r * s + k];
                    left -= use;
                }

                final[r * s + input] = left > 1e-9 * expenditure[r * s + input] ? left : 0;
            }
        }

        return final;
    }

    private static double[] Read(string folder, string file, string[] columns, int length, Func<string[], int> place, ProblemList problems)
    {
        var values = new double[length];
        using var table = CsvTable.Open(Path.Combine(folder, file), new TableHeader(columns), problems);
        var last = columns.Length - 1;
        var keys = new string[last];
        while (table is not null && table.Read())
        {
            for (var c = 0; c < last; c++)
                keys[c] = table.Text(c);
            if (table.Number(last, out var value))
                values[place(keys)] = value;
        }

        return values;
    }

    private static CsvTable Label(string name, string[] columns, ProblemList problems) =>
        CsvTable.Open(name, EmbeddedWorlds.Resource($"{Name}/{name}"), new TableHeader(columns), problems);

    /// <summary>Positions by code.</summary>
    private sealed class Places(List<RegionInfo> regions, List<SectorInfo> sectors)
    {
        private readonly Dictionary<string, int> _regions = regions.Select((region, place) => (region.Code, place)).ToDictionary(p => p.Code, p => p.place);
        private readonly Dictionary<string, int> _sectors = sectors.Select((sector, place) => (sector.Code, place)).ToDictionary(p => p.Code, p => p.place);

        public int Region(string code) => _regions[code];

        public int Sector(string code) => _sectors[code];
    }
}
