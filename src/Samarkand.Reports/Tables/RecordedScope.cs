using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What the table <c>recorded-exports-of-coalition</c> counts.</summary>
/// <param name="Exporters">Whose exports; empty for the coalition.</param>
/// <param name="BannedGoodsAlone">True for the goods alone that the case bans on their way to the target.</param>
internal sealed record RecordedScope(ImmutableArray<Region> Exporters, bool BannedGoodsAlone)
{
    /// <summary>All exports of the coalition.</summary>
    public static RecordedScope All { get; } = new([], false);

    /// <summary>The exports of regions and blocs that are named as a case names them.</summary>
    /// <param name="names">Codes with commas between them; a name with <c>?</c> is left out where the world lacks it.</param>
    /// <param name="place">What to blame for a mistake: the option.</param>
    /// <param name="world">The world.</param>
    /// <param name="tell">Told what a name was read as, and which covers less than it says; or null.</param>
    /// <exception cref="InputException">The world does not hold a name, or none of them.</exception>
    public static RecordedScope Of(string names, string place, World world, Action<string>? tell = null)
    {
        var (where, problems) = (new Place(place, 0, 0), new ProblemList(place));
        var regions = new RegionNames(world, problems);
        var exporters = regions.Set([.. names.Split(',').Select(name => Read(name.Trim(), where, problems)).OfType<RegionName>()]);
        if (exporters.IsEmpty && problems.IsEmpty)
            problems.Add(where, $"{world.About.Name} holds none of `{names}`", $"`samarkand world show {world.About.Name}` lists the regions and blocs");
        problems.ThrowIfAny();
        regions.Tell(tell);
        return new RecordedScope(exporters, false);
    }

    private static RegionName? Read(string name, Place place, ProblemList problems)
    {
        if (name.TrimEnd('?').Length > 0)
            return new RegionName(name.TrimEnd('?'), name.EndsWith('?'), place);
        problems.Add(place, "the name of a region or bloc is missing", "write codes with commas between them: EU,USA");
        return null;
    }
}
