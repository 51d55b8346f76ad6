using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Samarkand.Model.Vectors;

/// <summary>Two doubles: SSE2, NEON.</summary>
internal readonly unsafe struct Lanes128 : ILanes<Vector128<double>>
{
    public static int Count => Vector128<double>.Count;

    public static Vector128<double> Zero => Vector128<double>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(double* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> value, double* target) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadSingles(float* source) =>
        Vector128.Create((double)source[0], source[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Vector128<double> value, float* target) =>
        (target[0], target[1]) = ((float)value[0], (float)value[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Broadcast(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) =>
        Vector128.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Add(Vector128<double> left, Vector128<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Subtract(Vector128<double> left, Vector128<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Multiply(Vector128<double> left, Vector128<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Divide(Vector128<double> left, Vector128<double> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Reciprocal(Vector128<double> value) => Vector128<double>.One / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Root(Vector128<double> value) => Vector128.Sqrt(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Max(Vector128<double> left, Vector128<double> right) => Vector128.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Abs(Vector128<double> value) => Vector128.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Min(Vector128<double> left, Vector128<double> right) => Vector128.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> PowerOfTwo(Vector128<double> shifted) =>
        ((shifted.AsInt64() << 52) + Vector128.Create(DoubleBits.One)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Mantissa(Vector128<double> value, out Vector128<double> exponent)
    {
        var biased = (value.AsInt64() + Vector128.Create(DoubleBits.One - DoubleBits.RootHalf)) >>> 52;
        exponent = (biased | Vector128.Create(DoubleBits.TwoTo52)).AsDouble() - Vector128.Create(DoubleBits.TwoTo52AndBias);
        return (value.AsInt64() - (biased << 52) + Vector128.Create(DoubleBits.One)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> value) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(
        Vector128<double> v0, Vector128<double> v1, Vector128<double> v2, Vector128<double> v3, Vector128<double> v4, Vector128<double> v5, Vector128<double> v6, Vector128<double> v7, double* sums)
    {
        (sums[0], sums[1], sums[2], sums[3]) = (Sum(v0), Sum(v1), Sum(v2), Sum(v3));
        (sums[4], sums[5], sums[6], sums[7]) = (Sum(v4), Sum(v5), Sum(v6), Sum(v7));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector128<double> value) => Math.Max(value[0], value[1]);
}
