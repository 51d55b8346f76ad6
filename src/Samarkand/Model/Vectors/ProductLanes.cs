namespace Samarkand.Model.Vectors;

/// <summary>What a matrix product needs of one vector width, in double or single precision.</summary>
internal unsafe interface IProductLanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    static abstract int Count { get; }

    static abstract TVector Zero { get; }

    static abstract TVector Load(T* source);

    static abstract void Store(TVector value, T* target);

    static abstract TVector Broadcast(T value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left * right + addend, fused where the processor does so at speed.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    static abstract T Sum(TVector value);

    /// <summary>The sums of eight vectors, folded together, to eight numbers.</summary>
    static abstract void StoreSums(
        TVector v0, TVector v1, TVector v2, TVector v3, TVector v4, TVector v5, TVector v6, TVector v7, T* sums);
}
