using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samarkand.Model.Vectors;

/// <summary>Four doubles: AVX2.</summary>
internal readonly unsafe struct Lanes256 : ILanes<Vector256<double>>
{
    public static int Count => Vector256<double>.Count;

    public static Vector256<double> Zero => Vector256<double>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> value, double* target) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadSingles(float* source) =>
        Avx.IsSupported ? Avx.ConvertToVector256Double(Vector128.Load(source)) : Vector256.Create(Lanes128.LoadSingles(source), Lanes128.LoadSingles(source + 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Vector256<double> value, float* target)
    {
        if (Avx.IsSupported)
        {
            Avx.ConvertToVector128Single(value).Store(target);
            return;
        }

        Lanes128.StoreSingles(value.GetLower(), target);
        Lanes128.StoreSingles(value.GetUpper(), target + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Broadcast(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) =>
        Vector256.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Add(Vector256<double> left, Vector256<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Subtract(Vector256<double> left, Vector256<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> left, Vector256<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Divide(Vector256<double> left, Vector256<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Reciprocal(Vector256<double> value) => Vector256<double>.One / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Root(Vector256<double> value) => Vector256.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Max(Vector256<double> left, Vector256<double> right) => Vector256.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Abs(Vector256<double> value) => Vector256.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Min(Vector256<double> left, Vector256<double> right) => Vector256.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerOfTwo(Vector256<double> shifted) =>
        ((shifted.AsInt64() << 52) + Vector256.Create(DoubleBits.One)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Mantissa(Vector256<double> value, out Vector256<double> exponent)
    {
        var biased = (value.AsInt64() + Vector256.Create(DoubleBits.One - DoubleBits.RootHalf)) >>> 52;
        exponent = (biased | Vector256.Create(DoubleBits.TwoTo52)).AsDouble() - Vector256.Create(DoubleBits.TwoTo52AndBias);
        return (value.AsInt64() - (biased << 52) + Vector256.Create(DoubleBits.One)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> value) => Vector256.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(
        Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3, Vector256<double> v4, Vector256<double> v5, Vector256<double> v6, Vector256<double> v7, double* sums)
    {
        Fold(v0, v1, v2, v3).Store(sums);
        Fold(v4, v5, v6, v7).Store(sums + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fold(Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3)
    {
        if (!Avx.IsSupported)
            return Vector256.Create(Sum(v0), Sum(v1), Sum(v2), Sum(v3));
        var (left, right) = (Avx.HorizontalAdd(v0, v1), Avx.HorizontalAdd(v2, v3));
        return Avx.Permute2x128(left, right, 0x20) + Avx.Permute2x128(left, right, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector256<double> value) =>
        Lanes128.Largest(Vector128.MaxNative(value.GetLower(), value.GetUpper()));
}
