using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>The project's own tables about <c>samarkand-2021</c>: regions with their donors, sectors with their parts, blocs.</summary>
internal sealed record Labels2021(
    ImmutableArray<RegionInfo> Regions,
    ImmutableArray<Donors> Donors,
    ImmutableArray<SectorInfo> Sectors,
    ImmutableArray<SectorParts> Parts,
    ImmutableArray<Bloc> Blocs)
{
    public const string Folder = "samarkand-2021";

    public int N => Regions.Length;

    public int S => Sectors.Length;

    /// <summary>The number of goods sectors; they come first.</summary>
    public int Goods { get; } = Sectors.Count(sector => sector.Tags.Contains("goods"));

    /// <summary>The region that stands for every state not named.</summary>
    public int Remainder => N - 1;

    /// <summary>The position of a region; -1 for a state inside the remainder.</summary>
    public int Find(string code)
    {
        for (var i = 0; i < Regions.Length; i++)
        {
            if (Regions[i].Code == code)
                return i;
        }

        return -1;
    }

    /// <summary>The positions of a bloc's members.</summary>
    public int[] Members(string bloc) => [.. Blocs.Single(b => b.Code == bloc).Members.Select(member => member.Index)];

    public static Labels2021 Read()
    {
        var problems = new ProblemList();
        var (regions, donors) = (new List<RegionInfo>(), new List<Donors>());
        using (var table = Open("regions.csv", new TableHeader(["code", "name", "remainder", "technology", "exports", "imports"]), problems))
        {
            while (table.Read())
            {
                regions.Add(new RegionInfo(table.Text(0), table.Text(1), table.Text(2) == "true"));
                donors.Add(WorldMaker.Donors.Parse(table.Text(3), table.Text(4), table.Text(5)));
            }
        }

        var (sectors, parts) = (new List<SectorInfo>(), new List<SectorParts>());
        using (var table = Open("sectors.csv", new TableHeader(["code", "name", "tags", "wiod", "baci"]), problems))
        {
            while (table.Read())
            {
                sectors.Add(new SectorInfo(table.Text(0), table.Text(1), [.. table.Text(2).Split(';')]));
                parts.Add(new SectorParts([.. table.Text(3).Split(' ')], [.. table.Text(4).Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
            }
        }

        var blocs = WiodLabels.ReadBlocs(Open("blocs.csv", new TableHeader(["bloc", "name", "region"]), problems), regions);
        problems.ThrowIfAny();
        return new Labels2021([.. regions], [.. donors], [.. sectors], [.. parts], blocs);
    }

    private static CsvTable Open(string name, TableHeader header, ProblemList problems) =>
        CsvTable.Open(name, EmbeddedWorlds.Resource($"{Folder}/{name}"), header, problems);
}

/// <summary>What a sector of the new world is made of.</summary>
/// <param name="Wiod">Sectors of WIOD, 2013 release.</param>
/// <param name="Baci">
/// GTAP sectors, as BACI is aggregated to. Two sectors with the same list share it, in proportion to what the seed says of them.
/// </param>
internal sealed record SectorParts(ImmutableArray<string> Wiod, ImmutableArray<string> Baci)
{
    /// <summary>Equal for sectors that share a list.</summary>
    public string BaciGroup { get; } = string.Join(' ', Baci);
}
