using System.Runtime.CompilerServices;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>
/// The half of a batch's sweep that goes region by region: the last sweep's residuals become a direction, the direction a mixed step, the
/// step a new state, and the state costs and demand, while the region's numbers are in the nearest cache.
/// </summary>
internal static unsafe class BatchRegions<TLanes, TVector, TSingles, TSingle>
    where TLanes : ILanes<TVector>
    where TVector : struct
    where TSingles : ISingleLanes<TSingle>
    where TSingle : struct
{
    public static void Run(PackedBaseline b, BatchTables tables, Batch batch, Closure closure)
    {
        var steps = new StepRing(batch);
        MoveWages(b, batch, steps);
        BatchIncomes<TLanes, TVector>.Fill(b, batch, closure);
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            TLanes.StoreSingles(TLanes.Load(batch.Cut + v), batch.Steering + v);
            for (var d = 0; d < Batch.Depth; d++)
                TLanes.StoreSingles(TLanes.Subtract(TLanes.Zero, TLanes.Load(batch.Coefficients + d * batch.Width + v)), batch.Steering + (d + 1) * batch.Width + v);
        }

        for (var n = 0; n < b.N; n++)
        {
            HomeDirection(b, tables, batch, n);
            Move(b, tables, batch, steps, n);
            if (b.Nests is { } nests)
                BatchNests<TLanes, TVector>.CostsAndDemand(b, nests, batch, n);
            else
                CostsAndDemand(b, batch, n);
        }
    }

    // x += f - sum_c gamma_c dG_c with dG_0 the change of x + f since the last sweep, which is what was pending plus f.
    private static void MoveWages(PackedBaseline b, Batch batch, in StepRing steps)
    {
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            for (var cell = v; cell < b.N * batch.Width; cell += batch.Width)
            {
                Mix(batch, v, batch.State.Wages + cell, TLanes.Load(batch.WageDirection + cell), batch.Pending.Wages + cell, steps.Wages(cell));
                var revenue = TLanes.Multiply(TLanes.Load(batch.Residual.Revenues + cell), TLanes.Load(batch.Cut + v));
                Mix(batch, v, batch.State.Revenues + cell, revenue, batch.Pending.Revenues + cell, steps.Revenues(cell));
            }
        }
    }

    private static void Mix(Batch batch, int v, double* state, TVector direction, float* pending, in StepRing.Cells steps)
    {
        var change = TLanes.Add(TLanes.LoadSingles(pending), direction);
        TLanes.StoreSingles(change, steps.Newest);
        var step = TLanes.Subtract(direction, TLanes.Multiply(TLanes.Load(batch.Coefficients + v), change));
        step = TLanes.Subtract(step, TLanes.Multiply(TLanes.Load(batch.Coefficients + batch.Width + v), TLanes.LoadSingles(steps.Second)));
        step = TLanes.Subtract(step, TLanes.Multiply(TLanes.Load(batch.Coefficients + 2 * batch.Width + v), TLanes.LoadSingles(steps.Third)));
        step = TLanes.Subtract(step, TLanes.Multiply(TLanes.Load(batch.Coefficients + 3 * batch.Width + v), TLanes.LoadSingles(steps.Fourth)));
        TLanes.StoreSingles(TLanes.Subtract(step, direction), pending);
        TLanes.Store(TLanes.Add(TLanes.Load(state), step), state);
    }

    // The home block's products in single precision: costs C F_P, outputs F_y + k c, and C^T of those.
    private static void HomeDirection(PackedBaseline b, BatchTables tables, Batch batch, int n)
    {
        var width = batch.Width;
        var length = Batch.Grouped(b.S) * width;
        var costs = batch.Singles;
        var outputs = batch.Singles + length;
        var back = batch.Singles + 2 * length;
        var blocks = tables.Blocks + n * b.InputBlock;
        Products<TSingles, TSingle, float>.Columns(blocks, b.RowS, b.S, b.S, batch.Residual.Prices + n * width, batch.Step, costs, width, width);
        for (var s = 0; s < b.S; s++)
        {
            var response = TSingles.Broadcast(tables.OwnCostResponses[n * b.RowS + s]);
            var own = batch.Residual.Outputs + s * batch.Step + n * width;
            for (var v = 0; v < width; v += TSingles.Count)
                TSingles.Store(TSingles.MultiplyAdd(response, TSingles.Load(costs + s * width + v), TSingles.Load(own + v)), outputs + s * width + v);
        }

        Products<TSingles, TSingle, float>.RowsOf(blocks, b.RowS, b.S, b.S, outputs, width, back, width, width);
    }

    // The step of a region's prices and outputs, in single precision up to where it is added to the state.
    private static void Move(PackedBaseline b, BatchTables tables, Batch batch, in StepRing steps, int n)
    {
        var width = batch.Width;
        var length = Batch.Grouped(b.S) * width;
        var sizes = batch.Directions;
        var first = n * width;
        for (var v = 0; v < width; v += TSingles.Count)
        {
            var cut = TSingles.Load(batch.Steering + v);
            var weights = new Weights(batch.Steering + width + v, width);
            var priceSize = TSingles.Load(sizes.PriceSizes + first + v);
            var outputSize = TSingles.Load(sizes.OutputSizes + first + v);
            var spreadPrice = TSingles.Load(sizes.PriceSpreads + first + v);
            var spreadOutput = TSingles.Load(sizes.OutputSpreads + first + v);
            for (var s = 0; s < b.S; s++)
            {
                var (cell, own, region) = (s * batch.Step + n * width + v, s * width + v, n * b.RowS + s);
                var home = TSingles.Broadcast(tables.HomeShares[region]);
                var price = TSingles.MultiplyAdd(home, TSingles.Load(batch.Singles + own), TSingles.Load(batch.Residual.Prices + cell));
                price = TSingles.MultiplyAdd(TSingles.Broadcast(tables.PriceShape[region]), priceSize, price);
                price = TSingles.MultiplyAdd(TSingles.Broadcast(tables.PriceSpread[region]), spreadPrice, price);
                price = TSingles.MultiplyAdd(TSingles.Broadcast(tables.PriceSector[region]), TSingles.Load(sizes.SectorSizes + own), price);
                TSingles.AddTo(Step(TSingles.Multiply(price, cut), batch.Pending.Prices + cell, steps.Prices(cell), weights), batch.State.Prices + cell);
                var output = TSingles.MultiplyAdd(home, TSingles.Load(batch.Singles + 2 * length + own), TSingles.Load(batch.Singles + length + own));
                output = TSingles.MultiplyAdd(TSingles.Broadcast(tables.OutputShape[region]), outputSize, output);
                output = TSingles.MultiplyAdd(TSingles.Broadcast(tables.OutputSpread[region]), spreadOutput, output);
                output = TSingles.MultiplyAdd(TSingles.Broadcast(tables.OutputSector[region]), TSingles.Load(sizes.SectorSizes + b.S * width + own), output);
                // Outputs stay linear, so mixing can overshoot below zero.
                TSingles.AddToAboveZero(Step(TSingles.Multiply(output, cut), batch.Pending.Outputs + cell, steps.Outputs(cell), weights), batch.State.Outputs + cell);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSingle Step(TSingle direction, float* pending, in StepRing.Cells steps, in Weights weights)
    {
        var change = TSingles.Add(TSingles.Load(pending), direction);
        TSingles.Store(change, steps.Newest);
        // What is added to the direction is what will be pending.
        var correction = TSingles.Multiply(weights.First, change);
        correction = TSingles.MultiplyAdd(weights.Second, TSingles.Load(steps.Second), correction);
        correction = TSingles.MultiplyAdd(weights.Third, TSingles.Load(steps.Third), correction);
        correction = TSingles.MultiplyAdd(weights.Fourth, TSingles.Load(steps.Fourth), correction);
        TSingles.Store(correction, pending);
        return TSingles.Add(direction, correction);
    }

    // log c = g log w + B^T log P, q = exp(-theta log c) and X = B Y + a I.
    private static void CostsAndDemand(PackedBaseline b, Batch batch, int n)
    {
        var width = batch.Width;
        var first = n * width;
        var block = b.Inputs + n * b.InputBlock;
        Products<TLanes, TVector, double>.Columns(block, b.RowS, b.S, b.S, batch.State.Prices + first, batch.Step, batch.Costs, width, width);
        for (var s = 0; s < b.S; s++)
        {
            var added = TLanes.Broadcast(b.ValueAddedShares[n * b.RowS + s]);
            for (var v = 0; v < width; v += TLanes.Count)
            {
                var cost = TLanes.MultiplyAdd(added, TLanes.Load(batch.State.Wages + first + v), TLanes.Load(batch.Costs + s * width + v));
                var power = Transcendentals<TLanes, TVector>.Exp(TLanes.Multiply(cost, TLanes.Load(batch.MinusElasticities + s * width + v)));
                TLanes.Store(power, batch.CostPowers + s * batch.Step + first + v);
            }
        }

        Products<TLanes, TVector, double>.RowsOf(block, b.RowS, b.S, b.S, batch.State.Outputs + first, batch.Step, batch.Demand + first, batch.Step, width);
        for (var s = 0; s < b.S; s++)
        {
            var final = TLanes.Broadcast(b.FinalShares[n * b.RowS + s]);
            var demand = batch.Demand + s * batch.Step + first;
            for (var v = 0; v < width; v += TLanes.Count)
                TLanes.Store(TLanes.MultiplyAdd(final, TLanes.Load(batch.Incomes + first + v), TLanes.Load(demand + v)), demand + v);
        }
    }

    // Minus the mixing weights, newest step first.
    private readonly struct Weights(float* first, int width)
    {
        public TSingle First { get; } = TSingles.Load(first);

        public TSingle Second { get; } = TSingles.Load(first + width);

        public TSingle Third { get; } = TSingles.Load(first + 2 * width);

        public TSingle Fourth { get; } = TSingles.Load(first + 3 * width);
    }
}
