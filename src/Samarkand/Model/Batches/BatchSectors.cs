using System.Runtime.CompilerServices;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>
/// The half of a batch's sweep that goes sector by sector: prices and outputs of all lanes by two matrix products, with what each lane
/// changes added cell by cell, and how far both are from the state; then labour markets.
/// </summary>
internal static unsafe class BatchSectors<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    public static void Run(PackedBaseline b, BatchTables tables, Batch batch)
    {
        new Span<double>(batch.Residual.Revenues, batch.Row).Clear();
        new Span<double>(batch.WeightedPrices, batch.Row).Clear();
        new Span<double>(batch.WeightedOutputs, batch.Row).Clear();
        new Span<double>(batch.Labour, batch.Row).Clear();
        new Span<double>(batch.Handled, batch.Row).Clear();
        new Span<double>(batch.LargestPrice, batch.Width).Clear();
        new Span<double>(batch.LargestOutput, batch.Width).Clear();
        LaneCorrections.AddPurchases(batch);
        foreach (var s in tables.Order)
        {
            // Where no market is split, numbers go on without a stop in memory; either way the same ones are added in the same order.
            var isSplit = b.IsTwoTier || batch.SplittingLanes[s] != 0;
            Prices(b, tables.Preconditioner, batch, s, isSplit);
            if (isSplit)
            {
                LaneCorrections.Prices(b, batch, s);
                PriceResiduals(b, tables.Preconditioner, batch, s);
            }

            Sales(b, batch, s);
            if (b.HasTariffs)
                Revenues(b, batch, s);
            if (isSplit)
                Outputs(b, batch, s);
            LaneCorrections.OutputsAndRevenues(b, batch, s);
            OutputResiduals(b, tables.Preconditioner, batch, s, isSplit);
        }

        BatchMarkets<TLanes, TVector>.Run(b, batch);
    }

    // P and z from sum_i A q, with the lanes' changed cells; where it is not split further, the price residual too.
    private static void Prices(PackedBaseline b, Preconditioner preconditioner, Batch batch, int s, bool isSplit)
    {
        var powers = batch.CostPowers + s * batch.Step;
        Products<TLanes, TVector, double>.Columns(b.Shares + s * b.TradeBlock, b.RowN, b.N, b.N, powers, batch.Width, batch.PriceSums, batch.Width, batch.Width);
        LaneCorrections.PriceSums(batch, s);
        if (b.IsTwoTier)
        {
            BatchTiers<TLanes, TVector>.Prices(b, batch, s);
            return;
        }

        var demand = batch.Demand + s * batch.Step;
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var minusInverse = TLanes.Divide(TLanes.Broadcast(1), TLanes.Load(batch.MinusElasticities + s * batch.Width + v));
            var (largest, residuals) = (TLanes.Load(batch.LargestPrice + v), TLanes.Zero);
            for (var n = 0; n < b.N; n++)
            {
                var cell = n * batch.Width + v;
                var sum = TLanes.Load(batch.PriceSums + cell);
                TLanes.Store(TLanes.Multiply(TLanes.Load(demand + cell), TLanes.Reciprocal(sum)), batch.Pull + cell);
                var price = TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(sum), minusInverse);
                if (isSplit)
                    TLanes.Store(price, batch.LogPrices + cell);
                else
                    largest = PriceResidual(b, preconditioner, batch, s, n, cell, price, largest, ref residuals);
            }

            TLanes.Store(largest, batch.LargestPrice + v);
            TLanes.Store(residuals, batch.SectorSums + s * batch.Width + v);
        }
    }

    private static void PriceResiduals(PackedBaseline b, Preconditioner preconditioner, Batch batch, int s)
    {
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var (largest, residuals) = (TLanes.Load(batch.LargestPrice + v), TLanes.Zero);
            for (var n = 0; n < b.N; n++)
            {
                var cell = n * batch.Width + v;
                largest = PriceResidual(b, preconditioner, batch, s, n, cell, TLanes.Load(batch.LogPrices + cell), largest, ref residuals);
            }

            TLanes.Store(largest, batch.LargestPrice + v);
            TLanes.Store(residuals, batch.SectorSums + s * batch.Width + v);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector PriceResidual(
        PackedBaseline b, Preconditioner preconditioner, Batch batch, int s, int n, int cell, TVector price, TVector largest, ref TVector residuals)
    {
        var change = TLanes.Subtract(price, TLanes.Load(batch.State.Prices + s * batch.Step + cell));
        TLanes.StoreSingles(change, batch.Residual.Prices + s * batch.Step + cell);
        var weight = TLanes.Broadcast(preconditioner.PriceWeights[s * b.RowN + n]);
        TLanes.Store(TLanes.MultiplyAdd(weight, change, TLanes.Load(batch.WeightedPrices + cell)), batch.WeightedPrices + cell);
        residuals = TLanes.MultiplyAdd(TLanes.Broadcast(preconditioner.Sectors.PriceWeights[s * b.RowN + n]), change, residuals);
        return TLanes.Max(largest, TLanes.Abs(change));
    }

    // Y / q = (A / prod(1 + tau)) z, with the lanes' changed cells.
    private static void Sales(PackedBaseline b, Batch batch, int s)
    {
        var basic = (b.HasTariffs ? b.BasicShares : b.Shares) + s * b.TradeBlock;
        Products<TLanes, TVector, double>.RowsOf(basic, b.RowN, b.N, b.N, batch.Pull, batch.Width, batch.Sales, batch.Width, batch.Width);
        LaneCorrections.Sales(batch, s);
    }

    private static void Outputs(PackedBaseline b, Batch batch, int s)
    {
        var powers = batch.CostPowers + s * batch.Step;
        for (var v = 0; v < b.N * batch.Width; v += TLanes.Count)
        {
            var abroad = TLanes.Multiply(TLanes.Load(powers + v), TLanes.Load(batch.Sales + v));
            TLanes.Store(b.IsTwoTier ? TLanes.Add(abroad, TLanes.Load(batch.HomeSales + v)) : abroad, batch.Sales + v);
        }
    }

    private static void OutputResiduals(PackedBaseline b, Preconditioner preconditioner, Batch batch, int s, bool isSplit)
    {
        var powers = batch.CostPowers + s * batch.Step;
        var state = batch.State.Outputs + s * batch.Step;
        var residual = batch.Residual.Outputs + s * batch.Step;
        var nests = batch.Nests;
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var (largest, residuals) = (TLanes.Load(batch.LargestOutput + v), TLanes.Zero);
            for (var n = 0; n < b.N; n++)
            {
                var (cell, own) = (n * batch.Width + v, n * b.RowS + s);
                var next = TLanes.Load(batch.Sales + cell);
                if (!isSplit)
                    next = TLanes.Multiply(TLanes.Load(powers + cell), next);
                var added = nests is null ? TLanes.Broadcast(b.ValueAddedShares[own]) : TLanes.Load(nests.AddedShares + s * batch.Step + cell);
                TLanes.Store(TLanes.MultiplyAdd(added, next, TLanes.Load(batch.Labour + cell)), batch.Labour + cell);
                var change = TLanes.Subtract(next, TLanes.Load(state + cell));
                TLanes.StoreSingles(change, residual + cell);
                residuals = TLanes.Add(residuals, change);
                var weighted = TLanes.MultiplyAdd(TLanes.Broadcast(preconditioner.OutputWeights[own]), change, TLanes.Load(batch.WeightedOutputs + cell));
                TLanes.Store(weighted, batch.WeightedOutputs + cell);
                largest = TLanes.Max(largest, TLanes.Abs(TLanes.Multiply(change, TLanes.Broadcast(b.OutputScales[own]))));
            }

            TLanes.Store(largest, batch.LargestOutput + v);
            TLanes.Store(residuals, batch.SectorSums + (b.S + s) * batch.Width + v);
        }
    }

    // What buyers pay above the basic price: X - sum_i M.
    private static void Revenues(PackedBaseline b, Batch batch, int s)
    {
        var powers = batch.CostPowers + s * batch.Step;
        Products<TLanes, TVector, double>.Columns(b.BasicShares + s * b.TradeBlock, b.RowN, b.N, b.N, powers, batch.Width, batch.BasicSums, batch.Width, batch.Width);
        LaneCorrections.BasicSums(batch, s);
        var demand = batch.Demand + s * batch.Step;
        var revenues = batch.Residual.Revenues;
        for (var v = 0; v < b.N * batch.Width; v += TLanes.Count)
        {
            var paid = TLanes.Multiply(TLanes.Load(batch.Pull + v), TLanes.Load(batch.BasicSums + v));
            paid = b.IsTwoTier ? TLanes.Add(paid, TLanes.Load(batch.HomeSales + v)) : paid;
            TLanes.Store(TLanes.Add(TLanes.Load(revenues + v), TLanes.Subtract(TLanes.Load(demand + v), paid)), revenues + v);
        }
    }
}
