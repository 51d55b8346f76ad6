namespace Samarkand.Model.Vectors;

/// <summary>IEEE 754 bit patterns that take a double apart.</summary>
internal static class DoubleBits
{
    public const long One = 0x3FF0000000000000;

    public const long RootHalf = 0x3FE6A09E667F3BCD;

    public const long TwoTo52 = 0x4330000000000000;

    /// <summary>2^52 plus the exponent's bias.</summary>
    public const double TwoTo52AndBias = 4503599627370496.0 + 1023;
}
