using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>
/// The wage part of each lane's step: the direction that <see cref="Preconditioner"/> gives, and the weights of Anderson mixing as in
/// <see cref="AndersonMixing"/>, but of differences between the older steps.
/// </summary>
internal static unsafe class BatchDirection<TLanes, TVector, TSingles, TSingle>
    where TLanes : ILanes<TVector>
    where TVector : struct
    where TSingles : ISingleLanes<TSingle>
    where TSingle : struct
{
    /// <summary>Fills wage directions, the sizes of the regions' responses, cuts and mixing weights.</summary>
    public static void Find(PackedBaseline b, Preconditioner preconditioner, Batch batch)
    {
        Wages(b, preconditioner, batch);
        Shorten(b, batch);
        Remember(batch);
        for (var v = 0; v < batch.Width; v += TLanes.Count)
            Weights(b, batch, v);
    }

    private static void Wages(PackedBaseline b, Preconditioner p, Batch batch)
    {
        var (t, sectors, row) = (batch.Directions, p.Sectors, b.RowN);
        Narrow(batch.Residual.Wages, t.WageResiduals, batch.Row);
        Narrow(batch.WeightedPrices, t.PriceSums, batch.Row);
        Narrow(batch.WeightedOutputs, t.OutputSums, batch.Row);
        Narrow(batch.SectorSums, t.SectorSums, sectors.Length * batch.Width);
        Product(p.Inverse, row, b.N, b.N, t.WageResiduals, t.Wages, batch.Width);
        AddProduct(p.FromPrices, row, b.N, b.N, t.PriceSums, t.Wages, batch);
        AddProduct(p.FromOutputs, row, b.N, b.N, t.OutputSums, t.Wages, batch);
        Product(p.SpreadPrices, row, b.N, b.N, t.PriceSums, t.PriceSpreads, batch.Width);
        Product(p.SpreadOutputs, row, b.N, b.N, t.OutputSums, t.OutputSpreads, batch.Width);
        Product(p.ToPrices, row, b.N, b.N, t.Wages, t.PriceSizes, batch.Width);
        Product(p.ToOutputs, row, b.N, b.N, t.Wages, t.OutputSizes, batch.Width);
        Product(sectors.Sizes, sectors.Row, sectors.Length, sectors.Length, t.SectorSums, t.SectorSizes, batch.Width);
        AddProduct(sectors.Wages, row, b.N, sectors.Length, t.SectorSums, t.Wages, batch);
        for (var v = 0; v < batch.Row; v += TLanes.Count)
            TLanes.Store(TLanes.LoadSingles(t.Wages + v), batch.WageDirection + v);
    }

    private static void Product(float* matrix, int step, int rows, int count, float* right, float* result, int width) =>
        Products<TSingles, TSingle, float>.Columns(matrix, step, rows, count, right, width, result, width, width);

    private static void AddProduct(float* matrix, int step, int rows, int count, float* right, float* sum, Batch batch)
    {
        var product = batch.Directions.Product;
        Product(matrix, step, rows, count, right, product, batch.Width);
        for (var v = 0; v < batch.Row; v += TSingles.Count)
            TSingles.Store(TSingles.Add(TSingles.Load(sum + v), TSingles.Load(product + v)), sum + v);
    }

    private static void Narrow(double* source, float* target, int length)
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.StoreSingles(TLanes.Load(source + v), target + v);
    }

    // Where wages would move by more than e^(1/2) at once, the whole direction is cut back; a lane's first sweep has none.
    private static void Shorten(PackedBaseline b, Batch batch)
    {
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var largest = TLanes.Broadcast(0.5);
            for (var cell = v; cell < b.N * batch.Width; cell += batch.Width)
                largest = TLanes.Max(largest, TLanes.Abs(TLanes.Load(batch.WageDirection + cell)));
            var cut = TLanes.Divide(TLanes.Broadcast(0.5), largest);
            TLanes.Store(cut, batch.Cut + v);
            for (var l = v; l < v + TLanes.Count; l++)
                batch.Cut[l] = batch.Sweeps[l] == 0 ? 0 : batch.Cut[l];
            cut = TLanes.Load(batch.Cut + v);
            for (var cell = v; cell < b.N * batch.Width; cell += batch.Width)
                TLanes.Store(TLanes.Multiply(TLanes.Load(batch.WageDirection + cell), cut), batch.WageDirection + cell);
        }
    }

    private static void Remember(Batch batch)
    {
        var newest = batch.WageSteps + batch.Turn % Batch.Depth * batch.Row;
        for (var v = 0; v < batch.Row; v += TLanes.Count)
        {
            var direction = TLanes.Load(batch.WageDirection + v);
            TLanes.Store(TLanes.Subtract(direction, TLanes.Load(batch.LastWageDirection + v)), newest + v);
            TLanes.Store(direction, batch.LastWageDirection + v);
            TLanes.Store(direction, batch.Target + v);
        }
    }

    // Modified Gram-Schmidt over regions, every lane for itself. Columns that a lane has no use for become zero.
    private static void Weights(PackedBaseline b, Batch batch, int lanes)
    {
        var (row, end) = (batch.Width, b.N * batch.Width);
        var target = batch.Target + lanes;
        for (var c = 0; c < Batch.Depth; c++)
        {
            var source = batch.WageSteps + (batch.Turn - c + Batch.Depth) % Batch.Depth * batch.Row + lanes;
            var column = batch.Basis + c * batch.Row + lanes;
            for (var v = 0; v < end; v += row)
                TLanes.Store(TLanes.Load(source + v), column + v);
            var before = Dot(column, column, row, end);
            for (var p = 0; p < c; p++)
            {
                var other = batch.Basis + p * batch.Row + lanes;
                var part = Dot(other, column, row, end);
                TLanes.Store(part, batch.Triangle + (p * Batch.Depth + c) * row + lanes);
                Subtract(other, part, column, row, end);
            }

            var inverse = InverseNorms(batch, c, lanes, before, Dot(column, column, row, end));
            for (var v = 0; v < end; v += row)
                TLanes.Store(TLanes.Multiply(TLanes.Load(column + v), inverse), column + v);
            var coefficient = Dot(column, target, row, end);
            TLanes.Store(coefficient, batch.Coefficients + c * row + lanes);
            Subtract(column, coefficient, target, row, end);
        }

        for (var c = Batch.Depth - 1; c >= 0; c--)
        {
            var coefficient = TLanes.Load(batch.Coefficients + c * row + lanes);
            for (var later = c + 1; later < Batch.Depth; later++)
            {
                var part = TLanes.Multiply(TLanes.Load(batch.Triangle + (c * Batch.Depth + later) * row + lanes), TLanes.Load(batch.Coefficients + later * row + lanes));
                coefficient = TLanes.Subtract(coefficient, part);
            }

            TLanes.Store(TLanes.Multiply(coefficient, TLanes.Load(batch.Triangle + (c * Batch.Depth + c) * row + lanes)), batch.Coefficients + c * row + lanes);
        }
    }

    // A difference that the newer ones nearly contain adds noise only; it and all older ones are left out, and so is what came before a
    // lane's scenario. The diagonal of the triangle holds the inverses.
    private static TVector InverseNorms(Batch batch, int c, int lanes, TVector before, TVector after)
    {
        double* all = stackalloc double[TLanes.Count];
        double* rest = stackalloc double[TLanes.Count];
        TLanes.Store(before, all);
        TLanes.Store(after, rest);
        var diagonal = batch.Triangle + (c * Batch.Depth + c) * batch.Width + lanes;
        for (var l = 0; l < TLanes.Count; l++)
        {
            var isUsed = c < batch.Sweeps[lanes + l] - 1 && rest[l] > 1e-20 * all[l] && rest[l] > 0
                && (c == 0 || batch.Triangle[((c - 1) * Batch.Depth + c - 1) * batch.Width + lanes + l] > 0);
            diagonal[l] = isUsed ? 1 / Math.Sqrt(rest[l]) : 0;
        }

        return TLanes.Load(diagonal);
    }

    private static TVector Dot(double* left, double* right, int row, int end)
    {
        var (even, odd) = (TLanes.Zero, TLanes.Zero);
        var v = 0;
        for (; v + row < end; v += 2 * row)
        {
            even = TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), even);
            odd = TLanes.MultiplyAdd(TLanes.Load(left + v + row), TLanes.Load(right + v + row), odd);
        }

        if (v < end)
            even = TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), even);
        return TLanes.Add(even, odd);
    }

    // target -= factor * source.
    private static void Subtract(double* source, TVector factor, double* target, int row, int end)
    {
        for (var v = 0; v < end; v += row)
            TLanes.Store(TLanes.Subtract(TLanes.Load(target + v), TLanes.Multiply(factor, TLanes.Load(source + v))), target + v);
    }
}
