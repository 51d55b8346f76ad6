using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>Where the numbers of a made world come from, by pair of regions and by sector's cost structure.</summary>
internal static class ProvenanceBySource
{
    public static WorldProvenance Of(Labels2021 labels, Provenance provenance, ImmutableArray<BalancedEconomy> economies)
    {
        var pairs = ImmutableArray.CreateBuilder<PairProvenance>();
        var technologies = ImmutableArray.CreateBuilder<TechnologyProvenance>();
        for (var i = 0; i < labels.N; i++)
        {
            for (var j = 0; j < labels.N; j++)
            {
                if (i == j)
                    continue;
                var (goods, profile, services) = provenance[i, j];
                pairs.Add(new PairProvenance(labels.Regions[i].Code, labels.Regions[j].Code, goods, profile, services));
            }

            var economy = economies[i];
            for (var k = 0; k < labels.S; k++)
            {
                technologies.Add(new TechnologyProvenance(
                    labels.Regions[i].Code,
                    labels.Sectors[k].Code,
                    economy.Source,
                    Math.Round(economy.Balance.Change(economy.Technology, k), 4),
                    economy.Balance.Raised[k]));
            }
        }

        return new WorldProvenance(pairs.ToImmutable(), technologies.ToImmutable());
    }
}
