using System.Collections.Immutable;
using Samarkand.Cases.Instruments;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>
/// Finds what firms leave without being told, from the world's trade before the package: measured after it, fear would feed on itself.
/// </summary>
internal static class Departures
{
    /// <summary>Every flow of the block that loses a share above 0, by exporter, destination and sector.</summary>
    public static ImmutableArray<Departure> Of(OverCompliance fear, FlowBlock flows, World world, BoundStances stances)
    {
        var departures = ImmutableArray.CreateBuilder<Departure>();
        foreach (var exporter in flows.Origins)
        {
            var risk = fear.RiskOf(stances.Stances[exporter.Index]);
            if (risk == 0)
                continue;
            foreach (var sector in flows.Sectors)
            {
                var sales = world.Trade.Slice((sector.Index * world.Regions.Length + exporter.Index) * world.Regions.Length, world.Regions.Length);
                var atRisk = 0.0;
                foreach (var member in stances.Coalition)
                    atRisk += sales[member.Index];
                foreach (var destination in flows.Destinations)
                {
                    var sold = sales[destination.Index];
                    if (destination == exporter || sold == 0)
                        continue;
                    var share = fear.ShareLeaving(sold, atRisk, risk);
                    if (share > 0)
                        departures.Add(new Departure(exporter, destination, sector, sold, atRisk, share));
                }
            }
        }

        return departures.ToImmutable();
    }
}
