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
