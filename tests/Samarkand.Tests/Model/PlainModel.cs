using Samarkand.Model;

namespace Samarkand.Tests.Model;

/// <summary>The equations of docs/method.md, section 1, one after the other, slow and plain.</summary>
internal sealed class PlainModel(PlainEconomy economy, Shock shock, Closure closure)
{
    private readonly PlainShock _shock = new(economy, shock);
    private readonly int _n = economy.N;
    private readonly int _s = economy.S;

    /// <summary>The state without a shock.</summary>
    public PlainState Start()
    {
        var state = new PlainState(_n, _s);
        Array.Fill(state.Wage, 1);
        for (var j = 0; j < _n; j++)
        {
            (state.Revenue[j], state.Income[j], state.Spending[j]) = (economy.Revenue[j], economy.Income[j], economy.Income[j]);
            for (var s = 0; s < _s; s++)
                (state.Price[s, j], state.Output[j, s]) = (1, economy.Output[j, s]);
        }

        return state;
    }

    /// <summary>
    /// The right-hand sides at a state. Wages become what clears labour markets at the state's units: the numeraire is whatever
    /// the state's world value added is.
    /// </summary>
    public PlainState RightHandSides(PlainState now)
    {
        var next = new PlainState(_n, _s);
        for (var j = 0; j < _n; j++)
        {
            (next.Spending[j], next.Income[j]) = Income(now, j);
            if (economy.Nests is { } nests)
            {
                Use(nests, now, next, j);
                continue;
            }

            for (var s = 0; s < _s; s++)
            {
                next.Cost[j, s] = Math.Pow(now.Wage[j], economy.Added[j, s]);
                next.Expenditure[s, j] = economy.Final[j, s] * now.Spending[j];
                next.Expenditure[s, j] += Unit(now) * _shock.Bought(j, s);
                for (var k = 0; k < _s; k++)
                {
                    next.Cost[j, s] *= Math.Pow(now.Price[k, j], economy.Input[j, k, s]);
                    next.Expenditure[s, j] += economy.Input[j, s, k] * now.Output[j, k];
                }
            }
        }

        var levies = Levies(now, next);
        for (var s = 0; s < _s; s++)
        {
            for (var j = 0; j < _n; j++)
                Market(next, s, j, levies[s, j]);
        }

        // What conduits buy of their own services is sold beside all demand.
        foreach (var (j, s, value) in next.Services)
            next.Output[j, s] += value;
        for (var j = 0; j < _n; j++)
        {
            for (var s = 0; s < _s; s++)
                next.Wage[j] += (economy.Nests is null ? economy.Added[j, s] : next.Added[j, s]) * next.Output[j, s] / economy.ValueAdded[j];
        }

        return next;
    }

    /// <summary>World value added at a state, over the baseline's.</summary>
    public double Unit(PlainState state) =>
        Enumerable.Range(0, _n).Sum(j => state.Wage[j] * economy.ValueAdded[j]) / economy.ValueAdded.Sum();

    /// <summary>Finds the equilibrium by small steps, with one region's wage as the numeraire.</summary>
    public PlainState Solve(int numeraire)
    {
        var (state, step) = (Start(), 1 / (1 + economy.Elasticity.Max()));
        for (var count = 0; count < 20_000; count++)
        {
            var next = RightHandSides(state);
            var change = 0.0;
            for (var j = 0; j < _n; j++)
            {
                change = Math.Max(change, Math.Abs(next.Wage[j] / state.Wage[j] - 1));
                change = Math.Max(change, Math.Abs(next.Income[j] / state.Income[j] - 1));
                next.Wage[j] = state.Wage[j] * Math.Pow(next.Wage[j] / state.Wage[j], step);
            }

            for (var j = 0; j < _n; j++)
            {
                for (var s = 0; s < _s; s++)
                {
                    change = Math.Max(change, Math.Abs(next.Price[s, j] / state.Price[s, j] - 1));
                    change = Math.Max(change, Math.Abs(next.Output[j, s] - state.Output[j, s]) / economy.ValueAdded[j]);
                }
            }

            state = next.Over(next.Wage[numeraire]);
            if (change < 1e-12)
                return state;
        }

        throw new InvalidOperationException("The plain model did not settle.");
    }

    /// <summary>The change of real income of a region between the baseline and a state.</summary>
    public double RealIncome(PlainState state, int j)
    {
        var real = state.Income[j] / economy.Income[j];
        if (economy.Nests is { } nests)
            return real / nests.Consumption(Row(s => economy.Final[j, s]), Row(s => state.Price[s, j])).Price;
        for (var s = 0; s < _s; s++)
            real /= Math.Pow(state.Price[s, j], economy.Final[j, s]);
        return real;
    }

    private void Use(PlainNests nests, PlainState now, PlainState next, int j)
    {
        var prices = Row(k => now.Price[k, j]);
        var (_, final) = nests.Consumption(Row(s => economy.Final[j, s]), prices);
        for (var s = 0; s < _s; s++)
            next.Expenditure[s, j] += final[s] * now.Spending[j] + Unit(now) * _shock.Bought(j, s);
        for (var user = 0; user < _s; user++)
        {
            var (cost, shares) = nests.Product(user, Row(k => economy.Input[j, k, user]), economy.Added[j, user], prices, now.Wage[j]);
            (next.Cost[j, user], next.Added[j, user]) = (cost, shares[_s]);
            for (var k = 0; k < _s; k++)
                next.Expenditure[k, j] += shares[k] * now.Output[j, user];
        }
    }

    private double[] Row(Func<int, double> of) => [.. Enumerable.Range(0, _s).Select(of)];

    // What is spent, and what of it is the region's own.
    private (double Spending, double Income) Income(PlainState now, int j)
    {
        var (unit, target) = (Unit(now), _shock.Confined);
        var (spending, trust) = (Earned(now, j), unit * _shock.InTrust(j));
        if (target < 0 || closure is not (Closure.Unfinanced or Closure.Unspent))
            return (spending, spending - trust);
        var idle = closure == Closure.Unfinanced
            ? unit * Math.Max(0, economy.Deficit[target])
            : Math.Max(0, Earned(now, target) - unit * economy.Income[target]);
        if (j == target)
            return (spending - idle, spending - idle - (closure == Closure.Unfinanced ? Math.Max(0, trust - idle) : trust));
        var others = Enumerable.Range(0, _n).Where(k => k != target).Sum(k => now.Wage[k] * economy.ValueAdded[k]);
        return (spending + idle * now.Wage[j] * economy.ValueAdded[j] / others, spending - trust);
    }

    private double Earned(PlainState now, int j)
    {
        var unit = Unit(now);
        var income = now.Wage[j] * economy.ValueAdded[j] + now.Revenue[j] + unit * _shock.Lump(j);
        if (closure is Closure.Fixed or Closure.Unfinanced or Closure.Unspent)
            return income + unit * economy.Deficit[j];
        if (closure == Closure.Closed)
            return income;
        var sum = 0.0;
        for (var k = 0; k < _n; k++)
            sum += economy.Deficit[k] * now.Spending[k] / economy.Income[k];
        var share = now.Wage[j] * economy.ValueAdded[j] / (unit * economy.ValueAdded.Sum());
        return income + economy.Deficit[j] * now.Spending[j] / economy.Income[j] - share * sum;
    }

    // 1 + the levy of each market: as much as the state's prices hold beyond costs, moved by what is bought beyond the capacity.
    private double[,] Levies(PlainState now, PlainState next)
    {
        var levies = new double[_s, _n];
        for (var s = 0; s < _s; s++)
        {
            for (var j = 0; j < _n; j++)
                levies[s, j] = 1;
        }

        foreach (var (sector, members, capacity, _) in shock.Pools)
        {
            var (s, bare) = (sector.Index, new PlainState(_n, _s));
            Array.Copy(next.Cost, bare.Cost, next.Cost.Length);
            Array.Copy(next.Expenditure, bare.Expenditure, next.Expenditure.Length);
            foreach (var member in members)
                Market(bare, s, member.Index, 1);
            var before = members.Sum(member => economy.Expenditure[s, member.Index]);
            var held = members.Sum(member => economy.Expenditure[s, member.Index] * Math.Log(now.Price[s, member.Index] / bare.Price[s, member.Index])) / before;
            var level = Math.Max(1, Math.Exp(held));
            var volume = members.Sum(member => next.Expenditure[s, member.Index] / (level * bare.Price[s, member.Index]));
            foreach (var member in members)
                levies[s, member.Index] = Math.Max(1, level * volume / (capacity * before));
        }

        return levies;
    }

    // Where sellers get their share of the levy.
    private double Passed(int s, int j) => shock.Pools.Where(pool => pool.Sector.Index == s && pool.Members.Contains(new(j))).Sum(pool => pool.Passed);

    private void Market(PlainState next, int s, int j, double levy)
    {
        next.Price[s, j] = levy;
        if (next.Expenditure[s, j] == 0)
            return;
        var theta = economy.Elasticity[s];
        foreach (var (from, to) in _shock.Parts(s, j))
        {
            var pull = new double[_n];
            for (var i = 0; i < _n; i++)
                pull[i] = _shock.Closed(s, i, j, to) ? 0 : _shock.Weight(s, i, j) * Math.Pow(next.Cost[i, s], -theta);
            var detours = _shock.Detours(s, j, to).Select(detour => (detour.Detour, Pull: detour.Weight * Math.Pow(next.Cost[detour.Detour.Origin.Index, s], -theta))).ToList();
            if (economy.HomeRatio != 1)
                Tiers(next, s, j, pull, detours);
            var sum = pull.Sum() + detours.Sum(detour => detour.Pull);
            next.Price[s, j] *= Math.Pow(sum, -(to - from) / theta);
            for (var i = 0; i < _n; i++)
            {
                var buyers = next.Expenditure[s, j] * (to - from) * pull[i] / sum;
                var basic = buyers / (_shock.Factor(s, i, j) * levy);
                next.Buyers[s, i, j] += buyers;
                next.Basic[s, i, j] += basic;
                next.Output[i, s] += basic;
                _shock.AddRevenues(s, i, j, basic, next.Revenue);
                next.Revenue[j] += buyers * (1 - 1 / levy);
                next.Revenue[j] -= i == j ? 0 : Passed(s, j) * (levy - 1) * basic;
                next.Revenue[i] += i == j ? 0 : Passed(s, j) * (levy - 1) * basic;
            }

            foreach (var (detour, pulled) in detours)
                Routed(next, detour, next.Expenditure[s, j] * (to - from) * pulled / sum, levy);
        }
    }

    // Home against the bundle of all foreign goods, each with its price: what they pull together, divided among origins as before, so that one
    // sum over all gives the same shares; its level gives the price.
    private void Tiers(PlainState next, int s, int j, double[] pull, List<(Detour Detour, double Pull)> detours)
    {
        var (theta, home) = (economy.Elasticity[s], economy.Share[s, j, j]);
        var abroad = Enumerable.Range(0, _n).Where(i => i != j).Sum(i => pull[i]) + detours.Sum(detour => detour.Pull);
        var foreign = Enumerable.Range(0, _n).Where(i => i != j).Sum(i => economy.Share[s, i, j]);
        var bundle = abroad > 0 ? Math.Pow(abroad / foreign, -1 / theta) : double.PositiveInfinity;
        var low = economy.HomeRatio * theta;
        var (pullHome, pullAbroad) = (home * Math.Pow(next.Cost[j, s], -low), abroad > 0 ? foreign * Math.Pow(bundle, -low) : 0);
        var price = Math.Pow(pullHome + pullAbroad, -1 / low);
        var level = Math.Pow(price, -theta) / (pullHome + pullAbroad);
        for (var i = 0; i < _n; i++)
            pull[i] = i == j ? pullHome * level : abroad > 0 ? pull[i] / abroad * pullAbroad * level : 0;
        for (var d = 0; d < detours.Count; d++)
            detours[d] = (detours[d].Detour, abroad > 0 ? detours[d].Pull / abroad * pullAbroad * level : 0);
    }

    // Buyers pay basic price, then the conduit's margin, then the baseline's tariff.
    private void Routed(PlainState next, Detour detour, double buyers, double levy)
    {
        var (s, i, j) = (detour.Sector.Index, detour.Origin.Index, detour.Destination.Index);
        next.Buyers[s, i, j] += buyers;
        next.Revenue[j] += buyers * (1 - 1 / levy);
        foreach (var leg in detour.Legs)
        {
            var withMargin = buyers / levy * leg.Share / (1 + economy.Tariff[s, i, j]);
            var basic = withMargin / (1 + leg.Margin);
            next.Basic[s, i, j] += basic;
            next.Output[i, s] += basic;
            next.Revenue[j] += economy.Tariff[s, i, j] * withMargin;
            var services = _shock.Services(leg.Conduit.Index, withMargin - basic);
            next.Revenue[leg.Conduit.Index] += withMargin - basic - services.Sum(service => service.Value);
            next.Services.AddRange(services.Select(service => (leg.Conduit.Index, service.Sector, service.Value)));
        }
    }
}
