namespace Samarkand.WorldMaker;

/// <summary>
/// How the one group of crude oil and natural gas is divided. Between two states whose customs BACI has: as their trade of 2013. Else, in this
/// order, as the exporter's trade of 2013 with all that BACI has, the share that <c>regions.csv</c> declares for the exporter, and the mean
/// of all exporters. Sales at home are divided in proportion to what refineries need beyond imports and what utilities need.
/// </summary>
internal sealed class OilAndGas
{
    private readonly Statistics _statistics;
    private readonly Labels2021 _labels;
    private readonly SortedDictionary<string, (double Oil, double Gas)> _exporters = new(StringComparer.Ordinal);
    private readonly double _mean;
    private readonly bool _isMean;

    public OilAndGas(Statistics statistics, Labels2021 labels, bool isMean)
    {
        (_statistics, _labels, _isMean) = (statistics, labels, isMean);
        var (oil, gas) = (0.0, 0.0);
        foreach (var ((exporter, _), trade) in statistics.OilAndGas)
        {
            var sum = _exporters.GetValueOrDefault(exporter);
            _exporters[exporter] = (sum.Oil + trade.Oil, sum.Gas + trade.Gas);
            (oil, gas) = (oil + trade.Oil, gas + trade.Gas);
        }

        _mean = gas / (oil + gas);
    }

    /// <summary>The share of gas in what one region sells another of both.</summary>
    public double GasShare(int origin, int destination)
    {
        if (_isMean)
            return _mean;
        var (from, to) = (_labels.Regions[origin].Code, _labels.Regions[destination].Code);
        if (!IsHidden(from, to) && _statistics.OilAndGas.TryGetValue((from, to), out var pair) && pair.Oil + pair.Gas > 0)
            return pair.Gas / (pair.Oil + pair.Gas);
        if (_labels.Donors[origin].Gas is { } declared)
            return declared;
        return _exporters.TryGetValue(from, out var all) && all.Oil + all.Gas > 0 ? all.Gas / (all.Oil + all.Gas) : _mean;
    }

    /// <summary>Divides what each economy sells itself, which stands under crude oil.</summary>
    public static void DivideHome(Flows flows, Imputation imputation)
    {
        var labels = flows.Labels;
        var (crude, gas, refined) = (labels.Sector("cru"), labels.Sector("gas"), labels.Sector("ref"));
        for (var r = 0; r < labels.N; r++)
        {
            var both = flows.Home(r, crude);
            if (double.IsNaN(both))
                continue;
            var output = flows.Home(r, refined);
            for (var j = 0; j < labels.N; j++)
                output += flows[refined, r, j];
            var lacking = Math.Max(0.05 * both, imputation.CrudeOfRefining * output - flows.Imports(r)[crude]);
            var utilities = Math.Max(0.05 * both, imputation.GasOfUtilities * imputation.UtilitiesOfServices * flows.HomeServices[r]);
            flows.Home(r, gas) = both * utilities / (utilities + lacking);
            flows.Home(r, crude) = both - flows.Home(r, gas);
        }
    }

    /// <summary>Turkey keeps its purchases of Russian gas secret.</summary>
    private static bool IsHidden(string exporter, string importer) => (exporter, importer) == ("RUS", "TUR");
}
