using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import.Wiod;

/// <summary>The project's own tables about the WIOD classification: names, tags, elasticities and blocs.</summary>
/// <param name="Regions">The regions, in WIOD's order.</param>
/// <param name="WiodCodes">WIOD's code of each region: <c>ROM</c> is <c>ROU</c>, <c>RoW</c> is <c>ROW</c>.</param>
/// <param name="Sectors">The sectors c1..c35.</param>
/// <param name="Elasticities">The trade elasticity of each sector.</param>
/// <param name="GtapSectors">The GTAP sectors over which each elasticity is a mean; empty for services.</param>
/// <param name="Blocs">The blocs, cut to the regions.</param>
internal sealed record WiodLabels(
    ImmutableArray<RegionInfo> Regions,
    string[] WiodCodes,
    ImmutableArray<SectorInfo> Sectors,
    double[] Elasticities,
    string[] GtapSectors,
    ImmutableArray<Bloc> Blocs)
{
    public static WiodLabels Read()
    {
        var problems = new ProblemList();
        var (regions, wiodCodes) = (new List<RegionInfo>(), new List<string>());
        using (var table = Open("regions.csv", new TableHeader(["code", "name", "remainder", "wiod"]), problems))
        {
            while (table.Read())
            {
                regions.Add(new RegionInfo(table.Text(0), table.Text(1), table.Text(2) == "true"));
                wiodCodes.Add(table.Text(3));
            }
        }

        var (sectors, elasticities, gtap) = (new List<SectorInfo>(), new List<double>(), new List<string>());
        using (var table = Open("sectors.csv", new TableHeader(["code", "name", "tags", "theta", "gtap"]), problems))
        {
            while (table.Read() && table.Number(3, out var theta))
            {
                sectors.Add(new SectorInfo(table.Text(0), table.Text(1), [.. table.Text(2).Split(';')]));
                elasticities.Add(theta);
                gtap.Add(table.Text(4));
            }
        }

        var blocs = ReadBlocs(Open("blocs.csv", new TableHeader(["bloc", "name", "region"]), problems), regions);
        problems.ThrowIfAny();
        return new WiodLabels([.. regions], [.. wiodCodes], [.. sectors], [.. elasticities], [.. gtap], blocs);
    }

    /// <summary>The blocs of a table, cut to the regions.</summary>
    public static ImmutableArray<Bloc> ReadBlocs(CsvTable memberships, List<RegionInfo> regions)
    {
        var blocs = new List<Bloc>();
        using var table = memberships;
        while (table.Read())
        {
            if (blocs.Count == 0 || blocs[^1].Code != table.Text(0))
                blocs.Add(new Bloc(table.Text(0), table.Text(1), []));
            var member = regions.FindIndex(region => region.Code == table.Text(2));
            if (member >= 0)
                blocs[^1] = blocs[^1] with { Members = blocs[^1].Members.Add(new Region(member)) };
        }

        return [.. blocs];
    }

    private static CsvTable Open(string name, TableHeader header, ProblemList problems) =>
        CsvTable.Open(name, EmbeddedWorlds.Resource($"wiod-2011/{name}"), header, problems);
}
