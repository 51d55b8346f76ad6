using System.Numerics;
using CsCheck;
using Samarkand.Core;

namespace Samarkand.Tests.Core;

/// <summary>Sketches: the same bytes in whatever order and parts, percentiles within the error that is promised, sums without any.</summary>
public class ValueSketchTests
{
    private static readonly Gen<double> Numbers = Gen.OneOf(Gen.Double[-3, 3], Gen.Double[-1e9, 1e9], Gen.Double[-1e-9, 1e-9], Gen.Double, Gen.Const(0.0));

    [Fact]
    public void Whatever_the_order_and_the_parts_the_bytes_are_the_same() => Gen.Select(Numbers.Array[0, 200], Gen.Int[1, 7], Gen.Int[0, int.MaxValue]).Sample((numbers, parts, seed) =>
    {
        var whole = new ValueSketch(0.5);
        foreach (var number in numbers)
            whole.Add(number);
        var random = new Random(seed);
        var dealt = Enumerable.Range(0, parts).Select(_ => new ValueSketch(0.5)).ToArray();
        foreach (var number in numbers.OrderBy(_ => random.Next()))
            dealt[random.Next(parts)].Add(number);
        // Half of them are merged as they are, the other half by way of what is written.
        var merged = new ValueSketch(0.5);
        foreach (var part in dealt.OrderBy(_ => random.Next()))
        {
            if (random.Next(2) == 0)
                merged.Add(part);
            else
                merged.AddFrom(new BinaryReader(new MemoryStream(Bytes(part))));
        }

        Assert.Equal(Bytes(whole), Bytes(merged));
        Assert.Equal(whole.Count, merged.Count);
        Assert.Equal(whole.At(0.1, 0.5, 0.9), merged.At(0.1, 0.5, 0.9));
    });

    [Fact]
    public void A_percentile_is_within_its_error() => Gen.Select(Numbers.Array[1, 300], Gen.Double[0, 1]).Sample((numbers, share) =>
    {
        var sketch = Of(numbers);
        var sorted = Percentiles.Sorted(numbers.Where(number => double.IsFinite(number * number)));
        if (sorted.Length == 0)
            return;
        var place = (sorted.Length - 1) * share;
        var (below, above) = (sorted[(int)place], sorted[Math.Min(sorted.Length - 1, (int)place + 1)]);
        var error = Math.Max(ValueSketch.AbsoluteError, ValueSketch.RelativeError * Math.Max(Math.Abs(below), Math.Abs(above)));
        Assert.InRange(sketch.At(share)[0], Percentiles.At(sorted, share) - error, Percentiles.At(sorted, share) + error);
    });

    [Fact]
    public void Mean_and_its_error_are_those_of_the_numbers() => Gen.Double[-3, 3].Array[2, 300].Sample(numbers =>
    {
        var (sketch, mean) = (Of(numbers), numbers.Average());
        Assert.Equal(mean, sketch.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1) / numbers.Length), sketch.StandardError, 1e-12);
    });

    [Fact]
    public void A_sum_is_exact_and_rounded_once() => Gen.OneOf(Numbers, Gen.Double).Where(double.IsFinite).Array[0, 100].Sample(numbers =>
    {
        var sum = new ExactSum();
        foreach (var number in numbers)
            sum.Add(number);
        // Every double is a whole multiple of 2^-1074.
        var exact = numbers.Aggregate(BigInteger.Zero, (total, number) => total + Multiple(number));
        var nearest = sum.Value;
        if (double.IsInfinity(nearest))
            return;
        var off = BigInteger.Abs(exact - Multiple(nearest));
        Assert.True(off <= BigInteger.Abs(exact - Multiple(Math.BitIncrement(nearest))) && off <= BigInteger.Abs(exact - Multiple(Math.BitDecrement(nearest))));
    });

    [Fact]
    public void What_is_no_number_is_left_out_and_nothing_is_nothing()
    {
        var sketch = Of([double.NaN, double.PositiveInfinity, 1e200]);
        Assert.Equal(0, sketch.Count);
        Assert.True(double.IsNaN(sketch.Mean) && double.IsNaN(sketch.StandardError) && double.IsNaN(sketch.At(0.5)[0]));
        Assert.Equal(7, Of([7]).At(0.5)[0], 7 * ValueSketch.RelativeError);
        Assert.True(double.IsNaN(Of([7]).StandardError));
    }

    [Fact]
    public void Damaged_bytes_are_told() => Assert.ThrowsAny<IOException>(() => new ValueSketch(0).AddFrom(new BinaryReader(new MemoryStream([1, 0, 5, 200]))));

    private static ValueSketch Of(IEnumerable<double> numbers)
    {
        var sketch = new ValueSketch(0);
        foreach (var number in numbers)
            sketch.Add(number);
        return sketch;
    }

    private static byte[] Bytes(ValueSketch sketch)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            sketch.Write(writer);
        return stream.ToArray();
    }

    private static BigInteger Multiple(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7ff;
        var mantissa = (BigInteger)(bits & ((1L << 52) - 1));
        if (exponent > 0)
            mantissa = (mantissa + (BigInteger.One << 52)) << (exponent - 1);
        return bits < 0 ? -mantissa : mantissa;
    }
}
