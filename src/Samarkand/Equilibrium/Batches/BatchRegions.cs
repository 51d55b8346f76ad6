using System.Runtime.CompilerServices;

namespace Samarkand.Equilibrium;

/// <summary>
/// The half of a batch's sweep that goes region by region: the last sweep's residuals become a direction, the direction a mixed step, the
/// step a new state, and the state costs and demand, while the region's numbers are in the nearest cache.
/// </summary>
internal static unsafe class BatchRegions<TLanes, TVector, TSingles, TSingle>
    where TLanes : ILanes<TVector>
    where TVector : struct
    where TSingles : IProductLanes<TSingle, float>
    where TSingle : struct
{
    public static void Run(PackedBaseline b, BatchTables tables, Batch batch, Closure closure)
    {
        var steps = new StepRing(batch);
        MoveWages(b, batch, steps);
        BatchIncomes<TLanes, TVector>.Fill(b, batch, closure);
        for (var n = 0; n < b.N; n++)
        {
            HomeDirection(b, tables, batch, n);
            Move(b, tables, batch, steps, n);
            CostsAndDemand(b, batch, n);
        }
    }

    private static void MoveWages(PackedBaseline b, Batch batch, in StepRing steps)
    {
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var weights = Weights.Of(batch, v);
            for (var cell = v; cell < b.N * batch.Width; cell += batch.Width)
            {
                Mix(batch.State.Wages + cell, TLanes.Load(batch.WageDirection + cell), batch.Pending.Wages + cell, steps.Wages(cell), weights);
                var revenue = TLanes.Multiply(TLanes.Load(batch.Residual.Revenues + cell), TLanes.Load(batch.Cut + v));
                Mix(batch.State.Revenues + cell, revenue, batch.Pending.Revenues + cell, steps.Revenues(cell), weights);
            }
        }
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

    private static void Move(PackedBaseline b, BatchTables tables, Batch batch, in StepRing steps, int n)
    {
        var (width, length, p) = (batch.Width, Batch.Grouped(b.S) * batch.Width, tables.Preconditioner);
        var costs = batch.Singles;
        var outputs = batch.Singles + length;
        var back = batch.Singles + 2 * length;
        for (var v = 0; v < width; v += TLanes.Count)
        {
            var weights = Weights.Of(batch, v);
            var cut = TLanes.Load(batch.Cut + v);
            var priceSize = TLanes.Load(batch.PriceSizes + n * width + v);
            var outputSize = TLanes.Load(batch.OutputSizes + n * width + v);
            for (var s = 0; s < b.S; s++)
            {
                var (cell, own) = (s * batch.Step + n * width + v, s * width + v);
                var home = TLanes.Broadcast(tables.HomeShares[n * b.RowS + s]);
                var price = TLanes.MultiplyAdd(home, TLanes.LoadSingles(costs + own), TLanes.LoadSingles(batch.Residual.Prices + cell));
                price = TLanes.MultiplyAdd(TLanes.Broadcast(p.PriceShape[s * b.RowN + n]), priceSize, price);
                Mix(batch.State.Prices + cell, TLanes.Multiply(price, cut), batch.Pending.Prices + cell, steps.Prices(cell), weights);
                var output = TLanes.MultiplyAdd(home, TLanes.LoadSingles(back + own), TLanes.LoadSingles(outputs + own));
                output = TLanes.MultiplyAdd(TLanes.Broadcast(p.OutputShape[n * b.RowS + s]), outputSize, output);
                // Outputs stay linear, so mixing can overshoot below zero.
                var moved = Mix(batch.State.Outputs + cell, TLanes.Multiply(output, cut), batch.Pending.Outputs + cell, steps.Outputs(cell), weights);
                TLanes.Store(TLanes.Max(moved, TLanes.Zero), batch.State.Outputs + cell);
            }
        }
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

    // x += f - sum_c gamma_c dG_c with dG_0 the change of x + f since the last sweep, which is what was pending plus f.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Mix(double* state, TVector direction, float* pending, in StepRing.Cells steps, in Weights weights)
    {
        var change = TLanes.Add(TLanes.LoadSingles(pending), direction);
        TLanes.StoreSingles(change, steps.Newest);
        var step = TLanes.Subtract(direction, TLanes.Multiply(weights.First, change));
        step = TLanes.Subtract(step, TLanes.Multiply(weights.Second, TLanes.LoadSingles(steps.Second)));
        step = TLanes.Subtract(step, TLanes.Multiply(weights.Third, TLanes.LoadSingles(steps.Third)));
        step = TLanes.Subtract(step, TLanes.Multiply(weights.Fourth, TLanes.LoadSingles(steps.Fourth)));
        TLanes.StoreSingles(TLanes.Subtract(step, direction), pending);
        var next = TLanes.Add(TLanes.Load(state), step);
        TLanes.Store(next, state);
        return next;
    }

    private readonly struct Weights
    {
        private Weights(Batch batch, int lanes)
        {
            First = TLanes.Load(batch.Coefficients + lanes);
            Second = TLanes.Load(batch.Coefficients + batch.Width + lanes);
            Third = TLanes.Load(batch.Coefficients + 2 * batch.Width + lanes);
            Fourth = TLanes.Load(batch.Coefficients + 3 * batch.Width + lanes);
        }

        public TVector First { get; }

        public TVector Second { get; }

        public TVector Third { get; }

        public TVector Fourth { get; }

        public static Weights Of(Batch batch, int lanes) => new(batch, lanes);
    }
}
