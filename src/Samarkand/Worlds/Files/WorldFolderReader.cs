using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Puts a world together from the files of its folder.</summary>
internal static class WorldFolderReader
{
    /// <summary>The world; null or incomplete where problems were reported.</summary>
    public static World? Read(string folder, ProblemList problems)
    {
        var about = WorldFiles.FindSmall(folder, WorldFiles.About, problems) is { } aboutPath ? WorldJsonReader.Read(aboutPath, problems) : null;
        var regions = WorldFiles.FindSmall(folder, WorldFiles.Regions, problems) is { } regionPath ? RegionTable.Read(regionPath, problems) : null;
        var sectors = WorldFiles.FindSmall(folder, WorldFiles.Sectors, problems) is { } sectorPath ? SectorTable.Read(sectorPath, problems) : null;
        var regionSet = new LabelSet("region", (regions ?? []).Select(region => region.Code), regions is { Count: > 0 });
        var sectorSet = new LabelSet("sector", (sectors ?? []).Select(sector => sector.Code), sectors is { Count: > 0 });
        if (WorldSize.IsTooLarge(regionSet.Count, sectorSet.Count))
        {
            problems.Add(folder, 0, 0, string.Create(CultureInfo.InvariantCulture, $"a world of {regionSet.Count} regions and {sectorSet.Count} sectors is too large"), "merge regions or sectors");
            return null;
        }

        ImmutableArray<Bloc> blocs = WorldFiles.FindSmall(folder, WorldFiles.Blocs, problems) is { } blocPath ? BlocTable.Read(blocPath, regionSet, problems) : [];
        var elasticities = WorldFiles.FindSmall(folder, WorldFiles.Elasticities, problems) is { } elasticityPath ? ElasticityTable.Read(elasticityPath, sectorSet, problems) : null;
        var (trade, tariffs) = Flows(folder, WorldFiles.Trade, FlowShape.Trade(regionSet, sectorSet), problems);
        var (inputs, _) = Flows(folder, WorldFiles.Inputs, FlowShape.Inputs(regionSet, sectorSet), problems);
        var (final, _) = Flows(folder, WorldFiles.Final, FlowShape.Final(regionSet, sectorSet), problems);
        if (!problems.IsEmpty)
            return null;
        World? world = null;
        return world = new World(about!, [.. regions!], [.. sectors!], blocs, trade, tariffs, inputs, final, elasticities!)
        {
            Records = WorldRecords.In(folder, () => ShippedPreconditioner.OfTheSame(world!)),
        };
    }

    private static (double[] Values, double[]? Tariffs) Flows(string folder, string name, FlowShape shape, ProblemList problems) =>
        WorldFiles.FindBig(folder, name, problems) is { } path ? FlowTableReader.Read(path, shape, problems) : ([], null);
}
