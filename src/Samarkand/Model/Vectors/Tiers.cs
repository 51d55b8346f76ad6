using System.Runtime.CompilerServices;

namespace Samarkand.Model.Vectors;

/// <summary>Powers of two tiers in vectors.</summary>
internal static class Tiers<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>In place of a sum of nothing: what it leads to is multiplied by weights that are zero.</summary>
    public const double Tiny = 1e-290;

    /// <summary>value^ratio. For the usual ratio of a half a root takes less time than an exponential of a logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Power(TVector value, double ratio) => ratio == 0.5
        ? TLanes.Root(TLanes.Max(value, TLanes.Broadcast(Tiny)))
        : Transcendentals<TLanes, TVector>.Exp(TLanes.Multiply(TLanes.Broadcast(ratio), Transcendentals<TLanes, TVector>.Log(TLanes.Max(value, TLanes.Broadcast(Tiny)))));
}
