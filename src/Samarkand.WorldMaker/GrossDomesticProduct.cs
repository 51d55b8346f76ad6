namespace Samarkand.WorldMaker;

/// <summary>GDP at current prices of each region, million USD: World Bank WDI, the remainder the sum of the states that are no region.</summary>
internal sealed class GrossDomesticProduct
{
    public const int BaciYear = 2013;
    public const int ServicesYear = 2019;
    public const int Year = 2021;

    /// <summary>Taiwan is not in WDI; its national accounts (DGBAS, https://eng.stat.gov.tw), to the billion USD.</summary>
    private static readonly Dictionary<int, double> Taiwan = new() { [BaciYear] = 513_000, [ServicesYear] = 611_000, [Year] = 775_000 };

    private readonly Dictionary<int, double[]> _byYear = [];

    public GrossDomesticProduct(Statistics statistics, Labels2021 labels)
    {
        foreach (var year in (int[])[BaciYear, ServicesYear, Year])
        {
            var values = new double[labels.N];
            foreach (var (state, value) in States(statistics, year))
                values[labels.Find(state) is var region and >= 0 ? region : labels.Remainder] += value;
            _byYear[year] = values;
        }
    }

    public double this[int region, int year] => _byYear[year][region];

    /// <summary>By how much a pair's trade grows between two years: with the geometric mean of both economies.</summary>
    public double Growth(int origin, int destination, int from, int to) =>
        Math.Sqrt(this[origin, to] / this[origin, from] * (this[destination, to] / this[destination, from]));

    private static IEnumerable<(string State, double Value)> States(Statistics statistics, int year) =>
        statistics.Gdp
            .Where(entry => entry.Key.Year == year)
            .Select(entry => (entry.Key.State, entry.Value))
            .Where(entry => statistics.Gdp.ContainsKey((entry.State, BaciYear)) && statistics.Gdp.ContainsKey((entry.State, Year)))
            .Append(("TWN", Taiwan[year]))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal);
}
