using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 6: tariffs of 2021 by importer, exporter and sector, from the Global Tariff Database by way of the OECD's groups, with declared
/// corrections. An exporter that the database does not have pays the rate that most exporters pay. An importer that it does not have levies what the
/// rest of the world does in the world of 2014; free ports nothing.
/// </summary>
internal sealed class Tariffs2021
{
    /// <summary>A rate above this and three times that of 2014 is taken for an error of simple means, and that of 2014 stands.</summary>
    private const double Implausible = 0.25;

    private static readonly string[] FreePorts = ["HKG", "SGP"];
    private static readonly string[] CustomsUnion = ["BLR", "KAZ", "RUS"];
    private static readonly string[] EurasianUnion = [.. CustomsUnion, "ARM", "KGZ"];
    private static readonly string[] FreeTradeArea = ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UKR", "UZB"];

    private readonly Labels2021 _labels;
    private readonly Statistics _statistics;
    private readonly bool _corrects;
    private readonly TradeWar _tradeWar;
    private readonly OldTariffs _old;
    private readonly HashSet<string> _exporters;
    private readonly HashSet<string> _importers;
    private readonly HashSet<string> _europe;
    private readonly string[] _union;
    private readonly Dictionary<string, double[]> _usual = [];

    public Tariffs2021(Labels2021 labels, Statistics statistics, World world2014, bool corrects)
    {
        (_labels, _statistics, _corrects) = (labels, statistics, corrects);
        (_tradeWar, _old) = (new TradeWar(labels, statistics), new OldTariffs(labels, world2014));
        _exporters = [.. statistics.Tariffs.Keys.Select(pair => pair.Exporter)];
        _importers = [.. statistics.Tariffs.Keys.Select(pair => pair.Importer)];
        _europe = [.. labels.Members("EU").Select(member => labels.Regions[member].Code)];
        if (statistics.Year.HasBritain)
            _europe.Add("GBR");
        _union = statistics.Year.HasEurasianUnion ? EurasianUnion : CustomsUnion;
    }

    /// <summary>How many rates the world of 2014 overruled.</summary>
    public int Overruled { get; private set; }

    /// <summary>The rates, [sector, origin, destination], each to a hundredth of a percent.</summary>
    public double[] Rates()
    {
        var (n, rates) = (_labels.N, new double[_labels.S * _labels.N * _labels.N]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; i != j && k < _labels.Goods; k++)
                    rates[Cube.At(n, k, i, j)] = Math.Round(Rate(k, _labels.Regions[i].Code, _labels.Regions[j].Code), 4);
            }
        }

        return rates;
    }

    private double Rate(int sector, string exporter, string importer)
    {
        if (!_corrects)
            return _importers.Contains(importer) ? Published(sector, exporter, importer) : 0;
        if (BothIn(_union, exporter, importer) || _europe.Contains(exporter) && _europe.Contains(importer))
            return 0;
        if (importer is "ARM" or "KGZ" && Array.IndexOf(_union, importer) >= 0)
            return Published(sector, exporter, "KAZ");
        if (!_importers.Contains(importer))
            return BothIn(FreeTradeArea, exporter, importer) || Array.IndexOf(FreePorts, importer) >= 0 ? 0 : _old.Rate(sector, exporter, "ROW");
        if ((exporter, importer) == ("CHN", "RUS"))
            return Published(sector, "DEU", "RUS");
        if ((exporter, importer) == ("CHN", "USA") && _tradeWar.HasDuties)
            return _tradeWar.OnChina(sector);
        var added = (exporter, importer) == ("USA", "CHN") ? _tradeWar.AddedOnAmerica(sector) : 0;
        return added + Published(sector, exporter, importer);
    }

    private double Published(int sector, string exporter, string importer)
    {
        double[]? rates = null;
        if (!_statistics.Tariffs.TryGetValue((exporter, importer), out rates) && !_exporters.Contains(exporter))
            rates = Usual(importer);
        if (rates is null)
            return 0;
        var (weighted, weights, sum) = (0.0, 0.0, 0.0);
        foreach (var code in _labels.Parts[sector].Icio)
        {
            var column = IcioTable.Column(code);
            var flow = _statistics.Icio[exporter, importer, column];
            (weighted, weights, sum) = (weighted + flow * rates[column], weights + flow, sum + rates[column]);
        }

        var rate = weights > 0 ? weighted / weights : sum / _labels.Parts[sector].Icio.Length;
        if (!_corrects || rate <= Implausible || !_old.Has(importer) || rate <= 3 * _old.Rate(sector, exporter, importer))
            return rate;
        Overruled++;
        return _old.Rate(sector, exporter, importer);
    }

    /// <summary>By column, the rate that most exporters pay; of two that as many pay, the higher.</summary>
    private double[] Usual(string importer)
    {
        if (_usual.TryGetValue(importer, out var usual))
            return usual;
        usual = new double[IcioTable.Columns.Length - 1];
        var rows = _statistics.Tariffs.Where(entry => entry.Key.Importer == importer).Select(entry => entry.Value).ToArray();
        for (var column = 0; column < usual.Length; column++)
            usual[column] = rows.GroupBy(row => row[column]).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        return _usual[importer] = usual;
    }

    private static bool BothIn(string[] group, string a, string b) => Array.IndexOf(group, a) >= 0 && Array.IndexOf(group, b) >= 0;
}
