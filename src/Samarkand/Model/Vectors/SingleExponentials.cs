using System.Runtime.CompilerServices;

namespace Samarkand.Model.Vectors;

/// <summary>e^x - 1 of a vector of singles, to a few units in the last place also where it is small; cut off at +-80.</summary>
internal static class SingleExponentials<TSingles, TSingle>
    where TSingles : ISingleLanes<TSingle>
    where TSingle : struct
{
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    // Adding it rounds to an integer, which is then found in the lowest bits.
    private const float RoundToInteger = 12582912f;

    /// <summary>2^n (e^r - 1) + (2^n - 1) with |r| at most ln(2) / 2, e^r - 1 by its Taylor series to r^7 (remainder below 2e-8 of it).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TSingle LessOne(TSingle x)
    {
        x = TSingles.Min(TSingles.Max(x, TSingles.Broadcast(-80)), TSingles.Broadcast(80));
        var shifted = TSingles.MultiplyAdd(x, TSingles.Broadcast(1.44269504f), TSingles.Broadcast(RoundToInteger));
        var n = TSingles.Subtract(shifted, TSingles.Broadcast(RoundToInteger));
        var r = TSingles.MultiplyAdd(n, TSingles.Broadcast(-Ln2High), x);
        r = TSingles.MultiplyAdd(n, TSingles.Broadcast(-Ln2Low), r);
        var sum = TSingles.MultiplyAdd(TSingles.Broadcast(1 / 5040f), r, TSingles.Broadcast(1 / 720f));
        sum = TSingles.MultiplyAdd(sum, r, TSingles.Broadcast(1 / 120f));
        sum = TSingles.MultiplyAdd(sum, r, TSingles.Broadcast(1 / 24f));
        sum = TSingles.MultiplyAdd(sum, r, TSingles.Broadcast(1 / 6f));
        sum = TSingles.MultiplyAdd(sum, r, TSingles.Broadcast(0.5f));
        sum = TSingles.MultiplyAdd(TSingles.Multiply(sum, r), r, r);
        var power = TSingles.PowerOfTwo(shifted);
        return TSingles.MultiplyAdd(sum, power, TSingles.Subtract(power, TSingles.Broadcast(1)));
    }
}
