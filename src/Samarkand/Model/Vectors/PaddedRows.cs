using System.Runtime.CompilerServices;

namespace Samarkand.Model.Vectors;

/// <summary>Operations on padded rows.</summary>
internal static unsafe class PaddedRows<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(double* source, double* target, int length)
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(TLanes.Load(source + v), target + v);
    }

    /// <summary>Rounds to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(double* source, float* target, int length)
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.StoreSingles(TLanes.Load(source + v), target + v);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(float* source, double* target, int length)
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(TLanes.LoadSingles(source + v), target + v);
    }

    /// <summary>target = left - right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Difference(double* left, double* right, double* target, int length)
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(TLanes.Subtract(TLanes.Load(left + v), TLanes.Load(right + v)), target + v);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(double* values, double factor, int length)
    {
        var factors = TLanes.Broadcast(factor);
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(TLanes.Multiply(TLanes.Load(values + v), factors), values + v);
    }

    /// <summary>target += factor * source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(double* source, double factor, double* target, int length)
    {
        var factors = TLanes.Broadcast(factor);
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(source + v), factors, TLanes.Load(target + v)), target + v);
    }

    /// <summary>sum += values * weights, element by element; returns the product of values and others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double AddProductAndDot(double* values, double* weights, double* sum, double* others, int length)
    {
        var dot = TLanes.Zero;
        for (var v = 0; v < length; v += TLanes.Count)
        {
            var value = TLanes.Load(values + v);
            TLanes.Store(TLanes.MultiplyAdd(value, TLanes.Load(weights + v), TLanes.Load(sum + v)), sum + v);
            dot = TLanes.MultiplyAdd(value, TLanes.Load(others + v), dot);
        }

        return TLanes.Sum(dot);
    }

    /// <summary>sum += values; returns the product of values and others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double AddAndDot(double* values, double* sum, double* others, int length)
    {
        var dot = TLanes.Zero;
        for (var v = 0; v < length; v += TLanes.Count)
        {
            var value = TLanes.Load(values + v);
            TLanes.Store(TLanes.Add(value, TLanes.Load(sum + v)), sum + v);
            dot = TLanes.MultiplyAdd(value, TLanes.Load(others + v), dot);
        }

        return TLanes.Sum(dot);
    }

    /// <summary>target += left * right + leftToo * rightToo, element by element, + factor * source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(double* left, double* right, double* leftToo, double* rightToo, double* source, double factor, double* target, int length)
    {
        var factors = TLanes.Broadcast(factor);
        for (var v = 0; v < length; v += TLanes.Count)
        {
            var sum = TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), TLanes.Load(target + v));
            sum = TLanes.MultiplyAdd(TLanes.Load(leftToo + v), TLanes.Load(rightToo + v), sum);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(source + v), factors, sum), target + v);
        }
    }

    /// <summary>target += factor * source + factorToo * sourceToo + left * right, the last element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(
        double* source, double factor, double* sourceToo, double factorToo, double* left, double* right, double* target, int length)
    {
        var (factors, factorsToo) = (TLanes.Broadcast(factor), TLanes.Broadcast(factorToo));
        for (var v = 0; v < length; v += TLanes.Count)
        {
            var sum = TLanes.MultiplyAdd(TLanes.Load(source + v), factors, TLanes.Load(target + v));
            sum = TLanes.MultiplyAdd(TLanes.Load(sourceToo + v), factorsToo, sum);
            TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), sum), target + v);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(double* left, double* right, int length)
    {
        var sum = TLanes.Zero;
        for (var v = 0; v < length; v += TLanes.Count)
            sum = TLanes.MultiplyAdd(TLanes.Load(left + v), TLanes.Load(right + v), sum);
        return TLanes.Sum(sum);
    }
}
