namespace Samarkand.Equilibrium;

/// <summary>
/// Matrix passes over a padded row-major block, four rows at a time so that accumulators are loaded once for four rows.
/// The order of additions is fixed, so results do not depend on anything but the vector width.
/// </summary>
internal static unsafe class Kernels<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>columns += rowFactors^T M and dots += M columnFactors, reading M once.</summary>
    public static void BothWays(
        double* matrix, int rows, int stride, double* rowFactors, int rowFactorStep, double* columnFactors, double* columns, double* dots, int dotStep)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4, matrix += 4 * stride)
        {
            var (f0, f1) = (TLanes.Broadcast(rowFactors[row * rowFactorStep]), TLanes.Broadcast(rowFactors[(row + 1) * rowFactorStep]));
            var (f2, f3) = (TLanes.Broadcast(rowFactors[(row + 2) * rowFactorStep]), TLanes.Broadcast(rowFactors[(row + 3) * rowFactorStep]));
            var (d0, d1, d2, d3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var factor = TLanes.Load(columnFactors + v);
                var sum = TLanes.Load(columns + v);
                var m = TLanes.Load(matrix + v);
                d0 = TLanes.MultiplyAdd(m, factor, d0);
                sum = TLanes.MultiplyAdd(m, f0, sum);
                m = TLanes.Load(matrix + stride + v);
                d1 = TLanes.MultiplyAdd(m, factor, d1);
                sum = TLanes.MultiplyAdd(m, f1, sum);
                m = TLanes.Load(matrix + 2 * stride + v);
                d2 = TLanes.MultiplyAdd(m, factor, d2);
                sum = TLanes.MultiplyAdd(m, f2, sum);
                m = TLanes.Load(matrix + 3 * stride + v);
                d3 = TLanes.MultiplyAdd(m, factor, d3);
                sum = TLanes.MultiplyAdd(m, f3, sum);
                TLanes.Store(sum, columns + v);
            }

            dots[row * dotStep] += TLanes.Sum(d0);
            dots[(row + 1) * dotStep] += TLanes.Sum(d1);
            dots[(row + 2) * dotStep] += TLanes.Sum(d2);
            dots[(row + 3) * dotStep] += TLanes.Sum(d3);
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

            dots[row * dotStep] += TLanes.Sum(d);
        }
    }

    /// <summary>columns = rowFactors^T M.</summary>
    public static void Forward(double* matrix, int rows, int stride, double* rowFactors, int rowFactorStep, double* columns)
    {
        for (var v = 0; v < stride; v += TLanes.Count)
            TLanes.Store(TLanes.Zero, columns + v);
        var row = 0;
        for (; row + 4 <= rows; row += 4, matrix += 4 * stride)
        {
            var (f0, f1) = (TLanes.Broadcast(rowFactors[row * rowFactorStep]), TLanes.Broadcast(rowFactors[(row + 1) * rowFactorStep]));
            var (f2, f3) = (TLanes.Broadcast(rowFactors[(row + 2) * rowFactorStep]), TLanes.Broadcast(rowFactors[(row + 3) * rowFactorStep]));
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var sum = TLanes.MultiplyAdd(TLanes.Load(matrix + v), f0, TLanes.Load(columns + v));
                sum = TLanes.MultiplyAdd(TLanes.Load(matrix + stride + v), f1, sum);
                sum = TLanes.MultiplyAdd(TLanes.Load(matrix + 2 * stride + v), f2, sum);
                sum = TLanes.MultiplyAdd(TLanes.Load(matrix + 3 * stride + v), f3, sum);
                TLanes.Store(sum, columns + v);
            }
        }

        for (; row < rows; row++, matrix += stride)
        {
            var f = TLanes.Broadcast(rowFactors[row * rowFactorStep]);
            for (var v = 0; v < stride; v += TLanes.Count)
                TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(matrix + v), f, TLanes.Load(columns + v)), columns + v);
        }
    }

    /// <summary>dots = rowFactors * (M columnFactors), row by row.</summary>
    public static void Backward(
        double* matrix, int rows, int stride, double* columnFactors, double* rowFactors, int rowFactorStep, double* dots, int dotStep)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4, matrix += 4 * stride)
        {
            var (d0, d1, d2, d3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            for (var v = 0; v < stride; v += TLanes.Count)
            {
                var factor = TLanes.Load(columnFactors + v);
                d0 = TLanes.MultiplyAdd(TLanes.Load(matrix + v), factor, d0);
                d1 = TLanes.MultiplyAdd(TLanes.Load(matrix + stride + v), factor, d1);
                d2 = TLanes.MultiplyAdd(TLanes.Load(matrix + 2 * stride + v), factor, d2);
                d3 = TLanes.MultiplyAdd(TLanes.Load(matrix + 3 * stride + v), factor, d3);
            }

            dots[row * dotStep] = TLanes.Sum(d0) * rowFactors[row * rowFactorStep];
            dots[(row + 1) * dotStep] = TLanes.Sum(d1) * rowFactors[(row + 1) * rowFactorStep];
            dots[(row + 2) * dotStep] = TLanes.Sum(d2) * rowFactors[(row + 2) * rowFactorStep];
            dots[(row + 3) * dotStep] = TLanes.Sum(d3) * rowFactors[(row + 3) * rowFactorStep];
        }

        for (; row < rows; row++, matrix += stride)
        {
            var d = TLanes.Zero;
            for (var v = 0; v < stride; v += TLanes.Count)
                d = TLanes.MultiplyAdd(TLanes.Load(matrix + v), TLanes.Load(columnFactors + v), d);
            dots[row * dotStep] = TLanes.Sum(d) * rowFactors[row * rowFactorStep];
        }
    }
}
