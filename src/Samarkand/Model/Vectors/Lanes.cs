using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samarkand.Model.Vectors;

/// <summary>One vector width. Kernels are written once and compiled for each width that a processor may have.</summary>
internal unsafe interface ILanes<TVector> : IProductLanes<TVector, double>
    where TVector : struct
{
    /// <summary>As many singles as the vector holds doubles, widened.</summary>
    static abstract TVector LoadSingles(float* source);

    /// <summary>Rounds to singles.</summary>
    static abstract void StoreSingles(TVector value, float* target);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>1 / value, to about one unit in the last place, for positive normal numbers.</summary>
    static abstract TVector Reciprocal(TVector value);

    /// <summary>The square root, for numbers that are not negative.</summary>
    static abstract TVector Root(TVector value);

    static abstract TVector Max(TVector left, TVector right);

    static abstract TVector Abs(TVector value);

    static abstract TVector Min(TVector left, TVector right);

    /// <summary>2^n from n + 1.5 * 2^52: the sum's lowest bits are n itself, shifted here to where the exponent is.</summary>
    static abstract TVector PowerOfTwo(TVector shifted);

    /// <summary>value = mantissa * 2^exponent with the mantissa in [sqrt(1/2), sqrt(2)), for positive normal numbers.</summary>
    static abstract TVector Mantissa(TVector value, out TVector exponent);

    static abstract double Largest(TVector value);
}

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

/// <summary>IEEE 754 bit patterns that take a double apart.</summary>
internal static class DoubleBits
{
    public const long One = 0x3FF0000000000000;

    public const long RootHalf = 0x3FE6A09E667F3BCD;

    public const long TwoTo52 = 0x4330000000000000;

    /// <summary>2^52 plus the exponent's bias.</summary>
    public const double TwoTo52AndBias = 4503599627370496.0 + 1023;
}
