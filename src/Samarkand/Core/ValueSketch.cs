namespace Samarkand.Core;

/// <summary>
/// What is kept of many numbers in place of the numbers: how many fall into each of fixed buckets, and their exact sums. A bucket holds the
/// doubles of one sign and exponent whose first eight bits after the leading one are the same, so that its width is at most 1/256 of the
/// numbers in it; smaller numbers than 2^-24 in size share one bucket around zero. (DDSketch of Masson, Rim and Lee 2019,
/// https://doi.org/10.14778/3352063.3352135, with buckets that divide an octave evenly, as those of HdrHistogram do: no logarithm, whose last digit another machine
/// might round otherwise.) Counts and exact sums know no order: merged in whatever order and whatever parts, the result has the same bytes.
/// </summary>
/// <param name="centre">A number near the others, around which squares are summed: the same in all sketches that are merged.</param>
internal sealed class ValueSketch(double centre)
{
    /// <summary>How far a percentile may be from that of the numbers themselves, as a share of the larger of the two neighbours in order between which that one lies.</summary>
    public const double RelativeError = 1.0 / (1 << BucketCounts.PageBits);

    /// <summary>The same around zero, not as a share.</summary>
    public const double AbsoluteError = 2 * Smallest;

    private const double Smallest = 1.0 / (1 << 24);
    private const int Dropped = 52 - BucketCounts.PageBits;

    // All exponents, each with its page.
    private const int Buckets = 2048 << BucketCounts.PageBits;

    private readonly double _centre = double.IsFinite(centre) ? centre : 0;
    private readonly BucketCounts _below = new();
    private readonly BucketCounts _above = new();
    private readonly ExactSum _sum = new();
    private readonly ExactSum _squares = new();
    private long _aroundZero;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a number; one that is not finite, or so large that its square is not, is left out.</summary>
    public void Add(double value)
    {
        var off = value - _centre;
        var square = off * off;
        if (!double.IsFinite(square))
            return;
        Count++;
        if (Math.Abs(value) < Smallest)
            _aroundZero++;
        else
            (value < 0 ? _below : _above).Add((int)(BitConverter.DoubleToInt64Bits(Math.Abs(value)) >> Dropped));
        _sum.Add(off);
        _squares.Add(square);
    }

    /// <summary>Takes what another has.</summary>
    public void Add(ValueSketch other)
    {
        Count += other.Count;
        _aroundZero += other._aroundZero;
        _below.Add(other._below);
        _above.Add(other._above);
        _sum.Add(other._sum);
        _squares.Add(other._squares);
    }

    /// <summary>The mean, exact but for the rounding of its last steps; NaN without numbers.</summary>
    public double Mean => Count == 0 ? double.NaN : _centre + _sum.Value / Count;

    /// <summary>The standard error of the mean, likewise; NaN with fewer than two numbers.</summary>
    public double StandardError => Count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, _squares.Value - _sum.Value * _sum.Value / Count) / (Count - 1) / Count);

    /// <summary>The percentiles of <see cref="Percentiles"/>, for shares in ascending order; within <see cref="RelativeError"/>. NaN without numbers.</summary>
    public double[] At(params double[] shares)
    {
        if (Count == 0)
            return Array.ConvertAll(shares, _ => double.NaN);
        var (values, ranks) = (new double[2 * shares.Length], new long[2 * shares.Length]);
        for (var s = 0; s < shares.Length; s++)
            (ranks[2 * s], ranks[2 * s + 1]) = ((long)Place(shares[s]), Math.Min(Count - 1, (long)Place(shares[s]) + 1));
        var (passed, next) = (0L, Enumerable.Range(0, ranks.Length).OrderBy(k => ranks[k]).ToArray());
        var at = 0;
        foreach (var (low, high, count) in Ascending())
        {
            // Numbers of one bucket are taken to lie evenly in it.
            for (; at < next.Length && ranks[next[at]] < passed + count; at++)
                values[next[at]] = low + (high - low) * ((ranks[next[at]] - passed + 0.5) / count);
            passed += count;
        }

        return [.. shares.Select((share, s) => values[2 * s] + (Place(share) - ranks[2 * s]) * (values[2 * s + 1] - values[2 * s]))];

        double Place(double share) => (Count - 1) * share;
    }

    /// <summary>Writes it: the same bytes for the same numbers.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Count);
        writer.Write7BitEncodedInt64(_aroundZero);
        _below.Write(writer);
        _above.Write(writer);
        _sum.Write(writer);
        _squares.Write(writer);
    }

    /// <summary>Takes what was written of another.</summary>
    /// <exception cref="InvalidDataException">It is no sketch.</exception>
    public void AddFrom(BinaryReader reader)
    {
        Count += reader.Read7BitEncodedInt64();
        _aroundZero += reader.Read7BitEncodedInt64();
        _below.AddFrom(reader, Buckets);
        _above.AddFrom(reader, Buckets);
        _sum.AddFrom(reader);
        _squares.AddFrom(reader);
    }

    private IEnumerable<(double Low, double High, long Count)> Ascending()
    {
        foreach (var (bucket, count) in _below.Ascending().Reverse())
            yield return (-Edge(bucket + 1), -Edge(bucket), count);
        if (_aroundZero > 0)
            yield return (-Smallest, Smallest, _aroundZero);
        foreach (var (bucket, count) in _above.Ascending())
            yield return (Edge(bucket), Edge(bucket + 1), count);
    }

    private static double Edge(int bucket) => BitConverter.Int64BitsToDouble((long)bucket << Dropped);
}
