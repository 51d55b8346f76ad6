using System.Collections.Immutable;

namespace Samarkand.Model.Solving;

/// <summary>A scenario's pools, and the levy that each of them has come to (see <see cref="Pool"/>).</summary>
internal sealed unsafe class PooledMarkets
{
    private readonly List<Pool> _pools = [];
    private double[] _levies = [];

    /// <summary>True where the scenario has some.</summary>
    public bool Any => _pools.Count > 0;

    /// <summary>The logarithm of 1 + the levy by pool, in the shock's order.</summary>
    public ImmutableArray<double> LogLevies => [.. _levies];

    public void Set(ImmutableArray<Pool> pools)
    {
        _pools.Clear();
        _pools.AddRange(pools);
        if (_levies.Length != pools.Length)
            _levies = new double[pools.Length];
        Array.Clear(_levies);
    }

    /// <summary>
    /// Puts the levies of a sector's pools on top of what its markets have found without any. The state's own levy is what its prices hold
    /// beyond costs; from there it moves by what is bought beyond the capacity, and never below nothing. Returns whether there is a pool.
    /// </summary>
    public bool Settle(PackedBaseline b, Workspace ws, int s)
    {
        var any = false;
        for (var p = 0; p < _pools.Count; p++)
        {
            if (_pools[p].Sector.Index != s)
                continue;
            any = true;
            _levies[p] = Levy(b, ws, _pools[p]);
            Put(b, ws, _pools[p], _levies[p]);
        }

        return any;
    }

    /// <summary>Passes the sellers' part of the levies on, by the flows of the last sweep.</summary>
    public void Pass(PackedBaseline b, Workspace ws)
    {
        for (var p = 0; p < _pools.Count; p++)
        {
            var (pool, rate) = (_pools[p], _pools[p].Passed * double.ExpM1(_levies[p]));
            if (rate == 0)
                continue;
            foreach (var member in pool.Members.AsSpan())
                Pass(b, ws, pool.Sector.Index, member.Index, rate);
        }
    }

    /// <summary>The same payments one by one, at levies that were found.</summary>
    public static IEnumerable<FlowTransfer> Transfers(ImmutableArray<Pool> pools, ImmutableArray<double> logLevies, int regions)
    {
        for (var p = 0; p < pools.Length; p++)
        {
            var (pool, rate) = (pools[p], pools[p].Passed * double.ExpM1(logLevies[p]));
            foreach (var member in pool.Members)
            {
                for (var i = 0; i < regions && rate != 0; i++)
                {
                    if (i != member.Index)
                        yield return new FlowTransfer(pool.Sector.Index, i, member.Index, member.Index, i, rate);
                }
            }
        }
    }

    private static double Levy(PackedBaseline b, Workspace ws, Pool pool)
    {
        var (row, before, beyond, volume) = (pool.Sector.Index * b.RowN, 0.0, 0.0, 0.0);
        foreach (var member in pool.Members.AsSpan())
        {
            var spent = b.Demand[row + member.Index];
            (before, beyond) = (before + spent, beyond - spent * ws.Residual.LogPrices[row + member.Index]);
        }

        // Where all of its markets were given up.
        if (before == 0)
            return 0;
        var held = Math.Max(0, beyond / before);
        foreach (var member in pool.Members.AsSpan())
        {
            var cell = row + member.Index;
            volume += ws.Demand[cell] * Math.Exp(-(ws.State.LogPrices[cell] + ws.Residual.LogPrices[cell] + held));
        }

        return Math.Max(0, held + Math.Log(volume / (pool.Capacity * before)));
    }

    private static void Put(PackedBaseline b, Workspace ws, Pool pool, double levy)
    {
        var (s, row, kept) = (pool.Sector.Index, pool.Sector.Index * b.RowN, Math.Exp(-levy));
        foreach (var member in pool.Members.AsSpan())
        {
            var (j, cell) = (member.Index, row + member.Index);
            ws.Residual.LogPrices[cell] += levy;
            ws.Pull[cell] *= kept;
            ws.HomeSales[cell] *= kept;
            ws.PullMoves[j] = (float)(ws.Pull[cell] - ws.LastPull[j]);
            // Where the importer's revenue is what is paid less what is received, it holds the levy already.
            if (!ws.Scenario.HasManyWedges(s))
                ws.Residual.Revenues[j] += ws.Demand[cell] * (1 - kept);
        }

        var splits = ws.Scenario.Splits;
        for (var m = splits.Start(s); m < splits.Start(s + 1); m++)
        {
            foreach (var part in pool.Members.Contains(new(splits.All[m].Destination)) ? splits.All[m].Parts : [])
                part.Pull *= kept;
        }
    }

    private static void Pass(PackedBaseline b, Workspace ws, int s, int member, double rate)
    {
        var revenues = ws.Residual.Revenues;
        var weights = ws.Scenario.BasicWeights[s];
        var (pull, paid) = (ws.Pull[s * b.RowN + member], 0.0);
        var parts = PartsOf(ws.Scenario.Splits, s, member);
        for (var i = 0; i < b.N; i++)
        {
            if (i == member)
                continue;
            var pulled = weights[i * b.RowN + member] * pull;
            foreach (var part in parts)
                pulled += part.BasicWeights[i] * part.Pull;
            var amount = rate * pulled * ws.CostPowers[i * b.RowS + s];
            revenues[i] += amount;
            paid += amount;
        }

        revenues[member] -= paid;
    }

    private static SplitPart[] PartsOf(MarketSplits splits, int s, int destination)
    {
        for (var m = splits.Start(s); m < splits.Start(s + 1); m++)
        {
            if (splits.All[m].Destination == destination)
                return splits.All[m].Parts;
        }

        return [];
    }
}
