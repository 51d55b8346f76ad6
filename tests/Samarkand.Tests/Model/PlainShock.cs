using Samarkand.Model;

namespace Samarkand.Tests.Model;

/// <summary>What a shock does to each flow, one flow at a time, from the words of the model.</summary>
internal sealed class PlainShock(PlainEconomy economy, Shock shock)
{
    /// <summary>prod (1 + tau') of a flow.</summary>
    public double Factor(int s, int i, int j)
    {
        var factor = 1 + economy.Tariff[s, i, j];
        foreach (var tariff in shock.Tariffs)
            factor += Holds(tariff.Flows, s, i, j) ? tariff.Rate : 0;
        foreach (var wedge in shock.Wedges)
            factor *= Holds(wedge.Flows, s, i, j) ? 1 + wedge.Rate : 1;
        return factor;
    }

    /// <summary>A = pi k^-theta of a flow, lists aside.</summary>
    public double Weight(int s, int i, int j)
    {
        var theta = economy.Elasticity[s];
        var weight = economy.Share[s, i, j] * Math.Pow(Factor(s, i, j) / (1 + economy.Tariff[s, i, j]), -theta);
        foreach (var change in shock.Costs)
        {
            if (Holds(change.Flows, s, i, j))
                weight *= 1 - change.Share + change.Share * (double.IsInfinity(change.Factor) ? 0 : Math.Pow(change.Factor, -theta));
        }

        foreach (var change in shock.Reweightings)
            weight *= (change.Sector.Index, change.Destination.Index) == (s, j) && i != j ? change.Ratios[i] : 1;
        return weight;
    }

    /// <summary>The parts into which lists cut a market: from one coverage to the next, each with its width.</summary>
    public List<(double From, double To)> Parts(int s, int j)
    {
        var ends = new SortedSet<double> { 1 };
        foreach (var ban in shock.ListedBans)
        {
            if (ban.Flows.Sectors.Any(sector => sector.Index == s) && ban.Flows.Destinations.Any(region => region.Index == j))
                ends.Add(ban.Coverage);
        }

        var parts = new List<(double, double)>();
        var from = 0.0;
        foreach (var to in ends)
        {
            parts.Add((from, to));
            from = to;
        }

        return parts;
    }

    /// <summary>True where a list closes the part that ends at a coverage to an origin.</summary>
    public bool Closed(int s, int i, int j, double to) =>
        shock.ListedBans.Any(ban => ban.Coverage >= to && Holds(ban.Flows, s, i, j));

    /// <summary>
    /// Who gains from a flow of basic value m: each wedge's owner its rate of the price before it, the importer the tariff, which
    /// comes last; and the payments from exporter to importer.
    /// </summary>
    public void AddRevenues(int s, int i, int j, double m, double[] revenue)
    {
        var price = m;
        foreach (var wedge in shock.Wedges)
        {
            if (!Holds(wedge.Flows, s, i, j))
                continue;
            revenue[wedge.Owner?.Index ?? j] += wedge.Rate * price;
            price *= 1 + wedge.Rate;
        }

        revenue[j] += m * Factor(s, i, j) - price;
        foreach (var payment in shock.FlowPayments)
        {
            if (!Holds(payment.Flows, s, i, j))
                continue;
            revenue[i] -= payment.Rate * m;
            revenue[j] += payment.Rate * m;
        }
    }

    /// <summary>The detours into one part of a market, each with its weight.</summary>
    public IEnumerable<(Detour Detour, double Weight)> Detours(int s, int j, double to) =>
        from detour in shock.Detours
        where detour.Sector.Index == s && detour.Destination.Index == j
        let i = detour.Origin.Index
        let share = Closed(s, i, j, to) ? detour.ListedShare : detour.Share
        select (detour, economy.Share[s, i, j] * share * Math.Pow(detour.CostFactor, -economy.Elasticity[s]));

    /// <summary>What a conduit buys of its own services with a margin.</summary>
    public List<(int Sector, double Value)> Services(int conduit, double margin)
    {
        if (shock.Handling is not { } handling)
            return [];
        var outputs = handling.Sectors.Select(sector => economy.Output[conduit, sector.Index]).ToArray();
        return outputs.Sum() == 0 ? [] : [.. handling.Sectors.Select((sector, m) => (sector.Index, handling.Share * margin * outputs[m] / outputs.Sum()))];
    }

    /// <summary>What a region buys of a sector for others.</summary>
    public double Bought(int j, int s) =>
        shock.Purchases.Sum(purchase => purchase.Buyer.Index == j && purchase.Sector.Index == s ? purchase.Amount : 0);

    /// <summary>Lump payments received less paid by a region, and less its purchases for others.</summary>
    public double Lump(int j) =>
        -shock.Purchases.Sum(purchase => purchase.Buyer.Index == j ? purchase.Amount : 0) +
        shock.Payments.Sum(payment => payment.InTrust ? 0 : (payment.To.Index == j ? payment.Amount : 0) - (payment.From.Index == j ? payment.Amount : 0));

    /// <summary>What trusts hold of a region's money.</summary>
    public double InTrust(int j) => shock.Payments.Sum(payment => payment.InTrust && payment.From.Index == j ? payment.Amount : 0);

    /// <summary>The state whose balance answers, or -1.</summary>
    public int Confined => shock.Confined?.Index ?? -1;

    private static bool Holds(FlowBlock block, int s, int i, int j) =>
        i != j
        && block.Sectors.Any(sector => sector.Index == s)
        && block.Origins.Any(region => region.Index == i)
        && block.Destinations.Any(region => region.Index == j);
}
