using System.Runtime.CompilerServices;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// One evaluation of the fixed-point map G at the joint state of wages, prices, outputs and revenues. Symbols as in
/// docs/method.md: w wages, P prices, c costs, q = c^-theta, A = pi k^-theta, X expenditure, z = X / sum_i A q, Y outputs.
/// </summary>
/// <remarks>Compiled in full at once, as the kernels are: a command solves once, and would be through before the runtime compiles them again.</remarks>
internal static unsafe class Sweep<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Fills the workspace's residual G(x) - x and returns its norms.</summary>
    /// <param name="b">The baseline.</param>
    /// <param name="ws">The workspace, with the state x.</param>
    /// <param name="closure">The closure.</param>
    /// <param name="sweep">
    /// The number of the sweep. The first starts from the baseline's own state, whose costs and demand are known. Every other one
    /// goes through the matrices backwards, so that it begins with what the last one left in the cache.
    /// </param>
    /// <param name="differences">
    /// Whether to add what the last step changed, in single precision, to the last sweep's products; only after a full sweep.
    /// </param>
    public static Residuals Run(PackedBaseline b, Workspace ws, Closure closure, int sweep, bool differences = false)
    {
        var (state, residual) = (ws.State, ws.Residual);
        new ReadOnlySpan<double>(ws.Incomes, b.RowN).CopyTo(new Span<double>(ws.LastIncomes, b.RowN));
        for (var v = 0; v < b.RowN; v += TLanes.Count)
            TLanes.Store(Transcendentals<TLanes, TVector>.Exp(TLanes.Load(state.LogWages + v)), ws.Wages + v);
        IncomeAccount.Fill(b, ws, closure);
        var backwards = sweep % 2 == 0;
        if (differences && b.Nests is null)
            SweepDifferences.CostsAndDemand(b, b.Singles!, ws, backwards);
        else
            FullCostsAndDemand(b, ws, sweep, backwards);
        new Span<double>(residual.Revenues, b.RowN).Clear();
        var (splits, prices) = (ws.Scenario.Splits, 0.0);
        for (var m = 0; m < b.S; m++)
        {
            var s = backwards ? b.S - 1 - m : m;
            prices = Math.Max(prices, Sector(b, ws, s, splits.Start(s), splits.Start(s + 1), differences));
        }

        if (ws.Scenario.HasRevenue)
            SweepPayments.Transfers(b, ws);
        if (ws.Scenario.Splits.AnyRouted)
            SweepPayments.RouteMargins(b, ws);
        var (wages, walras) = LabourMarkets(b, ws);
        return new Residuals(wages, prices, Outputs(b, ws), Revenues(b, ws), walras);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullCostsAndDemand(PackedBaseline b, Workspace ws, int sweep, bool backwards)
    {
        if (sweep == 1)
            BaselineCostsAndDemand(b, ws);
        else if (b.Nests is { } nests)
            NestedSweep<TLanes, TVector>.CostsAndDemand(b, nests, ws, backwards);
        else
            CostsAndDemand(b, ws, backwards);
        foreach (var purchase in ws.Scenario.Purchases)
            ws.Demand[purchase.Sector.Index * b.RowN + purchase.Buyer.Index] += purchase.Amount;
    }

    // log c = g log w + B^T log P and X = B Y + a I, region by region, each input block read once; then q = exp(-theta log c).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CostsAndDemand(PackedBaseline b, Workspace ws, bool backwards)
    {
        var state = ws.State;
        for (var m = 0; m < b.N; m++)
        {
            var n = backwards ? b.N - 1 - m : m;
            var costs = ws.Costs + n * b.RowS;
            var powers = ws.CostPowers + n * b.RowS;
            var added = b.ValueAddedShares + n * b.RowS;
            var final = b.FinalShares + n * b.RowS;
            var wage = TLanes.Broadcast(state.LogWages[n]);
            for (var v = 0; v < b.RowS; v += TLanes.Count)
                TLanes.Store(TLanes.Multiply(TLanes.Load(added + v), wage), costs + v);
            Kernels<TLanes, TVector, double>.BothWays(
                b.Inputs + n * b.InputBlock, b.S, b.RowS, state.LogPrices + n, b.RowN, state.Outputs + n * b.RowS, costs, final, ws.Incomes[n], ws.Demand + n, b.RowN);
            for (var v = 0; v < b.RowS; v += TLanes.Count)
                TLanes.Store(Transcendentals<TLanes, TVector>.Exp(TLanes.Multiply(TLanes.Load(costs + v), TLanes.Load(b.MinusElasticities + v))), powers + v);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BaselineCostsAndDemand(PackedBaseline b, Workspace ws)
    {
        if (b.Nests is not null)
            NestedSweep<TLanes, TVector>.Start(b, ws);
        new Span<double>(ws.CostPowers, b.N * b.RowS).Fill(1);
        new ReadOnlySpan<double>(b.Demand, b.S * b.RowN).CopyTo(new Span<double>(ws.Demand, b.S * b.RowN));
        for (var n = 0; n < b.N; n++)
        {
            var change = ws.Incomes[n] - b.Incomes[n];
            for (var k = 0; change != 0 && k < b.S; k++)
                ws.Demand[k * b.RowN + n] += b.FinalShares[n * b.RowS + k] * change;
        }
    }

    // P = (sum_i A q)^(-1/theta), z = X / P^-theta, Y = q (A / prod(1+tau)) z, while the sector's block is in the nearest cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sector(PackedBaseline b, Workspace ws, int s, int firstSplit, int nextSplit, bool differences)
    {
        var scenario = ws.Scenario;
        var row = s * b.RowN;
        var pull = ws.Pull + row;
        var sales = ws.Sales + row;
        if (differences)
            SweepDifferences.PriceSums(b, ws, s);
        else
            FullPriceSums(b, ws, s);
        new ReadOnlySpan<double>(pull, b.RowN).CopyTo(new Span<double>(ws.LastPull, b.RowN));
        var largest = b.IsTwoTier ? TwoTierSweep<TLanes, TVector>.Prices(b, ws, s) : Prices(b, ws, s);
        for (var m = firstSplit; m < nextSplit; m++)
            SplitPrices(b, ws, scenario.Splits.All[m]);
        var isPooled = scenario.Pools.Any && scenario.Pools.Settle(b, ws, s);
        if (differences)
            SweepDifferences.Sales(b, ws, s);
        else
            Kernels<TLanes, TVector, double>.Backward(scenario.BasicWeights[s], b.N, b.RowN, pull, sales);
        for (var i = 0; i < b.N; i++)
            ws.Residual.Outputs[i * b.RowS + s] = ws.CostPowers[i * b.RowS + s] * sales[i];
        for (var i = 0; b.IsTwoTier && i < b.N; i++)
            ws.Residual.Outputs[i * b.RowS + s] += ws.HomeSales[row + i];
        for (var m = firstSplit; m < nextSplit; m++)
            SplitMarket.AddOutputs(scenario.Splits.All[m], b.N, ws.CostPowers + s, b.RowS, pull[scenario.Splits.All[m].Destination], ws.Residual.Outputs + s, b.RowS);
        if (scenario.HasManyWedges(s))
            WedgeRevenues(b, ws, s, differences);
        return firstSplit == nextSplit && !isPooled ? largest : LargestPriceResidual(b, ws, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullPriceSums(PackedBaseline b, Workspace ws, int s)
    {
        var sums = ws.PriceSums + s * b.RowN;
        Kernels<TLanes, TVector, double>.Forward(ws.Scenario.Weights[s], b.N, b.RowN, ws.CostPowers + s, b.RowS, sums);
        for (var j = b.N; j < b.RowN; j++)
            sums[j] = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Prices(PackedBaseline b, Workspace ws, int s)
    {
        var row = s * b.RowN;
        var minusInverse = TLanes.Broadcast(1 / b.MinusElasticities[s]);
        var largest = TLanes.Zero;
        for (var v = 0; v < b.RowN; v += TLanes.Count)
        {
            var sum = TLanes.Load(ws.PriceSums + row + v);
            var price = TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(sum), minusInverse);
            var change = TLanes.Subtract(price, TLanes.Load(ws.State.LogPrices + row + v));
            TLanes.Store(change, ws.Residual.LogPrices + row + v);
            largest = TLanes.Max(largest, TLanes.Abs(change));
            var pull = TLanes.Multiply(TLanes.Load(ws.Demand + row + v), TLanes.Reciprocal(sum));
            TLanes.StoreSingles(TLanes.Subtract(pull, TLanes.Load(ws.Pull + row + v)), ws.PullMoves + v);
            TLanes.Store(pull, ws.Pull + row + v);
        }

        return TLanes.Largest(largest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SplitPrices(PackedBaseline b, Workspace ws, Split split)
    {
        var (cell, destination) = (split.Sector * b.RowN + split.Destination, split.Destination);
        var sum = ws.PriceSums[cell];
        if (b.IsTwoTier)
        {
            TwoTierSweep<TLanes, TVector>.SplitPrices(b, ws, split, sum);
            return;
        }

        var logSum = SplitMarket.LogPriceSum(split, b.N, ws.CostPowers + split.Sector, b.RowS, ws.Demand[cell], ref sum, ref ws.Pull[cell]);
        ws.Residual.LogPrices[cell] = logSum / b.MinusElasticities[split.Sector] - ws.State.LogPrices[cell];
        ws.PullMoves[destination] = (float)(ws.Pull[cell] - ws.LastPull[destination]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double LargestPriceResidual(PackedBaseline b, Workspace ws, int row)
    {
        var largest = TLanes.Zero;
        for (var v = 0; v < b.RowN; v += TLanes.Count)
            largest = TLanes.Max(largest, TLanes.Abs(TLanes.Load(ws.Residual.LogPrices + row + v)));
        return TLanes.Largest(largest);
    }

    // What buyers pay above the basic price: X - sum_i M. Split markets are accounted for in Transfers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WedgeRevenues(PackedBaseline b, Workspace ws, int s, bool differences)
    {
        var sums = ws.BasicPriceSums + s * b.RowN;
        if (differences)
            SweepDifferences.BasicPriceSums(b, ws, s);
        else
            Kernels<TLanes, TVector, double>.Forward(ws.Scenario.BasicWeights[s], b.N, b.RowN, ws.CostPowers + s, b.RowS, sums);
        for (var j = 0; j < b.N; j++)
        {
            var cell = s * b.RowN + j;
            ws.Residual.Revenues[j] += ws.Demand[cell] - ws.Pull[cell] * sums[j] - (b.IsTwoTier ? ws.HomeSales[cell] : 0);
        }
    }

    // The wage that pays out labour income, renormalised so that world value added is the numeraire.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Wages, double Walras) LabourMarkets(PackedBaseline b, Workspace ws)
    {
        var (labour, wageBill, numeraire) = (0.0, 0.0, 0.0);
        var addedShares = ws.Nests is { } nests ? nests.AddedShares : b.ValueAddedShares;
        for (var n = 0; n < b.N; n++)
        {
            var added = addedShares + n * b.RowS;
            var outputs = ws.Residual.Outputs + n * b.RowS;
            var sum = TLanes.Zero;
            for (var v = 0; v < b.RowS; v += TLanes.Count)
                sum = TLanes.MultiplyAdd(TLanes.Load(added + v), TLanes.Load(outputs + v), sum);
            labour += ws.LabourIncomes[n] = TLanes.Sum(sum);
            wageBill += ws.Wages[n] * b.ValueAdded[n];
            numeraire += b.ValueAdded[n];
        }

        var scale = TLanes.Broadcast(numeraire / labour);
        for (var n = b.N; n < b.RowN; n++)
            ws.LabourIncomes[n] = 1;
        for (var v = 0; v < b.RowN; v += TLanes.Count)
        {
            var wage = TLanes.Multiply(TLanes.Multiply(TLanes.Load(ws.LabourIncomes + v), TLanes.Load(b.ValueAddedInverses + v)), scale);
            TLanes.Store(TLanes.Subtract(Transcendentals<TLanes, TVector>.Log(wage), TLanes.Load(ws.State.LogWages + v)), ws.Residual.LogWages + v);
        }

        var largest = 0.0;
        for (var n = 0; n < b.RowN; n++)
        {
            if (n >= b.N)
                ws.Residual.LogWages[n] = 0;
            largest = Math.Max(largest, ws.LabourIncomes[n] > 0 ? Math.Abs(ws.Residual.LogWages[n]) : double.NaN);
        }

        return (largest, Math.Abs(labour - wageBill) / numeraire);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Outputs(PackedBaseline b, Workspace ws)
    {
        var next = ws.Residual.Outputs;
        var now = ws.State.Outputs;
        var scales = b.OutputScales;
        var largest = TLanes.Zero;
        for (var v = 0; v < b.N * b.RowS; v += TLanes.Count)
        {
            var change = TLanes.Subtract(TLanes.Load(next + v), TLanes.Load(now + v));
            TLanes.Store(change, next + v);
            largest = TLanes.Max(largest, TLanes.Abs(TLanes.Multiply(change, TLanes.Load(scales + v))));
        }

        return TLanes.Largest(largest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Revenues(PackedBaseline b, Workspace ws)
    {
        var largest = 0.0;
        for (var n = 0; n < b.N; n++)
        {
            var change = ws.Residual.Revenues[n] -= ws.State.Revenues[n];
            largest = Math.Max(largest, Math.Abs(change) / b.ValueAdded[n]);
        }

        return largest;
    }
}

/// <summary>The largest relative residuals of one sweep.</summary>
internal readonly record struct Residuals(double Wages, double Prices, double Outputs, double Revenues, double Walras)
{
    /// <summary>The largest of all; NaN where the iteration broke down.</summary>
    public double Largest => Math.Max(Math.Max(Math.Max(Wages, Prices), Math.Max(Outputs, Revenues)), Walras);
}
