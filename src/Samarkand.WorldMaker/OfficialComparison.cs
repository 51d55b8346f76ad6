using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>Compares a world with the official figures.</summary>
internal static class OfficialComparison
{
    public static ImmutableArray<OfficialFigure> Of(
        World world, List<(OfficialTotal Total, string OverruledBy)> totals, GrossDomesticProduct gdp, Labels2021 labels)
    {
        var sums = WorldSums.Of(world);
        var figures = ImmutableArray.CreateBuilder<OfficialFigure>();
        for (var r = 0; r < labels.N; r++)
        {
            var valueAdded = 0.0;
            for (var k = 0; k < labels.S; k++)
                valueAdded += sums.Output[r * labels.S + k] - sums.IntermediateCost[r * labels.S + k];
            var source = labels.Regions[r].Code == "TWN" ? "dgbas" : "wdi";
            figures.Add(new OfficialFigure("gdp", labels.Regions[r].Code, "", gdp[r], valueAdded, source, ""));
        }

        foreach (var (total, overruledBy) in totals)
        {
            var value = 0.0;
            foreach (var origin in total.Origins)
            {
                for (var k = 0; k < labels.Goods; k++)
                    value += world.Trade[Cube.At(labels.N, k, origin, total.Destination)];
            }

            figures.Add(new OfficialFigure("goods", total.From, labels.Regions[total.Destination].Code, total.Value, value, total.Source, overruledBy));
        }

        return figures.ToImmutable();
    }
}
