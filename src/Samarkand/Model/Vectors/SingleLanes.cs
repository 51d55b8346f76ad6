using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samarkand.Model.Vectors;

/// <summary>What a step in single precision needs of one vector width.</summary>
internal unsafe interface ISingleLanes<TVector> : IProductLanes<TVector, float>
    where TVector : struct
{
    /// <summary>target += step, in double precision.</summary>
    static abstract void AddTo(TVector step, double* target);

    /// <summary>target = max(target + step, 0), in double precision; returns by how much it changed.</summary>
    static abstract TVector AddToAboveZero(TVector step, double* target);

    /// <summary>target += growth * target, in double precision; returns by how much it changed.</summary>
    static abstract TVector Grow(TVector growth, double* target);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Max(TVector left, TVector right);

    static abstract TVector Min(TVector left, TVector right);

    /// <summary>2^n from n + 1.5 * 2^23: the sum's lowest bits are n itself, shifted here to where the exponent is.</summary>
    static abstract TVector PowerOfTwo(TVector shifted);
}

/// <summary>Sixteen singles: AVX-512.</summary>
internal readonly unsafe struct Singles512 : ISingleLanes<Vector512<float>>
{
    public static int Count => Vector512<float>.Count;

    public static Vector512<float> Zero => Vector512<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, float* target) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Multiply(Vector512<float> left, Vector512<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(Vector512<float> step, double* target)
    {
        var (lower, upper) = Vector512.Widen(step);
        (Vector512.Load(target) + lower).Store(target);
        (Vector512.Load(target + 8) + upper).Store(target + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AddToAboveZero(Vector512<float> step, double* target)
    {
        var (lower, upper) = Vector512.Widen(step);
        var (before, after) = (Vector512.Load(target), Vector512.Load(target + 8));
        lower = Vector512.MaxNative(before + lower, Vector512<double>.Zero);
        upper = Vector512.MaxNative(after + upper, Vector512<double>.Zero);
        lower.Store(target);
        upper.Store(target + 8);
        return Vector512.Narrow(lower - before, upper - after);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Grow(Vector512<float> growth, double* target)
    {
        var (lower, upper) = Vector512.Widen(growth);
        lower *= Vector512.Load(target);
        upper *= Vector512.Load(target + 8);
        (Vector512.Load(target) + lower).Store(target);
        (Vector512.Load(target + 8) + upper).Store(target + 8);
        return Vector512.Narrow(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Subtract(Vector512<float> left, Vector512<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) => Vector512.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) => Vector512.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> PowerOfTwo(Vector512<float> shifted) =>
        ((shifted.AsInt32() << 23) + Vector512<float>.One.AsInt32()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> value) => Vector512.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(
        Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, Vector512<float> v4, Vector512<float> v5, Vector512<float> v6, Vector512<float> v7, float* sums) =>
        Singles256.StoreSums(Halves(v0), Halves(v1), Halves(v2), Halves(v3), Halves(v4), Halves(v5), Halves(v6), Halves(v7), sums);

    private static Vector256<float> Halves(Vector512<float> value) => value.GetLower() + value.GetUpper();
}

/// <summary>Eight singles: AVX2.</summary>
internal readonly unsafe struct Singles256 : ISingleLanes<Vector256<float>>
{
    public static int Count => Vector256<float>.Count;

    public static Vector256<float> Zero => Vector256<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, float* target) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Multiply(Vector256<float> left, Vector256<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Vector256.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(Vector256<float> step, double* target)
    {
        var (lower, upper) = Vector256.Widen(step);
        (Vector256.Load(target) + lower).Store(target);
        (Vector256.Load(target + 4) + upper).Store(target + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AddToAboveZero(Vector256<float> step, double* target)
    {
        var (lower, upper) = Vector256.Widen(step);
        var (before, after) = (Vector256.Load(target), Vector256.Load(target + 4));
        lower = Vector256.MaxNative(before + lower, Vector256<double>.Zero);
        upper = Vector256.MaxNative(after + upper, Vector256<double>.Zero);
        lower.Store(target);
        upper.Store(target + 4);
        return Vector256.Narrow(lower - before, upper - after);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Grow(Vector256<float> growth, double* target)
    {
        var (lower, upper) = Vector256.Widen(growth);
        lower *= Vector256.Load(target);
        upper *= Vector256.Load(target + 4);
        (Vector256.Load(target) + lower).Store(target);
        (Vector256.Load(target + 4) + upper).Store(target + 4);
        return Vector256.Narrow(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Subtract(Vector256<float> left, Vector256<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> left, Vector256<float> right) => Vector256.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> left, Vector256<float> right) => Vector256.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PowerOfTwo(Vector256<float> shifted) =>
        ((shifted.AsInt32() << 23) + Vector256<float>.One.AsInt32()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> value) => Vector256.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(
        Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3, Vector256<float> v4, Vector256<float> v5, Vector256<float> v6, Vector256<float> v7, float* sums)
    {
        if (!Avx.IsSupported)
        {
            Singles128.StoreSums(Halves(v0), Halves(v1), Halves(v2), Halves(v3), Halves(v4), Halves(v5), Halves(v6), Halves(v7), sums);
            return;
        }

        var left = Avx.HorizontalAdd(Avx.HorizontalAdd(v0, v1), Avx.HorizontalAdd(v2, v3));
        var right = Avx.HorizontalAdd(Avx.HorizontalAdd(v4, v5), Avx.HorizontalAdd(v6, v7));
        (Avx.Permute2x128(left, right, 0x20) + Avx.Permute2x128(left, right, 0x31)).Store(sums);
    }

    private static Vector128<float> Halves(Vector256<float> value) => value.GetLower() + value.GetUpper();
}

/// <summary>Four singles: SSE2, NEON.</summary>
internal readonly unsafe struct Singles128 : ISingleLanes<Vector128<float>>
{
    public static int Count => Vector128<float>.Count;

    public static Vector128<float> Zero => Vector128<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(float* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, float* target) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> left, Vector128<float> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> left, Vector128<float> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        Vector128.MultiplyAddEstimate(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(Vector128<float> step, double* target)
    {
        var (lower, upper) = Vector128.Widen(step);
        (Vector128.Load(target) + lower).Store(target);
        (Vector128.Load(target + 2) + upper).Store(target + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AddToAboveZero(Vector128<float> step, double* target)
    {
        var (lower, upper) = Vector128.Widen(step);
        var (before, after) = (Vector128.Load(target), Vector128.Load(target + 2));
        lower = Vector128.MaxNative(before + lower, Vector128<double>.Zero);
        upper = Vector128.MaxNative(after + upper, Vector128<double>.Zero);
        lower.Store(target);
        upper.Store(target + 2);
        return Vector128.Narrow(lower - before, upper - after);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Grow(Vector128<float> growth, double* target)
    {
        var (lower, upper) = Vector128.Widen(growth);
        lower *= Vector128.Load(target);
        upper *= Vector128.Load(target + 2);
        (Vector128.Load(target) + lower).Store(target);
        (Vector128.Load(target + 2) + upper).Store(target + 2);
        return Vector128.Narrow(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> left, Vector128<float> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> left, Vector128<float> right) => Vector128.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Min(Vector128<float> left, Vector128<float> right) => Vector128.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> PowerOfTwo(Vector128<float> shifted) =>
        ((shifted.AsInt32() << 23) + Vector128<float>.One.AsInt32()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> value) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSums(
        Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3, Vector128<float> v4, Vector128<float> v5, Vector128<float> v6, Vector128<float> v7, float* sums)
    {
        (sums[0], sums[1], sums[2], sums[3]) = (Sum(v0), Sum(v1), Sum(v2), Sum(v3));
        (sums[4], sums[5], sums[6], sums[7]) = (Sum(v4), Sum(v5), Sum(v6), Sum(v7));
    }
}
