using Samarkand.Cases;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Routes;

/// <summary>
/// What instruments do to the two legs of a route: the share of its goods that still pass times factor^-rho, multiplied over
/// instruments. A list common to all senders holds the same goods wherever it applies: of the goods that one of coverage b closes to
/// the target, one of coverage a closes to the conduit min(1, a / b). Tariffs and caps are not charged on goods in transit.
/// </summary>
internal sealed class LegChanges
{
    private readonly int _regions;
    private readonly double[] _multipliers;
    private readonly double[] _listed;

    public LegChanges(World world, IEnumerable<BoundInstrument> instruments, double elasticity)
    {
        _regions = world.Regions.Length;
        _multipliers = new double[world.Sectors.Length * _regions * _regions];
        Array.Fill(_multipliers, 1);
        _listed = new double[_multipliers.Length];
        foreach (var bound in instruments)
        {
            foreach (var flows in bound.Flows)
            {
                if (bound.Instrument is ExportBan { CommonList: true, Coverage: var coverage })
                    ForEach(flows, cell => _listed[cell] = Math.Max(_listed[cell], coverage));
                else if (Multiplier(bound.Instrument, elasticity) is { } multiplier)
                    ForEach(flows, cell => _multipliers[cell] *= multiplier);
            }
        }
    }

    /// <summary>The multiplier of the leg from one region to another; 1 where nothing changes, 0 where nothing passes.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="from">Where the leg begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="listed">The share of the sector that a common list closes to the target; 0 where none does.</param>
    public double At(Sector sector, Region from, Region to, double listed)
    {
        var cell = (sector.Index * _regions + from.Index) * _regions + to.Index;
        return _multipliers[cell] * (listed > 0 ? Math.Max(0, 1 - _listed[cell] / listed) : 1 - _listed[cell]);
    }

    private static double? Multiplier(Instrument instrument, double rho) => instrument switch
    {
        TradeCost cost => Touched(cost.Share, cost.Factor, rho),
        TransportInterruption interruption => Touched(interruption.Share, 1 + interruption.Cost, rho),
        PaymentsCut cut => Touched(cut.Settled, 1 + cut.Cost, rho),
        ExportBan ban => 1 - ban.Coverage,
        ImportBan ban => 1 - ban.Coverage,
        _ => null,
    };

    private static double Touched(double share, double factor, double rho) => 1 - share + share * Math.Pow(factor, -rho);

    private void ForEach(FlowBlock flows, Action<int> change)
    {
        foreach (var sector in flows.Sectors)
        {
            foreach (var from in flows.Origins)
            {
                foreach (var to in flows.Destinations)
                {
                    if (from != to)
                        change((sector.Index * _regions + from.Index) * _regions + to.Index);
                }
            }
        }
    }
}
