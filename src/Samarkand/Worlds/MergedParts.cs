using System.Collections.Immutable;

namespace Samarkand.Worlds;

/// <summary>What a merged world remembers of the world that it came from.</summary>
internal static class MergedParts
{
    /// <summary>The codes of all that was merged into a group, those of earlier merges taken apart; empty for one that is as it was.</summary>
    public static ImmutableArray<string> Of(string group, ImmutableArray<(string Code, ImmutableArray<string> Parts)> members) =>
        members is [var only] && only.Code == group ? only.Parts : [.. members.SelectMany(member => Or(member.Code, member.Parts))];

    /// <summary>The parts of a region or sector; itself where it has none.</summary>
    public static ImmutableArray<string> Or(string code, ImmutableArray<string> parts) => parts.IsEmpty ? [code] : parts;

    /// <summary>Whether a world has something of the kind to tell.</summary>
    public static bool AreIn(World world) =>
        world.Regions.Any(region => !region.Parts.IsEmpty)
        || world.Sectors.Any(sector => !sector.Parts.IsEmpty || !sector.LostTags.IsEmpty)
        || world.Blocs.Any(bloc => !bloc.Lost.IsEmpty);
}
