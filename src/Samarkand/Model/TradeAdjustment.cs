using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>
/// How fast trade in each sector adapts: factors on its long-run elasticity by horizon, where all sectors need not share one (docs/method.md,
/// section 1c, has the sources). What the table does not name adapts as trade does on average (<see cref="Horizons.ElasticityScale"/>).
/// </summary>
internal static class TradeAdjustment
{
    // By code or tag; the first that a sector has counts.
    private static readonly (string Name, double Short, double Medium, double Long)[] Table =
    [
        ("gas", 0.1, 0.38, 1),
        ("crude", 1, 1, 1),
        ("coal", 0.6, 1, 1),
        ("fuel", 0.6, 0.8, 1),
        ("electricity", 0.1, 0.38, 1),
        ("vehicles", 0.25, 0.5, 1),
        ("machinery", 0.25, 0.5, 1),
        ("electrical", 0.25, 0.5, 1),
    ];

    /// <summary>The factors of a world's sectors at a horizon.</summary>
    public static ImmutableArray<double> Factors(World world, Horizon horizon) => [.. world.Sectors.Select(sector => Factor(sector, horizon))];

    /// <summary>The factor on the elasticity among routes, which was calibrated at the medium horizon: it moves as trade does on average, and what a detour adds to the price the other way.</summary>
    public static double OfRoutes(Horizon horizon) => horizon.ElasticityScale() / Horizon.Medium.ElasticityScale();

    /// <summary>The same by sector, where each adapts at its own pace.</summary>
    public static ImmutableArray<double> OfRoutes(World world, Horizon horizon) => [.. world.Sectors.Select(sector => Factor(sector, horizon) / Factor(sector, Horizon.Medium))];

    private static double Factor(SectorInfo sector, Horizon horizon)
    {
        foreach (var (name, within, after, end) in Table)
        {
            if (sector.Code == name || sector.Tags.Contains(name))
                return horizon switch { Horizon.Short => within, Horizon.Medium => after, _ => end };
        }

        return horizon.ElasticityScale();
    }
}
