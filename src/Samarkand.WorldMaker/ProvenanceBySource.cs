using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>Where the numbers of a made world come from, by pair of regions and by sector's cost structure.</summary>
internal static class ProvenanceBySource
{
    public static WorldProvenance Of(Labels2021 labels, Provenance provenance, WiodSeed seed, EconomyBalance[] economies)
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

            var donor = labels.Donors[i].Technology;
            var technology = Technology.Of(seed, seed.Find(donor.Length > 0 ? donor : labels.Regions[i].Code));
            for (var k = 0; k < labels.S; k++)
            {
                technologies.Add(new TechnologyProvenance(
                    labels.Regions[i].Code,
                    labels.Sectors[k].Code,
                    donor.Length > 0 ? $"imputed:wiod-{donor}" : "scaled:wiod",
                    Math.Round(economies[i].Change(technology, k), 4),
                    economies[i].Raised[k]));
            }
        }

        return new WorldProvenance(pairs.ToImmutable(), technologies.ToImmutable());
    }
}
