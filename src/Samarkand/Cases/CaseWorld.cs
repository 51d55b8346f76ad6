using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>
/// Finds the world that a case names. A path in the case's text is relative to the case, and where nothing stands there, unless it begins
/// with a dot, to the current folder; one that an edit names is relative to the current folder.
/// </summary>
internal static class CaseWorld
{
    /// <summary>The name of an embedded world, or the path of a folder, whether it is there or not.</summary>
    /// <param name="theCase">The case.</param>
    /// <param name="folder">The folder to which its paths are relative.</param>
    public static string Find(Case theCase, string folder)
    {
        var name = theCase.World;
        if (name.Length == 0 || WorldCatalog.Names.Contains(name))
            return name;
        var here = Path.GetFullPath(name);
        if (theCase.WorldPlace is not { Line: > 0 })
            return here;
        var beside = Path.GetFullPath(Path.Combine(folder, name));
        return name.StartsWith('.') || Directory.Exists(beside) || !Directory.Exists(here) ? beside : here;
    }

    /// <summary>Opens the world that was found.</summary>
    /// <exception cref="InputException">It is missing, told where the case asks for it; or its folder has mistakes.</exception>
    public static World Open(Case theCase, string found) =>
        WorldCatalog.Find(found, mustBalance: true) ?? throw new InputException(Missing(theCase, found));

    private static InputProblem Missing(Case theCase, string found)
    {
        var place = theCase.WorldPlace ?? new Place(theCase.Source, 0, 0);
        var message = File.Exists(found)
            ? $"the world `{theCase.World}` is the file {found}; a world is a folder"
            : $"there is no world `{theCase.World}`: no embedded one has that name, and there is no folder {found}";
        return new InputProblem(place.Source, place.Line, place.Column, message, WorldCatalog.Missing(found).Hint);
    }
}
