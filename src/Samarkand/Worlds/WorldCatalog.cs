using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Worlds;

/// <summary>Opens a world by the name of an embedded one or by the path of a folder.</summary>
public static class WorldCatalog
{
    /// <summary>The names of the embedded worlds.</summary>
    public static ImmutableArray<string> Names => [.. EmbeddedWorlds.Names];

    /// <summary>Opens an embedded world, or else reads a folder. An embedded name comes first: write <c>./NAME</c> for a folder of that name.</summary>
    /// <param name="nameOrPath">One of <see cref="Names"/>, or a folder as <see cref="WorldFolder"/> describes it.</param>
    /// <param name="mustBalance">Whether a folder whose sums do not agree is refused; see <see cref="WorldBalance"/>.</param>
    /// <exception cref="InputException">There is no such world, or its folder has mistakes (all of them are reported).</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Worlds;
    ///
    /// var world = WorldCatalog.Open("samarkand-2021");
    /// Console.WriteLine($"{world.About.Title}: {world.Regions.Length} regions, {world.Sectors.Length} sectors");
    /// </code>
    /// </example>
    public static World Open(string nameOrPath, bool mustBalance = true) =>
        Find(nameOrPath, mustBalance) ?? throw new InputException(Missing(nameOrPath));

    /// <summary>The same, or null where there is neither an embedded world nor a folder of that name.</summary>
    internal static World? Find(string nameOrPath, bool mustBalance) =>
        Array.IndexOf(EmbeddedWorlds.Names, nameOrPath) >= 0 ? EmbeddedWorlds.Open(nameOrPath)
        : Directory.Exists(nameOrPath) ? WorldFolder.Read(nameOrPath, mustBalance)
        : null;

    /// <summary>Says that there is no such world.</summary>
    internal static InputProblem Missing(string nameOrPath)
    {
        if (File.Exists(nameOrPath))
            return new InputProblem(nameOrPath, 0, 0, "is a file; a world is a folder", $"give the folder that holds {WorldFiles.About}");
        var known = $"the embedded worlds are: {string.Join(", ", EmbeddedWorlds.Names)}; any other is given by the path of its folder";
        return new InputProblem(
            nameOrPath,
            0,
            0,
            "there is no embedded world and no folder of that name",
            NearestName.Find(Path.GetFileName(nameOrPath), EmbeddedWorlds.Names) is { } near ? $"did you mean '{near}'? {known}" : known);
    }
}
