namespace Samarkand.WorldMaker;

/// <summary>
/// Trade of all industries in 2013 between regions, with the states inside the remainder added up: how the rest of the world's trade is
/// divided. Hong Kong has no rows there: it gets Singapore's, in proportion to GDP.
/// </summary>
internal sealed class AllTrade
{
    private readonly double[] _values;
    private readonly int _n;

    public AllTrade(Statistics statistics, Labels2021 labels)
    {
        _n = labels.N;
        _values = new double[_n * _n];
        foreach (var ((exporter, importer), value) in statistics.AllTrade.OrderBy(entry => entry.Key.Exporter, StringComparer.Ordinal).ThenBy(entry => entry.Key.Importer, StringComparer.Ordinal))
        {
            Add(labels, exporter, importer, value);
            var (fromModel, toModel) = (exporter == "SGP", importer == "SGP");
            if (fromModel == toModel)
                continue;
            var scale = statistics.Gdp[("HKG", GrossDomesticProduct.BaciYear)] / statistics.Gdp[("SGP", GrossDomesticProduct.BaciYear)];
            Add(labels, fromModel ? "HKG" : exporter, toModel ? "HKG" : importer, value * scale);
        }
    }

    /// <summary>Sales of one region to another.</summary>
    public double this[int origin, int destination] => _values[origin * _n + destination];

    private void Add(Labels2021 labels, string exporter, string importer, double value)
    {
        var origin = labels.Find(exporter) is var i and >= 0 ? i : labels.Remainder;
        var destination = labels.Find(importer) is var j and >= 0 ? j : labels.Remainder;
        _values[origin * _n + destination] += origin == destination ? 0 : value;
    }
}
