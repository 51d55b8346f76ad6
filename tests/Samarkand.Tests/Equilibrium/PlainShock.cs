using Samarkand.Equilibrium;

namespace Samarkand.Tests.Equilibrium;

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

    /// <summary>Lump payments received less paid by a region.</summary>
    public double Lump(int j) =>
        shock.Payments.Sum(payment => (payment.To.Index == j ? payment.Amount : 0) - (payment.From.Index == j ? payment.Amount : 0));

    private static bool Holds(FlowBlock block, int s, int i, int j) =>
        i != j
        && block.Sectors.Any(sector => sector.Index == s)
        && block.Origins.Any(region => region.Index == i)
        && block.Destinations.Any(region => region.Index == j);
}
