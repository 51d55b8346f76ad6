namespace Samarkand.Cases.Binding.Outlets;

/// <summary>
/// Who sells to whom once cargoes are exchanged: what each seller has to place and each buyer lacks, divided in proportion to both, nobody
/// selling to itself and nothing where nothing was sold before. Found by scaling rows and columns in turn (biproportional fitting).
/// </summary>
internal static class CargoSwap
{
    private const int MostRounds = 100;
    private const double Tolerance = 1e-14;

    /// <summary>Divides the sellers' cargoes among buyers.</summary>
    /// <param name="supply">What each seller has to place; the sums of rows.</param>
    /// <param name="demand">What each buyer lacks, with the same total; the sums of columns, which hold exactly.</param>
    /// <param name="isOpen">Whether a seller may sell to a buyer.</param>
    /// <returns>
    /// [seller, buyer]. Where the open ways are too few to carry all, buyers get what they lack, and some sellers sell more or less than they
    /// had to place. Null where somebody has no open way at all.
    /// </returns>
    public static double[]? Divide(double[] supply, double[] demand, Func<int, int, bool> isOpen)
    {
        var (n, m) = (supply.Length, demand.Length);
        var cargo = new double[n * m];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < m; j++)
                cargo[i * m + j] = isOpen(i, j) ? supply[i] * demand[j] : 0;
        }

        var sums = new double[m];
        for (var round = 0; round < MostRounds; round++)
        {
            var worst = 0.0;
            for (var i = 0; i < n; i++)
            {
                var row = cargo.AsSpan(i * m, m);
                var sum = 0.0;
                foreach (var value in row)
                    sum += value;
                if (supply[i] == 0)
                    continue;
                if (sum == 0)
                    return null;
                worst = Math.Max(worst, Math.Abs(sum / supply[i] - 1));
                foreach (ref var value in row)
                    value *= supply[i] / sum;
            }

            Array.Clear(sums);
            for (var cell = 0; cell < cargo.Length; cell++)
                sums[cell % m] += cargo[cell];
            for (var j = 0; j < m; j++)
            {
                if (demand[j] > 0 && sums[j] == 0)
                    return null;
            }

            for (var cell = 0; cell < cargo.Length; cell++)
                cargo[cell] *= sums[cell % m] == 0 ? 0 : demand[cell % m] / sums[cell % m];
            if (round > 0 && worst < Tolerance)
                return cargo;
        }

        return cargo;
    }
}
