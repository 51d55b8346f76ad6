using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Dependence;

/// <summary>Looks up the regions that a question about pairs names.</summary>
internal static class PairArguments
{
    /// <summary>The members of a bloc in a world, or all regions.</summary>
    /// <param name="world">The world.</param>
    /// <param name="argument">Where the name stands, for messages.</param>
    /// <param name="bloc">A bloc, or <c>all</c>.</param>
    /// <param name="tell">Told what the name was read as, and whether the bloc covers less than it says; or null.</param>
    /// <exception cref="InputException">There is no such bloc, or it has fewer than two members here.</exception>
    public static ImmutableArray<Region> Members(World world, string argument, string bloc, Action<string>? tell = null)
    {
        if (bloc == "all")
            return [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))];
        var members = RegionArgument.Bloc(world, argument, bloc, tell);
        return members.Length > 1
            ? members
            : throw new InputException(new InputProblem(argument, 0, 0, $"{bloc} has fewer than two members in {world.About.Name}", "name another bloc, or `all`"));
    }

    /// <summary>Two different regions.</summary>
    /// <param name="world">The world.</param>
    /// <param name="one">Where the first name stands, for messages, and the name.</param>
    /// <param name="two">The same of the second.</param>
    /// <param name="tell">Told what a name was read as; or null.</param>
    /// <exception cref="InputException">The world does not hold one or both, one is a bloc, or the two are the same.</exception>
    public static (Region One, Region Two) Pair(World world, (string Argument, string Name) one, (string Argument, string Name) two, Action<string>? tell = null)
    {
        var regions = RegionArgument.Each(world, [one, two], tell);
        return regions[0] != regions[1]
            ? (regions[0], regions[1])
            : throw new InputException(new InputProblem(two.Argument, 0, 0, $"{two.Name} is the region itself", "name another region"));
    }
}
