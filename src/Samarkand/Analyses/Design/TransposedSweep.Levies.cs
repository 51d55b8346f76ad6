namespace Samarkand.Analyses.Design;

/// <content>What a pool's levy answers to, and what it does.</content>
internal sealed partial class TransposedSweep
{
    /// <summary>The derivative of the vector times G with respect to the logarithm of each pool's capacity; 0 where it does not bind.</summary>
    public double[] CapacitySlopes(double[] vector)
    {
        var slopes = new double[_at.Shock.Pools.Length];
        var worths = LevyWorths(vector, OutputValues(vector));
        for (var p = 0; p < worths.Length; p++)
            slopes[_levied.Pools[p].Place] = -worths[p];
        return slopes;
    }

    // What a rise of each binding pool's log(1 + lambda) by one is worth: prices rise by it, flows fall by it, and of lambda M_ij buyers keep what
    // they do not pass on.
    private double[] LevyWorths(double[] vector, double[] values) => Array.ConvertAll(_levied.Pools, pool => pool.Cells.Sum(cell =>
    {
        var (k, j) = Math.DivRem(cell, _n);
        var (paid, passed) = (_markets[cell].HomeSales * values[j * _s + k], 0.0);
        for (var i = 0; i < _n; i++)
            paid += FlowAt(k, i, j) * (values[i * _s + k] + (_flows.Factors[(k * _n + i) * _n + j] - 1) * Revenue(vector, j));
        foreach (var (part, m) in _flows.Parts.Select((part, m) => (part, m)).Where(listed => listed.part.Sector == k && listed.part.Destination == j))
            paid += _parts[m].HomeSales * values[j * _s + k];
        foreach (var transfer in _flows.Transfers.Where(transfer => transfer.Sector == k && transfer.Destination == j))
        {
            var flow = FlowAt(k, transfer.Origin, j);
            // Payments of the pool's own are those to sellers from their buyers, and grow with its levy.
            (paid, passed) = (paid + flow * Passed(transfer, vector), passed + (_levies.Contains(transfer) ? flow * Passed(transfer, vector) : 0));
        }

        return vector[_n + cell] + Revenue(vector, j) * _at.Expenditures[cell] * pool.Kept - paid + passed / (1 - pool.Kept);
    }));

    // By market: what a rise of the log of the price without the levy takes from it, in worth, and what a dollar spent adds, the importer's part of the
    // levy among it.
    private (double OfPrice, double OfDollar)[] LevyPrices(double[] vector, double[] values)
    {
        var (prices, worths) = (new (double OfPrice, double OfDollar)[_s * _n], LevyWorths(vector, values));
        for (var p = 0; p < worths.Length; p++)
        {
            var pool = _levied.Pools[p];
            for (var m = 0; m < pool.Cells.Length; m++)
            {
                var cell = pool.Cells[m];
                var moved = worths[p] * pool.OfDollar[m];
                prices[cell] = (moved * _at.Expenditures[cell], moved + Revenue(vector, cell % _n) * (1 - pool.Kept));
            }
        }

        return prices;
    }

    // At basic prices, in all parts of the market.
    private double FlowAt(int sector, int origin, int destination)
    {
        var (cell, power) = ((sector * _n + origin) * _n + destination, _powers[sector * _n + origin]);
        var flow = _basic[cell] * power * _pulls[sector * _n + destination];
        for (var m = 0; m < _parts.Length; m++)
        {
            var part = _flows.Parts[m];
            if (part.Sector == sector && part.Destination == destination)
                flow += part.Weights[origin] / _flows.Factors[cell] * power * _parts[m].Pull;
        }

        return flow;
    }
}
