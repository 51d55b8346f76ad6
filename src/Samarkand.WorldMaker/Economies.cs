using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 7: every region's economy, with WIOD's cost structure of 2014, Russia's of 2011 (its table of 2014 was carried forward and has no output in 17
/// sectors), or that of the nearest state.
/// </summary>
internal sealed class Economies
{
    private const byte Own = 1;
    private const byte Donated = 2;
    private const byte Final = 4;

    private readonly Flows _flows;
    private readonly double[] _tariffs;
    private readonly GrossDomesticProduct _gdp;
    private readonly TechnologyTable _of2014;
    private readonly TechnologyTable _of2011;
    private readonly TechnologyDonor _donor;
    private readonly Imputation _imputation;
    private readonly double[] _world;

    public Economies(Flows flows, double[] tariffs, Statistics statistics, GrossDomesticProduct gdp, TechnologyTable of2014, TechnologyTable of2011, Imputation imputation)
    {
        (_flows, _tariffs, _gdp, _of2014, _of2011, _imputation) = (flows, tariffs, gdp, of2014, of2011, imputation);
        _donor = new TechnologyDonor(flows, statistics, gdp);
        _world = new double[flows.Labels.S];
        for (var r = 0; r < flows.Labels.N; r++)
        {
            for (var k = 0; k < _world.Length; k++)
                _world[k] += flows.Exports(r)[k] + (double.IsNaN(flows.Home(r, k)) ? 0 : flows.Home(r, k));
        }
    }

    public ImmutableArray<BalancedEconomy> Balance() => [.. Enumerable.Range(0, _flows.Labels.N).Select(Balance)];

    private BalancedEconomy Balance(int region)
    {
        var (table, code, source) = Technologies(region);
        var margins = Margins(region);
        var market = new double[_world.Length];
        for (var k = 0; k < market.Length; k++)
            market[k] = double.IsNaN(margins.Home[k]) ? _world[k] : margins.Home[k] + margins.Imports[k];
        var technology = Technology.Of(table, table.Find(code), market, _imputation.HasMiningUse);
        return new BalancedEconomy(technology, source, EconomyBalance.Of(technology, margins, source.StartsWith("imputed", StringComparison.Ordinal) || !_imputation.IsWeighted ? Donated : Own, _imputation.IsWeighted ? Final : Donated));
    }

    private (TechnologyTable Table, string Code, string Source) Technologies(int region)
    {
        var own = _flows.Labels.Regions[region].Code;
        if (IsOf2011(own))
            return (_of2011, own, "scaled:wiod-2011");
        if (_of2014.Find(own) >= 0)
            return (_of2014, own, "scaled:wiod-2014");
        var donor = _imputation.Donor ?? _donor.Nearest(region, _flows.Labels.Regions.Select(r => r.Code).Where(code => code != "ROW" && _of2014.Find(code) >= 0)).Donor;
        return (IsOf2011(donor) ? _of2011 : _of2014, donor, $"imputed:wiod-{donor}");
    }

    private bool IsOf2011(string code) => _imputation.Year switch
    {
        null => code == "RUS",
        2011 => _of2011.Find(code) >= 0,
        _ => false,
    };

    private EconomyMargins Margins(int region)
    {
        var labels = _flows.Labels;
        var (revenue, home) = (new double[labels.S], new double[labels.S]);
        for (var k = 0; k < labels.S; k++)
        {
            home[k] = k < labels.Goods ? _flows.Home(region, k) : double.NaN;
            for (var i = 0; i < labels.N; i++)
                revenue[k] += i == region ? 0 : _flows[k, i, region] * _tariffs[Cube.At(labels.N, k, i, region)];
        }

        return new EconomyMargins(
            labels.Regions[region].Code, _gdp[region], _flows.Exports(region), _flows.Imports(region), revenue, home, _flows.HomeServices[region], labels.Goods);
    }
}
