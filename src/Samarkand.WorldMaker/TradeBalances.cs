using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 4, second half: growth with GDP lets trade balances drift, and where no figure of 2021 holds a flow nothing stops them. The balance
/// of each of WIOD's regions, over GDP, is taken back towards that of 2011: what it sells is scaled by a factor and what it buys by its
/// inverse, in turn with the totals of the European Union. Hong Kong, all of whose flows are imputed, has none. Flows that an official
/// figure fixes, and services, stay. Russia, whose trade customs record, and the other regions that WIOD does not have take what results.
/// </summary>
internal sealed class TradeBalances
{
    /// <summary>The factor stays between this and its inverse.</summary>
    private const double LeastFactor = 0.7;

    private const int Rounds = 1000;
    private const double Tolerance = 1e-10;

    private readonly Flows _flows;
    private readonly OfficialTotals _totals;
    private readonly List<(int Region, double Target)> _targets = [];

    private TradeBalances(Flows flows, OfficialTotals totals, WiodSeed seed, GrossDomesticProduct gdp)
    {
        (_flows, _totals) = (flows, totals);
        for (var r = 0; r < flows.Labels.N - 1; r++)
        {
            var code = flows.Labels.Regions[r].Code;
            if (code == "HKG")
                _targets.Add((r, 0));
            else if (code != "RUS" && seed.Find(code) is >= 0 and var own)
                _targets.Add((r, BalanceOf2011(seed, own) * gdp[r, GrossDomesticProduct.Year]));
        }
    }

    public static void Restore(Flows flows, OfficialTotals totals, WiodSeed seed, GrossDomesticProduct gdp)
    {
        var balances = new TradeBalances(flows, totals, seed, gdp);
        var factors = new double[flows.Labels.N];
        Array.Fill(factors, 1);
        var largest = double.PositiveInfinity;
        for (var round = 0; round < Rounds && largest > Tolerance; round++)
        {
            largest = 0;
            foreach (var (region, target) in balances._targets)
            {
                var next = Math.Clamp(factors[region] * balances.Factor(region, target), LeastFactor, 1 / LeastFactor);
                balances.Scale(region, next / factors[region]);
                largest = Math.Max(largest, Math.Abs(next / factors[region] - 1));
                factors[region] = next;
            }

            totals.ShareGroups();
        }
    }

    private static double BalanceOf2011(WiodSeed seed, int region)
    {
        var s = seed.Final.Length / seed.N;
        var (balance, valueAdded) = (0.0, 0.0);
        for (var k = 0; k < s; k++)
        {
            for (var other = 0; other < seed.N; other++)
            {
                balance += seed.Flow(k, region, other) - seed.Flow(k, other, region);
                valueAdded += seed.Flow(k, region, other);
            }

            for (var input = 0; input < s; input++)
                valueAdded -= seed.Inputs[Cube.At(s, region, input, k)];
        }

        return balance / valueAdded;
    }

    /// <summary>The factor on a region's free sales, and its inverse on what it buys freely, that would give it the balance now.</summary>
    private double Factor(int region, double target)
    {
        var (sold, bought) = (0.0, 0.0);
        for (var other = 0; other < _flows.Labels.N; other++)
        {
            if (other == region)
                continue;
            sold += _totals.IsObserved(region, other) ? 0 : _flows.Goods(region, other);
            bought += _totals.IsObserved(other, region) ? 0 : _flows.Goods(other, region);
        }

        var balance = Flows.Sum(_flows.Exports(region)) - Flows.Sum(_flows.Imports(region));
        var net = sold - bought + target - balance;
        return (net + Math.Sqrt(net * net + 4 * sold * bought)) / (2 * sold);
    }

    private void Scale(int region, double factor)
    {
        for (var other = 0; other < _flows.Labels.N; other++)
        {
            if (other == region)
                continue;
            if (!_totals.IsObserved(region, other))
                _flows.ScaleGoods(region, other, factor);
            if (!_totals.IsObserved(other, region))
                _flows.ScaleGoods(other, region, 1 / factor);
        }
    }
}
