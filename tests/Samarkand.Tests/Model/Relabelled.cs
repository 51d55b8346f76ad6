using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>The same world and the same shock with regions and sectors in another order: at place p stands what was at order[p].</summary>
internal sealed class Relabelled(int[] regions, int[] sectors)
{
    public World Of(World world)
    {
        var (n, s) = (regions.Length, sectors.Length);
        var (trade, tariffs) = (new double[s * n * n], world.Tariffs.IsEmpty ? null : new double[s * n * n]);
        var (inputs, final) = (new double[n * s * s], new double[n * s]);
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var (to, from) = ((k * n + i) * n + j, (sectors[k] * n + regions[i]) * n + regions[j]);
                    trade[to] = world.Trade[from];
                    if (tariffs is not null)
                        tariffs[to] = world.Tariffs[from];
                }

                final[i * s + k] = world.Final[regions[i] * s + sectors[k]];
                for (var l = 0; l < s; l++)
                    inputs[(i * s + k) * s + l] = world.Inputs[(regions[i] * s + sectors[k]) * s + sectors[l]];
            }
        }

        return new World(
            world.About,
            [.. regions.Select(r => world.Regions[r])],
            [.. sectors.Select(k => world.Sectors[k])],
            [],
            trade,
            tariffs,
            inputs,
            final,
            [.. sectors.Select(k => world.Elasticities[k])]);
    }

    public Shock Of(Shock shock) => new()
    {
        Costs = [.. shock.Costs.Select(c => c with { Flows = Of(c.Flows) })],
        Reweightings = [.. shock.Reweightings.Select(r => new Reweighting(At(r.Sector), At(r.Destination), [.. regions.Select(old => r.Ratios[old])]))],
        ListedBans = [.. shock.ListedBans.Select(b => b with { Flows = Of(b.Flows) })],
        Tariffs = [.. shock.Tariffs.Select(t => t with { Flows = Of(t.Flows) })],
        Wedges = [.. shock.Wedges.Select(w => w with { Flows = Of(w.Flows), Owner = w.Owner is { } owner ? At(owner) : null })],
        FlowPayments = [.. shock.FlowPayments.Select(p => p with { Flows = Of(p.Flows) })],
        Payments = [.. shock.Payments.Select(p => new Payment(At(p.From), At(p.To), p.Amount))],
        Purchases = [.. shock.Purchases.Select(p => p with { Buyer = At(p.Buyer), Sector = At(p.Sector) })],
        Detours = [.. shock.Detours.Select(d => d with { Sector = At(d.Sector), Origin = At(d.Origin), Destination = At(d.Destination), Legs = [.. d.Legs.Select(leg => leg with { Conduit = At(leg.Conduit) })] })],
        Handling = shock.Handling is { } handling ? handling with { Sectors = [.. handling.Sectors.Select(At)] } : null,
    };

    private FlowBlock Of(FlowBlock block) =>
        new(Turned(block.Origins), Turned(block.Destinations), [.. block.Sectors.Select(At)]);

    private ImmutableArray<Region> Turned(ImmutableArray<Region> block) => [.. block.Select(At)];

    private Sector At(Sector sector) => new(Array.IndexOf(sectors, sector.Index));

    private Region At(Region region) => new(Array.IndexOf(regions, region.Index));
}
