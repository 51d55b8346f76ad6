using Samarkand.Model;
using Samarkand.Model.Nests;

namespace Samarkand.Analyses.Explanation;

/// <summary>
/// The weights with which log wages and prices make up log costs and the log price of consumption, exactly: the shares where inputs are
/// Cobb-Douglas; the products of the weights of Sato (1976) and Vartia (1976) of each nest on the way down where they are nested.
/// </summary>
internal static class CostWeights
{
    /// <summary>The weights of an equilibrium.</summary>
    public static UseShares Of(Equilibrium equilibrium)
    {
        var baseline = equilibrium.Baseline;
        if (baseline.Nesting is not { } nests)
            return baseline.Uses;
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        var (before, after) = (baseline.Uses, equilibrium.Uses);
        var weights = UseShares.Of(new double[n * s], new double[n * s * s], new double[n * s]);
        var (old, now) = (new double[s + 1], new double[s + 1]);
        for (var r = 0; r < n; r++)
        {
            for (var user = 0; user < s; user++)
            {
                (old[s], now[s]) = (before.Added[r * s + user], after.Added[r * s + user]);
                for (var k = 0; k < s; k++)
                    (old[k], now[k]) = (before.Inputs[(r * s + k) * s + user], after.Inputs[(r * s + k) * s + user]);
                var found = Nested(nests, old, now);
                weights.Added[r * s + user] = found[s];
                for (var k = 0; k < s; k++)
                    weights.Inputs[(r * s + k) * s + user] = found[k];
            }

            (old[s], now[s]) = (0, 0);
            before.Final.AsSpan(r * s, s).CopyTo(old);
            after.Final.AsSpan(r * s, s).CopyTo(now);
            Nested(nests, old, now).AsSpan(0, s).CopyTo(weights.Final.AsSpan(r * s));
        }

        return weights;
    }

    // The last of the shares is that of value added.
    private static double[] Nested(Nesting nests, double[] old, double[] now)
    {
        var s = old.Length - 1;
        bool IsEnergy(int k) => k < s && nests.IsEnergy[k];
        bool IsMaterial(int k) => k < s && !nests.IsEnergy[k];
        var (energy, rest) = Pair(Sum(old, IsEnergy), Sum(now, IsEnergy), Sum(old, k => !IsEnergy(k)), Sum(now, k => !IsEnergy(k)));
        var (added, materials) = Pair(old[s], now[s], Sum(old, IsMaterial), Sum(now, IsMaterial));
        var weights = new double[s + 1];
        Within(IsEnergy, energy);
        Within(IsMaterial, rest * materials);
        weights[s] = rest * added;
        return weights;

        void Within(Func<int, bool> isIn, double whole)
        {
            var (oldTotal, newTotal, sum) = (Sum(old, isIn), Sum(now, isIn), 0.0);
            if (oldTotal == 0)
                return;
            for (var k = 0; k < s; k++)
            {
                if (isIn(k))
                    sum += weights[k] = LogMean.Of(now[k] / newTotal, old[k] / oldTotal);
            }

            for (var k = 0; k < s; k++)
                weights[k] *= isIn(k) ? whole / sum : 1;
        }
    }

    private static (double First, double Second) Pair(double oldFirst, double newFirst, double oldSecond, double newSecond)
    {
        var (oldTotal, newTotal) = (oldFirst + oldSecond, newFirst + newSecond);
        if (oldTotal == 0)
            return (0, 0);
        var (first, second) = (LogMean.Of(newFirst / newTotal, oldFirst / oldTotal), LogMean.Of(newSecond / newTotal, oldSecond / oldTotal));
        return (first / (first + second), second / (first + second));
    }

    private static double Sum(double[] shares, Func<int, bool> isIn)
    {
        var sum = 0.0;
        for (var k = 0; k < shares.Length; k++)
            sum += isIn(k) ? shares[k] : 0;
        return sum;
    }
}
