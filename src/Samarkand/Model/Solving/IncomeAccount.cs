namespace Samarkand.Model.Solving;

/// <summary>Incomes I' = w V + R' + D' + payments under each closure.</summary>
internal static unsafe class IncomeAccount
{
    /// <summary>The least income, over labour income, that the iteration works with.</summary>
    public const double Floor = 1e-3;

    /// <summary>Fills the workspace's incomes from its wages and the state's revenues.</summary>
    public static void Fill(PackedBaseline b, Workspace ws, Closure closure)
    {
        for (var n = 0; n < b.N; n++)
            ws.Incomes[n] = ws.Wages[n] * b.ValueAdded[n] + ws.State.Revenues[n] + ws.Scenario.LumpPayments[n];
        if (closure == Closure.Fixed || closure.Confines())
        {
            for (var n = 0; n < b.N; n++)
                ws.Incomes[n] += b.Deficits[n];
        }
        else if (closure == Closure.Proportional)
        {
            AddProportionalDeficits(b, ws);
        }

        if (closure.Confines() && ws.Scenario.Confined is { } target)
            Confine(b, ws, closure, target.Index);

        // On its way the iteration may pass states without positive income; a solution at the floor is none (see CertifiedEquilibrium).
        for (var n = 0; n < b.N; n++)
            ws.Incomes[n] = Math.Max(ws.Incomes[n], Floor * ws.Wages[n] * b.ValueAdded[n]);
    }

    // What the target cannot spend, the others do, in proportion to value added; it is lent to them (see LentMoney).
    private static void Confine(PackedBaseline b, Workspace ws, Closure closure, int target)
    {
        var unspent = LentMoney.Unspent(closure, b.Deficits[target], b.Incomes[target], ws.Incomes[target]);
        var others = 0.0;
        for (var n = 0; n < b.N; n++)
            others += n == target ? 0 : ws.Wages[n] * b.ValueAdded[n];
        for (var n = 0; n < b.N; n++)
            ws.Incomes[n] += n == target ? -unspent : ws.Wages[n] * b.ValueAdded[n] / others * unspent;
    }

    // D'_j = delta_j I'_j - v_j T with delta = D/I, v the share of world value added and T = sum_k delta_k I'_k:
    // I'_j (1 - delta_j) = E_j - v_j T, E the income before deficits; T follows from its own definition.
    private static void AddProportionalDeficits(PackedBaseline b, Workspace ws)
    {
        var (total, weight, world) = (0.0, 1.0, 0.0);
        for (var n = 0; n < b.N; n++)
            world += ws.Wages[n] * b.ValueAdded[n];
        for (var n = 0; n < b.N; n++)
        {
            var delta = b.Deficits[n] / b.Incomes[n];
            total += delta / (1 - delta) * ws.Incomes[n];
            weight += delta / (1 - delta) * (ws.Wages[n] * b.ValueAdded[n] / world);
        }

        total /= weight;
        for (var n = 0; n < b.N; n++)
        {
            var delta = b.Deficits[n] / b.Incomes[n];
            ws.Incomes[n] = (ws.Incomes[n] - ws.Wages[n] * b.ValueAdded[n] / world * total) / (1 - delta);
        }
    }
}
