namespace Samarkand.Model.Solving;

/// <summary>Finds out before iterating whether bans leave an equilibrium at all, and says why not.</summary>
internal static unsafe class Feasibility
{
    /// <summary>Markets (sector, destination) that have expenditure in the baseline and no supplier left.</summary>
    public static List<(int Sector, int Destination)> LostMarkets(PackedBaseline b, Scenario scenario)
    {
        var lost = new List<(int, int)>();
        for (var s = 0; s < b.S; s++)
        {
            if (scenario.Weights[s] == b.Shares + s * b.TradeBlock)
                continue;
            for (var j = 0; j < b.N; j++)
            {
                if (b.Baseline.Expenditures[s * b.N + j] > 0 && !SuppliesItself(b, s, j) && !HasSupplier(b, scenario.Weights[s], j) && !HasRoute(scenario, s, j))
                    lost.Add((s, j));
            }
        }

        foreach (var split in scenario.Splits.All)
        {
            if (b.Baseline.Expenditures[split.Sector * b.N + split.Destination] == 0 || SuppliesItself(b, split.Sector, split.Destination))
                continue;
            var market = (split.Sector, split.Destination);
            if (Array.Exists(split.Parts, part => !part.HasSupplier) && !lost.Contains(market))
                lost.Add(market);
        }

        return lost;
    }

    public static void Check(PackedBaseline b, Scenario scenario, Closure closure)
    {
        var world = b.Baseline.World;
        var lost = LostMarkets(b, scenario);
        if (lost.Count > 0)
        {
            var names = string.Join(", ", lost.Take(5).Select(m => $"{world.Sectors[m.Sector].Code} ({world.Sectors[m.Sector].Name}) in {world.Regions[m.Destination].Code}"));
            var more = lost.Count > 5 ? FormattableString.Invariant($" and {lost.Count - 5} more") : "";
            throw new NoEquilibriumException(
                $"no equilibrium: no supplier is left for {names}{more}; lower the coverage below 1, or name the sectors in `may-vanish` to let buyers do without");
        }

        MoneyCheck.Run(b, scenario, closure);
    }

    // Of two tiers, where the weights hold no home sales.
    private static bool SuppliesItself(PackedBaseline b, int sector, int destination) => b.HomeShares[sector * b.RowN + destination] > 0;

    private static bool HasRoute(Scenario scenario, int sector, int destination)
    {
        foreach (var split in scenario.Splits.All)
        {
            if (split.Sector == sector && split.Destination == destination)
                return split.Routed is not null;
        }

        return false;
    }

    private static bool HasSupplier(PackedBaseline b, double* weights, int destination)
    {
        for (var i = 0; i < b.N; i++)
        {
            if (weights[i * b.RowN + destination] > 0)
                return true;
        }

        return false;
    }
}
