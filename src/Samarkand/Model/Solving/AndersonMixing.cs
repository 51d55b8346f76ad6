using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// Anderson acceleration (Anderson 1965; Walker and Ni 2011, SIAM J. Numer. Anal. 49): the next state is the combination of
/// the last states plus directions whose wage directions, combined alike, are smallest.
/// </summary>
internal sealed unsafe class AndersonMixing
{
    private readonly AlignedMemory _memory;
    private readonly double* _basis;
    private readonly double* _target;
    private readonly int _row;
    private readonly double[] _triangle;
    private readonly double[] _coefficients;
    private readonly double[] _weights;

    /// <summary>Mixes up to <paramref name="depth"/> older directions, each a padded row.</summary>
    public AndersonMixing(int row, int depth)
    {
        (_row, Depth) = (row, depth);
        _memory = new AlignedMemory((depth + 1L) * row);
        _basis = _memory.Take(depth * row);
        _target = _memory.Take(row);
        _triangle = new double[depth * depth];
        _coefficients = new double[depth];
        _weights = new double[depth + 1];
    }

    public int Depth { get; }

    /// <summary>Weights of the last <paramref name="count"/> + 1 directions, newest first; they sum to one.</summary>
    /// <param name="wages">Directions of log wages, padded rows of a ring of depth + 1.</param>
    /// <param name="newest">The row of the newest direction.</param>
    /// <param name="count">How many older directions to use, at most depth.</param>
    public ReadOnlySpan<double> Weights<TLanes, TVector>(double* wages, int newest, int count)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var (row, depth, rows) = (_row, Depth, Depth + 1);
        PaddedRows<TLanes, TVector>.Copy(wages + newest * row, _target, row);
        for (var c = 0; c < count; c++)
        {
            // Differences of neighbours in time, made orthogonal by modified Gram-Schmidt.
            var column = _basis + c * row;
            PaddedRows<TLanes, TVector>.Difference(wages + (newest - c + rows) % rows * row, wages + (newest - c - 1 + rows) % rows * row, column, row);
            var before = PaddedRows<TLanes, TVector>.Dot(column, column, row);
            for (var p = 0; p < c; p++)
            {
                var r = _triangle[p * depth + c] = PaddedRows<TLanes, TVector>.Dot(_basis + p * row, column, row);
                PaddedRows<TLanes, TVector>.AddScaled(_basis + p * row, -r, column, row);
            }

            var after = PaddedRows<TLanes, TVector>.Dot(column, column, row);
            // A difference that the newer ones nearly contain adds noise only; this and all older ones are left out.
            if (!(after > 1e-20 * before) || after == 0)
            {
                count = c;
                break;
            }

            var norm = Math.Sqrt(after);
            _triangle[c * depth + c] = norm;
            PaddedRows<TLanes, TVector>.Scale(column, 1 / norm, row);
            _coefficients[c] = PaddedRows<TLanes, TVector>.Dot(column, _target, row);
            PaddedRows<TLanes, TVector>.AddScaled(column, -_coefficients[c], _target, row);
        }

        for (var c = count - 1; c >= 0; c--)
        {
            for (var later = c + 1; later < count; later++)
                _coefficients[c] -= _triangle[c * depth + later] * _coefficients[later];
            _coefficients[c] /= _triangle[c * depth + c];
        }

        _weights[0] = 1;
        for (var c = 0; c < count; c++)
        {
            _weights[c] -= _coefficients[c];
            _weights[c + 1] = _coefficients[c];
        }

        return _weights.AsSpan(0, count + 1);
    }
}
