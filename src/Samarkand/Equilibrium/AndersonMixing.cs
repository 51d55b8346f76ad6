namespace Samarkand.Equilibrium;

/// <summary>
/// Anderson acceleration (Anderson 1965; Walker and Ni 2011, SIAM J. Numer. Anal. 49): the next state is the combination of
/// the last states plus directions whose wage directions, combined alike, are smallest.
/// </summary>
internal sealed unsafe class AndersonMixing(int regions, int depth)
{
    public int Depth => depth;

    private readonly double[] _basis = new double[depth * regions];
    private readonly double[] _triangle = new double[depth * depth];
    private readonly double[] _target = new double[regions];
    private readonly double[] _coefficients = new double[depth];
    private readonly double[] _weights = new double[depth + 1];

    /// <summary>Weights of the last <paramref name="count"/> + 1 directions, newest first; they sum to one.</summary>
    /// <param name="wages">Directions of log wages, rows of a ring of depth + 1.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="newest">The row of the newest direction.</param>
    /// <param name="count">How many older directions to use, at most depth.</param>
    public ReadOnlySpan<double> Weights(double* wages, int stride, int newest, int count)
    {
        var rows = depth + 1;
        new ReadOnlySpan<double>(wages + newest * stride, regions).CopyTo(_target);
        for (var c = 0; c < count; c++)
        {
            // Differences of neighbours in time, made orthogonal by modified Gram-Schmidt.
            var later = wages + (newest - c + rows) % rows * stride;
            var earlier = wages + (newest - c - 1 + rows) % rows * stride;
            var column = _basis.AsSpan(c * regions, regions);
            for (var n = 0; n < regions; n++)
                column[n] = later[n] - earlier[n];
            var before = Dot(column, column);
            for (var p = 0; p < c; p++)
            {
                var basis = _basis.AsSpan(p * regions, regions);
                var r = _triangle[p * depth + c] = Dot(basis, column);
                Subtract(column, basis, r);
            }

            var after = Dot(column, column);
            // A difference that the newer ones nearly contain adds noise only; this and all older ones are left out.
            if (!(after > 1e-20 * before) || after == 0)
            {
                count = c;
                break;
            }

            var norm = Math.Sqrt(after);
            _triangle[c * depth + c] = norm;
            for (var n = 0; n < regions; n++)
                column[n] /= norm;
            _coefficients[c] = Dot(column, _target);
            Subtract(_target, column, _coefficients[c]);
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

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        System.Numerics.Tensors.TensorPrimitives.Dot(left, right);

    private static void Subtract(Span<double> target, ReadOnlySpan<double> source, double factor) =>
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(source, -factor, target, target);
}
