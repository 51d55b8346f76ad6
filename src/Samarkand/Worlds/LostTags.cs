using System.Globalization;

namespace Samarkand.Worlds;

/// <summary>Says which sectors a tag no longer covers after a merge, and how much of it they were.</summary>
internal static class LostTags
{
    public static void Note(World world, GroupMap map, IReadOnlyList<SectorInfo> merged, List<string> notes)
    {
        var output = Output(world);
        foreach (var tag in world.Sectors.SelectMany(sector => sector.Tags).Distinct(StringComparer.Ordinal))
        {
            int[] tagged = [.. Enumerable.Range(0, world.Sectors.Length).Where(sector => world.Sectors[sector].Tags.Contains(tag))];
            int[] lost = [.. tagged.Where(sector => !merged[map.GroupOf[sector]].Tags.Contains(tag))];
            if (lost.Length == 0)
                continue;
            var left = lost.Length == tagged.Length ? "no sector has it any more" : $"in a case it no longer covers {Codes(world, lost)}, {Percent(lost.Sum(sector => output[sector]) / tagged.Sum(sector => output[sector]))} of the output that it covered";
            notes.Add($"the tag '{tag}' is lost by {string.Join(", ", lost.Select(sector => $"'{map.Codes[map.GroupOf[sector]]}'").Distinct())}, since not all members have it: {left}");
        }
    }

    private static double[] Output(World world)
    {
        var n = world.Regions.Length;
        var output = new double[world.Sectors.Length];
        for (var f = 0; f < world.Trade.Length; f++)
            output[f / n / n] += world.Trade[f];
        return output;
    }

    private static string Codes(World world, int[] sectors) => string.Join(", ", sectors.Select(sector => world.Sectors[sector].Code));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} percent");
}
