using System.Collections.Immutable;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Tests.Equilibrium;

/// <summary>Shocks of every kind at once on blocks of random regions and sectors, mild enough that held surpluses can be earned.</summary>
internal static class RandomShock
{
    public static Shock Of(World world, int seed)
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
            ListedBans = [new ListedBan(first, 0.1 + 0.3 * random.NextDouble()), new ListedBan(Overlapping(first), 0.1 + 0.6 * random.NextDouble())],
            Tariffs = [new TariffChange(Block(), 0.25 * random.NextDouble()), new TariffChange(Block(), -0.05 * random.NextDouble())],
            Wedges = [new Wedge(first, 0.2 * random.NextDouble(), Anyone()), new Wedge(first, -0.1 * random.NextDouble(), Anyone()), new Wedge(Block(), 0.2 * random.NextDouble(), null)],
            FlowPayments = [new FlowPayment(first, 0.15 * random.NextDouble()), new FlowPayment(Block(), 0.1 * random.NextDouble())],
            Payments = [new Payment(Anyone(), Anyone(), 3 * random.NextDouble()), new Payment(Anyone(), Anyone(), 3 * random.NextDouble())],
        };

        Region Anyone() => new(random.Next(world.Regions.Length));
        FlowBlock Block() => new(Some(world.Regions.Length, r => new Region(r)), Some(world.Regions.Length, r => new Region(r)), Some(world.Sectors.Length, s => new Sector(s)));
        // Never the first sector where there are others: it keeps all regions connected.
        FlowBlock OneFlow() => new([Anyone()], [Anyone()], [new Sector(Math.Min(world.Sectors.Length - 1, 1 + random.Next(world.Sectors.Length)))]);
        FlowBlock Overlapping(FlowBlock block) => block with { Origins = Block().Origins };

        ImmutableArray<T> Some<T>(int count, Func<int, T> at)
        {
            var order = Enumerable.Range(0, count).ToArray();
            random.Shuffle(order);
            return [.. order.Take(1 + random.Next(Math.Max(1, count / 2))).Select(at)];
        }
    }
}
