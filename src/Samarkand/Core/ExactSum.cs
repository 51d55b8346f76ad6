using System.Numerics;

namespace Samarkand.Core;

/// <summary>
/// A sum of doubles without any rounding, so that it does not matter in which order they are added: a long number in digits of 32 bits, wide
/// enough for every double, whose carries are settled now and then (the small superaccumulator of Neal 2015, Fast exact summation using small
/// and large superaccumulators, https://arxiv.org/abs/1505.05571).
/// </summary>
internal sealed class ExactSum
{
    private const int DigitBits = 32;
    private const int Digits = 68;
    private const int MantissaBits = 52;

    // The weight of the lowest digit's lowest bit, 2^-1074: the smallest double.
    private const int Lowest = -1074;

    // A digit of 64 bits takes a thousand summands of 52 bits before it could overflow.
    private const int MostUnsettled = 1000;

    private readonly long[] _digits = new long[Digits];
    private int _unsettled;

    /// <summary>Adds a finite number.</summary>
    public void Add(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> MantissaBits) & 0x7ff;
        var mantissa = bits & ((1L << MantissaBits) - 1);
        if (exponent > 0)
            (mantissa, exponent) = (mantissa | 1L << MantissaBits, exponent - 1);
        var (digit, shift) = (exponent / DigitBits, exponent % DigitBits);
        var (low, high) = ((mantissa << shift) & uint.MaxValue, mantissa >> (DigitBits - shift));
        if (bits < 0)
            (low, high) = (-low, -high);
        _digits[digit] += low;
        _digits[digit + 1] += high;
        if (++_unsettled >= MostUnsettled)
            Settle();
    }

    /// <summary>Adds another sum.</summary>
    public void Add(ExactSum other)
    {
        Settle();
        other.Settle();
        for (var digit = 0; digit < Digits; digit++)
            _digits[digit] += other._digits[digit];
        Settle();
    }

    /// <summary>The sum, rounded once.</summary>
    public double Value
    {
        get
        {
            var sum = Whole();
            var size = BigInteger.Abs(sum);
            // 62 bits, the last of which says whether anything stood below it.
            var below = Math.Max(0, (int)size.GetBitLength() - 62);
            var top = (long)(size >> below);
            if (below > 0 && !(size & ((BigInteger.One << below) - 1)).IsZero)
                top |= 1;
            return sum.Sign * Math.ScaleB(top, below + Lowest);
        }
    }

    /// <summary>Writes it: the same bytes for the same sum.</summary>
    public void Write(BinaryWriter writer)
    {
        Settle();
        var from = 0;
        while (from < Digits - 1 && _digits[from] == 0)
            from++;
        var bytes = (Whole() >> (DigitBits * from)).ToByteArray();
        writer.Write7BitEncodedInt(from);
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    /// <summary>Adds a sum that was written.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public void AddFrom(BinaryReader reader)
    {
        var (from, length) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        if (from < 0 || from >= Digits || length < 1 || DigitBits / 8 * from + length > DigitBits / 8 * Digits)
            throw new InvalidDataException("it holds a sum out of range");
        Span<byte> bytes = stackalloc byte[DigitBits / 8 * Digits];
        reader.BaseStream.ReadExactly(bytes[..length]);
        bytes[length..].Fill((bytes[length - 1] & 0x80) != 0 ? byte.MaxValue : (byte)0);
        Settle();
        // Digits in two's complement: all of one sign but the highest.
        for (var digit = from; digit < Digits; digit++)
        {
            var part = BitConverter.ToUInt32(bytes[(DigitBits / 8 * (digit - from))..]);
            _digits[digit] += digit == Digits - 1 ? (int)part : part;
        }

        Settle();
    }

    // The digits in two's complement, as they stand.
    private BigInteger Whole()
    {
        Settle();
        Span<byte> bytes = stackalloc byte[DigitBits / 8 * Digits];
        for (var digit = 0; digit < Digits; digit++)
            BitConverter.TryWriteBytes(bytes[(DigitBits / 8 * digit)..], (uint)_digits[digit]);
        return new BigInteger(bytes);
    }

    private void Settle()
    {
        for (var digit = 0; digit < Digits - 1; digit++)
        {
            var carry = _digits[digit] >> DigitBits;
            if (carry == 0)
                continue;
            _digits[digit] &= uint.MaxValue;
            _digits[digit + 1] += carry;
        }

        _unsettled = 0;
    }
}
