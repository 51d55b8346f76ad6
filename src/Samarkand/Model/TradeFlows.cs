using Samarkand.Model.Vectors;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>Every flow of an equilibrium, in million USD, home sales included.</summary>
public sealed class TradeFlows
{
    private readonly int _regions;
    private readonly Equilibrium? _equilibrium;
    private readonly Func<TradeFlows>? _whole;
    private readonly double[] _services;
    private double[]? _basic;
    private double[]? _buyers;
    private double[]? _exports;
    private double[]? _imports;

    internal TradeFlows(int regions, double[]? basic, double[]? buyers, List<RoutedFlow> routed, double[] services, Equilibrium? equilibrium = null, Func<TradeFlows>? whole = null) =>
        (_regions, _basic, _buyers, Routed, _services, _equilibrium, _whole) = (regions, basic, buyers, routed, services, equilibrium, whole);

    /// <summary>Flows at basic prices M', [sector, origin, destination].</summary>
    public ReadOnlySpan<double> Basic => Cells;

    /// <summary>Flows at buyers' prices X' = M' prod(1 + tau'), [sector, origin, destination].</summary>
    public ReadOnlySpan<double> Buyers => _buyers ??= Of(_equilibrium!)._buyers;

    /// <summary>
    /// What the shock sends through third states, by sector, destination, conduit and origin; part of <see cref="Basic"/>, which
    /// counts goods by who made them.
    /// </summary>
    internal IReadOnlyList<RoutedFlow> Routed { get; }

    /// <summary>What conduits buy of their own services with their margins, [region, sector]: output beside all flows.</summary>
    public ReadOnlySpan<double> Services => _services;

    /// <summary>Exports at basic prices by region, home sales left out.</summary>
    internal double[] Exports
    {
        get => _exports ??= SumByRegion(ofOrigins: true);
        init => _exports = value;
    }

    /// <summary>Imports at basic prices by region, home sales left out.</summary>
    internal double[] Imports
    {
        get => _imports ??= SumByRegion(ofOrigins: false);
        init => _imports = value;
    }

    private double[] Cells => _basic ??= _whole!().Cells;

    /// <summary>One flow at basic prices.</summary>
    public double this[Sector sector, Region origin, Region destination] =>
        Cells[Cube.At(_regions, sector, origin, destination)];

    /// <summary>The observed flows of a baseline, markets that a shock gives up included.</summary>
    public static TradeFlows Of(Baseline baseline)
    {
        baseline = baseline.Observed;
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        var (basic, buyers) = (new double[s * n * n], new double[s * n * n]);
        for (var row = 0; row < s * n; row++)
        {
            for (var j = 0; j < n; j++)
            {
                var cell = row * n + j;
                buyers[cell] = baseline.TradeShares[cell] * baseline.Expenditures[row / n * n + j];
                basic[cell] = baseline.Tariffs.IsEmpty ? buyers[cell] : buyers[cell] / (1 + baseline.Tariffs[cell]);
            }
        }

        return new TradeFlows(n, basic, buyers, [], new double[n * s]);
    }

    /// <summary>The flows of a counterfactual.</summary>
    public static TradeFlows Of(Equilibrium equilibrium) => new FlowSpace(equilibrium.Baseline).Of(equilibrium);

    /// <summary>The equilibrium as a new baseline without deficits.</summary>
    internal Baseline AsBaseline(Equilibrium equilibrium)
    {
        var b = equilibrium.Baseline;
        var (n, s) = (b.RegionCount, b.SectorCount);
        var shares = new double[s * n * n];
        var valueAdded = new double[n];
        var buyers = Buyers;
        for (var k = 0; k < s; k++)
        {
            for (var j = 0; j < n; j++)
            {
                var x = equilibrium.Expenditures[k * n + j];
                for (var i = 0; i < n; i++)
                {
                    var cell = Cube.At(n, k, i, j);
                    shares[cell] = x > 0 ? buyers[cell] / x : b.TradeShares[cell];
                }
            }
        }

        for (var j = 0; j < n; j++)
            valueAdded[j] = equilibrium.Wages[j] * b.ValueAdded[j];
        return b.MovedTo(
            shares, equilibrium.Uses, equilibrium.Outputs.ToArray(), equilibrium.Expenditures.ToArray(), valueAdded, equilibrium.Revenues.ToArray(), new double[n]);
    }

    private double[] SumByRegion(bool ofOrigins)
    {
        var sums = new double[_regions];
        AddByRegion(Cells, _regions, sums, ofOrigins);
        return sums;
    }

    // Adds the flows of whole sectors to what their origins sell abroad, or their destinations buy there.
    internal static void AddByRegion(ReadOnlySpan<double> basic, int n, double[] sums, bool ofOrigins)
    {
        for (var row = 0; row < basic.Length / n; row++)
        {
            var origin = row % n;
            var before = basic.Slice(row * n, origin);
            var after = basic.Slice(row * n + origin + 1, n - origin - 1);
            if (ofOrigins)
            {
                sums[origin] = Add(after, Add(before, sums[origin]));
                continue;
            }

            SpanRows.AddScaled(before, 1, sums.AsSpan(0, origin));
            SpanRows.AddScaled(after, 1, sums.AsSpan(origin + 1));
        }

        static double Add(ReadOnlySpan<double> values, double sum)
        {
            foreach (var value in values)
                sum += value;
            return sum;
        }
    }
}
