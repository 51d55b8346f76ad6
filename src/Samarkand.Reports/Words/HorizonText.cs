using System.Globalization;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>How the target's loss changes with the time that firms have had to adapt, in a sentence.</summary>
internal static class HorizonText
{
    /// <summary>The sentence; null where a horizon was not solved, or has no answer.</summary>
    public static string? Of(World world, Region target, IReadOnlyList<HorizonAnswer> horizons)
    {
        if (horizons.Count == 0 || horizons.Any(horizon => horizon.Answer is null))
            return null;
        var parts = horizons.Select(horizon => $"{Amounts.Signed(horizon.Answer!.Groups[0].RealIncomePct, 2)}{(horizon == horizons[0] ? " percent" : "")} {When(horizon.Horizon)}");
        return string.Create(CultureInfo.InvariantCulture, $"Firms adapt with time: {Named.Whose(world, target)} real income changes by {Named.List([.. parts])}.");
    }

    private static string When(Horizon horizon) => horizon switch
    {
        Horizon.Short => "within a year (short horizon)",
        Horizon.Medium => "after some years (medium)",
        _ => "after seven to ten years (long)",
    };
}
