using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>What the game has found, and draws rest on: who is asked about, what the others do, and what a rescue consists of.</summary>
/// <param name="Rescuer">The rescuer's code.</param>
/// <param name="Others">The other players.</param>
/// <param name="Mix">The combination of the rescuer's means; null where it has none.</param>
internal sealed record HeldStances(string Rescuer, ImmutableArray<HeldStance> Others, MeansMix? Mix)
{
    /// <summary>In a few words, for messages that say in what two differ.</summary>
    public string Text => string.Join(
        ", ",
        Others.Select(other => $"{other.Region} {other.Move}").Prepend(Mix is { } mix ? FormattableString.Invariant($"{Rescuer} with means {mix.Members} at {mix.Size:R}") : Rescuer));

    public static HeldStances Of(World world, Actor rescuer, IEnumerable<(Region Region, Move Move)> others, MeansMix? mix) =>
        new(world.Code(rescuer.Region), [.. others.Select(other => new HeldStance(world.Code(other.Region), other.Move.Name))], mix);
}

/// <summary>A player and what it does.</summary>
/// <param name="Region">The region's code.</param>
/// <param name="Move">The move's name.</param>
internal sealed record HeldStance(string Region, string Move);
