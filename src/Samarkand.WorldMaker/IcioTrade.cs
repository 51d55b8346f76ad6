using System.Collections.Immutable;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 1: trade of 2021 by sector between the economies of the OECD's tables, and what each sells itself. The tables' rest of the world
/// is left to <see cref="RestOfWorld"/>.
/// </summary>
internal sealed class IcioTrade
{
    /// <summary>The code of the tables' rest of the world.</summary>
    public const string Rest = "ROW";

    private readonly IcioTable _table;
    private readonly Labels2021 _labels;
    private readonly OilAndGas _oilAndGas;
    private readonly ImmutableArray<ImmutableArray<int>> _columns;
    private readonly int _crude;
    private readonly int _gas;

    public IcioTrade(Statistics statistics, Labels2021 labels, OilAndGas oilAndGas)
    {
        (_table, _labels, _oilAndGas) = (statistics.Icio, labels, oilAndGas);
        _columns = [.. labels.Parts.Select(part => part.Icio.Select(IcioTable.Column).ToImmutableArray())];
        (_crude, _gas) = (labels.Sector("cru"), labels.Sector("gas"));
    }

    /// <summary>Whether the tables have a region by itself.</summary>
    public bool Has(int region) => !_labels.Regions[region].IsRemainder && _table.Economies.Contains(_labels.Regions[region].Code);

    /// <summary>A pair's goods by sector; the regions whose oil and gas it is are given apart, since the pair may stand for the rest.</summary>
    public double[] Goods(string exporter, string importer, int origin, int destination)
    {
        var goods = new double[_labels.Goods];
        for (var k = 0; k < goods.Length; k++)
        {
            foreach (var column in _columns[k])
                goods[k] += _table[exporter, importer, column];
        }

        var share = _oilAndGas.GasShare(origin, destination);
        (goods[_crude], goods[_gas]) = ((1 - share) * goods[_crude], share * goods[_gas]);
        return goods;
    }

    /// <summary>A pair's services.</summary>
    public double Services(string exporter, string importer) => _table[exporter, importer, IcioTable.Columns.Length - 1];

    /// <summary>Writes the flows between the tables' economies, and what they sell themselves: crude oil and gas both under crude oil.</summary>
    public void Write(Flows flows, Provenance provenance)
    {
        for (var i = 0; i < _labels.N; i++)
        {
            for (var j = 0; j < _labels.N; j++)
            {
                if (!Has(i) || !Has(j))
                    continue;
                var (from, to) = (_labels.Regions[i].Code, _labels.Regions[j].Code);
                if (i == j)
                {
                    WriteHome(flows, i, from, 1);
                    continue;
                }

                var goods = Goods(from, to, i, j);
                for (var k = 0; k < goods.Length; k++)
                    flows[k, i, j] = goods[k];
                flows.Services[i * _labels.N + j] = Services(from, to);
                provenance.Set(i, j, "scaled:icio", "observed:icio", "scaled:icio");
            }
        }
    }

    /// <summary>What a region sells itself: a share of an economy's own sales.</summary>
    public void WriteHome(Flows flows, int region, string economy, double share)
    {
        for (var k = 0; k < _labels.Goods; k++)
        {
            flows.Home(region, k) = 0;
            foreach (var column in _columns[k])
                flows.Home(region, k) += share * _table[economy, economy, column];
        }

        flows.Home(region, _gas) = 0;
        flows.HomeServices[region] = share * Services(economy, economy);
    }
}
