using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Pages;

/// <summary>Who is who: names, and the side of a case on which each region stands.</summary>
/// <param name="world">The world.</param>
/// <param name="target">The target of the case; null where there is no case.</param>
/// <param name="coalition">Its coalition.</param>
internal sealed class Cast(World world, Region? target, ImmutableArray<Region> coalition)
{
    public Cast(BoundCase bound)
        : this(bound.World, bound.Target, bound.Coalition)
    {
    }

    /// <summary>Of a world alone.</summary>
    public Cast(World world)
        : this(world, null, [])
    {
    }

    public const string Target = "target";
    public const string Coalition = "coalition";
    public const string Others = "others";

    private readonly Dictionary<string, Region> _byCode = world.Regions
        .Select((info, index) => (info.Code, Region: new Region(index))).ToDictionary(x => x.Code, x => x.Region, StringComparer.Ordinal);

    private readonly HashSet<Region> _members = [.. coalition];

    private readonly Dictionary<string, string> _sectors = world.Sectors.ToDictionary(s => s.Code, s => s.Name, StringComparer.Ordinal);

    public string TargetName => Name(target!.Value);

    public string Name(Region region) => world.Name(region);

    public string Name(string code) => Name(_byCode[code]);

    /// <summary>The name of a region that a case names; as the case writes it where the world holds no such region.</summary>
    public string NameOf(RegionName name) => _byCode.TryGetValue(name.Text, out var region) ? Name(region) : name.Text;

    public string SectorName(string code) => _sectors[code];

    public string Side(string code) => Side(_byCode[code]);

    public string Side(Region region) => region == target ? Target : _members.Contains(region) ? Coalition : Others;

    /// <summary>The name of a group for people: the groups of <see cref="Effects.CaseAnswer.Groups"/>.</summary>
    public string Group(string name) => name switch
    {
        Target => $"{TargetName}, the target",
        Coalition => "The coalition",
        Others => "All others",
        _ => "The world",
    };

    /// <summary>A set of regions in a few words.</summary>
    public string Together(IReadOnlyCollection<Region> regions)
    {
        if (_members.Count > 0 && _members.SetEquals(regions))
            return _members.Count == 1 ? Name(regions.First()) : "the coalition";
        if (regions.Count == _byCode.Count)
            return "all regions";
        return regions.Count <= 4 ? string.Join(", ", regions.Select(Name)) : FormattableString.Invariant($"{regions.Count} regions");
    }
}
