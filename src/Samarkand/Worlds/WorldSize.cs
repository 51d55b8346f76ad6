namespace Samarkand.Worlds;

/// <summary>How large a world may be.</summary>
internal static class WorldSize
{
    /// <summary>The most values that one table may hold: 1 GiB of them.</summary>
    private const long Limit = 1L << 27;

    public static bool IsTooLarge(long regions, long sectors) =>
        regions * regions * sectors > Limit || regions * sectors * sectors > Limit;
}
