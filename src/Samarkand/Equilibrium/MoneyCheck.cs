namespace Samarkand.Equilibrium;

/// <summary>
/// Finds sets of regions that bans cut off while money is held to flow in or out: a set that sells nothing outside needs money
/// from outside for what it buys there, and the other way round.
/// </summary>
internal static unsafe class MoneyCheck
{
    /// <exception cref="NoEquilibriumException">There is such a set.</exception>
    public static void Run(PackedBaseline b, Scenario scenario, Closure closure)
    {
        var sells = SellsTo(b, scenario);
        if (HasHub(sells, b.N))
            return;
        var reaches = Reachable(sells, b.N);
        for (var n = 0; n < b.N; n++)
        {
            CheckSet(b, scenario, closure, sells, m => reaches[n * b.N + m]);
            CheckSet(b, scenario, closure, sells, m => reaches[m * b.N + n]);
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

    private static void CheckSet(PackedBaseline b, Scenario scenario, Closure closure, bool[] sells, Predicate<int> inside)
    {
        var (money, paid, world, exports, imports) = (0.0, 0.0, 0.0, false, false);
        for (var n = 0; n < b.N; n++)
        {
            world += b.ValueAdded[n];
            if (!inside(n))
                continue;
            money += (closure == Closure.Closed ? 0 : b.Deficits[n]) + scenario.LumpPayments[n];
            paid += Math.Abs(scenario.LumpPayments[n]);
            for (var m = 0; m < b.N; m++)
            {
                exports |= !inside(m) && sells[n * b.N + m];
                imports |= !inside(m) && sells[m * b.N + n];
            }
        }

        // Deficits that move with income may yet meet what is paid or traded one way.
        if (closure == Closure.Proportional && (exports || imports || paid > 0))
            return;
        var none = Math.Abs(money) <= 1e-12 * world;
        if ((exports == imports ? exports || none : !none && imports == money > 0) || OwnsOutside(scenario, inside))
            return;
        var names = string.Join(", ", Enumerable.Range(0, b.N).Where(n => inside(n)).Select(n => b.Baseline.World.Regions[n].Code));
        var state = exports ? "can sell abroad but no longer buy" : imports ? "can buy abroad but no longer sell" : "cannot trade with the others any more";
        var way = closure == Closure.Closed ? "drop the payments" : "use the closure `closed`";
        throw new NoEquilibriumException(FormattableString.Invariant(
            $"no equilibrium: {names} {state}, while a net inflow of {money:0.###} million USD a year (deficit and payments) is held; {way}, or leave some trade open"));
    }

    // A wedge on a flow of others brings money without trade.
    private static bool OwnsOutside(Scenario scenario, Predicate<int> inside)
    {
        foreach (var transfer in scenario.Transfers)
        {
            if (inside(transfer.From) != inside(transfer.To) && transfer.To != transfer.Origin && transfer.To != transfer.Destination)
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
                    open = i != j && b.Baseline.Expenditures[s * b.N + j] > 0 && IsOpen(b, scenario, s, i, j);
                sells[i * b.N + j] = open;
            }
        }

        return sells;
    }

    private static bool IsOpen(PackedBaseline b, Scenario scenario, int s, int i, int j)
    {
        var isFree = scenario.Weights[s][i * b.RowN + j] > 0;
        foreach (var split in scenario.Splits.All)
        {
            if (split.Sector == s && split.Destination == j)
                return (isFree && split.FreeShare > 0) || Array.Exists(split.Parts, part => part.Weights[i] > 0);
        }

        return isFree;
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
