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
        if (Smallest(b, scenario, closure, HasNoBalance) is { } cut)
            throw new NoEquilibriumException(cut.Explain(b.Baseline.World, closure));
    }

    /// <summary>
    /// Why no balance was found: the smallest set of regions that trades one way alone, which no money that is held need contradict; null
    /// where there is none.
    /// </summary>
    public static string? OneWay(PackedBaseline b, Scenario scenario, Closure closure) =>
        scenario.HasBans ? Smallest(b, scenario, closure, (set, _, _, _) => set.Exports != set.Imports)?.OneWay(b.Baseline.World) : null;

    private static CutOffSet? Smallest(PackedBaseline b, Scenario scenario, Closure closure, Func<CutOffSet, double, double, Closure, bool> isOne)
    {
        if (HasHub(b, scenario))
            return null;
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

        return smallest;

        CutOffSet? Check(Predicate<int> inside)
        {
            var (set, paid, world) = SetOf(b, scenario, closure, sells, inside);
            return isOne(set, paid, world, closure) && !OwnsOutside(scenario, inside) ? set : null;
        }
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

    private static (CutOffSet Set, double Paid, double WorldValueAdded) SetOf(PackedBaseline b, Scenario scenario, Closure closure, bool[] sells, Predicate<int> inside)
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

        return (new CutOffSet([.. Enumerable.Range(0, b.N).Where(n => inside(n))], exports, imports, money), paid, world);
    }

    private static bool HasNoBalance(CutOffSet set, double paid, double world, Closure closure)
    {
        // Deficits that move with income may yet meet what is paid or traded one way.
        if ((closure == Closure.Proportional || closure.Confines()) && (set.Exports || set.Imports || paid > 0))
            return false;
        var none = Math.Abs(set.Inflow) <= 1e-12 * world;
        return set.Exports == set.Imports ? !set.Exports && !none : none || set.Imports != set.Inflow > 0;
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
        // No closure lets trade that is open one way alone balance.
        var way = Exports != Imports ? "" : closure == Closure.Closed ? "drop the payments, or " : "use the closure `closed`, or ";
        var open = Exports != Imports ? "leave some trade open both ways" : "leave some trade open";
        return FormattableString.Invariant(
            $"no equilibrium: {State(world)}, while a net inflow of {Inflow:0.###} million USD a year (deficit and payments) is held; {way}{open}");
    }

    public string OneWay(World world) =>
        $"no equilibrium: {State(world)}, and no balance was found for trade that is open one way alone; leave some trade open both ways, for instance by a coverage below 1";

    private string State(World world)
    {
        var names = string.Join(", ", Regions.Select(n => world.Regions[n].Code));
        return $"{names} {(Exports ? "can sell abroad but no longer buy" : Imports ? "can buy abroad but no longer sell" : "cannot trade with the others any more")}";
    }
}
