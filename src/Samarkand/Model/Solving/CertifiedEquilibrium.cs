using Samarkand.Model.Nests;
using Samarkand.Model.Vectors;
using Samarkand.Worlds;

namespace Samarkand.Model.Solving;

/// <summary>Turns the last sweep of a workspace into an equilibrium with its certificate, or into the reason why there is none.</summary>
internal static unsafe class CertifiedEquilibrium
{
    public static Equilibrium Of(
        PackedBaseline b, Workspace ws, Counterfactual asked, Closure closure, double tolerance, int iterations, double money, in Residuals residuals)
    {
        if (!(residuals.Largest <= tolerance) || !(money <= tolerance))
            throw new NoEquilibriumException(Explain(b, ws, closure, residuals, iterations, tolerance));
        var (n, s) = (b.N, b.S);
        var (wages, incomes, revenues) = (new double[n], new double[n], new double[n]);
        var (logPrices, outputs) = (Room(s * n), Room(n * s));
        for (var j = 0; j < n; j++)
            (wages[j], incomes[j], revenues[j]) = (ws.Wages[j], ws.Incomes[j], ws.State.Revenues[j]);
        for (var k = 0; k < s; k++)
            new ReadOnlySpan<double>(ws.State.LogPrices + k * b.RowN, n).CopyTo(logPrices.AsSpan(k * n, n));
        for (var i = 0; i < n; i++)
            new ReadOnlySpan<double>(ws.State.Outputs + i * b.RowS, s).CopyTo(outputs.AsSpan(i * s, s));
        for (var j = 0; j < n; j++)
        {
            if (AtFloor(b, ws, j))
                throw new NoEquilibriumException(NoIncome(b, j, closure));
        }

        var certificate = new Certificate(
            residuals.Outputs, residuals.Prices, residuals.Wages, residuals.Revenues, residuals.Walras, money, iterations, closure, tolerance);
        var equilibrium = new Equilibrium(asked.Baseline ?? b.Baseline, asked.Shock, wages, logPrices, outputs, incomes, revenues, PriceIndices(b, ws), certificate) { LogLevies = ws.Scenario.Pools.LogLevies };
        for (var j = 0; j < n; j++)
        {
            if (!(equilibrium.Incomes[j] > IncomeAccount.Floor * wages[j] * b.ValueAdded[j]))
                throw new NoEquilibriumException(NoIncome(b, j, closure));
        }

        return equilibrium;
    }

    // Filled to the last cell.
    private static double[] Room(int length) => GC.AllocateUninitializedArray<double>(length);

    // prod_s (P^s)^{a^s}.
    private static double[] PriceIndices(PackedBaseline b, Workspace ws)
    {
        var indices = new double[b.N];
        if (b.Nests is not null)
            return NestedIndices(b, ws, indices);
        for (var k = 0; k < b.S; k++)
        {
            for (var j = 0; j < b.N; j++)
                indices[j] += b.FinalShares[j * b.RowS + k] * ws.State.LogPrices[k * b.RowN + j];
        }

        SpanRows.Exp(indices);
        return indices;
    }

    private static double[] NestedIndices(PackedBaseline b, Workspace ws, double[] indices)
    {
        var prices = new double[b.S];
        for (var j = 0; j < b.N; j++)
        {
            for (var k = 0; k < b.S; k++)
                prices[k] = ws.State.LogPrices[k * b.RowN + j];
            indices[j] = Math.Exp(NestedUse.LogConsumerPrices(b.Baseline, j, prices));
        }

        return indices;
    }

    /// <summary>
    /// What all regions received less what buyers paid above basic prices, over world value added; payments between regions cancel in the sum.
    /// </summary>
    public static double MoneyImbalance(PackedBaseline b, Workspace ws)
    {
        if (!ws.Scenario.HasRevenue)
            return 0;
        var (received, paid, world) = (0.0, 0.0, 0.0);
        for (var j = 0; j < b.N; j++)
        {
            received += ws.State.Revenues[j];
            world += b.ValueAdded[j];
            for (var k = 0; k < b.S; k++)
                paid += ws.Demand[k * b.RowN + j] - (ws.State.Outputs[j * b.RowS + k] + ws.Residual.Outputs[j * b.RowS + k]);
        }

        return Math.Abs(received - paid) / world;
    }

    private static string Explain(PackedBaseline b, Workspace ws, Closure closure, in Residuals residuals, int iterations, double tolerance)
    {
        var world = b.Baseline.World;
        if (MoneyCheck.OneWay(b, ws.Scenario, closure) is { } oneWay)
            return oneWay;
        for (var j = 0; j < b.N; j++)
        {
            if (AtFloor(b, ws, j))
                return NoIncome(b, j, closure);
        }

        var (region, sector, worst) = (0, 0, -1.0);
        for (var i = 0; i < b.N; i++)
        {
            for (var k = 0; k < b.S; k++)
            {
                var relative = Math.Abs(ws.Residual.Outputs[i * b.RowS + k]) * b.OutputScales[i * b.RowS + k];
                if (relative > worst || double.IsNaN(relative))
                    (region, sector, worst) = (i, k, double.IsNaN(relative) ? double.PositiveInfinity : relative);
            }
        }

        return FormattableString.Invariant(
            $"no equilibrium to {tolerance:0e+0} after {iterations} passes (largest residual {residuals.Largest:0.0e+0}); the market that is furthest from clearing is {world.Sectors[sector].Code} ({world.Sectors[sector].Name}) of {world.Regions[region].Code}; {Advice(b, closure)}");
    }

    private static bool AtFloor(PackedBaseline b, Workspace ws, int region) =>
        !(ws.Incomes[region] > IncomeAccount.Floor * ws.Wages[region] * b.ValueAdded[region] * 1.0001);

    private static string NoIncome(PackedBaseline b, int region, Closure closure)
    {
        var code = b.Baseline.World.Regions[region].Code;
        return FormattableString.Invariant(
            $"no equilibrium: {code} would be left without income; {(closure == Closure.Fixed ? $"its deficit of {b.Deficits[region]:0.###} million USD and its payments" : "its payments")} are held, and what it earns does not cover them; try {(OtherClosures(closure) is { } others ? $"{others}, or " : "")}smaller payments");
    }

    // Nothing that the solve did already.
    private static string Advice(PackedBaseline b, Closure closure)
    {
        List<string> tries = ["a smaller shock"];
        if (OtherClosures(closure) is { } others)
            tries.Add(others);
        if (IsShort(b.Baseline))
            tries.Add("a longer horizon");
        return $"try {(tries.Count == 1 ? tries[0] : $"{string.Join(", ", tries[..^1])} or {tries[^1]}")}";
    }

    private static bool IsShort(Baseline baseline)
    {
        for (var s = 0; s < baseline.SectorCount; s++)
        {
            if (baseline.Elasticities[s] < baseline.World.Elasticities[s])
                return true;
        }

        return false;
    }

    // Those that hold less than the one that was used.
    private static string? OtherClosures(Closure closure) => closure switch
    {
        Closure.Fixed => "the closure `proportional` or `closed`",
        Closure.Proportional => "the closure `closed`",
        _ => null,
    };
}
