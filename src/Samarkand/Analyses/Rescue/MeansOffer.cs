namespace Samarkand.Analyses.Rescue;

/// <summary>A rescue with one combination of means, against staying neutral. Million USD a year.</summary>
/// <param name="Mix">The combination.</param>
/// <param name="Price">What it costs and brings.</param>
/// <param name="Weight">The rescuer's weight on the target.</param>
internal sealed record MeansOffer(MeansMix Mix, FriendshipPrice Price, double Weight)
{
    /// <summary>What the rescuer gains by its own lights: relief at its weight on the target, less the cost.</summary>
    public double Own => Weight * Price.Relief - Price.Cost;

    /// <summary>What the two gain together, dollar for dollar: no payment between them moves it but through prices.</summary>
    public double Together => Price.Relief - Price.Cost;

    /// <summary>True where both would rather have it than neutrality.</summary>
    public bool PaysForBoth => Own > 0 && Price.Relief > 0;
}
