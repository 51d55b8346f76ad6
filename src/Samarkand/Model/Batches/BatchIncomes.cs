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
            for (var n = 0; n < b.N; n++)
            {
                var cell = n * batch.Width + v;
                var least = TLanes.Multiply(TLanes.Load(batch.Wages + cell), TLanes.Broadcast(IncomeAccount.Floor * b.ValueAdded[n]));
                TLanes.Store(TLanes.Max(TLanes.Load(batch.Incomes + cell), least), batch.Incomes + cell);
            }
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
