using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Worlds;

/// <summary>What the groups of a merged world are called, and what they keep of their members.</summary>
internal static class GroupLabels
{
    public static ImmutableArray<RegionInfo> Regions(World world, GroupMap map) =>
    [
        .. map.Codes.Select((code, group) => new RegionInfo(
            code,
            map.Names[group] ?? Name(code, [.. map.Members(group).Select(region => (world.Regions[region].Code, world.Regions[region].Name))]),
            map.Members(group).Any(region => world.Regions[region].IsRemainder))
        {
            Parts = MergedParts.Of(code, [.. map.Members(group).Select(region => (world.Regions[region].Code, world.Regions[region].Parts))]),
        }),
    ];

    /// <summary>A group keeps the tags that all of its members have; what that takes from a tag is noted.</summary>
    public static ImmutableArray<SectorInfo> Sectors(World world, GroupMap map, string path, List<string> notes, ProblemList problems)
    {
        var sectors = ImmutableArray.CreateBuilder<SectorInfo>();
        for (var group = 0; group < map.Codes.Length; group++)
        {
            var members = map.Members(group).Select(sector => world.Sectors[sector]).ToArray();
            var tags = members[0].Tags.Where(tag => Array.TrueForAll(members, member => member.Tags.Contains(tag)));
            sectors.Add(new SectorInfo(map.Codes[group], map.Names[group] ?? Name(map.Codes[group], [.. members.Select(member => (member.Code, member.Name))]), [.. tags])
            {
                Parts = MergedParts.Of(map.Codes[group], [.. members.Select(member => (member.Code, member.Parts))]),
                LostTags = [.. members.SelectMany(member => member.Tags.Concat(member.LostTags)).Distinct().Except(tags)],
            });
        }

        foreach (var code in map.Codes)
        {
            if (sectors.Any(sector => sector.Tags.Contains(code)))
                problems.Add(path, 0, 0, $"to: '{code}' is also a tag of a sector", "a case could not tell them apart: give the group another code");
        }

        LostTags.Note(world, map, sectors, notes);
        return sectors.ToImmutable();
    }

    /// <summary>A group is in a bloc where all of its members are.</summary>
    public static ImmutableArray<Bloc> Blocs(World world, GroupMap map, List<string> notes)
    {
        var blocs = ImmutableArray.CreateBuilder<Bloc>();
        foreach (var bloc in world.Blocs)
        {
            if (Array.IndexOf(map.Codes, bloc.Code) >= 0)
            {
                notes.Add($"the bloc '{bloc.Code}' is left out: a region has its code now");
                continue;
            }

            var (members, lost, told) = (new List<Region>(), bloc.Lost.ToList(), new List<string>());
            for (var group = 0; group < map.Codes.Length; group++)
            {
                string[] inside = [.. map.Members(group).Where(region => bloc.Members.Contains(new Region(region))).Select(region => world.Regions[region].Code)];
                var all = map.Members(group).Count();
                if (inside.Length == all)
                    members.Add(new Region(group));
                else if (inside.Length > 0)
                {
                    told.Add($"'{map.Codes[group]}' is not in the bloc '{bloc.Code}': {inside.Length} of its {all} members are; so '{bloc.Code}' in a case no longer covers {string.Join(", ", inside)}");
                    lost.AddRange(map.Members(group).Where(region => bloc.Members.Contains(new Region(region))).SelectMany(region => MergedParts.Or(world.Regions[region].Code, world.Regions[region].Parts)));
                }
            }

            if (members.Count == 0 && !bloc.Members.IsEmpty)
                notes.Add($"the bloc '{bloc.Code}' has no member any more, since {string.Join(", ", bloc.Members.Select(member => world.Regions[member.Index].Code))} are parts of regions with others: a case that names it names nobody");
            else
                notes.AddRange(told);
            blocs.Add(bloc with { Members = [.. members], Lost = [.. lost] });
        }

        return blocs.ToImmutable();
    }

    private static string Name(string code, (string Code, string Name)[] members) =>
        members.Length == 1 ? members[0].Name : Array.Find(members, member => member.Code == code).Name ?? code;
}
