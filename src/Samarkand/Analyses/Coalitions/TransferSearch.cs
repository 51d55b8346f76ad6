using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>
/// Broyden's method on what all members but one, the hub, receive as a share of their income; the hub pays. The first Jacobian holds prices
/// still: a dollar more is a dollar's real income more.
/// </summary>
internal sealed class TransferSearch
{
    // Real incomes as ratios; a tenth of what the certificate allows in percent.
    private const double Tolerance = BurdenSharing.Tolerance / 1000;
    private const int MostSteps = 100;
    private const int MostHalvings = 10;

    private readonly Equilibrium _before;
    private readonly Solver _solver;
    private readonly Closure _closure;
    private readonly ImmutableArray<Region> _members;
    private readonly int _hub;
    private readonly int[] _others;

    public TransferSearch(Equilibrium before, ImmutableArray<Region> members, Closure closure)
    {
        (_before, _members, _closure) = (before, members, closure);
        _solver = Solver.For(before.Baseline);
        _hub = Enumerable.Range(0, members.Length).MaxBy(m => before.Baseline.Income(members[m]));
        _others = [.. Enumerable.Range(0, members.Length).Where(m => m != _hub)];
    }

    public (double[] Transfers, Equilibrium Equilibrium) Run(CancellationToken cancellation)
    {
        var (shares, at) = (new double[_others.Length], _before);
        var gaps = Gaps(at);
        var inverse = FirstInverse();
        for (var step = 0; Spread(gaps) > Tolerance; step++)
        {
            var move = Product(inverse, gaps);
            var (scale, next, nextGaps) = (1.0, at, gaps);
            for (var halvings = 0; ; halvings++, scale /= 2)
            {
                if (step >= MostSteps || halvings > MostHalvings)
                    return Settle(shares, at, gaps);
                next = SolveOrNull([.. shares.Select((share, k) => share - scale * move[k])], cancellation);
                nextGaps = next is null ? gaps : Gaps(next);
                if (Spread(nextGaps) < Spread(gaps))
                    break;
            }

            double[] moved = [.. move.Select(part => -scale * part)];
            Update(inverse, moved, [.. nextGaps.Select((gap, k) => gap - gaps[k])]);
            shares = [.. shares.Select((share, k) => share + moved[k])];
            (at, gaps) = (next!, nextGaps);
        }

        return (Transfers(shares), at);
    }

    // Rounding can end the descent a little short of the search's own tolerance.
    private (double[] Transfers, Equilibrium Equilibrium) Settle(double[] shares, Equilibrium at, double[] gaps) =>
        100 * Spread(gaps) <= BurdenSharing.Tolerance
            ? (Transfers(shares), at)
            : throw new NoEquilibriumException(FormattableString.Invariant($"no transfers were found that equalise the members' real incomes: {100 * Spread(gaps):0.0e+0} percentage points are left between two of them"));

    private Equilibrium? SolveOrNull(double[] shares, CancellationToken cancellation)
    {
        var hub = _members[_hub];
        var transfers = Transfers(shares);
        var payments = _others.Where(m => transfers[m] != 0)
            .Select(m => transfers[m] > 0 ? new Payment(hub, _members[m], transfers[m]) : new Payment(_members[m], hub, -transfers[m]));
        try
        {
            var shock = _before.Shock with { Payments = [.. _before.Shock.Payments, .. payments] };
            return _solver.Solve(shock, _closure, CaseAnswer.Tolerance, cancellation);
        }
        catch (NoEquilibriumException)
        {
            return null;
        }
    }

    private double[] Transfers(double[] shares)
    {
        var transfers = new double[_members.Length];
        for (var k = 0; k < shares.Length; k++)
        {
            var amount = shares[k] * Income(_others[k]);
            transfers[_others[k]] = amount;
            transfers[_hub] -= amount;
        }

        return transfers;
    }

    private double Income(int member) => _before.Baseline.Income(_members[member]);

    private double[] Gaps(Equilibrium equilibrium)
    {
        var hub = equilibrium.RealIncome(_members[_hub]);
        return [.. _others.Select(m => equilibrium.RealIncome(_members[m]) - hub)];
    }

    private static double Spread(double[] gaps) => Math.Max(0, gaps.Max()) - Math.Min(0, gaps.Min());

    /// <summary>The inverse of diag(d) + c 1 y', d what a share of its income adds to a member's real income, y its income, c what a dollar adds to the hub's.</summary>
    private double[,] FirstInverse()
    {
        var n = _others.Length;
        double Worth(int m) => _before.RealIncome(_members[m]) / _before.Incomes[_members[m].Index];
        double[] d = [.. _others.Select(m => Worth(m) * Income(m))];
        var c = Worth(_hub);
        var scale = c / (1 + c * _others.Select((m, k) => Income(m) / d[k]).Sum());
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                inverse[i, j] = (i == j ? 1 / d[i] : 0) - scale / d[i] * Income(_others[j]) / d[j];
        }

        return inverse;
    }

    private static double[] Product(double[,] matrix, double[] vector)
    {
        var product = new double[vector.Length];
        for (var i = 0; i < product.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
                product[i] += matrix[i, j] * vector[j];
        }

        return product;
    }

    /// <summary>Broyden's good update of the inverse H: H += (s - H y) s'H / s'H y.</summary>
    private static void Update(double[,] inverse, double[] s, double[] y)
    {
        var n = s.Length;
        var (hy, sh) = (Product(inverse, y), new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                sh[j] += s[i] * inverse[i, j];
        }

        var shy = 0.0;
        for (var j = 0; j < n; j++)
            shy += sh[j] * y[j];
        if (shy == 0)
            return;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                inverse[i, j] += (s[i] - hy[i]) * sh[j] / shy;
        }
    }
}
