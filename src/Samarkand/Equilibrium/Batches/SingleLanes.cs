using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samarkand.Equilibrium;

/// <summary>What a step in single precision needs of one vector width.</summary>
internal unsafe interface ISingleLanes<TVector> : IProductLanes<TVector, float>
    where TVector : struct
{
    /// <summary>target += step, in double precision.</summary>
    static abstract void AddTo(TVector step, double* target);

    /// <summary>target = max(target + step, 0), in double precision.</summary>
    static abstract void AddToAboveZero(TVector step, double* target);
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
    public static void AddToAboveZero(Vector512<float> step, double* target)
    {
        var (lower, upper) = Vector512.Widen(step);
        Vector512.MaxNative(Vector512.Load(target) + lower, Vector512<double>.Zero).Store(target);
        Vector512.MaxNative(Vector512.Load(target + 8) + upper, Vector512<double>.Zero).Store(target + 8);
    }
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
    public static void AddToAboveZero(Vector256<float> step, double* target)
    {
        var (lower, upper) = Vector256.Widen(step);
        Vector256.MaxNative(Vector256.Load(target) + lower, Vector256<double>.Zero).Store(target);
        Vector256.MaxNative(Vector256.Load(target + 4) + upper, Vector256<double>.Zero).Store(target + 4);
    }
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
    public static void AddToAboveZero(Vector128<float> step, double* target)
    {
        var (lower, upper) = Vector128.Widen(step);
        Vector128.MaxNative(Vector128.Load(target) + lower, Vector128<double>.Zero).Store(target);
        Vector128.MaxNative(Vector128.Load(target + 2) + upper, Vector128<double>.Zero).Store(target + 2);
    }
}
