using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Samarkand.Worlds.Binary;

/// <summary>Writes the pieces of a <see cref="BinaryWorld"/>.</summary>
internal sealed class BinaryWorldWriter
{
    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Count(int count) => Code((ulong)count);

    public void Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Count(utf8.Length);
        Raw(utf8);
    }

    public void Texts(ImmutableArray<string> texts)
    {
        Count(texts.Length);
        foreach (var text in texts)
            Text(text);
    }

    /// <summary>Writes values as whole numbers of a part: a value that is whole parts, divided exactly, takes few bytes.</summary>
    /// <param name="values">The values.</param>
    /// <param name="parts">How many parts make one.</param>
    public void Values(ReadOnlySpan<double> values, double parts)
    {
        Span<byte> raw = stackalloc byte[sizeof(double)];
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (BitConverter.DoubleToUInt64Bits(value) == 0)
            {
                var start = i;
                while (i + 1 < values.Length && BitConverter.DoubleToUInt64Bits(values[i + 1]) == 0)
                    i++;
                Code(2 * (ulong)(i + 1 - start) + 1);
            }
            else if (value > 0 && Math.Round(value * parts) is < 1L << 53 and var whole && whole / parts == value)
            {
                Code(2 * (ulong)whole);
            }
            else
            {
                Code(1);
                BinaryPrimitives.WriteDoubleLittleEndian(raw, value);
                Raw(raw);
            }
        }
    }

    private void Code(ulong code)
    {
        for (; code >= 0x80; code >>= 7)
            _bytes.WriteByte((byte)(code | 0x80));
        _bytes.WriteByte((byte)code);
    }
}
