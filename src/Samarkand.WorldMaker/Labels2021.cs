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
    ImmutableArray<double> Elasticities,
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

    /// <summary>The position of a sector of that code.</summary>
    public int Sector(string code)
    {
        for (var k = 0; k < S; k++)
        {
            if (Sectors[k].Code == code)
                return k;
        }

        throw new ArgumentException(code);
    }

    /// <summary>The positions of a bloc's members.</summary>
    public int[] Members(string bloc) => [.. Blocs.Single(b => b.Code == bloc).Members.Select(member => member.Index)];

    public static Labels2021 Read()
    {
        var problems = new ProblemList();
        var (regions, donors) = (new List<RegionInfo>(), new List<Donors>());
        using (var table = Open("regions.csv", new TableHeader(["code", "name", "remainder", "exports", "imports", "gas"]), problems))
        {
            while (table.Read())
            {
                regions.Add(new RegionInfo(table.Text(0), table.Text(1), table.Text(2) == "true"));
                donors.Add(WorldMaker.Donors.Parse(table.Text(3), table.Text(4), !table.IsEmpty(5) && table.Number(5, out var gas) ? gas : null));
            }
        }

        var (sectors, parts, thetas) = (new List<SectorInfo>(), new List<SectorParts>(), new List<double>());
        using (var table = Open("sectors.csv", new TableHeader(["code", "name", "tags", "theta", "gtap", "icio", "wiod2014", "wiod2011"]), problems))
        {
            while (table.Read() && table.Number(3, out var theta))
            {
                sectors.Add(new SectorInfo(table.Text(0), table.Text(1), [.. table.Text(2).Split(';')]));
                parts.Add(new SectorParts(Split(table.Text(5)), Split(table.Text(6)), Split(table.Text(7))));
                thetas.Add(theta);
            }
        }

        var blocs = WiodLabels.ReadBlocs(Open("blocs.csv", new TableHeader(["bloc", "name", "region"]), problems), regions);
        problems.ThrowIfAny();
        return new Labels2021([.. regions], [.. donors], [.. sectors], [.. parts], [.. thetas], blocs);
    }

    private static ImmutableArray<string> Split(string list) => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static CsvTable Open(string name, TableHeader header, ProblemList problems) =>
        CsvTable.Open(name, EmbeddedWorlds.Resource($"{Folder}/{name}"), header, problems);
}

/// <summary>What a sector of the world is made of.</summary>
/// <param name="Icio">Columns of the OECD's tables; empty for services. Crude oil and natural gas share one.</param>
/// <param name="Wiod2014">Sectors of WIOD, 2016 release. Sectors with the same list share its technology.</param>
/// <param name="Wiod2011">Sectors of WIOD, 2013 release, likewise.</param>
internal sealed record SectorParts(ImmutableArray<string> Icio, ImmutableArray<string> Wiod2014, ImmutableArray<string> Wiod2011);
