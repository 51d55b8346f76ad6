namespace Samarkand.Model.Nests;

/// <summary>
/// Elasticities of substitution between what goes into a product, and between what is consumed. Their sources are in docs/method.md,
/// section 1b; none is fitted to what followed 2022. One that is near 1 but not 1 costs digits: a bundle's log price is divided by one less
/// it, and so is its rounding (at 0.9996 residuals end at 1e-12; a million random solves at least 0.01 from 1 got below it).
/// </summary>
/// <param name="Energy">Between the bundle of energy and everything else, for producers and consumers; not 1 unless <paramref name="Feedstock"/> is.</param>
/// <param name="Fuels">Between one kind of energy and another.</param>
/// <param name="Added">Between value added and the bundle of materials and services.</param>
/// <param name="Materials">Between one material or service and another, for producers; consumers keep 1.</param>
/// <param name="Feedstock">In place of the first two, for those who make fuels: what a refinery turns into fuel is not replaced.</param>
internal sealed record Substitution(double Energy, double Fuels, double Added, double Materials, double Feedstock)
{
    /// <summary>All of them 1: Cobb-Douglas.</summary>
    public static Substitution Unit { get; } = new(1, 1, 1, 1, 1);

    /// <summary>
    /// The values of a horizon. Short: Bachmann and others 2022 (0.04 to 0.2 between energy and the rest), Baqaee and Farhi 2024 (0.5 between
    /// value added and inputs, 0.2 among inputs). Long: Labandeira, Labeaga and Lopez-Otero 2017 (energy demand, 0.6), Stern 2012 (between
    /// fuels, near 1), Cobb-Douglas elsewhere. Medium: half-way.
    /// </summary>
    public static Substitution At(Horizon horizon) => horizon switch
    {
        Horizon.Short => new(0.1, 0.5, 0.5, 0.2, 0.1),
        Horizon.Medium => new(0.35, 0.75, 0.75, 0.6, 0.1),
        Horizon.Long => new(0.6, 1, 1, 1, 0.1),
        _ => throw new ArgumentOutOfRangeException(nameof(horizon)),
    };

    /// <summary>Between energy and the rest, for a user.</summary>
    public double EnergyOf(bool makesFuel) => makesFuel ? Feedstock : Energy;

    /// <summary>Between kinds of energy, for a user.</summary>
    public double FuelsOf(bool makesFuel) => makesFuel ? Feedstock : Fuels;
}
