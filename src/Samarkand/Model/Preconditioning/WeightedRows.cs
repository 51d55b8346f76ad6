using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// Sums of rows of numbers times factors. A sum is held in registers until its last term, two sums at a time where a row is four vectors of
/// four numbers; terms are added in their order on every machine, so the sums have the same bits on all.
/// </summary>
internal static unsafe class WeightedRows
{
    private const int Tiled = 16;

    /// <summary>Where the rows and factors of one family of sums lie, in numbers from their starts.</summary>
    /// <param name="Terms">How many terms a sum has.</param>
    /// <param name="NextSource">From the row of one term to that of the next.</param>
    /// <param name="NextFactor">From the factor of one term to that of the next.</param>
    /// <param name="Sums">How many sums.</param>
    /// <param name="NextSum">From the row of one sum to that of the next.</param>
    /// <param name="NextSumFactor">From the first factor of one sum to that of the next.</param>
    public readonly record struct Steps(int Terms, int NextSource, int NextFactor, int Sums, int NextSum, int NextSumFactor);

    /// <summary>target[sum] = sum over terms of factors[sum, term] source[term], in rows of <paramref name="columns"/> numbers.</summary>
    public static void Add(double* source, double* factors, double* target, int columns, Steps steps)
    {
        var sum = 0;
        if (columns == Tiled && Vector<double>.Count == Tiled / 4)
        {
            for (; sum + 2 <= steps.Sums; sum += 2)
                AddTwo(source, factors + (long)sum * steps.NextSumFactor, target + (long)sum * steps.NextSum, steps);
        }

        for (; sum < steps.Sums; sum++)
            AddOne(source, factors + (long)sum * steps.NextSumFactor, target + (long)sum * steps.NextSum, columns, steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTwo(double* source, double* factors, double* target, Steps steps)
    {
        const int Lanes = Tiled / 4;
        Vector<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var term = 0; term < steps.Terms; term++)
        {
            var (a, b) = (new Vector<double>(factors[0]), new Vector<double>(factors[steps.NextSumFactor]));
            var (x0, x1, x2, x3) = (Vector.Load(source), Vector.Load(source + Lanes), Vector.Load(source + 2 * Lanes), Vector.Load(source + 3 * Lanes));
            a0 += a * x0;
            a1 += a * x1;
            a2 += a * x2;
            a3 += a * x3;
            b0 += b * x0;
            b1 += b * x1;
            b2 += b * x2;
            b3 += b * x3;
            source += steps.NextSource;
            factors += steps.NextFactor;
        }

        a0.Store(target);
        a1.Store(target + Lanes);
        a2.Store(target + 2 * Lanes);
        a3.Store(target + 3 * Lanes);
        target += steps.NextSum;
        b0.Store(target);
        b1.Store(target + Lanes);
        b2.Store(target + 2 * Lanes);
        b3.Store(target + 3 * Lanes);
    }

    private static void AddOne(double* source, double* factors, double* target, int columns, Steps steps)
    {
        new Span<double>(target, columns).Clear();
        for (var term = 0; term < steps.Terms; term++)
        {
            var c = 0;
            for (; c + Vector<double>.Count <= columns; c += Vector<double>.Count)
                (Vector.Load(target + c) + *factors * Vector.Load(source + c)).Store(target + c);
            for (; c < columns; c++)
                target[c] += *factors * source[c];
            source += steps.NextSource;
            factors += steps.NextFactor;
        }
    }
}
