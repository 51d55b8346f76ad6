using System.Numerics.Tensors;
using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>
/// The transposed derivative of the solver's fixed-point map G at an equilibrium. Its state x holds log wages [region], log prices
/// [sector, region], outputs over the region's value added [region, sector] and revenues over it [region]; symbols as in
/// docs/method.md, section 11.
/// </summary>
internal sealed partial class TransposedSweep
{
    private readonly Baseline _b;
    private readonly FlowWeights _flows;
    private readonly int _n;
    private readonly int _s;
    private readonly double[] _basic;
    private readonly double[] _powers;
    private readonly double[] _sums;
    private readonly double[] _pulls;
    private readonly double[] _wedgeSums;
    private readonly double[] _sales;
    private readonly double[] _labour;
    private readonly double _allLabour;
    private readonly IncomeSlopes _income;
    private readonly TieredMarket[] _markets;
    private readonly TieredMarket[] _parts;
    private readonly Equilibrium _at;
    private readonly UseShares _use;
    private readonly LeviedMarkets _levied;
    private readonly HashSet<FlowTransfer> _levies;

    public TransposedSweep(Equilibrium at, FlowWeights flows)
    {
        (_at, _b, _flows, _n, _s) = (at, at.Baseline, flows, at.Baseline.RegionCount, at.Baseline.SectorCount);
        _use = at.Uses;
        _levied = LeviedMarkets.Of(at);
        _levies = [.. flows.Levies];
        var costs = at.Costs();
        _income = new IncomeSlopes(at);
        _powers = new double[_s * _n];
        _sums = new double[_s * _n];
        _pulls = new double[_s * _n];
        _markets = new TieredMarket[_s * _n];
        _wedgeSums = new double[_s * _n];
        _sales = new double[_s * _n];
        _labour = new double[_n];
        _basic = flows.Weights;
        if (flows.HasWedges)
        {
            _basic = new double[flows.Weights.Length];
            TensorPrimitives.Divide<double>(flows.Weights, flows.Factors, _basic);
        }

        for (var k = 0; k < _s; k++)
        {
            for (var i = 0; i < _n; i++)
            {
                _powers[k * _n + i] = Math.Pow(costs[i * _s + k], -_b.Elasticities[k]);
                _labour[i] += _use.Added[i * _s + k] * at.Outputs[i * _s + k];
                var row = (k * _n + i) * _n;
                TensorPrimitives.MultiplyAdd(Weights(row), _powers[k * _n + i], Market(_sums, k), Market(_sums, k));
                if (flows.HasWedges)
                {
                    TensorPrimitives.MultiplyAdd(Weights(row), _powers[k * _n + i], Market(_wedgeSums, k), Market(_wedgeSums, k));
                    TensorPrimitives.MultiplyAdd(_basic.AsSpan(row, _n), -_powers[k * _n + i], Market(_wedgeSums, k), Market(_wedgeSums, k));
                }
            }

            for (var j = 0; j < _n; j++)
            {
                // A market that a list closes as a whole has no free part, and its sum may be zero.
                var cell = k * _n + j;
                _markets[cell] = TieredMarket.Of(_b, k, j, _powers[cell], flows.FreeShares[cell] > 0 ? _sums[cell] : 1, flows.FreeShares[cell], at.Expenditures[cell]).Levied(_levied.Kept[cell]);
                (_sums[cell], _pulls[cell]) = (_markets[cell].Sum, _markets[cell].Pull);
            }

            for (var i = 0; i < _n; i++)
                _sales[k * _n + i] = TensorPrimitives.Dot(_basic.AsSpan((k * _n + i) * _n, _n), Market(_pulls, k));
        }

        _allLabour = _labour.Sum();
        _parts = [.. flows.Parts.Select(part => Part(part, at))];
        Length = 2 * _n + 2 * _s * _n;
    }

    /// <summary>The length of the state.</summary>
    public int Length { get; }

    /// <summary>The derivative of an objective with respect to the state, where the map is held.</summary>
    public double[] Direct(Equilibrium at, Objective objective)
    {
        var (slopes, result) = (new double[_n], new double[Length]);
        foreach (var region in objective.Regions)
        {
            var slope = objective.Slope(at, region);
            slopes[region.Index] += slope / at.Incomes[region.Index];
            for (var k = 0; k < _s; k++)
                result[_n + k * _n + region.Index] -= slope * _use.Final[region.Index * _s + k];
        }

        AddIncomes(slopes, result);
        return result;
    }

    /// <summary>Writes the transposed derivative of G times a vector.</summary>
    public void Apply(double[] vector, double[] result)
    {
        Array.Clear(result);
        var (values, incomes, costs) = (OutputValues(vector), new double[_n], new double[_n * _s]);
        var (demand, falls) = (new double[_s * _n], Falls(vector, values));
        for (var k = 0; k < _s; k++)
        {
            for (var j = 0; j < _n; j++)
                demand[j * _s + k] = falls.Demand[k * _n + j];
            for (var i = 0; i < _n; i++)
            {
                var row = (k * _n + i) * _n;
                var slope = values[i * _s + k] * _sales[k * _n + i] - TensorPrimitives.Dot(Weights(row), Market(falls.Price, k));
                if (_flows.HasWedges)
                    slope += WedgeSlope(vector, k, row);
                costs[i * _s + k] = -_b.Elasticities[k] * _powers[k * _n + i] * slope;
            }
        }

        for (var market = 0; market < falls.Home.Length; market++)
            costs[market % _n * _s + market / _n] -= _b.Elasticities[market / _n] * falls.Home[market];
        AddTransferCosts(vector, costs);
        AddPartCosts(vector, values, falls.Parts, costs);
        for (var r = 0; r < _n; r++)
        {
            var cost = costs.AsSpan(r * _s, _s);
            var wants = demand.AsSpan(r * _s, _s);
            result[r] = TensorPrimitives.Dot(_use.Added.AsSpan(r * _s, _s), cost);
            incomes[r] = TensorPrimitives.Dot(_use.Final.AsSpan(r * _s, _s), wants);
            var outputs = result.AsSpan(_n + _s * _n + r * _s, _s);
            for (var input = 0; input < _s; input++)
            {
                var shares = _use.Inputs.AsSpan((r * _s + input) * _s, _s);
                result[_n + input * _n + r] = TensorPrimitives.Dot(shares, cost);
                TensorPrimitives.MultiplyAdd(shares, wants[input] * _b.ValueAdded[r], outputs, outputs);
            }
        }

        if (_b.Nesting is { } nests)
            AddSubstitution(nests, vector, demand, result);
        AddIncomes(incomes, result);
    }

    // What a price sum's rise by one takes from the vector's product with G, through the price and through all of the market's flows;
    // and what a rise of expenditure, and one of the log of q at home apart from foreign sums, add to it.
    private (double[] Price, double[] Demand, double[] Home, double[] Parts) Falls(double[] vector, double[] values)
    {
        var (price, demand, home, parts) = (new double[_s * _n], new double[_s * _n], new double[_s * _n], new double[_parts.Length]);
        for (var k = 0; k < _s; k++)
        {
            var sums = Market(demand, k);
            for (var i = 0; i < _n; i++)
                TensorPrimitives.MultiplyAdd(_basic.AsSpan((k * _n + i) * _n, _n), _powers[k * _n + i] * values[i * _s + k], sums, sums);
            for (var j = 0; j < _n; j++)
                sums[j] += _wedgeSums[k * _n + j] * Revenue(vector, j);
        }

        var levies = LevyPrices(vector, values);
        foreach (var transfer in _flows.Transfers)
        {
            var cell = Cell(transfer);
            demand[transfer.Sector * _n + transfer.Destination] +=
                _basic[cell] * _powers[transfer.Sector * _n + transfer.Origin] * Passed(transfer, vector);
        }

        for (var cell = 0; cell < demand.Length; cell++)
        {
            var (market, worth) = (_markets[cell], new MarketWorth(demand[cell], values[cell % _n * _s + cell / _n], _flows.FreeShares[cell] * (vector[_n + cell] - levies[cell].OfPrice) / _b.Elasticities[cell / _n]));
            (price[cell], home[cell]) = (market.Fall(worth), market.OfHome(worth));
            demand[cell] = _levied.Kept[cell] * _flows.FreeShares[cell] * market.OfDemand(worth) + levies[cell].OfDollar;
        }

        for (var m = 0; m < parts.Length; m++)
        {
            var (part, flow) = (_flows.Parts[m], 0.0);
            for (var i = 0; i < _n; i++)
                flow += part.Weights[i] * _powers[part.Sector * _n + i] * PartValue(vector, values, part, i);
            var cell = part.Sector * _n + part.Destination;
            var worth = new MarketWorth(flow, values[part.Destination * _s + part.Sector], part.Share * (vector[_n + cell] - levies[cell].OfPrice) / _b.Elasticities[part.Sector]);
            (parts[m], home[cell]) = (_parts[m].Fall(worth), home[cell] + _parts[m].OfHome(worth));
            demand[cell] += _levied.Kept[cell] * part.Share * _parts[m].OfDemand(worth);
        }

        return (price, demand, home, parts);
    }

    // What a dollar of each output is worth: in its own equation and, by way of labour income, in that of the wage.
    private double[] OutputValues(double[] vector)
    {
        var (values, labour) = (new double[_n * _s], LabourValues(vector));
        for (var i = 0; i < _n; i++)
        {
            for (var k = 0; k < _s; k++)
                values[i * _s + k] = vector[_n + _s * _n + i * _s + k] / _b.ValueAdded[i] + _use.Added[i * _s + k] * labour[i];
        }

        return values;
    }

    // What a dollar of labour income is worth in the equation of the wage.
    private double[] LabourValues(double[] vector)
    {
        var (values, all) = (new double[_n], 0.0);
        for (var i = 0; i < _n; i++)
            all += vector[i];
        for (var i = 0; i < _n; i++)
            values[i] = vector[i] / _labour[i] - all / _allLabour;
        return values;
    }

    private double Revenue(double[] vector, int region) => vector[_n + 2 * _s * _n + region] / _b.ValueAdded[region];

    private double Passed(FlowTransfer transfer, double[] vector) => transfer.Rate * (Revenue(vector, transfer.To) - Revenue(vector, transfer.From));

    private double WedgeSlope(double[] vector, int sector, int row)
    {
        var sum = 0.0;
        for (var j = 0; j < _n; j++)
            sum += (_flows.Weights[row + j] - _basic[row + j]) * _pulls[sector * _n + j] * Revenue(vector, j);
        return sum;
    }

    private void AddTransferCosts(double[] vector, double[] costs)
    {
        foreach (var transfer in _flows.Transfers)
        {
            var flow = _basic[Cell(transfer)] * _powers[transfer.Sector * _n + transfer.Origin] * _pulls[transfer.Sector * _n + transfer.Destination];
            costs[transfer.Origin * _s + transfer.Sector] -= _b.Elasticities[transfer.Sector] * flow * Passed(transfer, vector);
        }
    }

    private void AddPartCosts(double[] vector, double[] values, double[] falls, double[] costs)
    {
        for (var m = 0; m < _parts.Length; m++)
        {
            var part = _flows.Parts[m];
            for (var i = 0; i < _n; i++)
                costs[i * _s + part.Sector] -= _b.Elasticities[part.Sector] * part.Weights[i] * PartSlope(vector, values, falls[m], m, i);
        }
    }

    private double PartSlope(double[] vector, double[] values, double fall, int part, int origin) =>
        _powers[_flows.Parts[part].Sector * _n + origin] * (_parts[part].Pull * PartValue(vector, values, _flows.Parts[part], origin) - fall);

    // What a dollar of a listed flow, at buyers' prices, is worth.
    private double PartValue(double[] vector, double[] values, ListedPart part, int origin)
    {
        var factor = _flows.Factors[Cube.At(_n, part.Sector, origin, part.Destination)];
        var value = values[origin * _s + part.Sector] + (factor - 1) * Revenue(vector, part.Destination);
        foreach (var transfer in _flows.Transfers)
        {
            if (transfer.Sector == part.Sector && transfer.Origin == origin && transfer.Destination == part.Destination)
                value += Passed(transfer, vector);
        }

        return value / factor;
    }

    private TieredMarket Part(ListedPart part, Equilibrium at)
    {
        var (sum, cell) = (TensorPrimitives.Dot(part.Weights, Market(_powers, part.Sector)), part.Sector * _n + part.Destination);
        return TieredMarket.Of(_b, part.Sector, part.Destination, _powers[cell], sum, part.Share, at.Expenditures[cell]).Levied(_levied.Kept[cell]);
    }

    private void AddIncomes(double[] slopes, double[] result)
    {
        var (wages, revenues) = _income.Transposed(slopes);
        for (var r = 0; r < _n; r++)
        {
            result[r] += wages[r];
            result[_n + 2 * _s * _n + r] += revenues[r] * _b.ValueAdded[r];
        }
    }

    private int Cell(FlowTransfer transfer) => Cube.At(_n, transfer.Sector, transfer.Origin, transfer.Destination);

    private Span<double> Market(double[] values, int sector) => values.AsSpan(sector * _n, _n);

    private ReadOnlySpan<double> Weights(int row) => _flows.Weights.AsSpan(row, _n);
}
