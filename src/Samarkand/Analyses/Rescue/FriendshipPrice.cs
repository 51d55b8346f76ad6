using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>The price of friendship of one stance, against staying neutral. Million USD a year, equivalent variations.</summary>
/// <param name="Rescuer">Whose stance.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Cost">What the rescuer loses, penalties included, less what it cares for of what third parties gain.</param>
/// <param name="Relief">What the target gains.</param>
/// <param name="CoalitionCost">What the coalition loses.</param>
public sealed record FriendshipPrice(Region Rescuer, string Stance, double Cost, double Relief, double CoalitionCost)
{
    /// <summary>The share of the target's income below which relief counts as none.</summary>
    public const double LeastRelief = 1e-9;

    /// <summary>
    /// Dollars that the rescuer loses for each that the target gains, and so the weight that it must put on the target to choose the stance,
    /// its other weights at the case's values. Negative where the stance pays for itself; NaN where it brings no relief.
    /// </summary>
    public double Price => PriceOf(Cost, Relief);

    internal static double PriceOf(double cost, double relief) => relief > 0 ? cost / relief : double.NaN;

    /// <summary>Compares a stance with the neutral one.</summary>
    /// <param name="actor">The rescuer.</param>
    /// <param name="stance">The stance.</param>
    /// <param name="neutral">Equivalent variations by region where it is neutral.</param>
    /// <param name="taken">Equivalent variations by region where it takes the stance.</param>
    /// <param name="penalties">Penalties of the stance less those of neutrality, million USD.</param>
    /// <param name="target">The target.</param>
    /// <param name="coalition">The coalition, at neutrality.</param>
    /// <param name="targetIncome">The target's income in the baseline, million USD.</param>
    internal static FriendshipPrice Of(
        Actor actor,
        string stance,
        ReadOnlySpan<double> neutral,
        ReadOnlySpan<double> taken,
        double penalties,
        Region target,
        ImmutableArray<Region> coalition,
        double targetIncome)
    {
        var cost = neutral[actor.Region.Index] - taken[actor.Region.Index] + penalties;
        for (var j = 0; j < neutral.Length; j++)
        {
            if (j != target.Index && actor.Affinity[j] != 0)
                cost -= actor.Affinity[j] * (taken[j] - neutral[j]);
        }

        var relief = taken[target.Index] - neutral[target.Index];
        var coalitionCost = 0.0;
        foreach (var member in coalition)
            coalitionCost += neutral[member.Index] - taken[member.Index];
        return new FriendshipPrice(actor.Region, stance, cost, relief > LeastRelief * targetIncome ? relief : relief > 0 ? 0 : relief, coalitionCost);
    }
}
