using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;

namespace Samarkand.Estimation.Bias;

/// <summary>A fitted gravity model by pairs of a seller and a buyer, each with all its times; a cell without a row has fitted zero.</summary>
internal sealed class PairPanel
{
    private static readonly string[] TimeNames = ["year", "t", "time", "period", "month", "quarter", "date"];

    private PairPanel(int pairs, int times, int regressors)
    {
        (Pairs, Times, Regressors) = (pairs, times, regressors);
        Sellers = new int[pairs];
        Buyers = new int[pairs];
        Fitted = new double[pairs * times];
        Scores = new double[pairs * times];
        X = [.. Enumerable.Range(0, regressors).Select(_ => new double[pairs * times])];
    }

    public int Pairs { get; }

    public int Times { get; }

    public int Regressors { get; }

    public int[] Sellers { get; }

    public int[] Buyers { get; }

    public int SellerCount { get; private set; }

    public int BuyerCount { get; private set; }

    /// <summary>Fitted trade, by pair and time.</summary>
    public double[] Fitted { get; }

    /// <summary>Observed less fitted.</summary>
    public double[] Scores { get; }

    /// <summary>Each regressor less its projection on the fixed effects.</summary>
    public double[][] X { get; }

    /// <summary>True where pairs have effects of their own.</summary>
    public bool IsThreeWay { get; private init; }

    /// <summary>The names of the columns of sellers, buyers and, where there are several, times that a formula's fixed effects speak of.</summary>
    /// <param name="effects">The fixed effects.</param>
    /// <param name="asked">The option that asks.</param>
    /// <exception cref="InputException">The effects are not those of a two-way or a three-way model.</exception>
    public static (string Seller, string Buyer, string? Time, bool IsThreeWay) Roles(ImmutableArray<GroupName> effects, string asked = "bias-correct")
    {
        var sets = effects.Select(effect => effect.Columns.Select(column => column.Text).ToHashSet()).ToArray();
        if (sets.Length == 2 && sets.All(set => set.Count == 1))
            return (sets[0].Single(), sets[1].Single(), null, false);
        // Pairs may have a column of their own, which says neither who sells nor who buys.
        if (sets.Length == 3 && sets.Count(set => set.Count == 2) == 2 && Roles([.. sets.Where(set => set.Count == 2)], 0) is { Time: not null } named)
            return named;
        if (sets.Length is 2 or 3 && sets.All(set => set.Count == 2))
        {
            // Each of three could be the pair: the one that leaves a column of times, or else the one that stands last.
            var found = Enumerable.Range(0, sets.Length == 3 ? 3 : 1).Reverse().Select(pair => Roles(sets, pair)).Where(roles => roles.Time is not null).ToArray();
            if (found.Length > 0)
                return found.FirstOrDefault(roles => TimeNames.Contains(roles.Time!, StringComparer.OrdinalIgnoreCase), found[0]);
        }

        throw new Parameter(asked).Wrong("the fixed effects are not those of a two-way or a three-way gravity model", "use seller^time + buyer^time, with seller^buyer beside them or without, as in | exporter^year + importer^year + exporter^importer");
    }

    private static (string Seller, string Buyer, string? Time, bool IsThreeWay) Roles(HashSet<string>[] sets, int pair)
    {
        var others = sets.Length == 3 ? sets.Where((_, k) => k != pair).ToArray() : sets;
        var time = others[0].Intersect(others[1]).ToArray();
        if (time.Length != 1)
            return default;
        var (seller, buyer) = (others[0].Except(time).Single(), others[1].Except(time).Single());
        return sets.Length == 2 || sets[pair].SetEquals([seller, buyer]) ? (seller, buyer, time[0], sets.Length == 3) : default;
    }

    /// <summary>The panel of a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="seller">Who sells, by row.</param>
    /// <param name="buyer">Who buys.</param>
    /// <param name="time">When; null where there is one time.</param>
    /// <param name="isThreeWay">Whether pairs have effects of their own.</param>
    /// <exception cref="InputException">Rows are weighted, or two rows are of one pair and time.</exception>
    public static PairPanel Of(Fit fit, Grouping seller, Grouping buyer, Grouping? time, bool isThreeWay)
    {
        var sample = fit.Design.Sample;
        if (sample.Weights is not null)
            throw new Parameter("bias-correct").Wrong("the corrections are for rows that count the same", "leave out the weights");
        var pairs = seller.Across(buyer);
        var times = time?.Count ?? 1;
        var panel = new PairPanel(pairs.Count, times, fit.Count) { IsThreeWay = isThreeWay, SellerCount = seller.Count, BuyerCount = buyer.Count };
        var seen = new bool[panel.Fitted.Length];
        for (var i = 0; i < sample.Rows; i++)
        {
            var (p, cell) = (pairs.Codes[i], pairs.Codes[i] * times + (time?.Codes[i] ?? 0));
            if (seen[cell])
                throw new Parameter("bias-correct").Wrong(FormattableString.Invariant($"two rows are of the same {seller.Name}, {buyer.Name}{(time is null ? "" : $" and {time.Name}")}"), "add them up, or take one product at a time");
            seen[cell] = true;
            (panel.Sellers[p], panel.Buyers[p]) = (seller.Codes[i], buyer.Codes[i]);
            panel.Fitted[cell] = fit.Fitted[i];
            panel.Scores[cell] = sample.Y[i] - fit.Fitted[i];
            for (var k = 0; k < fit.Count; k++)
                panel.X[k][cell] = fit.Columns[i, k + 1] * fit.Sizes[k];
        }

        return panel;
    }

    /// <summary>The expected Hessian of a pair, times by times: of the conditional likelihood where pairs have effects, else diagonal.</summary>
    public double[,] Hessian(int pair)
    {
        var hessian = new double[Times, Times];
        var total = 0.0;
        for (var t = 0; t < Times; t++)
            total += Fitted[pair * Times + t];
        for (var t = 0; t < Times; t++)
        {
            var fitted = Fitted[pair * Times + t];
            for (var s = 0; IsThreeWay && total > 0 && s < Times; s++)
                hessian[t, s] = -fitted * Fitted[pair * Times + s] / total;
            hessian[t, t] += fitted;
        }

        return hessian;
    }

    /// <summary>The information of the coefficients: the sum of fitted times products of regressors.</summary>
    public double[,] Information()
    {
        var sums = new double[Regressors, Regressors];
        for (var a = 0; a < Regressors; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                for (var cell = 0; cell < Fitted.Length; cell++)
                    sums[a, b] += Fitted[cell] * X[a][cell] * X[b][cell];
                sums[b, a] = sums[a, b];
            }
        }

        return sums;
    }
}
