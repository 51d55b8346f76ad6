using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>Wages and incomes of all lanes, as in <see cref="IncomeAccount"/>.</summary>
internal static unsafe class BatchIncomes<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    public static void Fill(PackedBaseline b, Batch batch, Closure closure)
    {
        Earn(b, batch, closure);
        if (closure.Confines())
            Confine(b, batch, closure);
        // As of one scenario: states on the way may have no positive income.
        for (var n = 0; n < b.N; n++)
        {
            var floor = TLanes.Broadcast(IncomeAccount.Floor * b.ValueAdded[n]);
            for (var cell = n * batch.Width; cell < (n + 1) * batch.Width; cell += TLanes.Count)
                TLanes.Store(TLanes.Max(TLanes.Load(batch.Incomes + cell), TLanes.Multiply(TLanes.Load(batch.Wages + cell), floor)), batch.Incomes + cell);
        }
    }

    private static void Earn(PackedBaseline b, Batch batch, Closure closure)
    {
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            for (var n = 0; n < b.N; n++)
            {
                var cell = n * batch.Width + v;
                var wage = Transcendentals<TLanes, TVector>.Exp(TLanes.Load(batch.State.Wages + cell));
                TLanes.Store(wage, batch.Wages + cell);
                var other = TLanes.Add(TLanes.Load(batch.State.Revenues + cell), TLanes.Load(batch.Money + cell));
                TLanes.Store(TLanes.MultiplyAdd(wage, TLanes.Broadcast(b.ValueAdded[n]), other), batch.Incomes + cell);
            }

            if (closure == Closure.Proportional)
                AddProportionalDeficits(b, batch, v);
        }
    }

    // What a lane's target cannot spend, the others do, in proportion to value added.
    private static void Confine(PackedBaseline b, Batch batch, Closure closure)
    {
        for (var lane = 0; lane < batch.Width; lane++)
        {
            if (batch.Shocks[lane]?.Confined is not { Index: var target })
                continue;
            var incomes = batch.Incomes + lane;
            var wages = batch.Wages + lane;
            var unspent = LentMoney.Unspent(closure, b.Deficits[target], b.Incomes[target], incomes[target * batch.Width]);
            var others = 0.0;
            for (var n = 0; n < b.N; n++)
                others += n == target ? 0 : wages[n * batch.Width] * b.ValueAdded[n];
            for (var n = 0; n < b.N; n++)
                incomes[n * batch.Width] += n == target ? -unspent : wages[n * batch.Width] * b.ValueAdded[n] / others * unspent;
        }
    }

    private static void AddProportionalDeficits(PackedBaseline b, Batch batch, int v)
    {
        var (total, bill, weighted) = (TLanes.Zero, TLanes.Zero, TLanes.Zero);
        for (var n = 0; n < b.N; n++)
        {
            var (cell, delta) = (n * batch.Width + v, b.Deficits[n] / b.Incomes[n]);
            var wages = TLanes.Multiply(TLanes.Load(batch.Wages + cell), TLanes.Broadcast(b.ValueAdded[n]));
            bill = TLanes.Add(bill, wages);
            weighted = TLanes.MultiplyAdd(TLanes.Broadcast(delta / (1 - delta)), wages, weighted);
            total = TLanes.MultiplyAdd(TLanes.Broadcast(delta / (1 - delta)), TLanes.Load(batch.Incomes + cell), total);
        }

        // T over world labour income.
        total = TLanes.Divide(total, TLanes.Add(bill, weighted));
        for (var n = 0; n < b.N; n++)
        {
            var (cell, delta) = (n * batch.Width + v, b.Deficits[n] / b.Incomes[n]);
            var wages = TLanes.Multiply(TLanes.Load(batch.Wages + cell), TLanes.Broadcast(b.ValueAdded[n]));
            var income = TLanes.Subtract(TLanes.Load(batch.Incomes + cell), TLanes.Multiply(wages, total));
            TLanes.Store(TLanes.Multiply(income, TLanes.Broadcast(1 / (1 - delta))), batch.Incomes + cell);
        }
    }
}
