using Samarkand.Cases;
using Samarkand.Cases.Binding.Outlets;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>How a case's pools of gas answer to a package of bans, and what the next percent of a ban does to them.</summary>
internal sealed class BannedGas
{
    // Answers are found without solving a world, to near the last digit.
    private const double Step = 1e-4;

    private readonly BoundCase _bound;

    private BannedGas(BoundCase bound) => _bound = bound;

    /// <summary>Null where the case does not pool gas.</summary>
    public static BannedGas? Of(BoundCase bound) => GasPoolTerms.Of(bound.Case) is null ? null : new BannedGas(bound);

    /// <summary>The answer to bans; null where they stop no gas of a pool.</summary>
    public GasPlan? Answer(IEnumerable<(FlowBlock Flows, double Coverage)> bans)
    {
        var sales = new BannedSales(_bound.World, _bound.Target, []);
        foreach (var (flows, coverage) in bans)
            sales.Stop(flows, coverage);
        return GasPoolFinder.Find(_bound.Case, _bound.World, _bound.Target, sales, null);
    }

    /// <summary>What the pools' answer adds to an objective for a coverage of 1 more, to first order; at an end of its range to the side that is left.</summary>
    /// <param name="bans">The bans for a change of coverage.</param>
    /// <param name="room">How far it can rise and fall.</param>
    /// <param name="at">The shock at which the derivatives hold.</param>
    /// <param name="elasticities">The trade elasticity of each sector.</param>
    /// <param name="slopes">The derivatives.</param>
    public double Slope(Func<double, IEnumerable<(FlowBlock Flows, double Coverage)>> bans, (double Up, double Down) room, Shock at, ReadOnlySpan<double> elasticities, Sensitivity slopes)
    {
        if (room is { Up: >= Step, Down: >= Step })
            return (Moved(Step, elasticities) - Moved(-Step, elasticities)) / (2 * Step);
        var h = room.Up >= 2 * Step ? Step : -Step;
        return (4 * Moved(h, elasticities) - 3 * Moved(0, elasticities) - Moved(2 * h, elasticities)) / (2 * h);

        double Moved(double change, ReadOnlySpan<double> thetas)
        {
            var (plan, sum) = (Answer(bans(change)), 0.0);
            foreach (var weights in plan?.Weights ?? [])
            {
                for (var i = 0; i < weights.Ratios.Length; i++)
                    sum -= Math.Log(weights.Ratios[i]) * slopes.LogCost(weights.Sector, new Region(i), weights.Destination) / thetas[weights.Sector.Index];
            }

            for (var p = 0; p < at.Pools.Length; p++)
            {
                var binding = at.Pools[p];
                var capacity = plan?.Pools.FirstOrDefault(pool => pool.Sector == binding.Sector && pool.Members.SequenceEqual(binding.Members))?.Capacity ?? 1;
                sum += Math.Log(capacity) * slopes.LogCapacity(p);
            }

            return sum;
        }
    }
}
