using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>
/// What instruments do to the two legs of a route: the share of its goods that still pass times factor^-rho, multiplied over
/// instruments. A list common to all senders holds the same goods wherever it applies: of the goods that one of coverage b closes to
/// the target, one of coverage a closes to the conduit min(1, a / b). Tariffs and caps are not charged on goods in transit.
/// </summary>
internal sealed class LegChanges
{
    private readonly int _regions;
    private readonly bool[] _isEnd;

    // The row of each sector that is asked for; minus one for the others.
    private readonly int[] _rows;
    private readonly int _rowCount;

    // By where the leg ends, then [row, where it begins]; null where nothing touches it.
    private readonly double[]?[] _multipliers;
    private readonly double[]?[] _listed;

    /// <summary>What instruments do to the legs of these sectors' goods that end at these regions.</summary>
    public LegChanges(World world, IEnumerable<Region> ends, IEnumerable<Sector> sectors, IEnumerable<BoundInstrument> instruments, RouteTerms terms)
    {
        (_regions, _rows) = (world.Regions.Length, new int[world.Sectors.Length]);
        Array.Fill(_rows, -1);
        foreach (var sector in sectors)
        {
            if (_rows[sector.Index] < 0)
                _rows[sector.Index] = _rowCount++;
        }

        (_isEnd, _multipliers, _listed) = (new bool[_regions], new double[_regions][], new double[_regions][]);
        foreach (var end in ends)
            _isEnd[end.Index] = true;
        foreach (var bound in instruments)
        {
            if (bound.Instrument is not FlowInstrument { OnRoutes: { LegShare: > 0 } impact })
                continue;
            foreach (var flows in bound.Flows)
            {
                if (impact is { IsListed: true, IsEnforcedAtOrigin: true })
                    Note(flows, _listed, 0, _ => impact.Banned, isList: true);
                else
                    Note(flows, _multipliers, 1, sector => Touched(impact.LegShare, impact.LegFactor, terms.Of(sector).Elasticity), isList: false);
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
        var cell = _rows[sector.Index] * _regions + from.Index;
        var shared = _listed[to.Index]?[cell] ?? 0;
        return (_multipliers[to.Index]?[cell] ?? 1) * (listed > 0 ? Math.Max(0, 1 - shared / listed) : 1 - shared);
    }

    private static double Touched(double share, double factor, double rho) => 1 - share + share * Math.Pow(factor, -rho);

    private void Note(FlowBlock flows, double[]?[] values, double untouched, Func<Sector, double> changeOf, bool isList)
    {
        var sectors = flows.Sectors.Where(sector => _rows[sector.Index] >= 0).ToArray();
        if (sectors.Length == 0)
            return;
        var changes = Array.ConvertAll(sectors, sector => changeOf(sector));
        foreach (var to in flows.Destinations)
        {
            if (!_isEnd[to.Index])
                continue;
            if (values[to.Index] is not { } legs)
            {
                values[to.Index] = legs = new double[_rowCount * _regions];
                Array.Fill(legs, untouched);
            }

            for (var k = 0; k < sectors.Length; k++)
            {
                var row = legs.AsSpan(_rows[sectors[k].Index] * _regions, _regions);
                var change = changes[k];
                foreach (var from in flows.Origins)
                {
                    if (from != to)
                        row[from.Index] = isList ? Math.Max(row[from.Index], change) : row[from.Index] * change;
                }
            }
        }
    }
}
