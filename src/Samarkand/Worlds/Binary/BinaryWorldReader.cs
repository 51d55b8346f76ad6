using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Samarkand.Worlds.Binary;

/// <summary>Reads the pieces of a <see cref="BinaryWorld"/>.</summary>
internal ref struct BinaryWorldReader(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position = position;

    /// <summary>A number of things that follow, each at least one byte long, or a small whole number.</summary>
    public int Count()
    {
        long count = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[_position++];
            count |= (long)(part & 0x7F) << shift;
            if (count > int.MaxValue || shift > 28)
                throw new InvalidDataException();
            if (part < 0x80)
                return count <= Math.Max(_bytes.Length, 9999) ? (int)count : throw new InvalidDataException();
        }
    }

    public string Text()
    {
        var length = Count();
        var text = Encoding.UTF8.GetString(_bytes.Slice(_position, length));
        _position += length;
        return text;
    }

    public ImmutableArray<string> Texts()
    {
        var texts = new string[Count()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text();
        return ImmutableCollectionsMarshal.AsImmutableArray(texts);
    }

    public readonly void ExpectEnd()
    {
        if (_position != _bytes.Length)
            throw new InvalidDataException();
    }

    public double[] Values(int count, double parts)
    {
        var values = new double[count];
        _position = Decode(_bytes, _position, values, parts);
        return values;
    }

    // Runs once in a process, so it must not wait for the tiered compiler to find it hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Decode(ReadOnlySpan<byte> bytes, int position, Span<double> into, double parts)
    {
        for (var i = 0; i < into.Length;)
        {
            ulong code = bytes[position++];
            if (code >= 0x80)
            {
                code &= 0x7F;
                for (var shift = 7; ; shift += 7)
                {
                    ulong part = bytes[position++];
                    code |= (part & 0x7F) << shift;
                    if (part < 0x80)
                        break;
                }
            }

            if ((code & 1) == 0)
            {
                into[i++] = (code >> 1) / parts;
            }
            else if (code == 1)
            {
                into[i++] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[position..]);
                position += sizeof(double);
            }
            else
            {
                // The array starts as zeros; the run must end inside it.
                var run = code >> 1;
                if (run > (ulong)(into.Length - i))
                    throw new InvalidDataException();
                i += (int)run;
            }
        }

        return position;
    }
}
