namespace Samarkand.Model.Solving;

/// <summary>
/// Which sweeps are computed in full and which by differences in single precision. A difference leaves an error of some 1e-7 of it behind,
/// until the next full sweep: the first is full, one whenever such errors are about to become visible in the residuals, which would upset the
/// mixing, and those that may be the last, since only a full one ends the iteration.
/// </summary>
internal readonly record struct SweepPrecision(bool UsesDifferences, double Tolerance)
{
    private const double LastFactor = 20;
    private const double VisibleFactor = 1e-4;
    private const int MostSweepsBetween = 16;

    private bool IsNextFull { get; init; }

    private int LastFull { get; init; }

    private double LargestSince { get; init; }

    /// <summary>Whether the next sweep adds differences to the last.</summary>
    public bool Differences => UsesDifferences && LastFull > 0 && !IsNextFull;

    /// <summary>What holds after a sweep.</summary>
    public SweepPrecision After(int sweep, double residual, bool wasFull)
    {
        var lastFull = wasFull ? sweep : LastFull;
        var largest = wasFull ? residual : Math.Max(residual, LargestSince);
        // A sweep brings the residual down by a factor of seven to ten.
        var mayBeLast = residual <= LastFactor * Tolerance;
        var isNextFull = mayBeLast || residual <= VisibleFactor * largest || sweep - lastFull >= MostSweepsBetween;
        return this with { LastFull = lastFull, LargestSince = largest, IsNextFull = isNextFull };
    }
}
