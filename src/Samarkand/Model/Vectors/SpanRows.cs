using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Samarkand.Model.Vectors;

/// <summary>
/// Operations on rows of any length. The library of tensors has them too; what it needs compiled for these few takes a tenth of a command's time.
/// </summary>
internal static class SpanRows
{
    /// <summary>target += factor source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        var v = 0;
        for (; v + Vector256<double>.Count <= target.Length; v += Vector256<double>.Count)
        {
            var there = target.Slice(v, Vector256<double>.Count);
            (Vector256.Create(there) + Vector256.Create(source.Slice(v, Vector256<double>.Count)) * factor).CopyTo(there);
        }

        for (; v < target.Length; v++)
            target[v] += source[v] * factor;
    }

    /// <summary>sum left right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (sums, v) = (Vector256<double>.Zero, 0);
        for (; v + Vector256<double>.Count <= left.Length; v += Vector256<double>.Count)
            sums += Vector256.Create(left.Slice(v, Vector256<double>.Count)) * Vector256.Create(right.Slice(v, Vector256<double>.Count));
        var sum = Vector256.Sum(sums);
        for (; v < left.Length; v++)
            sum += left[v] * right[v];
        return sum;
    }

    /// <summary>e to each.</summary>
    public static void Exp(Span<double> values)
    {
        foreach (ref var value in values)
            value = Math.Exp(value);
    }
}
