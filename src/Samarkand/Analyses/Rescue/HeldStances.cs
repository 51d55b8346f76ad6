using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>What the game has found, and draws rest on: who is asked about, what the others do, and what a rescue consists of.</summary>
/// <param name="Rescuer">The rescuer's code.</param>
/// <param name="Others">The other players.</param>
/// <param name="Mixes">The combinations of the rescuer's means among which each draw chooses, the last one where none is open; empty where it has no means.</param>
internal sealed record HeldStances(string Rescuer, ImmutableArray<HeldStance> Others, ImmutableArray<MeansMix> Mixes)
{
    /// <summary>In a few words, for messages that say in what two differ.</summary>
    public string Text => string.Join(
        ", ",
        Others.Select(other => $"{other.Region} {other.Move}").Prepend($"{Rescuer}{string.Concat(Mixes.Select(mix => FormattableString.Invariant($" or means {mix.Members} at {mix.Size:R}")))}"));

    public static HeldStances Of(World world, Actor rescuer, IEnumerable<(Region Region, Move Move)> others, ImmutableArray<MeansMix> mixes) =>
        new(world.Code(rescuer.Region), [.. others.Select(other => new HeldStance(world.Code(other.Region), other.Move.Name))], mixes);
}

/// <summary>A player and what it does.</summary>
/// <param name="Region">The region's code.</param>
/// <param name="Move">The move's name.</param>
internal sealed record HeldStance(string Region, string Move);
