using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>Looks up what a command line names: regions and blocs by any name of which it is certain what it means.</summary>
internal static class RegionArgument
{
    /// <summary>One region.</summary>
    /// <param name="world">The world.</param>
    /// <param name="argument">Where the name stands, for messages.</param>
    /// <param name="name">A code or an English name.</param>
    /// <param name="tell">Told what the name was read as; or null.</param>
    /// <exception cref="InputException">The world does not hold it, or it is a bloc.</exception>
    public static Region One(World world, string argument, string name, Action<string>? tell = null) => Each(world, [(argument, name)], tell)[0];

    /// <summary>Several regions, each by an argument of its own.</summary>
    /// <param name="world">The world.</param>
    /// <param name="arguments">Where each name stands, for messages, and the name.</param>
    /// <param name="tell">Told what a name was read as; or null.</param>
    /// <exception cref="InputException">The world does not hold one, or one is a bloc: all of them.</exception>
    public static ImmutableArray<Region> Each(World world, ImmutableArray<(string Argument, string Name)> arguments, Action<string>? tell = null)
    {
        var problems = new ProblemList();
        var regions = new RegionNames(world, problems);
        var found = arguments.Select(one => regions.One(new RegionName(one.Name, false, new Place(one.Argument, 0, 0)), null)).ToArray();
        problems.ThrowIfAny();
        regions.Tell(tell);
        return [.. found.Select(region => region!.Value)];
    }

    /// <summary>The members of a bloc.</summary>
    /// <param name="world">The world.</param>
    /// <param name="argument">Where the name stands, for messages.</param>
    /// <param name="name">A code or an English name.</param>
    /// <param name="tell">Told what the name was read as, and whether the bloc covers less than it says; or null.</param>
    /// <exception cref="InputException">The world has no such bloc, or no member of it.</exception>
    public static ImmutableArray<Region> Bloc(World world, string argument, string name, Action<string>? tell = null)
    {
        var problems = new ProblemList();
        var regions = new RegionNames(world, problems);
        var members = regions.OfBloc(new RegionName(name, false, new Place(argument, 0, 0)));
        problems.ThrowIfAny();
        regions.Tell(tell);
        return members;
    }
}
