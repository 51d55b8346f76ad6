namespace Samarkand.WorldMaker;

/// <summary>
/// Whose cost structure stands in for a region that no published table has: the state at the least declared distance, which is the difference in GDP a
/// head over its sum, plus half the sum of the absolute differences of what they export by kind of goods, plus the differences of
/// mining's exports over GDP and of GDP over output where both are known.
/// </summary>
internal sealed class TechnologyDonor
{
    private static readonly string[][] Kinds =
    [
        ["crp", "frs", "fod", "wod"],
        ["coa", "cru", "gas", "ref"],
        ["ore", "stl", "nfm"],
        ["tex"],
        ["chm", "pha", "pla", "mnr"],
        ["fab", "elc", "eqp", "mac", "mvh", "trn", "mnf"],
    ];

    private static readonly string[] Mining = ["coa", "cru", "gas", "ore"];

    private readonly Labels2021 _labels;
    private readonly double[] _income;
    private readonly double[] _rents;
    private readonly double[] _kept;
    private readonly double[][] _mix;

    public TechnologyDonor(Flows flows, Statistics statistics, GrossDomesticProduct gdp)
    {
        _labels = flows.Labels;
        var n = _labels.N;
        (_income, _rents, _kept, _mix) = (new double[n], new double[n], new double[n], new double[n][]);
        for (var r = 0; r < n; r++)
        {
            var exports = flows.Exports(r);
            var goods = Flows.Sum(exports[.._labels.Goods]);
            var output = gdp[r];
            _income[r] = output / statistics.PersonsIn(_labels, r);
            _rents[r] = Mining.Sum(code => exports[_labels.Sector(code)]) / output;
            _kept[r] = output / (Flows.Sum(exports) + Flows.Sum([.. Enumerable.Range(0, _labels.Goods).Select(k => flows.Home(r, k))]) + flows.HomeServices[r]);
            _mix[r] = [.. Kinds.Select(kind => kind.Sum(code => exports[_labels.Sector(code)]) / goods)];
        }
    }

    /// <summary>The nearest of the candidates, and how far it is.</summary>
    public (string Donor, double Distance) Nearest(int region, IEnumerable<string> candidates)
    {
        var (nearest, least) = ("", double.PositiveInfinity);
        foreach (var code in candidates)
        {
            var other = _labels.Find(code);
            var distance = Math.Abs(_income[region] - _income[other]) / (_income[region] + _income[other]) + Math.Abs(_rents[region] - _rents[other]);
            for (var kind = 0; kind < Kinds.Length; kind++)
                distance += Math.Abs(_mix[region][kind] - _mix[other][kind]) / 2;
            distance += double.IsNaN(_kept[region]) ? 0 : Math.Abs(_kept[region] - _kept[other]);
            if (distance < least)
                (nearest, least) = (code, distance);
        }

        return (nearest, least);
    }
}
