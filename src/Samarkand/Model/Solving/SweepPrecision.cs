namespace Samarkand.Model.Solving;

/// <summary>
/// Which sweeps are computed in full and which by differences in single precision. A difference leaves an error of some 1e-7 of it behind,
/// until the next full sweep: the first is full, one before such errors become visible in the residuals, which would upset the mixing,
/// and one near the fixed point, from which on they are far below the tolerance.
/// </summary>
internal readonly record struct SweepPrecision(bool UsesDifferences, double Tolerance)
{
    private const double NearFactor = 1e5;
    private const double VisibleFactor = 1e-4;
    private const int MostSweepsBetween = 16;

    private bool IsNear { get; init; }

    private bool IsNextFull { get; init; }

    private int LastFull { get; init; }

    private double LargestSince { get; init; }

    /// <summary>Whether the next sweep adds differences to the last.</summary>
    public bool Differences => UsesDifferences && LastFull > 0 && !IsNextFull;

    /// <summary>Whether nothing of large steps is left in the last sweep.</summary>
    public bool IsExact => !UsesDifferences || IsNear;

    /// <summary>What holds after a sweep.</summary>
    public SweepPrecision After(int sweep, double residual)
    {
        var wasFull = !Differences;
        var isClose = residual <= NearFactor * Tolerance;
        var isNear = isClose && (wasFull || IsNear);
        var lastFull = wasFull ? sweep : LastFull;
        var largest = wasFull ? residual : Math.Max(residual, LargestSince);
        var isDue = isClose || residual <= VisibleFactor * largest || sweep - lastFull >= MostSweepsBetween;
        return this with { IsNear = isNear, LastFull = lastFull, LargestSince = largest, IsNextFull = isDue && !isNear };
    }
}
