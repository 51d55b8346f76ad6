using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>A state of the coalition, or several that act as one.</summary>
/// <param name="Name">The code of a region or bloc.</param>
/// <param name="Regions">Its regions that are in the coalition, in the world's order; at least one.</param>
public sealed record CoalitionMember(string Name, ImmutableArray<Region> Regions)
{
    /// <summary>Every region of the coalition by itself.</summary>
    public static ImmutableArray<CoalitionMember> Each(BoundCase bound) =>
        [.. bound.Coalition.Select(region => new CoalitionMember(bound.World.Code(region), [region]))];

    /// <summary>The members that an argument names; regions of the coalition that it does not name stay in it throughout.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="argument">Where the names stand, for messages.</param>
    /// <param name="names">Regions and blocs; of a bloc the members that are in the coalition.</param>
    /// <param name="tell">Told what a name was read as, and which covers less than it says; or null.</param>
    /// <exception cref="InputException">An unknown name, one without a member in the coalition, or a region that is named twice.</exception>
    internal static ImmutableArray<CoalitionMember> Named(BoundCase bound, string argument, IReadOnlyList<string> names, Action<string>? tell = null)
    {
        var problems = new ProblemList(argument);
        var (regions, place) = (new RegionNames(bound.World, problems), new Place(argument, 0, 0));
        var (members, owners) = (new List<CoalitionMember>(), new Dictionary<Region, string>());
        foreach (var written in names)
        {
            var before = problems.Count;
            var name = regions.Settle(new RegionName(written, false, place)).Text;
            var inside = regions.Members(new RegionName(name, false, place)).Where(bound.Coalition.Contains).ToImmutableArray();
            if (inside.IsEmpty && problems.Count == before)
                problems.Add(place, $"{name} is not in the coalition", $"name members of it: {Codes(bound)}");
            foreach (var region in inside.Where(region => !owners.TryAdd(region, name)))
                problems.Add(place, owners[region] == name ? $"{name} is named twice" : $"{regions.Code(region)} is in both {owners[region]} and {name}", "name each region once");
            members.Add(new CoalitionMember(name, inside));
        }

        problems.ThrowIfAny();
        regions.Tell(tell);
        return [.. members];
    }

    private static string Codes(BoundCase bound) => string.Join(", ", bound.Coalition.Select(region => bound.World.Code(region)));
}
