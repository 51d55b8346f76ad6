using Samarkand.Cases;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Routes;

/// <summary>
/// What instruments do to the two legs of a route: the share of its goods that still pass times factor^-rho, multiplied over
/// instruments. Tariffs and caps are not charged on goods in transit.
/// </summary>
internal sealed class LegChanges
{
    private readonly int _regions;
    private readonly double[] _multipliers;

    public LegChanges(World world, IEnumerable<BoundInstrument> instruments, double elasticity)
    {
        _regions = world.Regions.Length;
        _multipliers = new double[world.Sectors.Length * _regions * _regions];
        Array.Fill(_multipliers, 1);
        foreach (var bound in instruments)
        {
            if (Multiplier(bound.Instrument, elasticity) is not { } multiplier)
                continue;
            foreach (var flows in bound.Flows)
                Multiply(flows, multiplier);
        }
    }

    /// <summary>The multiplier of the leg from one region to another; 1 where nothing changes, 0 where nothing passes.</summary>
    public double this[Sector sector, Region from, Region to] => _multipliers[(sector.Index * _regions + from.Index) * _regions + to.Index];

    private static double? Multiplier(Instrument instrument, double rho) => instrument switch
    {
        TradeCost cost => Math.Pow(cost.Factor, -rho),
        TransportInterruption interruption => Math.Pow(1 + interruption.Cost, -rho),
        PaymentsCut cut => 1 - cut.Settled + cut.Settled * Math.Pow(1 + cut.Cost, -rho),
        ExportBan ban => 1 - ban.Coverage,
        ImportBan ban => 1 - ban.Coverage,
        _ => null,
    };

    private void Multiply(FlowBlock flows, double multiplier)
    {
        foreach (var sector in flows.Sectors)
        {
            foreach (var from in flows.Origins)
            {
                foreach (var to in flows.Destinations)
                {
                    if (from != to)
                        _multipliers[(sector.Index * _regions + from.Index) * _regions + to.Index] *= multiplier;
                }
            }
        }
    }
}
