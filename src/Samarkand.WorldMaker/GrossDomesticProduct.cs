namespace Samarkand.WorldMaker;

/// <summary>GDP at current prices of each region, million USD: World Bank WDI, the remainder the sum of the states that are no region.</summary>
internal sealed class GrossDomesticProduct
{
    public const int BaciYear = 2013;

    /// <summary>Taiwan is not in WDI; its national accounts from 2013 on (DGBAS, https://eng.stat.gov.tw), to the billion USD.</summary>
    private static readonly double[] Taiwan = [513_000, 535_000, 535_000, 543_000, 591_000, 609_000, 611_000, 673_000, 775_000];

    private readonly Dictionary<int, double[]> _byYear = [];

    public GrossDomesticProduct(Statistics statistics, Labels2021 labels)
    {
        (Year, ServicesYear) = (statistics.Year.Year, statistics.Year.Services);
        foreach (var year in (int[])[BaciYear, ServicesYear, Year])
        {
            var values = new double[labels.N];
            foreach (var (state, value) in States(statistics, year))
                values[labels.Find(state) is var region and >= 0 ? region : labels.Remainder] += value;
            _byYear[year] = values;
        }
    }

    /// <summary>The world's year.</summary>
    public int Year { get; }

    /// <summary>The year of trade in services by partner.</summary>
    public int ServicesYear { get; }

    public double this[int region, int year] => _byYear[year][region];

    /// <summary>That of the world's year.</summary>
    public double this[int region] => _byYear[Year][region];

    /// <summary>By how much a pair's trade grows between two years: with the geometric mean of both economies.</summary>
    public double Growth(int origin, int destination, int from, int to) =>
        Math.Sqrt(this[origin, to] / this[origin, from] * (this[destination, to] / this[destination, from]));

    private static IEnumerable<(string State, double Value)> States(Statistics statistics, int year) =>
        statistics.Gdp
            .Where(entry => entry.Key.Year == year)
            .Select(entry => (entry.Key.State, entry.Value))
            .Where(entry => statistics.Gdp.ContainsKey((entry.State, BaciYear)) && statistics.Gdp.ContainsKey((entry.State, statistics.Year.Year)))
            .Append(("TWN", Taiwan[year - BaciYear]))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal);
}
