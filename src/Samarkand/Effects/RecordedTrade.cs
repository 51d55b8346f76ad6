using Samarkand.Cases;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>
/// One state of the world as customs would record it: goods that go through a third state appear twice, as sold to it and as sold on
/// by it to the target. Million USD at basic prices, [sector, origin, destination]; what is sold on holds the conduit's margin.
/// Recorded trade less re-exports, and with them put back where they began, is trade by who made the goods.
/// </summary>
internal sealed class RecordedTrade
{
    private readonly int _regions;
    private readonly double[] _recorded;
    private readonly double[]? _detoured;
    private readonly double[]? _ghosts;

    private RecordedTrade(int regions, double[] recorded, double[]? detoured, double[]? ghosts = null) =>
        (_regions, _recorded, _detoured, _ghosts) = (regions, recorded, detoured, ghosts);

    /// <summary>All flows.</summary>
    public ReadOnlySpan<double> Flows => _recorded;

    /// <summary>One flow.</summary>
    public double this[Sector sector, Region origin, Region destination] =>
        _recorded[Cube.At(_regions, sector, origin, destination)];

    /// <summary>All that one region sells to another, million USD.</summary>
    public double Total(Region origin, Region destination)
    {
        var sum = 0.0;
        for (var cell = origin.Index * _regions + destination.Index; cell < _recorded.Length; cell += _regions * _regions)
            sum += _recorded[cell];
        return sum;
    }

    /// <summary>Of what one region records as sold to another, million USD that never arrive there.</summary>
    public double Ghost(Region origin, Region destination)
    {
        var sum = 0.0;
        for (var cell = origin.Index * _regions + destination.Index; _ghosts is not null && cell < _ghosts.Length; cell += _regions * _regions)
            sum += _ghosts[cell];
        return sum;
    }

    /// <summary>The records of some sectors alone.</summary>
    public RecordedTrade Of(Func<Sector, bool> isCounted)
    {
        var (some, ghosts, size) = ((double[])_recorded.Clone(), (double[]?)_ghosts?.Clone(), _regions * _regions);
        for (var s = 0; s < some.Length / size; s++)
        {
            if (isCounted(new Sector(s)))
                continue;
            Array.Clear(some, s * size, size);
            if (ghosts is not null)
                Array.Clear(ghosts, s * size, size);
        }

        return new RecordedTrade(_regions, some, null, ghosts);
    }

    /// <summary>
    /// The records of the banned goods alone: of what an origin sells to others it is the share that the ban covers, and all that the
    /// ban itself sends through third states; of what it sells to the target the same share, and nothing while the ban is in force.
    /// </summary>
    /// <param name="banned">What is banned.</param>
    /// <param name="target">The target.</param>
    /// <param name="isBanInForce">True where these are the records under the ban.</param>
    public RecordedTrade OfBannedGoods(BannedTrade banned, Region target, bool isBanInForce)
    {
        var goods = (double[])_recorded.Clone();
        for (var row = 0; row < goods.Length / _regions; row++)
        {
            var share = banned.Share(new Sector(row / _regions), new Region(row % _regions));
            for (var j = 0; j < _regions; j++)
            {
                var cell = row * _regions + j;
                var detoured = _detoured?[cell] ?? 0;
                goods[cell] = j == target.Index && isBanInForce ? 0 : share * (goods[cell] - detoured) + detoured;
            }
        }

        return new RecordedTrade(_regions, goods, null, _ghosts);
    }

    /// <summary>
    /// The customs records of a state. What a case does not send through third states keeps the baseline's routes; without a plan
    /// nothing is known of routes, and trade is recorded by who made the goods.
    /// </summary>
    public static RecordedTrade Of(World world, Region target, TradeFlows flows, RoutePlan? plan)
    {
        var (n, recorded) = (world.Regions.Length, flows.Basic.ToArray());
        if (plan is null)
            return new RecordedTrade(n, recorded, null);
        var (routed, detoured) = (new double[world.Sectors.Length * n], new double[recorded.Length]);
        var ghosts = plan.Terms.Ghosts.Any(share => share > 0) ? new double[recorded.Length] : null;
        foreach (var way in flows.Routed)
        {
            Move(way.Sector.Index, way.Origin.Index, way.Conduit.Index, way.Destination.Index, way.Basic, way.Margin);
            // What comes from the target is no ban of sales to it, and no state lies beyond on the way.
            if (way.Destination != target)
                continue;
            if (ghosts is not null && plan.Terms.Ghosts[way.Conduit.Index] is > 0 and var lost)
            {
                // The origin's customs see them leave for the conduit, whose own see neither them nor that they are sold on.
                ghosts[Cube.At(n, way.Sector.Index, way.Origin.Index, way.Conduit.Index)] += lost * way.Basic;
                recorded[Cube.At(n, way.Sector.Index, way.Conduit.Index, target.Index)] -= lost * (way.Basic + way.Margin);
            }

            routed[way.Sector.Index * n + way.Origin.Index] += way.Basic;
            detoured[Cube.At(n, way.Sector.Index, way.Origin.Index, way.Conduit.Index)] += way.Basic;
        }

        var (before, shares) = (new BaselineRoutes(world, target, plan.Terms.ReExports), new double[n]);
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            for (var i = 0; i < n; i++)
            {
                if (i == target.Index)
                    continue;
                before.Fill(new Sector(s), new Region(i), shares);
                var direct = flows.Basic[Cube.At(n, s, i, target.Index)] - routed[s * n + i];
                for (var k = 0; k < n; k++)
                    Move(s, i, k, target.Index, shares[k] * direct, 0);
            }
        }

        return new RecordedTrade(n, recorded, detoured, ghosts);

        void Move(int sector, int origin, int conduit, int end, double value, double margin)
        {
            recorded[Cube.At(n, sector, origin, end)] -= value;
            recorded[Cube.At(n, sector, origin, conduit)] += value;
            recorded[Cube.At(n, sector, conduit, end)] += value + margin;
        }
    }
}
