using System.Runtime.CompilerServices;

namespace Samarkand.Model.Vectors;

/// <summary>
/// exp and log of a vector, to about one unit in the last place, for finite arguments: no special cases, so three times as
/// fast as the general ones. exp is cut off at +-700 and log takes positive normal numbers.
/// </summary>
internal static class Transcendentals<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Adding it rounds to an integer, which is then found in the lowest bits.
    private const double RoundToInteger = 6755399441055744.0;

    /// <summary>e^x = 2^n e^r with |r| at most ln(2) / 2, e^r by its Taylor series to r^13 (remainder below 5e-18).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        x = TLanes.Min(TLanes.Max(x, TLanes.Broadcast(-700)), TLanes.Broadcast(700));
        var shifted = TLanes.MultiplyAdd(x, TLanes.Broadcast(1.4426950408889634), TLanes.Broadcast(RoundToInteger));
        var n = TLanes.Subtract(shifted, TLanes.Broadcast(RoundToInteger));
        var r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-Ln2High), x);
        r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-Ln2Low), r);

        // Two interleaved Horner chains, in even and odd powers, halve the wait for each multiply-add.
        var square = TLanes.Multiply(r, r);
        var even = Horner(square, 1 / 479001600.0, 1 / 3628800.0, 1 / 40320.0, 1 / 720.0, 1 / 24.0, 0.5);
        var odd = Horner(square, 1 / 6227020800.0, 1 / 39916800.0, 1 / 362880.0, 1 / 5040.0, 1 / 120.0, 1 / 6.0);
        var rest = TLanes.MultiplyAdd(odd, r, even);
        var power = TLanes.Add(TLanes.MultiplyAdd(rest, square, r), TLanes.Broadcast(1));
        return TLanes.Multiply(power, TLanes.PowerOfTwo(shifted));
    }

    /// <summary>log x = n ln 2 + log m; log m = f - (f^2/2 - s (f^2/2 + R(s^2))), f = m - 1, s = f / (2 + f), R of FreeBSD's e_log.c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log(TVector x)
    {
        var f = TLanes.Subtract(TLanes.Mantissa(x, out var n), TLanes.Broadcast(1));
        var s = TLanes.Multiply(f, TLanes.Reciprocal(TLanes.Add(f, TLanes.Broadcast(2))));
        var square = TLanes.Multiply(s, s);
        var fourth = TLanes.Multiply(square, square);
        var odd = Horner(fourth, 1.479819860511658591e-01, 1.818357216161805012e-01, 2.857142874366239149e-01, 6.666666666666735130e-01);
        var even = Horner(fourth, 1.531383769920937332e-01, 2.222219843214978396e-01, 3.999999999940941908e-01);
        var series = TLanes.Multiply(square, TLanes.MultiplyAdd(even, square, odd));
        var half = TLanes.Multiply(TLanes.Broadcast(0.5), TLanes.Multiply(f, f));
        var low = TLanes.MultiplyAdd(s, TLanes.Add(half, series), TLanes.Multiply(n, TLanes.Broadcast(Ln2Low)));
        var logarithm = TLanes.Subtract(f, TLanes.Subtract(half, low));
        return TLanes.MultiplyAdd(n, TLanes.Broadcast(Ln2High), logarithm);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Horner(TVector x, double c6, double c5, double c4, double c3, double c2, double c1)
    {
        var sum = TLanes.MultiplyAdd(TLanes.Broadcast(c6), x, TLanes.Broadcast(c5));
        sum = TLanes.MultiplyAdd(sum, x, TLanes.Broadcast(c4));
        sum = TLanes.MultiplyAdd(sum, x, TLanes.Broadcast(c3));
        sum = TLanes.MultiplyAdd(sum, x, TLanes.Broadcast(c2));
        return TLanes.MultiplyAdd(sum, x, TLanes.Broadcast(c1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Horner(TVector x, double c4, double c3, double c2, double c1) =>
        TLanes.MultiplyAdd(Horner(x, c4, c3, c2), x, TLanes.Broadcast(c1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Horner(TVector x, double c3, double c2, double c1) =>
        TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.Broadcast(c3), x, TLanes.Broadcast(c2)), x, TLanes.Broadcast(c1));
}
