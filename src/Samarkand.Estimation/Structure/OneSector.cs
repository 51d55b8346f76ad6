using Samarkand.Core;

namespace Samarkand.Estimation.Structure;

/// <summary>
/// Structural gravity with one sector and goods that differ by origin, where each country sells what it is endowed with and its deficit
/// stays a fixed share of its income (Yotov, Piermartini, Monteiro and Larch 2016, An Advanced Guide to Trade Policy Analysis, chapter 2);
/// solved in changes from fitted trade.
/// </summary>
/// <param name="Trade">Fitted trade, seller by buyer, home sales included.</param>
/// <param name="Sigma">The elasticity of substitution, above 1.</param>
/// <param name="Reference">The country whose price index does not change.</param>
internal sealed record OneSector(double[,] Trade, double Sigma, int Reference)
{
    private const double Tolerance = 1e-12;
    private const int MostSteps = 200_000;

    /// <summary>The number of countries.</summary>
    public int Count => Trade.GetLength(0);

    /// <summary>Solves for changed trade costs.</summary>
    /// <param name="factors">By what each pair's trade is multiplied at given prices: the exponential of a coefficient times the change of its regressor.</param>
    /// <exception cref="InputException">There is no solution.</exception>
    public OneSectorChange Solve(double[,] factors)
    {
        var n = Count;
        var (output, spending) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                output[i] += Trade[i, j];
                spending[j] += Trade[i, j];
            }
        }

        var (prices, indices, worst) = (Enumerable.Repeat(1.0, n).ToArray(), new double[n], double.PositiveInfinity);
        for (var step = 0; step < MostSteps && worst > Tolerance; step++)
        {
            worst = 0;
            Index(factors, spending, prices, indices);
            var world = World(output, spending, prices);
            var next = new double[n];
            for (var i = 0; i < n; i++)
            {
                var demand = 0.0;
                for (var j = 0; j < n; j++)
                    demand += Trade[i, j] * factors[i, j] / indices[j] * prices[j] * world;
                next[i] = Math.Pow(demand / output[i], 1 / Sigma);
            }

            // Only relative prices are determined: the reference's price index stays.
            Index(factors, spending, next, indices);
            var level = Math.Pow(indices[Reference], 1 / (1 - Sigma));
            for (var i = 0; i < n; i++)
            {
                worst = Math.Max(worst, Math.Abs(next[i] / (level * prices[i]) - 1));
                prices[i] = next[i] / level;
            }
        }

        if (!(worst <= Tolerance))
            throw new InputException(new InputProblem("general equilibrium", 0, 0, FormattableString.Invariant($"prices still move by {worst:0.0e0} after {MostSteps} steps"), "try a larger elasticity, or look at the coefficient"));
        Index(factors, spending, prices, indices);
        var scale = World(output, spending, prices);
        var exports = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (before, after) = (0.0, 0.0);
            for (var j = 0; j < n; j++)
            {
                if (j == i)
                    continue;
                before += Trade[i, j];
                after += Trade[i, j] * factors[i, j] * Math.Pow(prices[i], 1 - Sigma) / indices[j] * prices[j] * scale;
            }

            exports[i] = after / before;
        }

        return new OneSectorChange(prices, Array.ConvertAll(indices, index => Math.Pow(index, 1 / (1 - Sigma))), exports, worst);
    }

    // Deficits are shares of income, scaled together so that the world spends what it earns.
    private static double World(double[] output, double[] spending, double[] prices)
    {
        var (earned, spent) = (0.0, 0.0);
        for (var i = 0; i < prices.Length; i++)
        {
            earned += output[i] * prices[i];
            spent += spending[i] * prices[i];
        }

        return earned / spent;
    }

    // The price index to the power 1 - sigma, in changes.
    private void Index(double[,] factors, double[] spending, double[] prices, double[] indices)
    {
        var powers = Array.ConvertAll(prices, price => Math.Pow(price, 1 - Sigma));
        for (var j = 0; j < Count; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < Count; i++)
                sum += Trade[i, j] * factors[i, j] * powers[i];
            indices[j] = sum / spending[j];
        }
    }
}

/// <summary>What a change of trade costs does, as ratios of after to before.</summary>
/// <param name="Prices">Prices at the factory gate, which are incomes too.</param>
/// <param name="Indices">Price indices of buyers, the inward multilateral resistances.</param>
/// <param name="Exports">Exports to others.</param>
/// <param name="Residual">How far the last step moved a price.</param>
internal sealed record OneSectorChange(double[] Prices, double[] Indices, double[] Exports, double Residual)
{
    /// <summary>Real income: prices over price indices.</summary>
    public double[] RealIncome => [.. Prices.Zip(Indices, (price, index) => price / index)];
}
