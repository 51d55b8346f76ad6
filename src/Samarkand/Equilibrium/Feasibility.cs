namespace Samarkand.Equilibrium;

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
                if (b.Baseline.Expenditures[s * b.N + j] > 0 && !HasSupplier(b, scenario.Weights[s], j))
                    lost.Add((s, j));
            }
        }

        foreach (var split in scenario.Splits.All)
        {
            if (b.Baseline.Expenditures[split.Sector * b.N + split.Destination] == 0)
                continue;
            foreach (var part in split.Parts)
            {
                if (Array.TrueForAll(part.Weights, weight => weight == 0))
                {
                    lost.Add((split.Sector, split.Destination));
                    break;
                }
            }
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

        if (closure != Closure.Closed)
            CheckMoney(b, scenario);
    }

    // A set of regions that sells nothing outside needs money from outside for what it buys there, and the other way round.
    private static void CheckMoney(PackedBaseline b, Scenario scenario)
    {
        var sells = SellsTo(b, scenario);
        if (HasHub(sells, b.N))
            return;
        var reaches = Reachable(sells, b.N);
        for (var n = 0; n < b.N; n++)
        {
            CheckSet(b, scenario, sells, m => reaches[n * b.N + m]);
            CheckSet(b, scenario, sells, m => reaches[m * b.N + n]);
        }
    }

    // Where one region trades both ways with every other, no set is cut off: the usual case, found at once.
    private static bool HasHub(bool[] sells, int n)
    {
        for (var hub = 0; hub < n; hub++)
        {
            var trades = true;
            for (var m = 0; m < n && trades; m++)
                trades = m == hub || (sells[hub * n + m] && sells[m * n + hub]);
            if (trades)
                return true;
        }

        return false;
    }

    private static void CheckSet(PackedBaseline b, Scenario scenario, bool[] sells, Predicate<int> inside)
    {
        var (money, world, exports, imports) = (0.0, 0.0, false, false);
        for (var n = 0; n < b.N; n++)
        {
            world += b.ValueAdded[n];
            if (!inside(n))
                continue;
            money += b.Deficits[n] + scenario.LumpPayments[n];
            for (var m = 0; m < b.N; m++)
            {
                exports |= !inside(m) && sells[n * b.N + m];
                imports |= !inside(m) && sells[m * b.N + n];
            }
        }

        var none = Math.Abs(money) <= 1e-12 * world;
        if (exports == imports ? exports || none : !none && imports == money > 0)
            return;
        var names = string.Join(", ", Enumerable.Range(0, b.N).Where(n => inside(n)).Select(n => b.Baseline.World.Regions[n].Code));
        var state = exports ? "can sell abroad but no longer buy" : imports ? "can buy abroad but no longer sell" : "cannot trade with the others any more";
        throw new NoEquilibriumException(FormattableString.Invariant(
            $"no equilibrium: {names} {state}, while a net inflow of {money:0.###} million USD a year (deficit and payments) is held; use the closure `closed`, or leave some trade open"));
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

    private static bool[] SellsTo(PackedBaseline b, Scenario scenario)
    {
        var sells = new bool[b.N * b.N];
        for (var i = 0; i < b.N; i++)
        {
            for (var j = 0; j < b.N; j++)
            {
                var open = false;
                for (var s = 0; s < b.S && !open; s++)
                    open = i != j && scenario.Weights[s][i * b.RowN + j] > 0 && b.Baseline.Expenditures[s * b.N + j] > 0;
                sells[i * b.N + j] = open;
            }
        }

        return sells;
    }

    private static bool[] Reachable(bool[] edges, int n)
    {
        var reaches = (bool[])edges.Clone();
        for (var k = 0; k < n; k++)
            reaches[k * n + k] = true;
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                if (!reaches[i * n + k])
                    continue;
                for (var j = 0; j < n; j++)
                    reaches[i * n + j] |= reaches[k * n + j];
            }
        }

        return reaches;
    }
}
