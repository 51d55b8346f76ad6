namespace Samarkand.Import;

/// <summary>
/// Sums of doubles in units of 2^-60, which are exact for any number that is not smaller: they do not depend on the order of what is added.
/// </summary>
internal sealed class ExactSums(int length)
{
    private const double Unit = 1.0 / (1L << 60);

    private readonly Int128[] _sums = new Int128[length];

    public void Add(int cell, double value) => _sums[cell] += (Int128)(value / Unit);

    public void CopyTo(double[] values)
    {
        for (var cell = 0; cell < values.Length; cell++)
            values[cell] = (double)_sums[cell] * Unit;
    }
}
