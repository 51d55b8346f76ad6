using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samarkand.Model.Vectors;

/// <summary>
/// Matrix passes over a padded row-major block, eight rows at a time so that what all rows share is loaded once for eight, and
/// their sums are folded together. The order of additions is fixed, so results depend on nothing but the vector width.
/// </summary>
internal static unsafe class Kernels<TLanes, TVector, T>
    where TLanes : IProductLanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
{
    /// <summary>columns += rowFactors^T M and dots = scale starts + M columnFactors, reading M once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BothWays(
        T* matrix,
        int rows,
        int stride,
        T* rowFactors,
        int rowFactorStep,
        T* columnFactors,
        T* columns,
        T* starts,
        T scale,
        T* dots,
        int dotStep)
    {
        var sums = stackalloc T[8];
        var row = 0;
        for (; row + 8 <= rows; row += 8, matrix += 8 * stride)
        {
            var factors = rowFactors + row * rowFactorStep;
            var (f0, f1) = (TLanes.Broadcast(factors[0]), TLanes.Broadcast(factors[rowFactorStep]));
            var (f2, f3) = (TLanes.Broadcast(factors[2 * rowFactorStep]), TLanes.Broadcast(factors[3 * rowFactorStep]));
            var (f4, f5) = (TLanes.Broadcast(factors[4 * rowFactorStep]), TLanes.Broadcast(factors[5 * rowFactorStep]));
            var (f6, f7) = (TLanes.Broadcast(factors[6 * rowFactorStep]), TLanes.Broadcast(factors[7 * rowFactorStep]));
            var (d0, d1, d2, d3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            var (d4, d5, d6, d7) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var cell = matrix + v;
                var factor = TLanes.Load(columnFactors + v);
                var m = TLanes.Load(cell);
                d0 = TLanes.MultiplyAdd(m, factor, d0);
                var upper = TLanes.MultiplyAdd(m, f0, TLanes.Load(columns + v));
                m = TLanes.Load(cell + 4 * stride);
                d4 = TLanes.MultiplyAdd(m, factor, d4);
                var lower = TLanes.Multiply(m, f4);
                m = TLanes.Load(cell + stride);
                d1 = TLanes.MultiplyAdd(m, factor, d1);
                upper = TLanes.MultiplyAdd(m, f1, upper);
                m = TLanes.Load(cell + 5 * stride);
                d5 = TLanes.MultiplyAdd(m, factor, d5);
                lower = TLanes.MultiplyAdd(m, f5, lower);
                m = TLanes.Load(cell + 2 * stride);
                d2 = TLanes.MultiplyAdd(m, factor, d2);
                upper = TLanes.MultiplyAdd(m, f2, upper);
                m = TLanes.Load(cell + 6 * stride);
                d6 = TLanes.MultiplyAdd(m, factor, d6);
                lower = TLanes.MultiplyAdd(m, f6, lower);
                m = TLanes.Load(cell + 3 * stride);
                d3 = TLanes.MultiplyAdd(m, factor, d3);
                upper = TLanes.MultiplyAdd(m, f3, upper);
                m = TLanes.Load(cell + 7 * stride);
                d7 = TLanes.MultiplyAdd(m, factor, d7);
                lower = TLanes.MultiplyAdd(m, f7, lower);
                TLanes.Store(TLanes.Add(upper, lower), columns + v);
            }

            TLanes.StoreSums(d0, d1, d2, d3, d4, d5, d6, d7, sums);
            for (var r = 0; r < 8; r++)
                dots[(row + r) * dotStep] = starts[row + r] * scale + sums[r];
        }

        for (; row < rows; row++, matrix += stride)
        {
            var f = TLanes.Broadcast(rowFactors[row * rowFactorStep]);
            var d = TLanes.Zero;
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var m = TLanes.Load(matrix + v);
                d = TLanes.MultiplyAdd(m, TLanes.Load(columnFactors + v), d);
                TLanes.Store(TLanes.MultiplyAdd(m, f, TLanes.Load(columns + v)), columns + v);
            }

            dots[row * dotStep] = starts[row] * scale + TLanes.Sum(d);
        }
    }

    /// <summary>columns += rowFactors^T M.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddForward(T* matrix, int rows, int stride, T* rowFactors, int rowFactorStep, T* columns)
    {
        var row = 0;
        for (; row + 8 <= rows; row += 8, matrix += 8 * stride)
        {
            var factors = rowFactors + row * rowFactorStep;
            var (f0, f1) = (TLanes.Broadcast(factors[0]), TLanes.Broadcast(factors[rowFactorStep]));
            var (f2, f3) = (TLanes.Broadcast(factors[2 * rowFactorStep]), TLanes.Broadcast(factors[3 * rowFactorStep]));
            var (f4, f5) = (TLanes.Broadcast(factors[4 * rowFactorStep]), TLanes.Broadcast(factors[5 * rowFactorStep]));
            var (f6, f7) = (TLanes.Broadcast(factors[6 * rowFactorStep]), TLanes.Broadcast(factors[7 * rowFactorStep]));
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var cell = matrix + v;
                var upper = TLanes.MultiplyAdd(TLanes.Load(cell), f0, TLanes.Load(columns + v));
                var lower = TLanes.Multiply(TLanes.Load(cell + 4 * stride), f4);
                upper = TLanes.MultiplyAdd(TLanes.Load(cell + stride), f1, upper);
                lower = TLanes.MultiplyAdd(TLanes.Load(cell + 5 * stride), f5, lower);
                upper = TLanes.MultiplyAdd(TLanes.Load(cell + 2 * stride), f2, upper);
                lower = TLanes.MultiplyAdd(TLanes.Load(cell + 6 * stride), f6, lower);
                upper = TLanes.MultiplyAdd(TLanes.Load(cell + 3 * stride), f3, upper);
                lower = TLanes.MultiplyAdd(TLanes.Load(cell + 7 * stride), f7, lower);
                TLanes.Store(TLanes.Add(upper, lower), columns + v);
            }
        }

        for (; row < rows; row++, matrix += stride)
        {
            var f = TLanes.Broadcast(rowFactors[row * rowFactorStep]);
            for (var v = 0; v < stride; v += TLanes.Count)
                TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(matrix + v), f, TLanes.Load(columns + v)), columns + v);
        }
    }

    /// <summary>columns = rowFactors^T M.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(T* matrix, int rows, int stride, T* rowFactors, int rowFactorStep, T* columns)
    {
        for (var v = 0; v < stride; v += TLanes.Count)
            TLanes.Store(TLanes.Zero, columns + v);
        AddForward(matrix, rows, stride, rowFactors, rowFactorStep, columns);
    }

    /// <summary>dots = M columnFactors, row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(T* matrix, int rows, int stride, T* columnFactors, T* dots)
    {
        var row = 0;
        for (; row + 8 <= rows; row += 8, matrix += 8 * stride)
        {
            var (d0, d1, d2, d3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            var (d4, d5, d6, d7) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var cell = matrix + v;
                var factor = TLanes.Load(columnFactors + v);
                d0 = TLanes.MultiplyAdd(TLanes.Load(cell), factor, d0);
                d1 = TLanes.MultiplyAdd(TLanes.Load(cell + stride), factor, d1);
                d2 = TLanes.MultiplyAdd(TLanes.Load(cell + 2 * stride), factor, d2);
                d3 = TLanes.MultiplyAdd(TLanes.Load(cell + 3 * stride), factor, d3);
                d4 = TLanes.MultiplyAdd(TLanes.Load(cell + 4 * stride), factor, d4);
                d5 = TLanes.MultiplyAdd(TLanes.Load(cell + 5 * stride), factor, d5);
                d6 = TLanes.MultiplyAdd(TLanes.Load(cell + 6 * stride), factor, d6);
                d7 = TLanes.MultiplyAdd(TLanes.Load(cell + 7 * stride), factor, d7);
            }

            TLanes.StoreSums(d0, d1, d2, d3, d4, d5, d6, d7, dots + row);
        }

        for (; row < rows; row++, matrix += stride)
        {
            var d = TLanes.Zero;
            for (var v = 0; v < stride; v += TLanes.Count)
                d = TLanes.MultiplyAdd(TLanes.Load(matrix + v), TLanes.Load(columnFactors + v), d);
            dots[row] = TLanes.Sum(d);
        }
    }
}
