using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// The tariffs of the trade war, which the tariff database does not have. The United States' on China is the duty that was paid in the year (for 2021 from July 2020 to June 2021)
/// over the value of imports, by HS chapter. China's on the United States is what its tariff by HS6 code on 1 July of the year, of June 2019 at the latest, is above that of
/// January 2018, a simple mean; that China halved a part of it in 2020 is not in the source.
/// </summary>
internal sealed class TradeWar
{
    private const double Percent = 100;

    private readonly double[] _onChina;
    private readonly double[] _onAmerica;

    public TradeWar(Labels2021 labels, Statistics statistics)
    {
        var (imports, duty) = (new double[labels.S], new double[labels.S]);
        foreach (var ((origin, chapter), (value, paid)) in statistics.AmericanDuties)
        {
            if (origin != "CHN" || HsConcordance.Find(chapter) is not { } place)
                continue;
            imports[labels.Sector(place.Sector)] += value;
            duty[labels.Sector(place.Sector)] += paid;
        }

        var (all, allPaid) = (Flows.Sum(imports), Flows.Sum(duty));
        _onChina = [.. Enumerable.Range(0, labels.S).Select(k => imports[k] > 0 ? duty[k] / imports[k] : allPaid / all)];
        var (added, lines) = (new double[labels.S], new double[labels.S]);
        foreach (var (code, (before, after)) in statistics.ChineseDuties)
        {
            if (HsConcordance.Find(code) is not { } place)
                continue;
            added[labels.Sector(place.Sector)] += (after - before) / Percent;
            lines[labels.Sector(place.Sector)]++;
        }

        _onAmerica = [.. Enumerable.Range(0, labels.S).Select(k => lines[k] > 0 ? added[k] / lines[k] : 0)];
    }

    /// <summary>Whether duties that the United States collected are known of the year.</summary>
    public bool HasDuties => Array.Exists(_onChina, rate => rate > 0);

    /// <summary>The United States' whole rate on China.</summary>
    public double OnChina(int sector) => _onChina[sector];

    /// <summary>What China adds to its rate on the United States.</summary>
    public double AddedOnAmerica(int sector) => Math.Max(0, _onAmerica[sector]);
}
