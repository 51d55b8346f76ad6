using System.Runtime.Intrinsics;
using Samarkand.Core;

namespace Samarkand.Estimation.Regression;

/// <summary>Columns of numbers, four side by side in each block: a working response first, then regressors.</summary>
internal sealed unsafe class Columns
{
    private readonly double[][] _gram;

    public Columns(Projection projection, int count)
    {
        Projection = projection;
        Count = count;
        Blocks = [.. Enumerable.Range(0, (count + Projection.Lanes - 1) / Projection.Lanes).Select(_ => new double[(long)projection.Rows * Projection.Lanes])];
        Scale = new double[Blocks.Length * Projection.Lanes];
        _gram = [.. Enumerable.Range(0, projection.Pieces.Length - 1).Select(_ => new double[Scale.Length * Scale.Length])];
    }

    public Projection Projection { get; }

    public int Count { get; }

    public double[][] Blocks { get; }

    /// <summary>The size of each column, against which tolerances hold; zero for lanes that are not used.</summary>
    public double[] Scale { get; }

    public double this[int row, int column]
    {
        get => Blocks[column / Projection.Lanes][(long)row * Projection.Lanes + column % Projection.Lanes];
        set => Blocks[column / Projection.Lanes][(long)row * Projection.Lanes + column % Projection.Lanes] = value;
    }

    /// <summary>Takes the fixed effects out of every column.</summary>
    /// <returns>Whether the tolerance was reached.</returns>
    public bool Project(double tolerance)
    {
        var isClose = true;
        for (var b = 0; b < Blocks.Length; b++)
            isClose &= Projection.Project(Blocks[b], tolerance, Vector256.LoadUnsafe(ref Scale[b * Projection.Lanes]));
        return isClose;
    }

    /// <summary>Weighted sums of products of all pairs of columns: a square matrix of <see cref="Count"/>.</summary>
    public double[,] Products(double[] weights)
    {
        var width = Scale.Length;
        InParallel.For(_gram.Length, default, part => Products(weights, part));
        var products = new double[Count, Count];
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = 0.0;
                foreach (var one in _gram)
                    sum += one[a * width + b];
                products[a, b] = products[b, a] = sum;
            }
        }

        return products;
    }

    private void Products(double[] weights, int part)
    {
        var (sums, width) = (_gram[part], Scale.Length);
        Array.Clear(sums);
        var (start, end) = (Projection.Pieces[part], Projection.Pieces[part + 1]);
        fixed (double* into = sums, weight = weights)
        {
            for (var a = 0; a < Blocks.Length; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    fixed (double* left = Blocks[a], right = Blocks[b])
                    {
                        var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                        for (var i = start; i < end; i++)
                        {
                            var at = left + (long)i * Projection.Lanes;
                            var other = Vector256.Load(right + (long)i * Projection.Lanes) * Vector256.Create(weight[i]);
                            s0 += Vector256.Create(at[0]) * other;
                            s1 += Vector256.Create(at[1]) * other;
                            s2 += Vector256.Create(at[2]) * other;
                            s3 += Vector256.Create(at[3]) * other;
                        }

                        var to = into + a * Projection.Lanes * width + b * Projection.Lanes;
                        s0.Store(to);
                        s1.Store(to + width);
                        s2.Store(to + 2 * width);
                        s3.Store(to + 3 * width);
                    }
                }
            }
        }
    }
}
