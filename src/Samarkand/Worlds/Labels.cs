using System.Collections.Immutable;

namespace Samarkand.Worlds;

/// <summary>A region of one world, by its position in <see cref="World.Regions"/>.</summary>
public readonly record struct Region(int Index);

/// <summary>A sector of one world, by its position in <see cref="World.Sectors"/>.</summary>
public readonly record struct Sector(int Index);

/// <summary>What a world says of a region.</summary>
/// <param name="Code">ISO 3166-1 alpha-3 code, or the code of a remainder such as <c>ROW</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="IsRemainder">True for the region that stands for every state that the world does not hold.</param>
public sealed record RegionInfo(string Code, string Name, bool IsRemainder = false)
{
    /// <summary>The codes of the regions of another world that were merged or renamed into this one; empty where none were.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(RegionInfo? other) =>
        other is not null && (Code, Name, IsRemainder) == (other.Code, other.Name, other.IsRemainder) && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, IsRemainder);
}

/// <summary>What a world says of a sector.</summary>
/// <param name="Code">The code, as in the source's classification.</param>
/// <param name="Name">English name.</param>
/// <param name="Tags">Tags by which a case may name the sector: <c>goods</c>, <c>energy</c>, ...</param>
public sealed record SectorInfo(string Code, string Name, ImmutableArray<string> Tags)
{
    /// <summary>The codes of the sectors of another world that were merged or renamed into this one; empty where none were.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Tags that some of its parts had, but not all, so that it has them no longer.</summary>
    public ImmutableArray<string> LostTags { get; init; } = [];
}

/// <summary>A named set of regions, cut to the regions that the world holds.</summary>
/// <param name="Code">The name that a case uses, such as <c>EU</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="Members">The members that the world holds.</param>
public sealed record Bloc(string Code, string Name, ImmutableArray<Region> Members)
{
    /// <summary>The codes of members of another world that were merged into regions which are no members.</summary>
    public ImmutableArray<string> Lost { get; init; } = [];
}

/// <summary>A published source of a world's numbers.</summary>
/// <param name="Name">Title, publisher and year.</param>
/// <param name="Address">Where it is published.</param>
/// <param name="Licence">The licence of the data.</param>
public sealed record DataSource(string Name, string Address, string Licence);
