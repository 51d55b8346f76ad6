using Samarkand.Model.Nests;

namespace Samarkand.Tests.Model;

/// <summary>Nested CES in prices and shares, one bundle at a time, from the words of docs/method.md.</summary>
/// <param name="energy">The sectors of the bundle of energy.</param>
/// <param name="fuelMakers">The sectors that make fuels.</param>
/// <param name="elasticities">The elasticities of substitution.</param>
internal sealed class PlainNests(bool[] energy, bool[] fuelMakers, Substitution elasticities)
{
    /// <summary>The cost of a product and the share of each input in it, value added last.</summary>
    public (double Price, double[] Shares) Product(int user, double[] inputs, double added, double[] prices, double wage)
    {
        var feed = fuelMakers[user];
        var (top, fuels) = feed ? (elasticities.Feedstock, elasticities.Feedstock) : (elasticities.Energy, elasticities.Fuels);
        var all = Enumerable.Range(0, inputs.Length).ToArray();
        var fuel = Bundle.Of(fuels, [.. all.Where(k => energy[k]).Select(k => (k, inputs[k], prices[k]))]);
        var material = Bundle.Of(elasticities.Materials, [.. all.Where(k => !energy[k]).Select(k => (k, inputs[k], prices[k]))]);
        var rest = Bundle.Of(elasticities.Added, [(0, added, wage), (1, material.Weight, material.Price)]);
        var cost = Bundle.Of(top, [(0, fuel.Weight, fuel.Price), (1, rest.Weight, rest.Price)]);
        var shares = new double[inputs.Length + 1];
        foreach (var (k, share) in fuel.Shares)
            shares[k] = share * cost.Shares[0];
        foreach (var (k, share) in material.Shares)
            shares[k] = share * rest.Shares[1] * cost.Shares[1];
        shares[^1] = rest.Shares[0] * cost.Shares[1];
        return (cost.Price, shares);
    }

    /// <summary>The price of consumption and the share of each good in it.</summary>
    public (double Price, double[] Shares) Consumption(double[] final, double[] prices)
    {
        var all = Enumerable.Range(0, final.Length).ToArray();
        var fuel = Bundle.Of(elasticities.Fuels, [.. all.Where(k => energy[k]).Select(k => (k, final[k], prices[k]))]);
        var other = Bundle.Of(1, [.. all.Where(k => !energy[k]).Select(k => (k, final[k], prices[k]))]);
        var whole = Bundle.Of(elasticities.Energy, [(0, fuel.Weight, fuel.Price), (1, other.Weight, other.Price)]);
        var shares = new double[final.Length];
        foreach (var (k, share) in fuel.Shares)
            shares[k] = share * whole.Shares[0];
        foreach (var (k, share) in other.Shares)
            shares[k] = share * whole.Shares[1];
        return (whole.Price, shares);
    }

    private sealed record Bundle(double Weight, double Price, Dictionary<int, double> Shares)
    {
        public static Bundle Of(double sigma, (int Key, double Weight, double Price)[] parts)
        {
            var weight = parts.Sum(part => part.Weight);
            if (weight == 0)
                return new Bundle(0, 1, parts.ToDictionary(part => part.Key, _ => 0.0));
            var price = sigma == 1
                ? parts.Aggregate(1.0, (product, part) => product * Math.Pow(part.Price, part.Weight / weight))
                : Math.Pow(parts.Sum(part => part.Weight / weight * Math.Pow(part.Price, 1 - sigma)), 1 / (1 - sigma));
            return new Bundle(weight, price, parts.ToDictionary(part => part.Key, part => part.Weight / weight * Math.Pow(part.Price / price, 1 - sigma)));
        }
    }
}
