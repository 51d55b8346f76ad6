using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Coalitions;

/// <summary>A state of the coalition, or several that act as one.</summary>
/// <param name="Name">The code of a region or bloc.</param>
/// <param name="Regions">Its regions that are in the coalition, in the world's order; at least one.</param>
public sealed record CoalitionMember(string Name, ImmutableArray<Region> Regions)
{
    /// <summary>Every region of the coalition by itself.</summary>
    public static ImmutableArray<CoalitionMember> Each(BoundCase bound) =>
        [.. bound.Coalition.Select(region => new CoalitionMember(bound.World.Regions[region.Index].Code, [region]))];

    /// <summary>The members that an argument names; regions of the coalition that it does not name stay in it throughout.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="argument">Where the names stand, for messages.</param>
    /// <param name="names">Regions and blocs; of a bloc the members that are in the coalition.</param>
    /// <exception cref="InputException">An unknown name, one without a member in the coalition, or a region that is named twice.</exception>
    public static ImmutableArray<CoalitionMember> Named(BoundCase bound, string argument, IReadOnlyList<string> names)
    {
        var problems = new ProblemList(argument);
        var (regions, place) = (new RegionNames(bound.World, problems), new Place(argument, 0, 0));
        var (members, owners) = (new List<CoalitionMember>(), new Dictionary<Region, string>());
        foreach (var name in names)
        {
            var before = problems.Count;
            var inside = regions.Members(new RegionName(name, false, place)).Where(bound.Coalition.Contains).ToImmutableArray();
            if (inside.IsEmpty && problems.Count == before)
                problems.Add(place, $"{name} is not in the coalition", $"name members of it: {Codes(bound)}");
            foreach (var region in inside.Where(region => !owners.TryAdd(region, name)))
                problems.Add(place, owners[region] == name ? $"{name} is named twice" : $"{regions.Code(region)} is in both {owners[region]} and {name}", "name each region once");
            members.Add(new CoalitionMember(name, inside));
        }

        problems.ThrowIfAny();
        return [.. members];
    }

    private static string Codes(BoundCase bound) => string.Join(", ", bound.Coalition.Select(region => bound.World.Regions[region.Index].Code));
}
