using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>The name of a region or bloc as a case writes it, before it is looked up in a world.</summary>
public sealed record RegionName
{
    internal RegionName(string text, bool mayBeMissing, Place place) =>
        (Text, MayBeMissing, Place) = (text, mayBeMissing, place);

    /// <summary>The code, without the question mark.</summary>
    public string Text { get; init; }

    /// <summary>True where it is written <c>NOR?</c>: it is left out where the world does not hold it.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Where it stands.</summary>
    internal Place Place { get; init; }

    /// <summary>True for <c>all</c>, which stands for every region where an instrument names its sides.</summary>
    internal bool IsEveryone => Text == "all";
}

/// <summary>A sector's code, a tag, or <c>all</c>, as a case writes it.</summary>
/// <param name="Text">The name.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record SectorName(string Text, Place Place);

/// <summary>The name of an evidence entry that an assumption rests on; the reader has checked that it is defined.</summary>
/// <param name="Text">The name.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record EvidenceName(string Text, Place Place);
