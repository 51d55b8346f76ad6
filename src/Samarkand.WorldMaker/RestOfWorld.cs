namespace Samarkand.WorldMaker;

/// <summary>
/// Step 2: the tables' rest of the world is divided among the states in it and a remainder. What an economy sells to it, and buys of it, is
/// divided as ITPD-E's trade of 2013, carried to 2021 with the GDP of each state; between two states in it the level is ITPD-E's, at the tables' ratio to it.
/// A state's exports by sector are moved towards what is known of them; what it buys of each origin is by sector what its donor buys.
/// </summary>
internal sealed class RestOfWorld
{
    private readonly IcioTrade _icio;
    private readonly Labels2021 _labels;
    private readonly AllTrade _allTrade;
    private readonly ExportMix _mix;
    private readonly GrossDomesticProduct _gdp;
    private readonly Provenance _provenance;
    private readonly Flows _flows;
    private readonly double[] _usual;
    private readonly Imputation _imputation;

    private RestOfWorld(Flows flows, IcioTrade icio, Statistics statistics, GrossDomesticProduct gdp, Provenance provenance, Imputation imputation)
    {
        _imputation = imputation;
        (_flows, _labels, _icio, _gdp, _provenance) = (flows, flows.Labels, icio, gdp, provenance);
        _allTrade = new AllTrade(statistics, _labels);
        _usual = new double[_labels.Goods];
        for (var j = 0; j < _labels.N; j++)
        {
            if (!icio.Has(j))
                continue;
            var goods = icio.Goods(IcioTrade.Rest, _labels.Regions[j].Code, _labels.Remainder, j);
            for (var k = 0; k < _usual.Length; k++)
                _usual[k] += goods[k];
        }

        _mix = new ExportMix(statistics, flows, _usual);
    }

    public static void Divide(Flows flows, IcioTrade icio, Statistics statistics, GrossDomesticProduct gdp, Provenance provenance, Imputation imputation)
    {
        var rest = new RestOfWorld(flows, icio, statistics, gdp, provenance, imputation);
        rest.WithTheTables();
        rest.Within();
        rest.RemainderAtHome();
    }

    private IEnumerable<int> Members() => Enumerable.Range(0, _labels.N).Where(region => !_icio.Has(region));

    private double Weight(int origin, int destination)
    {
        if (!_imputation.HasItpde)
            return _gdp[origin] * _gdp[destination];
        var growth = 1.0;
        foreach (var region in (int[])[origin, destination])
            growth *= _icio.Has(region) ? 1 : _gdp[region] / _gdp[region, GrossDomesticProduct.BaciYear];
        return _allTrade[origin, destination] * growth;
    }

    private void WithTheTables()
    {
        for (var w = 0; w < _labels.N; w++)
        {
            if (!_icio.Has(w))
                continue;
            var (sold, bought) = (0.0, 0.0);
            foreach (var m in Members())
                (sold, bought) = (sold + Weight(w, m), bought + Weight(m, w));
            foreach (var m in Members())
            {
                if (sold > 0)
                    Sell(w, m, Weight(w, m) / sold);
                if (bought > 0)
                    Buy(w, m, Weight(m, w) / bought);
            }
        }
    }

    private void Sell(int w, int m, double share)
    {
        var code = _labels.Regions[w].Code;
        var goods = _icio.Goods(code, IcioTrade.Rest, w, m);
        var donor = _imputation.HasImportDonors ? _labels.Donors[m].Imports : "";
        var profile = donor.Length > 0 && donor != code ? _icio.Goods(code, donor, w, _labels.Find(donor)) : goods;
        if (Flows.Sum(profile) == 0)
            profile = goods;
        _flows.SetGoods(w, m, share * Flows.Sum(goods), profile);
        _flows.Services[w * _labels.N + m] = share * _icio.Services(code, IcioTrade.Rest);
        _provenance.Set(w, m, "imputed:itpd-e", donor.Length > 0 ? "imputed:import-donor" : "imputed:icio-rest", "imputed:itpd-e");
    }

    private void Buy(int w, int m, double share)
    {
        var code = _labels.Regions[w].Code;
        var goods = _icio.Goods(IcioTrade.Rest, code, m, w);
        _flows.SetGoods(m, w, share * Flows.Sum(goods), Tilted(m, goods));
        _flows.Services[m * _labels.N + w] = share * _icio.Services(IcioTrade.Rest, code);
        _provenance.Set(m, w, "imputed:itpd-e", _mix.Source(m), "imputed:itpd-e");
    }

    private double[] Tilted(int origin, double[] goods)
    {
        if (origin == _labels.Remainder)
            return goods;
        var (known, tilted) = (_mix.Shares(origin), new double[goods.Length]);
        var usual = Flows.Sum(_usual);
        for (var k = 0; k < goods.Length; k++)
            tilted[k] = _usual[k] > 0 ? goods[k] * known[k] * usual / _usual[k] : 0;
        return Flows.Sum(tilted) > 0 ? tilted : known;
    }

    private void Within()
    {
        var (itpd, goods, services) = (0.0, 0.0, 0.0);
        for (var w = 0; w < _labels.N; w++)
        {
            if (!_icio.Has(w))
                continue;
            foreach (var m in Members())
                itpd += Weight(m, w);
            goods += Flows.Sum(_icio.Goods(IcioTrade.Rest, _labels.Regions[w].Code, _labels.Remainder, w));
            services += _icio.Services(IcioTrade.Rest, _labels.Regions[w].Code);
        }

        foreach (var i in Members())
        {
            foreach (var j in Members())
            {
                if (i == j)
                    continue;
                _flows.SetGoods(i, j, Weight(i, j) / itpd * goods, Tilted(i, _usual));
                _flows.Services[i * _labels.N + j] = Weight(i, j) / itpd * services;
                _provenance.Set(i, j, "imputed:itpd-e", _mix.Source(i), "imputed:itpd-e");
            }
        }
    }

    /// <summary>The remainder sells itself what the rest of the world does, in proportion to GDP; of the states in it nobody knows.</summary>
    private void RemainderAtHome()
    {
        var all = 0.0;
        foreach (var m in Members())
            all += _gdp[m];
        _icio.WriteHome(_flows, _labels.Remainder, IcioTrade.Rest, _gdp[_labels.Remainder] / all);
    }
}
