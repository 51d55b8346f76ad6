namespace Samarkand.WorldMaker;

/// <summary>
/// Step 2: flows between all regions in 2011. Those between WIOD's regions are WIOD's. Those of its rest of the world are divided among
/// the states in it as ITPD-E's trade of 2013 is, each state's goods by sector as customs data or its donors show; where BACI covers both
/// partners, goods are BACI's.
/// </summary>
internal sealed class RestOfWorld
{
    private readonly WiodSeed _seed;
    private readonly Labels2021 _labels;
    private readonly AllTrade _allTrade;
    private readonly CustomsBySector _customs;
    private readonly Provenance _provenance;
    private readonly Flows _flows;
    private readonly int[] _wiod;
    private readonly double[] _outward;

    private RestOfWorld(WiodSeed seed, Statistics statistics, Labels2021 labels, Provenance provenance)
    {
        (_seed, _labels, _provenance) = (seed, labels, provenance);
        _allTrade = new AllTrade(statistics, labels);
        _customs = new CustomsBySector(statistics, labels);
        _flows = new Flows(labels);
        _wiod = [.. labels.Regions.Select(region => region.IsRemainder ? -1 : seed.Find(region.Code))];
        _outward = new double[labels.S];
        for (var k = 0; k < labels.S; k++)
        {
            for (var j = 0; j < seed.RestOfWorld; j++)
                _outward[k] += seed.Flow(k, seed.RestOfWorld, j);
        }
    }

    public static Flows Split(WiodSeed seed, Statistics statistics, GrossDomesticProduct gdp, Labels2021 labels, Provenance provenance)
    {
        var split = new RestOfWorld(seed, statistics, labels, provenance);
        split.BetweenWiodRegions();
        split.WithTheRest();
        split.WithinTheRest();
        split.TakeCustoms(gdp);
        split.TakeImportDonors();
        return split._flows;
    }

    private bool IsInWiod(int region) => _wiod[region] >= 0;

    private void BetweenWiodRegions()
    {
        foreach (var (i, j) in Pairs((i, j) => IsInWiod(i) && IsInWiod(j)))
        {
            for (var k = 0; k < _labels.S; k++)
                _flows[k, i, j] = _seed.Flow(k, _wiod[i], _wiod[j]);
            _provenance.Set(i, j, "scaled:wiod", "scaled:wiod", "scaled:wiod");
        }
    }

    private void WithTheRest()
    {
        for (var w = 0; w < _labels.N; w++)
        {
            if (!IsInWiod(w))
                continue;
            var (sold, bought) = (0.0, 0.0);
            foreach (var m in Rest())
                (sold, bought) = (sold + _allTrade[w, m], bought + _allTrade[m, w]);
            foreach (var m in Rest())
            {
                for (var k = 0; k < _labels.S; k++)
                {
                    _flows[k, w, m] = _seed.Flow(k, _wiod[w], _seed.RestOfWorld) * _allTrade[w, m] / sold;
                    _flows[k, m, w] = _seed.Flow(k, _seed.RestOfWorld, _wiod[w]) * _allTrade[m, w] / bought;
                }

                Tilt(m, w);
                var source = _labels.Regions[m].Code == "HKG" ? "imputed:singapore" : "imputed:itpd-e";
                _provenance.Set(w, m, source, "imputed:wiod-rest", source);
                _provenance.Set(m, w, source, "imputed:export-donors", source);
            }
        }
    }

    /// <summary>Between states of the rest of the world WIOD shows nothing: the level is ITPD-E's, at WIOD's ratio to it elsewhere.</summary>
    private void WithinTheRest()
    {
        var itpd = 0.0;
        foreach (var m in Rest())
        {
            for (var w = 0; w < _labels.N; w++)
                itpd += IsInWiod(w) ? _allTrade[m, w] : 0;
        }

        foreach (var (i, j) in Pairs((i, j) => !IsInWiod(i) && !IsInWiod(j)))
        {
            for (var k = 0; k < _labels.S; k++)
                _flows[k, i, j] = _allTrade[i, j] / itpd * _outward[k];
            Tilt(i, j);
            var source = _labels.Regions[i].Code == "HKG" || _labels.Regions[j].Code == "HKG" ? "imputed:singapore" : "imputed:itpd-e";
            _provenance.Set(i, j, source, "imputed:export-donors", source);
        }
    }

    /// <summary>Moves a state's goods towards what it is known, or taken, to export; the pair's total of goods stays.</summary>
    private void Tilt(int origin, int destination)
    {
        if (origin == _labels.Remainder)
            return;
        var (known, usual, profile) = (ExportShares(origin), Shares(_outward), _flows.Profile(origin, destination));
        for (var k = 0; k < profile.Length; k++)
            profile[k] *= known[k] / usual[k];
        _flows.SetGoods(origin, destination, _flows.Goods(origin, destination), profile);
    }

    private double[] ExportShares(int region)
    {
        if (IsInWiod(region))
        {
            var exports = new double[_labels.Goods];
            for (var k = 0; k < exports.Length; k++)
            {
                for (var j = 0; j < _seed.N; j++)
                    exports[k] += j == _wiod[region] ? 0 : _seed.Flow(k, _wiod[region], j);
            }

            return Shares(exports);
        }

        if (_customs.Covers(region))
            return Shares(_customs.Exports(region, _outward));
        var mixed = new double[_labels.Goods];
        foreach (var (donor, weight) in _labels.Donors[region].Exports)
        {
            var shares = ExportShares(_labels.Find(donor));
            for (var k = 0; k < mixed.Length; k++)
                mixed[k] += weight * shares[k];
        }

        return mixed;
    }

    private double[] Shares(double[] bySector)
    {
        var goods = bySector[.._labels.Goods];
        var sum = Flows.Sum(goods);
        for (var k = 0; k < goods.Length; k++)
            goods[k] /= sum;
        return goods;
    }

    private void TakeCustoms(GrossDomesticProduct gdp)
    {
        foreach (var (i, j) in Pairs((i, j) => _customs.Covers(i) && _customs.Covers(j) && !(IsInWiod(i) && IsInWiod(j))))
        {
            var goods = _customs.Between(i, j, _flows.Profile(i, j));
            var growth = gdp.Growth(i, j, GrossDomesticProduct.SeedYear, GrossDomesticProduct.BaciYear);
            _flows.SetGoods(i, j, Flows.Sum(goods) / growth, goods);
            _provenance.SetGoods(i, j, "scaled:baci", "scaled:baci");
        }
    }

    /// <summary>An importer whose purchases nobody shows by sector buys of each origin what its donor does.</summary>
    private void TakeImportDonors()
    {
        foreach (var (i, j) in Pairs((_, j) => _labels.Donors[j].Imports.Length > 0))
        {
            var donor = _labels.Find(_labels.Donors[j].Imports);
            if (i == donor || i == _labels.Remainder || Flows.Sum(_flows.Profile(i, donor)) == 0 || !_customs.Covers(i))
                continue;
            _flows.SetGoods(i, j, _flows.Goods(i, j), _flows.Profile(i, donor));
            _provenance.SetProfile(i, j, "imputed:import-donor");
        }
    }

    private IEnumerable<int> Rest() => Enumerable.Range(0, _labels.N).Where(region => !IsInWiod(region));

    private IEnumerable<(int Origin, int Destination)> Pairs(Func<int, int, bool> which)
    {
        for (var i = 0; i < _labels.N; i++)
        {
            for (var j = 0; j < _labels.N; j++)
            {
                if (i != j && which(i, j))
                    yield return (i, j);
            }
        }
    }
}
