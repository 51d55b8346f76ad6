using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samarkand.Model.Vectors;

/// <summary>Eight doubles: AVX-512.</summary>
internal readonly unsafe struct Lanes512 : ILanes<Vector512<double>>
{
    public static int Count => Vector512<double>.Count;

    public static Vector512<double> Zero => Vector512<double>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, double* target) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadSingles(float* source) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(Vector256.Load(source)) : Vector512.Create(Lanes256.LoadSingles(source), Lanes256.LoadSingles(source + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Vector512<double> value, float* target)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256Single(value).Store(target);
            return;
        }

        Lanes256.StoreSingles(value.GetLower(), target);
        Lanes256.StoreSingles(value.GetUpper(), target + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Broadcast(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
        Vector512.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> left, Vector512<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Subtract(Vector512<double> left, Vector512<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> left, Vector512<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Divide(Vector512<double> left, Vector512<double> right) => left / right;

    // Two steps of Newton's method from fourteen bits take half as long as a division.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Reciprocal(Vector512<double> value)
    {
        if (!Avx512F.IsSupported)
            return Vector512<double>.One / value;
        var guess = Avx512F.Reciprocal14(value);
        guess = Vector512.MultiplyAddEstimate(guess, Vector512.MultiplyAddEstimate(-value, guess, Vector512<double>.One), guess);
        return Vector512.MultiplyAddEstimate(guess, Vector512.MultiplyAddEstimate(-value, guess, Vector512<double>.One), guess);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Root(Vector512<double> value) => Vector512.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> left, Vector512<double> right) => Vector512.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Abs(Vector512<double> value) => Vector512.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> left, Vector512<double> right) => Vector512.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PowerOfTwo(Vector512<double> shifted) =>
        ((shifted.AsInt64() << 52) + Vector512.Create(DoubleBits.One)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Mantissa(Vector512<double> value, out Vector512<double> exponent)
    {
        var biased = (value.AsInt64() + Vector512.Create(DoubleBits.One - DoubleBits.RootHalf)) >>> 52;
        exponent = (biased | Vector512.Create(DoubleBits.TwoTo52)).AsDouble() - Vector512.Create(DoubleBits.TwoTo52AndBias);
        return (value.AsInt64() - (biased << 52) + Vector512.Create(DoubleBits.One)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> value) => Vector512.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(
        Vector512<double> v0, Vector512<double> v1, Vector512<double> v2, Vector512<double> v3, Vector512<double> v4, Vector512<double> v5, Vector512<double> v6, Vector512<double> v7, double* sums)
    {
        if (!Avx512F.IsSupported)
        {
            Lanes256.StoreSums(Halves(v0), Halves(v1), Halves(v2), Halves(v3), Halves(v4), Halves(v5), Halves(v6), Halves(v7), sums);
            return;
        }

        (v0, v2) = (Pairs(v0, v1), Pairs(v2, v3));
        (v4, v6) = (Pairs(v4, v5), Pairs(v6, v7));
        Quarters(Quarters(v0, v2), Quarters(v4, v6)).Store(sums);
    }

    private static Vector256<double> Halves(Vector512<double> value) => value.GetLower() + value.GetUpper();

    // Sums of neighbours, those of the two vectors alternating.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pairs(Vector512<double> left, Vector512<double> right) =>
        Avx512F.UnpackLow(left, right) + Avx512F.UnpackHigh(left, right);

    // Sums of neighbouring quarters, first those of the left vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quarters(Vector512<double> left, Vector512<double> right) =>
        Avx512F.Shuffle4x128(left, right, 0b10_00_10_00) + Avx512F.Shuffle4x128(left, right, 0b11_01_11_01);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector512<double> value) =>
        Lanes256.Largest(Vector256.MaxNative(value.GetLower(), value.GetUpper()));
}
