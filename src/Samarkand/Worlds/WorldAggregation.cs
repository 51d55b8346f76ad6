using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Worlds;

/// <summary>Merges regions and sectors of a world. Sums of a balanced world balance, so the result does.</summary>
public static class WorldAggregation
{
    /// <summary>Merges what the maps say.</summary>
    /// <param name="world">The world.</param>
    /// <param name="regionMap">The path of a table from,to[,name] of regions, or null to keep them all. A region that it does not name stays.</param>
    /// <param name="sectorMap">The same for sectors.</param>
    /// <param name="name">The name of the world that results.</param>
    /// <returns>The world, and what its user should know.</returns>
    /// <exception cref="InputException">A map has mistakes: they are reported with line and what to do.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Worlds;
    ///
    /// var map = Path.Combine(Directory.CreateTempSubdirectory().FullName, "regions.csv");
    /// var world = WorldCatalog.Open("samarkand-2021");
    /// File.WriteAllLines(map, world.Regions.Select(region => $"{region.Code},{(region.Code is "RUS" ? "RUS" : "OTH")}").Prepend("from,to"));
    /// var (small, notes) = WorldAggregation.Aggregate(world, map, null, "two");
    /// Console.WriteLine($"{small.Regions.Length} regions, {notes.Length} notes");
    /// </code>
    /// </example>
    public static (World World, ImmutableArray<string> Notes) Aggregate(World world, string? regionMap, string? sectorMap, string name)
    {
        var problems = new ProblemList();
        var regions = GroupMap.Read(regionMap, new LabelSet("region", world.Regions.Select(region => region.Code), isComplete: true), problems);
        var sectors = GroupMap.Read(sectorMap, new LabelSet("sector", world.Sectors.Select(sector => sector.Code), isComplete: true), problems);
        var notes = new List<string>();
        var sectorInfos = GroupLabels.Sectors(world, sectors, sectorMap ?? "", notes, problems);
        problems.ThrowIfAny();
        var blocs = GroupLabels.Blocs(world, regions, notes);
        var (trade, tariffs) = Trade(world, regions, sectors);
        var about = world.About with
        {
            Name = name,
            Title = $"{world.About.Title}; merged to {regions.Codes.Length} regions, {sectors.Codes.Length} sectors",
            Rules = [.. world.About.Rules, $"Merged from {world.About.Name}: flows are sums; tariffs are means weighted by flows; elasticities are means weighted by trade between regions of {world.About.Name}.", .. notes],
        };
        var merged = new World(
            about,
            GroupLabels.Regions(world, regions),
            sectorInfos,
            blocs,
            trade,
            tariffs,
            Inputs(world, regions, sectors),
            Final(world, regions, sectors),
            Elasticities(world, sectors));
        BalanceProblems.Report(merged, name, problems);
        problems.ThrowIfAny();
        return (merged, [.. notes]);
    }

    private static (double[] Trade, double[]? Tariffs) Trade(World world, GroupMap regions, GroupMap sectors)
    {
        var (n, groups) = (world.Regions.Length, regions.Codes.Length);
        var trade = new double[sectors.Codes.Length * groups * groups];
        var revenue = world.Tariffs.IsEmpty ? null : new double[trade.Length];
        for (var f = 0; f < world.Trade.Length; f++)
        {
            var flow = (sectors.GroupOf[f / n / n] * groups + regions.GroupOf[f / n % n]) * groups + regions.GroupOf[f % n];
            trade[flow] += world.Trade[f];
            if (revenue is not null)
                revenue[flow] += world.Trade[f] * world.Tariffs[f];
        }

        for (var flow = 0; revenue is not null && flow < trade.Length; flow++)
            revenue[flow] = trade[flow] > 0 ? revenue[flow] / trade[flow] : 0;
        return (trade, revenue);
    }

    private static double[] Inputs(World world, GroupMap regions, GroupMap sectors)
    {
        var (s, groups) = (world.Sectors.Length, sectors.Codes.Length);
        var inputs = new double[regions.Codes.Length * groups * groups];
        for (var f = 0; f < world.Inputs.Length; f++)
            inputs[(regions.GroupOf[f / s / s] * groups + sectors.GroupOf[f / s % s]) * groups + sectors.GroupOf[f % s]] += world.Inputs[f];
        return inputs;
    }

    private static double[] Final(World world, GroupMap regions, GroupMap sectors)
    {
        var (s, groups) = (world.Sectors.Length, sectors.Codes.Length);
        var final = new double[regions.Codes.Length * groups];
        for (var f = 0; f < world.Final.Length; f++)
            final[regions.GroupOf[f / s] * groups + sectors.GroupOf[f % s]] += world.Final[f];
        return final;
    }

    /// <summary>Means weighted by trade between regions; where a group has none, plain means.</summary>
    private static double[] Elasticities(World world, GroupMap sectors)
    {
        var n = world.Regions.Length;
        var weights = new double[world.Sectors.Length];
        for (var f = 0; f < world.Trade.Length; f++)
        {
            if (f / n % n != f % n)
                weights[f / n / n] += world.Trade[f];
        }

        var elasticities = new double[sectors.Codes.Length];
        for (var group = 0; group < elasticities.Length; group++)
        {
            var members = sectors.Members(group).ToArray();
            var traded = members.Sum(member => weights[member]);
            if (members.Length == 1)
                elasticities[group] = world.Elasticities[members[0]];
            else
                foreach (var member in members)
                    elasticities[group] += world.Elasticities[member] * (traded > 0 ? weights[member] / traded : 1.0 / members.Length);
        }

        return elasticities;
    }
}
