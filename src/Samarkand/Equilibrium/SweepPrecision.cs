namespace Samarkand.Equilibrium;

/// <summary>
/// Which sweeps are computed in full and which by differences in single precision. The first is full, and so is one near the fixed point;
/// the small steps from there on leave errors far below the tolerance behind.
/// </summary>
internal readonly record struct SweepPrecision(bool UsesDifferences, double Tolerance)
{
    // Steps from here on leave errors of some 1e-7 of it behind.
    private const double NearFactor = 1e5;

    private const int MostSweepsBetween = 16;

    private bool IsNear { get; init; }

    private bool IsNextFull { get; init; }

    private int LastFull { get; init; }

    /// <summary>Whether the next sweep adds differences to the last.</summary>
    public bool Differences => UsesDifferences && LastFull > 0 && !IsNextFull;

    /// <summary>Whether nothing of large steps is left in the last sweep.</summary>
    public bool IsExact => !UsesDifferences || IsNear;

    /// <summary>What holds after a sweep.</summary>
    public SweepPrecision After(int sweep, double residual)
    {
        var wasFull = !Differences;
        var isClose = residual <= NearFactor * Tolerance;
        // Errors of steps before the last full sweep are gone with it.
        var isNear = isClose && (wasFull || IsNear);
        var lastFull = wasFull ? sweep : LastFull;
        return this with { IsNear = isNear, LastFull = lastFull, IsNextFull = (isClose && !isNear) || sweep - lastFull >= MostSweepsBetween };
    }
}
