using System.Runtime.InteropServices;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// The numbers of a preconditioner one after another, each the upper half of one in single precision: a direction needs no more of them. The same
/// calls write them and take them, so that both have one order.
/// </summary>
internal unsafe ref struct ShippedNumbers
{
    private readonly ReadOnlySpan<ushort> _source;
    private readonly List<ushort>? _written;
    private int _next;

    private ShippedNumbers(ReadOnlySpan<ushort> source, List<ushort>? written)
    {
        _source = source;
        _written = written;
    }

    /// <summary>Takes them from bytes.</summary>
    public static ShippedNumbers From(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, ushort>(bytes), null);

    /// <summary>Collects them.</summary>
    public static ShippedNumbers ToBeWritten() => new([], []);

    /// <summary>Those that were collected.</summary>
    public readonly byte[] Written => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_written)).ToArray();

    /// <summary>The upper half of a number in single precision, rounded.</summary>
    public static ushort Shortened(float value) => (ushort)((BitConverter.SingleToUInt32Bits(value) + 0x8000) >> 16);

    /// <summary>The number whose upper half this is.</summary>
    public static float Lengthened(ushort half) => BitConverter.UInt32BitsToSingle((uint)half << 16);

    /// <summary>Rows of halves, <paramref name="stride"/> apart.</summary>
    public void Rows(ushort* first, int rows, int length, int stride)
    {
        for (var row = first; row < first + (long)rows * stride; row += stride)
        {
            if (_written is not null)
                _written.AddRange(new ReadOnlySpan<ushort>(row, length));
            else
                Next(length).CopyTo(new Span<ushort>(row, length));
        }
    }

    /// <summary>Rows in single precision.</summary>
    public void Rows(float* first, int rows, int length, int stride)
    {
        for (var row = first; row < first + (long)rows * stride; row += stride)
        {
            if (_written is not null)
            {
                for (var v = 0; v < length; v++)
                    _written.Add(Shortened(row[v]));
                continue;
            }

            var halves = Next(length);
            for (var v = 0; v < halves.Length; v++)
                row[v] = Lengthened(halves[v]);
        }
    }

    /// <summary>Rows in double precision.</summary>
    public void Rows(double* first, int rows, int length, int stride)
    {
        for (var row = first; row < first + (long)rows * stride; row += stride)
        {
            if (_written is not null)
            {
                for (var v = 0; v < length; v++)
                    _written.Add(Shortened((float)row[v]));
                continue;
            }

            var halves = Next(length);
            for (var v = 0; v < halves.Length; v++)
                row[v] = Lengthened(halves[v]);
        }
    }

    private ReadOnlySpan<ushort> Next(int length)
    {
        var next = _source.Slice(_next, length);
        _next += length;
        return next;
    }
}
