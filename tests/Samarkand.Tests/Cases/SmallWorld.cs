using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Worlds made in memory, large enough to bind a case to.</summary>
internal static class SmallWorld
{
    public const string Name = "small-2020";

    private const string WiodRegions =
        "AUS AUT BEL BGR BRA CAN CHN CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IDN IND IRL ITA JPN KOR LTU LUX LVA MEX MLT NLD POL PRT ROU RUS SVK SVN SWE TUR TWN USA ROW";

    /// <summary>
    /// RUS, CHN, DEU, FRA, USA and ROW; blocs EU (DEU, FRA) and SCO (RUS, CHN); sectors mine (goods, energy), chip (goods,
    /// electronics) and bank (services, finance). Value added: 300, 600, 900, 1200, 1500, 1800.
    /// </summary>
    public static World Make()
    {
        RegionInfo[] regions =
        [
            new("RUS", "Russia"), new("CHN", "China"), new("DEU", "Germany"), new("FRA", "France"), new("USA", "United States"),
            new("ROW", "Rest of the world", true),
        ];
        SectorInfo[] sectors =
        [
            new("mine", "Mining", ["goods", "energy"]), new("chip", "Electronics", ["goods", "electronics"]),
            new("bank", "Finance", ["services", "finance"]),
        ];
        Bloc[] blocs =
        [
            new("EU", "European Union", [new(2), new(3)]), new("SCO", "Shanghai Cooperation Organisation", [new(0), new(1)]),
        ];
        return Fill(Name, regions, sectors, blocs);
    }

    /// <summary>A world with the region and sector codes of WIOD's release of 2013, and its tags and blocs.</summary>
    public static World WithWiodLabels()
    {
        RegionInfo[] regions = [.. WiodRegions.Split(' ').Select(code => new RegionInfo(code, code, code == "ROW"))];
        var sectors = new SectorInfo[35];
        for (var i = 0; i < sectors.Length; i++)
        {
            ImmutableArray<string> tags = (i + 1) switch
            {
                2 or 8 => ["goods", "energy"],
                14 => ["goods", "electronics"],
                <= 16 => ["goods"],
                _ => ["services"],
            };
            sectors[i] = new SectorInfo($"c{i + 1}", $"Sector {i + 1}", tags);
        }

        Bloc Bloc(string code, string members) =>
            new(code, code, [.. members.Split(' ').Select(member => new Region(Array.FindIndex(regions, region => region.Code == member)))]);
        Bloc[] blocs =
        [
            Bloc("EU", "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"),
            Bloc("SCO", "CHN IND RUS"),
        ];
        return Fill("wiod-2011", regions, sectors, blocs);
    }

    /// <summary>Region i sells 10 (i+1) to every destination in every sector but what makes its value added 300 (i+1).</summary>
    private static World Fill(string name, RegionInfo[] regions, SectorInfo[] sectors, Bloc[] blocs)
    {
        var (n, s) = (regions.Length, sectors.Length);
        var trade = new double[s * n * n];
        var inputs = new double[n * s * s];
        var final = new double[n * s];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < s; k++)
            {
                for (var j = 0; j < n; j++)
                    trade[(k * n + i) * n + j] = 10 * (i + 1);
                final[i * s + k] = 1;
            }

            // One input cell takes whatever output exceeds value added by.
            inputs[i * s * s] = (10.0 * n * s - 300) * (i + 1);
            if (inputs[i * s * s] < 0)
            {
                trade[(0 * n + i) * n + i] -= inputs[i * s * s];
                inputs[i * s * s] = 0;
            }

            // And some intermediate use on both sides of the account.
            inputs[i * s * s + s + 1] = 50;
            trade[(1 * n + i) * n + i] += 50;
        }

        var about = new WorldInfo(name, "A world for tests", 2020, [], []);
        return new World(about, [.. regions], [.. sectors], [.. blocs], trade, null, inputs, final, [.. Enumerable.Repeat(4.0, s)]);
    }
}
