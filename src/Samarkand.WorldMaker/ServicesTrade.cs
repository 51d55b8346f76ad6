namespace Samarkand.WorldMaker;

/// <summary>
/// Step 3: services as the balance of payments counts them. WIOD's services hold the trade margins on exported goods too, which customs values of
/// goods hold again, and its rest of the world buys what nobody else accounts for. So each pair's services get the total that both
/// partners reported to the OECD for 2019 (the mean, since they disagree, or the one report that there is), carried to 2011 with GDP like
/// the seed; where neither did, the seed is scaled with how much the pair's exporter sells, and its importer buys, of what is reported. The division by sector stays.
/// </summary>
internal sealed class ServicesTrade(Flows flows, Statistics statistics, GrossDomesticProduct gdp, Provenance provenance)
{
    private readonly Labels2021 _labels = flows.Labels;

    public static void Take(Flows flows, Statistics statistics, GrossDomesticProduct gdp, Provenance provenance)
    {
        var services = new ServicesTrade(flows, statistics, gdp, provenance);
        var reported = services.Reported();
        var (sold, bought) = services.Ratios(reported);
        services.Scale(reported, sold, bought);
    }

    private double[] Reported()
    {
        var reported = new double[_labels.N * _labels.N];
        for (var i = 0; i < _labels.N; i++)
        {
            for (var j = 0; j < _labels.N; j++)
            {
                var (from, to) = (_labels.Regions[i].Code, _labels.Regions[j].Code);
                if (i != j && !_labels.Regions[i].IsRemainder && !_labels.Regions[j].IsRemainder)
                {
                    var exports = Positive(statistics.ServicesExports, from, to);
                    var imports = Positive(statistics.ServicesImports, to, from);
                    reported[i * _labels.N + j] = ((exports ?? imports ?? 0) + (imports ?? exports ?? 0)) / 2
                        / gdp.Growth(i, j, GrossDomesticProduct.SeedYear, GrossDomesticProduct.ServicesYear);
                }
            }
        }

        return reported;
    }

    private static double? Positive(Dictionary<(string, string), double> table, string reporter, string partner) =>
        table.TryGetValue((reporter, partner), out var value) && value > 0 ? value : null;

    /// <summary>Reported over seed, by exporter and by importer, over the pairs that are reported; of a region with none, that of all.</summary>
    private (double[] Sold, double[] Bought) Ratios(double[] reported)
    {
        var n = _labels.N;
        var (known, seed) = (new double[2 * n + 1], new double[2 * n + 1]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (reported[i * n + j] == 0)
                    continue;
                foreach (var place in (int[])[i, n + j, 2 * n])
                {
                    known[place] += reported[i * n + j];
                    seed[place] += Services(i, j);
                }
            }
        }

        double Ratio(int place) => seed[place] > 0 ? known[place] / seed[place] : known[2 * n] / seed[2 * n];
        return ([.. Enumerable.Range(0, n).Select(Ratio)], [.. Enumerable.Range(n, n).Select(Ratio)]);
    }

    private void Scale(double[] reported, double[] sold, double[] bought)
    {
        for (var i = 0; i < _labels.N; i++)
        {
            for (var j = 0; j < _labels.N; j++)
            {
                if (i == j)
                    continue;
                var (total, now) = (reported[i * _labels.N + j], Services(i, j));
                var factor = total == 0 ? Math.Sqrt(sold[i] * bought[j]) : now > 0 ? total / now : 0;
                for (var k = _labels.Goods; k < _labels.S; k++)
                    flows[k, i, j] *= factor;
                provenance.SetServices(i, j, total == 0 ? "imputed:oecd-services" : "scaled:oecd-services");
            }
        }
    }

    private double Services(int origin, int destination)
    {
        var sum = 0.0;
        for (var k = _labels.Goods; k < _labels.S; k++)
            sum += flows[k, origin, destination];
        return sum;
    }
}
