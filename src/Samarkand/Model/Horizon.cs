namespace Samarkand.Model;

/// <summary>How long firms have had to find other suppliers: it scales the trade elasticities.</summary>
public enum Horizon
{
    /// <summary>Within a year: 0.38 of the world's elasticities.</summary>
    Short,

    /// <summary>Between the two: 0.6 of the world's elasticities.</summary>
    Medium,

    /// <summary>Seven to ten years: the world's elasticities.</summary>
    Long,
}

/// <summary>Scales of the trade elasticities by horizon.</summary>
internal static class Horizons
{
    /// <summary>
    /// The factor on the trade elasticities. Source: Boehm, Levchenko and Pandalai-Nayar (2023), American Economic Review 113(4):
    /// 0.76 within a year and about 2 after seven to ten; the medium one is interpolated.
    /// </summary>
    public static double ElasticityScale(this Horizon horizon) => horizon switch
    {
        Horizon.Short => 0.38,
        Horizon.Medium => 0.6,
        Horizon.Long => 1.0,
        _ => throw new ArgumentOutOfRangeException(nameof(horizon)),
    };
}
