using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Explanation;

/// <summary>
/// Takes the change of each region's real income apart, exactly: income by its sources with logarithmic means (Vartia 1976; Ang 2004),
/// consumption prices by the origin of every good with the weights of Sato and Vartia, home costs resolved into home wages and imported
/// inputs. Nothing is left over, and a flow that ends has a finite contribution. See docs/method.md, section 9.
/// </summary>
internal sealed class IncomeChannels
{
    // A hundredth of what the solver leaves open.
    private const double Nothing = 1e-16;

    private readonly Equilibrium _equilibrium;
    private readonly Baseline _baseline;
    private readonly UseShares _weights;
    private readonly double[] _logCosts;
    private readonly TradeFlows _before;
    private readonly TradeFlows _after;
    private readonly MarketOrigins _markets;
    private readonly ILookup<Region, (ChannelKind Kind, Region? Partner, Sector? Sector, double Change)> _revenues;

    private IncomeChannels(Equilibrium equilibrium)
    {
        (_equilibrium, _baseline) = (equilibrium, equilibrium.Baseline);
        _weights = CostWeights.Of(equilibrium);
        var costs = equilibrium.Costs();
        _logCosts = Array.ConvertAll(costs, Math.Log);
        (_before, _after) = (TradeFlows.Of(_baseline), TradeFlows.Of(equilibrium));
        _markets = new MarketOrigins(equilibrium, costs);
        _revenues = RevenueChannels.Of(equilibrium.Shock, _markets.Transfers, _baseline, _before, _after);
    }

    /// <summary>The channels of every region, in the world's order.</summary>
    /// <param name="equilibrium">The counterfactual; what it is compared with is its baseline.</param>
    public static ImmutableArray<RegionChannels> Of(Equilibrium equilibrium)
    {
        var channels = new IncomeChannels(equilibrium);
        return [.. Enumerable.Range(0, equilibrium.Baseline.RegionCount).Select(r => channels.Of(new Region(r)))];
    }

    private RegionChannels Of(Region region)
    {
        var (n, s, j) = (_baseline.RegionCount, _baseline.SectorCount, region.Index);
        var (shares, wedges, barriers) = (new double[s][], new double[s][], new double[s][]);
        for (var k = 0; k < s; k++)
        {
            (shares[k], wedges[k], barriers[k]) = (new double[n], new double[n], new double[n]);
            _markets.Split(k, j, shares[k], wedges[k], barriers[k]);
        }

        var final = _weights.Final.AsSpan(j * s, s).ToArray();
        var home = Array.ConvertAll(shares, origins => origins[j]);
        var uses = Uses(region, home, final);
        var found = ImmutableArray.CreateBuilder<Channel>();
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var (partner, sector) = (new Region(i), new Sector(k));
                if (i != j)
                {
                    Add(ChannelKind.ImportPrices, partner, sector, -final[k] * shares[k][i] * _logCosts[i * s + k]);
                    Add(ChannelKind.InputPrices, partner, sector, -(uses[k] - final[k]) * shares[k][i] * _logCosts[i * s + k]);
                }

                Add(ChannelKind.Barriers, partner, sector, -uses[k] * barriers[k][i]);
                Add(ChannelKind.Wedges, partner, sector, -uses[k] * wedges[k][i]);
            }
        }

        var income = LogMean.Of(_equilibrium.Incomes[j], _baseline.Income(region));
        AddWages();
        foreach (var (kind, partner, sector, change) in _revenues[region])
            Add(kind, partner, sector, change / income);
        Add(ChannelKind.Deficit, null, null, (Deficit(j) - _baseline.Deficits[j]) / income);
        return new RegionChannels(region, _baseline.Income(region), _equilibrium.RealIncome(region), found.ToImmutable());

        void AddWages()
        {
            // A wage is earned on all sales and paid in all home prices: what is left is what it earns on sales abroad.
            var wage = Math.Log(_equilibrium.Wages[j]);
            var weight = _baseline.ValueAdded[j] * LogMean.Of(_equilibrium.Wages[j], 1) / income;
            for (var k = 0; k < s; k++)
                weight -= uses[k] * home[k] * _weights.Added[j * s + k];
            var abroad = Abroad(region, home);
            var total = abroad.Sum();
            if (total == 0)
                Add(ChannelKind.ExportPrices, null, null, weight * wage);
            for (var cell = 0; total > 0 && cell < abroad.Length; cell++)
                Add(ChannelKind.ExportPrices, new Region(cell % n), new Sector(cell / n), weight * (abroad[cell] / total) * wage);
        }

        void Add(ChannelKind kind, Region? partner, Sector? sector, double log)
        {
            if (Math.Abs(log) > Nothing)
                found.Add(new Channel(kind, partner, sector, log));
        }
    }

    // u = a + B Phi u: what a unit of consumption takes of each market, directly and as inputs of home producers.
    private Vector<double> Uses(Region region, double[] home, double[] final)
    {
        var s = _baseline.SectorCount;
        return Matrix<double>.Build.Dense(s, s, (k, user) => (k == user ? 1 : 0) - Input(region, k, user) * home[user])
            .Solve(Vector<double>.Build.Dense(final));
    }

    // v = g + B^T Phi v: the home wages in a unit of output, those in home inputs included.
    private Vector<double> Embodied(Region region, double[] home)
    {
        var s = _baseline.SectorCount;
        return Matrix<double>.Build.Dense(s, s, (user, k) => (k == user ? 1 : 0) - Input(region, k, user) * home[k])
            .Solve(Vector<double>.Build.Dense(s, k => _weights.Added[region.Index * s + k]));
    }

    // The home wages in what is sold abroad, the mean of before and after, [sector, buyer].
    private double[] Abroad(Region region, double[] home)
    {
        var (n, s) = (_baseline.RegionCount, _baseline.SectorCount);
        var (embodied, sales) = (Embodied(region, home), new double[s * n]);
        for (var cell = 0; cell < sales.Length; cell++)
        {
            var (sector, buyer) = (cell / n, cell % n);
            var flow = Cube.At(n, sector, region.Index, buyer);
            sales[cell] = buyer == region.Index ? 0 : embodied[sector] * (_after.Basic[flow] + _before.Basic[flow]) / 2;
        }

        return sales;
    }

    private double Input(Region region, int input, int user) =>
        _weights.Inputs[Cube.At(_baseline.SectorCount, region.Index, input, user)];

    // The closures of docs/method.md, section 1; the world's value added is the numeraire.
    private double Deficit(int region)
    {
        switch (_equilibrium.Certificate.Closure)
        {
            case Closure.Fixed:
                return _baseline.Deficits[region];
            case Closure.Proportional:
                var (sum, world) = (0.0, 0.0);
                for (var r = 0; r < _baseline.RegionCount; r++)
                {
                    sum += Moved(r);
                    world += _equilibrium.Wages[r] * _baseline.ValueAdded[r];
                }

                return Moved(region) - _equilibrium.Wages[region] * _baseline.ValueAdded[region] / world * sum;
            case Closure.Unfinanced or Closure.Unspent:
                // What the other sources leave.
                var held = _equilibrium.Shock.Payments.Sum(payment => payment.InTrust && payment.From.Index == region ? payment.Amount : 0);
                return _equilibrium.Incomes[region] - _equilibrium.Wages[region] * _baseline.ValueAdded[region] - _equilibrium.Revenues[region]
                    - LentMoney.Paid(_equilibrium.Shock, region) + held;
            default:
                return 0;
        }

        double Moved(int r) => _baseline.Deficits[r] / _baseline.Income(new Region(r)) * _equilibrium.Spending[r];
    }
}

/// <summary>The channels of one region.</summary>
/// <param name="Region">The region.</param>
/// <param name="Income">Its income before, million USD.</param>
/// <param name="RealIncome">The change of its real income, a ratio.</param>
/// <param name="Channels">The contributions; they add up to the logarithm of <paramref name="RealIncome"/>.</param>
public sealed record RegionChannels(Region Region, double Income, double RealIncome, ImmutableArray<Channel> Channels)
{
    /// <summary>
    /// Percent of income for each unit of a logarithm, 100 L(W, 1): contributions times it add up to the change of real income in
    /// percent, and, times a hundredth of income, to the equivalent variation in million USD.
    /// </summary>
    public double PercentPerLog => 100 * LogMean.Of(RealIncome, 1);

    /// <summary>A contribution in percent of income before.</summary>
    public double Percent(double log) => PercentPerLog * log;

    /// <summary>A contribution in million USD of equivalent variation a year.</summary>
    public double Musd(double log) => Percent(log) / 100 * Income;

    /// <summary>The sum of a kind's contributions.</summary>
    public double Total(ChannelKind kind) => Channels.Where(channel => channel.Kind == kind).Sum(channel => channel.Log);
}
