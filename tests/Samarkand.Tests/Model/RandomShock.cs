using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Shocks of every kind at once on blocks of random regions and sectors, mild enough that held surpluses can be earned.</summary>
internal static class RandomShock
{
    /// <summary>Blocks of trade that become up to four times as dear, up to half as dear, or end, in both directions.</summary>
    public static Shock Large(World world, int seed)
    {
        var random = new Random(seed);
        double[] factors = [double.PositiveInfinity, 1 + 3 * random.NextDouble(), 0.5 + 0.5 * random.NextDouble()];
        var costs = ImmutableArray.CreateBuilder<CostChange>();
        foreach (var factor in factors)
        {
            var there = Block(world, random);
            costs.Add(new CostChange(there, factor));
            costs.Add(new CostChange(there with { Origins = there.Destinations, Destinations = there.Origins }, factor));
        }

        return new Shock { Costs = costs.ToImmutable() };
    }

    /// <summary>Every kind of change at once, on blocks of at most so many regions and sectors a side.</summary>
    public static Shock Of(World world, int seed, int most = int.MaxValue)
    {
        var random = new Random(seed);
        var first = Block();
        return new Shock
        {
            Costs =
            [
                new CostChange(Block(), 0.85 + 0.4 * random.NextDouble(), 0.2 + 0.8 * random.NextDouble()),
                new CostChange(Block(), 0.9 + 0.3 * random.NextDouble()),
                new CostChange(Block(), double.PositiveInfinity, 0.5 * random.NextDouble()),
                new CostChange(OneFlow(), double.PositiveInfinity, world.Sectors.Length > 1 ? 1 : 0.5),
            ],
            Reweightings = [Reweighting()],
            ListedBans = [new ListedBan(first, 0.1 + 0.3 * random.NextDouble()), new ListedBan(Overlapping(first), 0.1 + 0.6 * random.NextDouble())],
            Tariffs = [new TariffChange(Block(), 0.25 * random.NextDouble()), new TariffChange(Block(), -0.05 * random.NextDouble())],
            Wedges = [new Wedge(first, 0.2 * random.NextDouble(), Anyone()), new Wedge(first, -0.1 * random.NextDouble(), Anyone()), new Wedge(Block(), 0.2 * random.NextDouble(), null)],
            FlowPayments = [new FlowPayment(first, 0.15 * random.NextDouble()), new FlowPayment(Block(), 0.1 * random.NextDouble())],
            Payments = [new Payment(Anyone(), Anyone(), 3 * random.NextDouble()), new Payment(Anyone(), Anyone(), 3 * random.NextDouble())],
            Purchases = [new Purchase(Anyone(), AnySector(), 3 * random.NextDouble())],
            Detours = world.Regions.Length > 2 ? [Detour(first), Detour(first), Detour(Block())] : [],
            Handling = random.Next(4) == 0 ? null : new Handling(random.NextDouble(), [AnySector(), AnySector()]),
        };

        // Numbers of its own, so that samples found by a seed keep all else.
        Reweighting Reweighting()
        {
            var own = new Random(~seed);
            return new(new Sector(own.Next(world.Sectors.Length)), new Region(own.Next(world.Regions.Length)), [.. world.Regions.Select(_ => 0.9 + 0.2 * own.NextDouble())]);
        }

        FlowBlock Block() => RandomShock.Block(world, random, most);
        Region Anyone() => new(random.Next(world.Regions.Length));
        Sector AnySector() => new(random.Next(world.Sectors.Length));
        Detour Detour(FlowBlock flows)
        {
            var (origin, destination, conduit) = (flows.Origins[0], flows.Destinations[0], Anyone());
            while (destination == origin)
                destination = Anyone();
            while (conduit == origin || conduit == destination)
                conduit = Anyone();
            var part = world.Regions.Length == 3 ? 1 : random.NextDouble();
            var other = new Region(Enumerable.Range(0, world.Regions.Length).Last(r => r != origin.Index && r != destination.Index && (part == 1 || r != conduit.Index)));
            ImmutableArray<DetourLeg> legs = [new(conduit, part, 0.3 * random.NextDouble()), new(other, 1 - part, 0.2 * random.NextDouble())];
            return new Detour(flows.Sectors[0], origin, destination, random.NextDouble(), random.NextDouble(), 1 + random.NextDouble(), legs);
        }

        // Never the first sector where there are others: it keeps all regions connected.
        FlowBlock OneFlow() => new([Anyone()], [Anyone()], [new Sector(Math.Min(world.Sectors.Length - 1, 1 + random.Next(world.Sectors.Length)))]);
        FlowBlock Overlapping(FlowBlock block) => block with { Origins = Block().Origins };
    }

    private static FlowBlock Block(World world, Random random, int most = int.MaxValue) => new(
        Some(random, world.Regions.Length, most, r => new Region(r)),
        Some(random, world.Regions.Length, most, r => new Region(r)),
        Some(random, world.Sectors.Length, most, s => new Sector(s)));

    private static ImmutableArray<T> Some<T>(Random random, int count, int most, Func<int, T> at)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return [.. order.Take(Math.Min(most, 1 + random.Next(Math.Max(1, count / 2)))).Select(at)];
    }
}
