using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Routes;

/// <summary>
/// One state of the world as customs would record it: goods that go through a third state appear twice, as sold to it and as sold on
/// by it to the target. Million USD at basic prices, [sector, origin, destination]; what is sold on holds the conduit's margin.
/// Recorded trade less re-exports, and with them put back where they began, is trade by who made the goods.
/// </summary>
public sealed class RecordedTrade
{
    private readonly int _regions;
    private readonly double[] _recorded;

    private RecordedTrade(int regions, double[] recorded) => (_regions, _recorded) = (regions, recorded);

    /// <summary>All flows.</summary>
    public ReadOnlySpan<double> Flows => _recorded;

    /// <summary>One flow.</summary>
    public double this[Sector sector, Region origin, Region destination] =>
        _recorded[(sector.Index * _regions + origin.Index) * _regions + destination.Index];

    /// <summary>
    /// The customs records of a state. What a case does not send through third states keeps the baseline's routes; without a plan
    /// nothing is known of routes, and trade is recorded by who made the goods.
    /// </summary>
    public static RecordedTrade Of(World world, Region target, TradeFlows flows, RoutePlan? plan)
    {
        var (n, recorded) = (world.Regions.Length, flows.Basic.ToArray());
        if (plan is null)
            return new RecordedTrade(n, recorded);
        var routed = new double[world.Sectors.Length * n];
        foreach (var way in flows.Routed)
        {
            Move(way.Sector.Index, way.Origin.Index, way.Conduit.Index, way.Basic, way.Margin);
            routed[way.Sector.Index * n + way.Origin.Index] += way.Basic;
        }

        var (before, shares) = (new BaselineRoutes(world, target, plan.Terms.ReExports), new double[n]);
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            for (var i = 0; i < n; i++)
            {
                if (i == target.Index)
                    continue;
                before.Fill(new Sector(s), new Region(i), shares);
                var direct = flows.Basic[(s * n + i) * n + target.Index] - routed[s * n + i];
                for (var k = 0; k < n; k++)
                    Move(s, i, k, shares[k] * direct, 0);
            }
        }

        return new RecordedTrade(n, recorded);

        void Move(int sector, int origin, int conduit, double value, double margin)
        {
            recorded[(sector * n + origin) * n + target.Index] -= value;
            recorded[(sector * n + origin) * n + conduit] += value;
            recorded[(sector * n + conduit) * n + target.Index] += value + margin;
        }
    }
}
