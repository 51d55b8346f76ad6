using System.Runtime.CompilerServices;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>
/// Products of a matrix with a block of scenarios side by side: six rows of the matrix at a time against one or two vectors of scenarios,
/// so that each number loaded is used in six or twelve multiply-adds. Each scenario's sums run in the order of the matrix, whatever
/// stands beside it and however wide the vectors are.
/// </summary>
internal static unsafe class Products<TLanes, TVector, T>
    where TLanes : IProductLanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Rows that are computed together; results are written in whole groups.</summary>
    public const int Rows = 6;

    /// <summary>result[r] = sum_k matrix[k * step + r] right[k], for r below rows rounded up to whole groups.</summary>
    public static void Columns(T* matrix, int step, int rows, int count, T* right, int rightStep, T* result, int resultStep, int width)
    {
        var r = 0;
        for (; width == TLanes.Count && r + Rows < rows; r += 2 * Rows)
            TwiceAsManyRows(matrix + r, 1, step, count, right, rightStep, result + r * resultStep, resultStep);
        for (; r < rows; r += Rows)
        {
            var v = 0;
            for (; v + 2 * TLanes.Count <= width; v += 2 * TLanes.Count)
                TwoVectors(matrix + r, 1, step, count, right + v, rightStep, result + r * resultStep + v, resultStep);
            for (; v < width; v += TLanes.Count)
                OneVector(matrix + r, 1, step, count, right + v, rightStep, result + r * resultStep + v, resultStep);
        }
    }

    /// <summary>result[r] = sum_k matrix[r * step + k] right[k], for r below rows rounded up to whole groups.</summary>
    public static void RowsOf(T* matrix, int step, int rows, int count, T* right, int rightStep, T* result, int resultStep, int width)
    {
        var r = 0;
        for (; width == TLanes.Count && r + Rows < rows; r += 2 * Rows)
            TwiceAsManyRows(matrix + r * step, step, 1, count, right, rightStep, result + r * resultStep, resultStep);
        for (; r < rows; r += Rows)
        {
            var v = 0;
            for (; v + 2 * TLanes.Count <= width; v += 2 * TLanes.Count)
                TwoVectors(matrix + r * step, step, 1, count, right + v, rightStep, result + r * resultStep + v, resultStep);
            for (; v < width; v += TLanes.Count)
                OneVector(matrix + r * step, step, 1, count, right + v, rightStep, result + r * resultStep + v, resultStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoVectors(T* matrix, int rowStep, int step, int count, T* right, int rightStep, T* result, int resultStep)
    {
        var (a0, a1, a2, a3, a4, a5) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        var (b0, b1, b2, b3, b4, b5) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        var m0 = matrix;
        var m1 = matrix + rowStep;
        var m2 = matrix + 2 * rowStep;
        var m3 = matrix + 3 * rowStep;
        var m4 = matrix + 4 * rowStep;
        var m5 = matrix + 5 * rowStep;
        nint cell = 0;
        for (var k = 0; k < count; k++, cell += step, right += rightStep)
        {
            var (x, y) = (TLanes.Load(right), TLanes.Load(right + TLanes.Count));
            var f = TLanes.Broadcast(m0[cell]);
            a0 = TLanes.MultiplyAdd(x, f, a0);
            b0 = TLanes.MultiplyAdd(y, f, b0);
            f = TLanes.Broadcast(m1[cell]);
            a1 = TLanes.MultiplyAdd(x, f, a1);
            b1 = TLanes.MultiplyAdd(y, f, b1);
            f = TLanes.Broadcast(m2[cell]);
            a2 = TLanes.MultiplyAdd(x, f, a2);
            b2 = TLanes.MultiplyAdd(y, f, b2);
            f = TLanes.Broadcast(m3[cell]);
            a3 = TLanes.MultiplyAdd(x, f, a3);
            b3 = TLanes.MultiplyAdd(y, f, b3);
            f = TLanes.Broadcast(m4[cell]);
            a4 = TLanes.MultiplyAdd(x, f, a4);
            b4 = TLanes.MultiplyAdd(y, f, b4);
            f = TLanes.Broadcast(m5[cell]);
            a5 = TLanes.MultiplyAdd(x, f, a5);
            b5 = TLanes.MultiplyAdd(y, f, b5);
        }

        Store(a0, b0, result);
        Store(a1, b1, result + resultStep);
        Store(a2, b2, result + 2 * resultStep);
        Store(a3, b3, result + 3 * resultStep);
        Store(a4, b4, result + 4 * resultStep);
        Store(a5, b5, result + 5 * resultStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneVector(T* matrix, int rowStep, int step, int count, T* right, int rightStep, T* result, int resultStep)
    {
        var (a0, a1, a2, a3, a4, a5) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        var m0 = matrix;
        var m1 = matrix + rowStep;
        var m2 = matrix + 2 * rowStep;
        var m3 = matrix + 3 * rowStep;
        var m4 = matrix + 4 * rowStep;
        var m5 = matrix + 5 * rowStep;
        nint cell = 0;
        for (var k = 0; k < count; k++, cell += step, right += rightStep)
        {
            var x = TLanes.Load(right);
            a0 = TLanes.MultiplyAdd(x, TLanes.Broadcast(m0[cell]), a0);
            a1 = TLanes.MultiplyAdd(x, TLanes.Broadcast(m1[cell]), a1);
            a2 = TLanes.MultiplyAdd(x, TLanes.Broadcast(m2[cell]), a2);
            a3 = TLanes.MultiplyAdd(x, TLanes.Broadcast(m3[cell]), a3);
            a4 = TLanes.MultiplyAdd(x, TLanes.Broadcast(m4[cell]), a4);
            a5 = TLanes.MultiplyAdd(x, TLanes.Broadcast(m5[cell]), a5);
        }

        TLanes.Store(a0, result);
        TLanes.Store(a1, result + resultStep);
        TLanes.Store(a2, result + 2 * resultStep);
        TLanes.Store(a3, result + 3 * resultStep);
        TLanes.Store(a4, result + 4 * resultStep);
        TLanes.Store(a5, result + 5 * resultStep);
    }

    // One vector holds all scenarios: six sums would wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwiceAsManyRows(T* matrix, int rowStep, int step, int count, T* right, int rightStep, T* result, int resultStep)
    {
        var (a0, a1, a2, a3, a4, a5) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        var (a6, a7, a8, a9, a10, a11) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        var lower = matrix;
        var upper = matrix + 6 * rowStep;
        for (var k = 0; k < count; k++, lower += step, upper += step, right += rightStep)
        {
            var x = TLanes.Load(right);
            a0 = TLanes.MultiplyAdd(x, TLanes.Broadcast(lower[0]), a0);
            a1 = TLanes.MultiplyAdd(x, TLanes.Broadcast(lower[rowStep]), a1);
            a2 = TLanes.MultiplyAdd(x, TLanes.Broadcast(lower[2 * rowStep]), a2);
            a3 = TLanes.MultiplyAdd(x, TLanes.Broadcast(lower[3 * rowStep]), a3);
            a4 = TLanes.MultiplyAdd(x, TLanes.Broadcast(lower[4 * rowStep]), a4);
            a5 = TLanes.MultiplyAdd(x, TLanes.Broadcast(lower[5 * rowStep]), a5);
            a6 = TLanes.MultiplyAdd(x, TLanes.Broadcast(upper[0]), a6);
            a7 = TLanes.MultiplyAdd(x, TLanes.Broadcast(upper[rowStep]), a7);
            a8 = TLanes.MultiplyAdd(x, TLanes.Broadcast(upper[2 * rowStep]), a8);
            a9 = TLanes.MultiplyAdd(x, TLanes.Broadcast(upper[3 * rowStep]), a9);
            a10 = TLanes.MultiplyAdd(x, TLanes.Broadcast(upper[4 * rowStep]), a10);
            a11 = TLanes.MultiplyAdd(x, TLanes.Broadcast(upper[5 * rowStep]), a11);
        }

        TLanes.Store(a0, result);
        TLanes.Store(a1, result + resultStep);
        TLanes.Store(a2, result + 2 * resultStep);
        TLanes.Store(a3, result + 3 * resultStep);
        TLanes.Store(a4, result + 4 * resultStep);
        TLanes.Store(a5, result + 5 * resultStep);
        TLanes.Store(a6, result + 6 * resultStep);
        TLanes.Store(a7, result + 7 * resultStep);
        TLanes.Store(a8, result + 8 * resultStep);
        TLanes.Store(a9, result + 9 * resultStep);
        TLanes.Store(a10, result + 10 * resultStep);
        TLanes.Store(a11, result + 11 * resultStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector first, TVector second, T* target)
    {
        TLanes.Store(first, target);
        TLanes.Store(second, target + TLanes.Count);
    }
}
