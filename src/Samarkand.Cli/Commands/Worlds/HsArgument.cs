using System.CommandLine;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>The option <c>--hs</c>: where a code of the Harmonized System falls.</summary>
internal static class HsArgument
{
    private const string Name = "--hs";

    public static Option<string?> Option() => new(Name) { HelpName = "CODE", Description = "Say in which sector a code of the Harmonized System falls, such as 854231." };

    /// <summary>The sector of a code, in words.</summary>
    /// <exception cref="InputException">It is no code, or the world has other sectors.</exception>
    public static string Place(World world, string code)
    {
        if (HsConcordance.Find(code) is not { } place)
            throw new InputException(new InputProblem(Name, 0, 0, $"`{code}` begins with no chapter of the Harmonized System", "give two to ten digits, such as 854231"));
        if (world.FindSector(place.Sector) is not { } sector)
            throw new InputException(new InputProblem(Name, 0, 0, $"the concordance is to the sectors of samarkand-2021, and {world.About.Name} has no {place.Sector}", "ask samarkand-2021"));
        return $"{code} is in {world.Code(sector)} ({world.Name(sector)}), by the row {place.Code}: {place.What}. A case may name it by {string.Join(", ", world.Sectors[sector.Index].Tags)}.";
    }
}
