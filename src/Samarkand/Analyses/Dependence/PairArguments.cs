using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Dependence;

/// <summary>Looks up the regions that a question about pairs names.</summary>
public static class PairArguments
{
    /// <summary>The members of a bloc in a world, or all regions.</summary>
    /// <param name="world">The world.</param>
    /// <param name="argument">Where the name stands, for messages.</param>
    /// <param name="bloc">A bloc, or <c>all</c>.</param>
    /// <exception cref="InputException">There is no such bloc, or it has fewer than two members here.</exception>
    public static ImmutableArray<Region> Members(World world, string argument, string bloc)
    {
        if (bloc == "all")
            return [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))];
        string[] codes = ["all", .. world.Blocs.Select(known => known.Code)];
        var found = world.Blocs.FirstOrDefault(known => known.Code == bloc)
            ?? throw new InputException(new InputProblem(
                argument, 0, 0, $"unknown bloc `{bloc}`", NearestName.Hint(bloc, codes, $"expected one of: {string.Join(", ", codes)}")));
        return found.Members.Length > 1
            ? found.Members
            : throw new InputException(new InputProblem(argument, 0, 0, $"{bloc} has fewer than two members in {world.About.Name}", "name another bloc, or `all`"));
    }

    /// <summary>The region of that code.</summary>
    /// <param name="world">The world.</param>
    /// <param name="argument">Where the code stands, for messages.</param>
    /// <param name="code">The code.</param>
    /// <exception cref="InputException">The world does not hold it.</exception>
    public static Region Region(World world, string argument, string code)
    {
        var index = world.Regions.Select(region => region.Code).ToList().IndexOf(code);
        return index >= 0
            ? new Region(index)
            : throw new InputException(new InputProblem(
                argument,
                0,
                0,
                $"unknown region `{code}`",
                NearestName.Hint(code, world.Regions.Select(region => region.Code), $"`samarkand world show {world.About.Name}` lists the regions")));
    }
}
