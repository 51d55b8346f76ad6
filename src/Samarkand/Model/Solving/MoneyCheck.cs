using Samarkand.Worlds;

namespace Samarkand.Model.Solving;

/// <summary>
/// Finds sets of regions that bans cut off while money is held to flow in or out: a set that sells nothing outside needs money
/// from outside for what it buys there, and the other way round.
/// </summary>
internal static unsafe class MoneyCheck
{
    /// <exception cref="NoEquilibriumException">There is such a set.</exception>
    public static void Run(PackedBaseline b, Scenario scenario, Closure closure)
    {
        if (HasHub(b, scenario))
            return;
        var sells = SellsTo(b, scenario);
        var reaches = Reachable(sells, b.N);
        CutOffSet? smallest = null;
        for (var n = 0; n < b.N; n++)
        {
            foreach (var set in new[] { Check(m => reaches[n * b.N + m]), Check(m => reaches[m * b.N + n]) })
            {
                if (set is not null && (smallest is null || set.Regions.Length < smallest.Regions.Length))
                    smallest = set;
            }
        }

        if (smallest is not null)
            throw new NoEquilibriumException(smallest.Explain(b.Baseline.World, closure));

        CutOffSet? Check(Predicate<int> inside) => CheckSet(b, scenario, closure, sells, inside);
    }

    // Where one region trades both ways with every other, no set is cut off: the usual case, found at once.
    private static bool HasHub(PackedBaseline b, Scenario scenario)
    {
        for (var hub = 0; hub < b.N; hub++)
        {
            var trades = true;
            for (var m = 0; m < b.N && trades; m++)
                trades = m == hub || (Sells(b, scenario, hub, m) && Sells(b, scenario, m, hub));
            if (trades)
                return true;
        }

        return false;
    }

    private static CutOffSet? CheckSet(PackedBaseline b, Scenario scenario, Closure closure, bool[] sells, Predicate<int> inside)
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
            return null;
        var none = Math.Abs(money) <= 1e-12 * world;
        if ((exports == imports ? exports || none : !none && imports == money > 0) || OwnsOutside(scenario, inside))
            return null;
        return new CutOffSet([.. Enumerable.Range(0, b.N).Where(n => inside(n))], exports, imports, money);
    }

    // A wedge on a flow of others brings money without trade, and so does a conduit's margin.
    private static bool OwnsOutside(Scenario scenario, Predicate<int> inside)
    {
        foreach (var transfer in scenario.Transfers)
        {
            if (transfer.From != FlowTransfer.Buyers && inside(transfer.From) != inside(transfer.To) && transfer.To != transfer.Origin && transfer.To != transfer.Destination)
                return true;
        }

        foreach (var split in scenario.Splits.All)
        {
            if (EarnsOutside(split.Routed, inside(split.Destination), inside) || Array.Exists(split.Parts, part => EarnsOutside(part.Routed, inside(split.Destination), inside)))
                return true;
        }

        return false;
    }

    private static bool EarnsOutside(RoutedSupply? routed, bool isInside, Predicate<int> inside) =>
        routed is not null && Array.Exists(routed.Conduits, conduit => inside(conduit) != isInside);

    private static bool[] SellsTo(PackedBaseline b, Scenario scenario)
    {
        var sells = new bool[b.N * b.N];
        for (var i = 0; i < b.N; i++)
        {
            for (var j = 0; j < b.N; j++)
                sells[i * b.N + j] = i != j && Sells(b, scenario, i, j);
        }

        return sells;
    }

    private static bool Sells(PackedBaseline b, Scenario scenario, int i, int j)
    {
        for (var s = 0; s < b.S; s++)
        {
            if (b.Baseline.Expenditures[s * b.N + j] > 0 && IsOpen(b, scenario, s, i, j))
                return true;
        }

        return false;
    }

    private static bool IsOpen(PackedBaseline b, Scenario scenario, int s, int i, int j)
    {
        var isFree = scenario.Weights[s][i * b.RowN + j] > 0;
        foreach (var split in scenario.Splits.All)
        {
            if (split.Sector == s && split.Destination == j)
                return (isFree && split.FreeShare > 0) || split.HasPartOf(i);
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

/// <summary>Regions that trade with the others one way or not at all while money is held to flow.</summary>
/// <param name="Regions">The regions.</param>
/// <param name="Exports">True where they can sell abroad.</param>
/// <param name="Imports">True where they can buy abroad.</param>
/// <param name="Inflow">The net inflow that is held, million USD.</param>
internal sealed record CutOffSet(int[] Regions, bool Exports, bool Imports, double Inflow)
{
    public string Explain(World world, Closure closure)
    {
        var names = string.Join(", ", Regions.Select(n => world.Regions[n].Code));
        var state = Exports ? "can sell abroad but no longer buy" : Imports ? "can buy abroad but no longer sell" : "cannot trade with the others any more";
        var way = closure == Closure.Closed ? "drop the payments" : "use the closure `closed`";
        return FormattableString.Invariant(
            $"no equilibrium: {names} {state}, while a net inflow of {Inflow:0.###} million USD a year (deficit and payments) is held; {way}, or leave some trade open");
    }
}
