using System.Runtime.Intrinsics;
using Samarkand.Core;
using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>
/// Takes the fixed effects out of columns: the residuals of weighted least squares on the dummies of all groups, by alternating projections
/// on the coefficients of the groups (Gauss-Seidel), accelerated by Irons and Tuck (1969). Four columns go side by side, row by row.
/// The rows stand in the order of the first grouping. Results do not depend on the number of threads.
/// </summary>
internal sealed unsafe class Projection
{
    /// <summary>How many columns stand side by side.</summary>
    public const int Lanes = 4;

    private const int MostSteps = 100_000;

    private readonly Grouping[] _effects;
    private readonly int[] _chunks;
    private readonly GroupWeights _sizes;
    private readonly double[][] _coefficients;
    private readonly double[][] _sums;
    private readonly double[][] _parts;
    private readonly double[][] _before;
    private readonly double[][] _once;
    private double[] _weights = [];

    /// <param name="effects">The groupings; the rows stand in the order of the first.</param>
    /// <param name="rows">The number of rows.</param>
    public Projection(IReadOnlyList<Grouping> effects, int rows)
    {
        _effects = [.. effects];
        Rows = rows;
        _chunks = RowChunks.Of(effects[0].Codes, rows);
        var parts = _chunks.Length - 1;
        _sizes = new GroupWeights(_effects, _chunks);
        _coefficients = [.. effects.Select(one => new double[one.Count * Lanes])];
        _sums = [.. effects.Select(one => new double[one.Count * Lanes])];
        _parts = [.. effects.Select((one, f) => new double[f == 0 ? 0 : parts * one.Count * Lanes])];
        _before = [.. effects.Select((one, f) => new double[f == 0 ? 0 : one.Count * Lanes])];
        _once = [.. effects.Select((one, f) => new double[f == 0 ? 0 : one.Count * Lanes])];
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>Steps of all projections so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Where pieces of work begin and end, at borders between groups of the first grouping.</summary>
    public ReadOnlySpan<int> Pieces => _chunks;

    /// <summary>Sets the weights of the rows, which are kept and not copied.</summary>
    public void Weigh(double[] weights)
    {
        _weights = weights;
        _sizes.Weigh(weights);
    }

    /// <summary>Replaces four columns by what the fixed effects leave of them.</summary>
    /// <param name="block">The columns, side by side: rows times <see cref="Lanes"/>.</param>
    /// <param name="tolerance">How much a coefficient may still move, in units of <paramref name="scale"/>.</param>
    /// <param name="scale">The size of each column; a column of zeros is left alone.</param>
    /// <returns>Whether the tolerance was reached.</returns>
    public bool Project(double[] block, double tolerance, Vector256<double> scale)
    {
        Sum(block);
        var limit = scale * Vector256.Create(tolerance);
        for (var f = 1; f < _effects.Length; f++)
            Array.Clear(_coefficients[f]);
        var isClose = _effects.Length == 1;
        if (isClose)
            Step();
        for (var steps = 0; !isClose && steps < MostSteps; steps += 2)
        {
            Keep(_before);
            var first = Step();
            if (Vector256.LessThanOrEqualAll(first, limit))
            {
                isClose = true;
                break;
            }

            Keep(_once);
            var second = Step();
            isClose = Vector256.LessThanOrEqualAll(second, limit);
            if (!isClose)
                IronsTuck.Accelerate(_coefficients, _once, _before);
        }

        if (_effects.Length > 1)
            InParallel.For(_chunks.Length - 1, default, FirstAlone);
        InParallel.For(_chunks.Length - 1, default, part => Subtract(block, part));
        return isClose;
    }

    // One sweep over all groupings; how far a coefficient of a grouping beside the first moved, at most, in each lane.
    private Vector256<double> Step()
    {
        Steps++;
        var moved = Vector256<double>.Zero;
        if (_effects.Length == 1)
        {
            InParallel.For(_chunks.Length - 1, default, FirstAlone);
            return moved;
        }

        for (var f = 1; f < _effects.Length; f++)
        {
            var effect = f;
            InParallel.For(_chunks.Length - 1, default, part => Gather(effect, part));
            moved = Vector256.Max(moved, Gathered(effect));
        }

        return moved;
    }

    private void Sum(double[] block)
    {
        InParallel.For(_chunks.Length - 1, default, part =>
        {
            var (start, end) = (_chunks[part], _chunks[part + 1]);
            fixed (double* rows = block, weights = _weights)
            {
                for (var f = 0; f < _effects.Length; f++)
                {
                    var count = _effects[f].Count;
                    var codes = _effects[f].Codes;
                    if (f == 0 && end > start)
                        Array.Clear(_sums[0], codes[start] * Lanes, (codes[end - 1] - codes[start] + 1) * Lanes);
                    else if (f > 0)
                        Array.Clear(_parts[f], part * count * Lanes, count * Lanes);
                    fixed (double* into = f == 0 ? _sums[0] : _parts[f])
                    {
                        var sums = into + (f == 0 ? 0 : part * count * Lanes);
                        for (var i = start; i < end; i++)
                        {
                            var at = sums + codes[i] * Lanes;
                            (Vector256.Load(at) + Vector256.Create(weights[i]) * Vector256.Load(rows + (long)i * Lanes)).Store(at);
                        }
                    }
                }
            }
        });
        for (var f = 1; f < _effects.Length; f++)
            AddParts(f, _sums[f]);
    }

    private void AddParts(int f, double[] into)
    {
        var length = _effects[f].Count * Lanes;
        Array.Copy(_parts[f], into, length);
        for (var part = 1; part < _chunks.Length - 1; part++)
            System.Numerics.Tensors.TensorPrimitives.Add(into, _parts[f].AsSpan(part * length, length), into);
    }

    // Where f is 1, the coefficients of the first grouping come anew, group by group; then what they and the others give the groups of f.
    private void Gather(int f, int part)
    {
        var (start, end) = (_chunks[part], _chunks[part + 1]);
        var count = _effects[f].Count;
        Array.Clear(_parts[f], part * count * Lanes, count * Lanes);
        fixed (int* first = _effects[0].Codes, codes = _effects[f].Codes)
        fixed (double* weights = _weights, into = _parts[f], ofFirst = _coefficients[0])
        {
            var sums = into + part * count * Lanes;
            for (var i = start; i < end;)
            {
                var group = first[i];
                var stop = i;
                while (stop < end && first[stop] == group)
                    stop++;
                var own = f == 1 ? First(group, i, stop, weights) : Vector256.Load(ofFirst + group * Lanes);
                if (f == 1)
                    own.Store(ofFirst + group * Lanes);
                if (_effects.Length == 2)
                {
                    for (; i < stop; i++)
                    {
                        var at = sums + codes[i] * Lanes;
                        (Vector256.Load(at) + Vector256.Create(weights[i]) * own).Store(at);
                    }
                }
                else
                {
                    for (; i < stop; i++)
                    {
                        var at = sums + codes[i] * Lanes;
                        (Vector256.Load(at) + Vector256.Create(weights[i]) * (own + Others(f, i))).Store(at);
                    }
                }
            }
        }
    }

    private Vector256<double> First(int group, int start, int end, double* weights)
    {
        var sum = Vector256<double>.Zero;
        if (_effects.Length == 2)
        {
            fixed (int* codes = _effects[1].Codes)
            fixed (double* coefficients = _coefficients[1])
            {
                for (var i = start; i < end; i++)
                    sum += Vector256.Create(weights[i]) * Vector256.Load(coefficients + codes[i] * Lanes);
            }
        }
        else
        {
            for (var i = start; i < end; i++)
                sum += Vector256.Create(weights[i]) * Others(0, i);
        }

        fixed (double* sums = _sums[0])
            return (Vector256.Load(sums + group * Lanes) - sum) * Vector256.Create(_sizes.Inverse[0][group]);
    }

    // The coefficients of the groupings other than the first and f, of one row.
    private Vector256<double> Others(int f, int row)
    {
        var sum = Vector256<double>.Zero;
        for (var other = 1; other < _effects.Length; other++)
        {
            if (other == f)
                continue;
            fixed (double* coefficients = _coefficients[other])
                sum += Vector256.Load(coefficients + _effects[other].Codes[row] * Lanes);
        }

        return sum;
    }

    private void FirstAlone(int part)
    {
        var codes = _effects[0].Codes;
        fixed (double* weights = _weights, into = _coefficients[0])
        {
            for (var i = _chunks[part]; i < _chunks[part + 1];)
            {
                var group = codes[i];
                var stop = i;
                while (stop < _chunks[part + 1] && codes[stop] == group)
                    stop++;
                First(group, i, stop, weights).Store(into + group * Lanes);
                i = stop;
            }
        }
    }

    private Vector256<double> Gathered(int f)
    {
        var count = _effects[f].Count;
        var moved = Vector256<double>.Zero;
        fixed (double* parts = _parts[f], sums = _sums[f], coefficients = _coefficients[f])
        {
            for (var g = 0; g < count; g++)
            {
                var given = Vector256.Load(parts + g * Lanes);
                for (var part = 1; part < _chunks.Length - 1; part++)
                    given += Vector256.Load(parts + (part * count + g) * Lanes);
                var now = (Vector256.Load(sums + g * Lanes) - given) * Vector256.Create(_sizes.Inverse[f][g]);
                var at = coefficients + g * Lanes;
                moved = Vector256.Max(moved, Vector256.Abs(now - Vector256.Load(at)));
                now.Store(at);
            }
        }

        return moved;
    }

    private void Keep(double[][] place)
    {
        for (var f = 1; f < _effects.Length; f++)
            Array.Copy(_coefficients[f], place[f], place[f].Length);
    }

    private void Subtract(double[] block, int part)
    {
        fixed (double* rows = block, first = _coefficients[0])
        {
            var codes = _effects[0].Codes;
            for (var i = _chunks[part]; i < _chunks[part + 1]; i++)
            {
                var at = rows + (long)i * Lanes;
                (Vector256.Load(at) - Vector256.Load(first + codes[i] * Lanes) - Others(0, i)).Store(at);
            }
        }
    }
}
