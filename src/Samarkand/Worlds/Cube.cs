using System.Runtime.CompilerServices;

namespace Samarkand.Worlds;

/// <summary>
/// Where a number lies in the flat arrays of a world: flows are [sector, origin, destination] with as many origins as destinations,
/// intermediate use is [region, input, sector] with as many inputs as sectors.
/// </summary>
internal static class Cube
{
    /// <summary>The position of [slab, row, column].</summary>
    /// <param name="side">The number of rows, which is that of columns.</param>
    /// <param name="slab">The first index.</param>
    /// <param name="row">The second index.</param>
    /// <param name="column">The third index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(int side, int slab, int row, int column) => (slab * side + row) * side + column;

    /// <summary>The position of a flow.</summary>
    /// <param name="regions">The number of regions.</param>
    /// <param name="sector">What is sold.</param>
    /// <param name="origin">Who sells.</param>
    /// <param name="destination">Who buys.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(int regions, Sector sector, Region origin, Region destination) => At(regions, sector.Index, origin.Index, destination.Index);
}
