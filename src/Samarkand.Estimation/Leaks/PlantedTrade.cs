using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Estimation.Leaks;

/// <summary>
/// Trade made from a stated process, with leaks planted in it: a level of each state and product, which are lognormal; a season and a random
/// walk of each product, which all states share; a noise of each month; and from the bans on an excess in the planted pairs.
/// </summary>
internal sealed record PlantedTrade
{
    public int States { get; init; } = 30;

    public int Near { get; init; } = 10;

    public int Products { get; init; } = 20;

    public int Before { get; init; } = 36;

    public int After { get; init; } = 12;

    /// <summary>By how much a planted pair exceeds what it would have been.</summary>
    public double Excess { get; init; } = 0.3;

    /// <summary>How many pairs of near states and products are planted.</summary>
    public int Planted { get; init; } = 20;

    /// <summary>The standard deviation of a month's noise, in logarithms.</summary>
    public double Noise { get; init; } = 0.15;

    /// <summary>The standard deviation of a month's step of what all states share.</summary>
    public double Drift { get; init; } = 0.03;

    public int Seed { get; init; } = 1;

    /// <summary>The first month, as year times twelve and the month less one.</summary>
    public int First { get; init; } = 2019 * 12;

    /// <summary>Makes it; the near states come first.</summary>
    public (TradePanel Panel, ImmutableHashSet<(string State, string Product)> Leaks) Make()
    {
        var months = Before + After;
        var partners = Enumerable.Range(0, States).Select(c => c < Near ? FormattableString.Invariant($"N{c + 1:00}") : FormattableString.Invariant($"F{c - Near + 1:00}")).ToImmutableArray();
        var products = Enumerable.Range(0, Products).Select(g => FormattableString.Invariant($"{84 + g % 6:00}{g + 1:00}")).ToImmutableArray();
        var order = Enumerable.Range(0, Near * Products).OrderBy(pair => SplitMix.Uniform(Seed, pair, 1)).Take(Planted).ToHashSet();
        var values = new double[States * Products * months];
        for (var g = 0; g < Products; g++)
        {
            var (walk, season) = (new double[months], 2 * Math.PI * SplitMix.Uniform(Seed, g, 2));
            for (var m = 1; m < months; m++)
                walk[m] = walk[m - 1] + Drift * Normal(g * months + m, 3);
            for (var c = 0; c < States; c++)
            {
                var level = 14 + Normal(c * Products + g, 4);
                for (var m = 0; m < months; m++)
                {
                    var at = (c * Products + g) * months + m;
                    var planted = m >= Before && order.Contains(c * Products + g) && c < Near ? 1 + Excess : 1;
                    values[at] = Math.Round(planted * Math.Exp(level + walk[m] + 0.2 * Math.Cos(2 * Math.PI * m / 12 + season) + Noise * Normal(at, 5)));
                }
            }
        }

        var panel = new TradePanel(partners, products, [.. Enumerable.Range(First, months)], values) { Rates = [.. Enumerable.Repeat(1.0, months)] };
        return (panel, [.. order.Select(pair => (partners[pair / Products], products[pair % Products]))]);
    }

    public LeakQuestion Question => new(First + Before, []) { Placebos = [.. Enumerable.Range(1, States - Near).Select(c => FormattableString.Invariant($"F{c:00}"))] };

    private double Normal(int number, int place) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, SplitMix.Uniform(Seed, number, place));
}
