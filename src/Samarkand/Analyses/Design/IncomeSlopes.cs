using Samarkand.Model;

namespace Samarkand.Analyses.Design;

/// <summary>How incomes answer to wages and revenues under an equilibrium's closure, transposed.</summary>
internal sealed class IncomeSlopes(Equilibrium at)
{
    private readonly Baseline _b = at.Baseline;

    /// <summary>From derivatives with respect to incomes to those with respect to log wages and to revenues.</summary>
    public (double[] Wages, double[] Revenues) Transposed(double[] incomes) =>
        at.Certificate.Closure == Closure.Proportional ? Proportional(incomes) : Lump(incomes);

    private (double[] Wages, double[] Revenues) Lump(double[] incomes) =>
        ([.. incomes.Select((slope, r) => slope * Earned(r))], (double[])incomes.Clone());

    // I'_j = (E_j - v_j T) / (1 - delta_j), T = sum r_k E_k / (1 + sum r_k v_k), r = delta / (1 - delta), v_j = w_j V_j / sum w V.
    private (double[] Wages, double[] Revenues) Proportional(double[] incomes)
    {
        var n = incomes.Length;
        var (ratios, shares, own) = (new double[n], new double[n], new double[n]);
        var (world, weight, total, along) = (0.0, 1.0, 0.0, 0.0);
        for (var j = 0; j < n; j++)
            world += Earned(j);
        for (var j = 0; j < n; j++)
        {
            var delta = _b.Deficits[j] / _b.Income(new Worlds.Region(j));
            (ratios[j], shares[j], own[j]) = (delta / (1 - delta), Earned(j) / world, incomes[j] / (1 - delta));
            weight += ratios[j] * shares[j];
            along += own[j] * shares[j];
        }

        // T again, from the incomes that are known: delta_j I'_j = D'_j + v_j T, and the D' add up to zero.
        for (var j = 0; j < n; j++)
            total += ratios[j] / (1 + ratios[j]) * at.Spending[j];
        var (wages, revenues, shift) = (new double[n], new double[n], 0.0);
        for (var j = 0; j < n; j++)
        {
            revenues[j] = own[j] - along * ratios[j] / weight;
            wages[j] = total * (along * ratios[j] / weight - own[j]);
            shift += wages[j] * shares[j];
        }

        for (var j = 0; j < n; j++)
            wages[j] = revenues[j] * Earned(j) + shares[j] * (wages[j] - shift);
        return (wages, revenues);
    }

    private double Earned(int region) => at.Wages[region] * _b.ValueAdded[region];
}
