using System.Runtime.CompilerServices;

namespace Samarkand.Model.Vectors;

/// <summary>
/// Bundles of a nested CES in vectors. A bundle is known by its mean: P^(1-sigma), the mean of its parts' own powers by their weights, or log P
/// where sigma is 1. What it counts with in the bundle above is a power of that mean, and what its parts have in common a quotient of such powers:
/// the way down from the cost to the uses needs no exponential.
/// </summary>
internal static class Bundles<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>log P of a bundle of this elasticity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogPrice(TVector mean, double sigma) =>
        sigma == 1 ? mean : TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(mean), TLanes.Broadcast(1 / (1 - sigma)));

    /// <summary>P^(1-sigma) of a log price, or the log price where sigma is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Part(TVector logPrice, double sigma) =>
        sigma == 1 ? logPrice : Transcendentals<TLanes, TVector>.Exp(TLanes.Multiply(TLanes.Broadcast(1 - sigma), logPrice));

    /// <summary>The same of a bundle of elasticity <paramref name="own"/> that is a part of one of <paramref name="sigma"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Part(TVector mean, double own, double sigma) => own == sigma ? mean : Part(LogPrice(mean, own), sigma);

    /// <summary>P^(1-sigma) of such a part, which is 1 where sigma is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Power(TVector part, double sigma) => sigma == 1 ? TLanes.Broadcast(1) : part;

    /// <summary>P^(sigma-1) of a bundle, which is 1 where sigma is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Inverse(TVector mean, double sigma) => sigma == 1 ? TLanes.Broadcast(1) : TLanes.Reciprocal(mean);
}
