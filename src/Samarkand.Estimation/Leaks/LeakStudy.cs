using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Samarkand.Core;

namespace Samarkand.Estimation.Leaks;

/// <summary>Which third states and goods look like evasion, and how surprising each is among placebos.</summary>
/// <param name="Question">Where leaks were looked for.</param>
/// <param name="Panel">The trade.</param>
/// <param name="Counterfactual">What would have been, in the order of the panel.</param>
/// <param name="Spread">How far placebos miss beyond their dispersion, relative to what is expected.</param>
/// <param name="Rows">A row for each state and product group, the highest score first.</param>
/// <param name="Placebos">How many placebos there are.</param>
/// <param name="WithMonths">Whether states far away show what the months brought.</param>
/// <param name="WithSeason">Without such states: whether calendar months differ, which is so where windows before the bans are predicted better so.</param>
internal sealed record LeakStudy(LeakQuestion Question, TradePanel Panel, Counterfactual Counterfactual, double Spread, ImmutableArray<LeakRow> Rows, int Placebos, bool WithMonths, bool WithSeason)
{
    private const int LeastBefore = 12;
    private const int LeastYears = 4;
    private const int LeastPlacebos = 20;

    /// <summary>The rows that are found at the question's share of false discoveries.</summary>
    public IEnumerable<LeakRow> Found => Rows.Where(row => row.Q <= Question.FalseDiscoveries && row.Excess > 0);

    /// <summary>Two standard deviations by which one month may miss when nothing happens, in the money of the data.</summary>
    public double Band(int state, int product, int month)
    {
        var series = state * Panel.Products.Length + product;
        var expected = Counterfactual.Expected[Panel.At(state, product, month)];
        return 2 * Math.Sqrt(Miss.Variance(Counterfactual.Dispersion[series], expected, 1.0 / Math.Max(1, Counterfactual.Seen[series])) + Spread * Spread * expected * expected);
    }

    /// <summary>Estimates what would have been and compares.</summary>
    /// <exception cref="InputException">There are too few months before or after, or a state is unknown.</exception>
    public static LeakStudy Of(LeakQuestion question, TradePanel panel, CancellationToken cancellation = default)
    {
        var (products, months) = (panel.Products.Length, panel.Months.Length);
        var since = 0;
        while (since < months && panel.Months[since] < question.Since)
            since++;
        var isYearly = panel.Months.All(month => month % 12 == 0);
        var least = isYearly ? LeastYears : LeastBefore;
        if (since < least || since == months)
            throw new Parameter("since").Wrong(FormattableString.Invariant($"there are {since} months before {TradePanel.Month(question.Since)} and {months - since} from then on"), FormattableString.Invariant($"the data have to hold at least {least} months (of yearly data, years) before the bans and one after; they run from {TradePanel.Month(panel.Months[0])} to {TradePanel.Month(panel.Months[^1])}"));
        foreach (var name in question.States.Concat(question.Placebos).Concat(question.Targets).Where(name => !panel.Partners.Contains(name) && !question.Targets.Contains(name)))
            throw new Parameter("states").Wrong($"`{name}` buys nothing in the data", NearestName.Hint(name, panel.Partners) ?? $"the data have {string.Join(", ", panel.Partners.Take(10))}");
        var isTarget = panel.Partners.Select(question.Targets.Contains).ToArray();
        var isPlacebo = panel.Partners.Select(question.Placebos.Contains).ToArray();
        var states = Enumerable.Range(0, panel.Partners.Length).Where(c => !isTarget[c] && !isPlacebo[c] && (question.States.IsEmpty || question.States.Contains(panel.Partners[c]))).ToArray();
        if (states.Length == 0)
            throw new Parameter("states").Wrong("no state is left to look at", "name states that are neither targets nor placebos");
        var length = months - since;
        var runs = PlaceboRuns(question, panel, since, length, least, isPlacebo, states, true, cancellation);
        var withMonths = isPlacebo.Any(one => one);
        var withSeason = true;
        if (!withMonths)
        {
            var without = PlaceboRuns(question, panel, since, length, least, isPlacebo, states, false, cancellation);
            withSeason = RelativeMiss(runs, question.Least) <= RelativeMiss(without, question.Least);
            runs = withSeason ? runs : without;
        }

        var spread = SpreadOf(runs, question.Least);
        var placebos = new PlaceboSet(runs, spread, question.Least);
        if (placebos.Count < LeastPlacebos)
            throw new Parameter("placebos").Wrong(FormattableString.Invariant($"there are {placebos.Count} placebos, and {LeastPlacebos} are needed to say what is a surprise"), "give a longer time before the bans, more states, or finer product groups");
        var counterfactual = Counterfactual.Of(panel, 0, since, months, isPlacebo, question.Least, withSeason);
        var misses = states.SelectMany(c => Enumerable.Range(0, products).Select(g => (State: c, Product: g, Miss: Miss.Of(panel, counterfactual, c, g, since, months)))).Where(one => one.Miss.IsTrade).ToArray();
        var chances = misses.Select(one => placebos.Chance(one.Miss.Size, one.Miss.Surprise(spread))).ToArray();
        var discoveries = BenjaminiHochberg(chances);
        var rows = misses.Select((one, k) => Row(panel, counterfactual, one.State, one.Product, one.Miss, since, spread, placebos.Of(one.Miss.Size), chances[k], discoveries[k])).Where((_, k) => misses[k].Miss.IsAtLeast(question.Least));
        return new LeakStudy(question, panel, counterfactual, spread, [.. rows.OrderByDescending(row => row.Score).ThenBy(row => row.State, StringComparer.Ordinal).ThenBy(row => row.Product, StringComparer.Ordinal)], placebos.Count, withMonths, withSeason);
    }

    /// <summary>The smallest share of false discoveries at which each is found: p times their number over its rank, from the largest down.</summary>
    public static double[] BenjaminiHochberg(double[] chances)
    {
        var order = Enumerable.Range(0, chances.Length).OrderByDescending(k => chances[k]).ToArray();
        var (shares, least) = (new double[chances.Length], 1.0);
        for (var r = 0; r < order.Length; r++)
        {
            least = Math.Min(least, chances[order[r]] * chances.Length / (order.Length - r));
            shares[order[r]] = least;
        }

        return shares;
    }

    // Placebos in time: windows before the bans, as if these had begun then. Placebos in space: states far away, a fifth at a time, from the bans on.
    private static List<Miss> PlaceboRuns(LeakQuestion question, TradePanel panel, int since, int length, int least, bool[] isPlacebo, int[] states, bool withSeason, CancellationToken cancellation)
    {
        const int Folds = 5;
        const int Windows = 6;
        var runs = new List<(int Since, int End, bool[] IsPlacebo, int[] Looked)>();
        var window = Math.Min(length, Math.Max(1, since / 3));
        var first = Math.Max(least, since / 2);
        var starts = Enumerable.Range(0, Windows).Select(k => since - window - k * Math.Max(1, (since - window - first) / Windows)).Where(at => at >= Math.Min(least, since - window)).Distinct().ToArray();
        foreach (var at in starts)
            runs.Add((at, at + window, isPlacebo, states));
        var far = Enumerable.Range(0, isPlacebo.Length).Where(c => isPlacebo[c]).ToArray();
        for (var fold = 0; fold < Folds && far.Length >= 2 * Folds; fold++)
        {
            var left = far.Where((_, k) => k % Folds == fold).ToArray();
            runs.Add((since, since + length, [.. isPlacebo.Select((one, c) => one && !left.Contains(c))], left));
        }

        var found = new List<Miss>[runs.Count];
        InParallel.For(runs.Count, cancellation, k =>
        {
            var run = runs[k];
            var counterfactual = Counterfactual.Of(panel, 0, run.Since, run.End, run.IsPlacebo, question.Least, withSeason);
            found[k] = [.. run.Looked.SelectMany(c => Enumerable.Range(0, panel.Products.Length).Select(g => Miss.Of(panel, counterfactual, c, g, run.Since, run.End))).Where(miss => miss.IsTrade)];
        });
        return [.. found.SelectMany(one => one)];
    }

    // The mean of the symmetric relative miss, out of sample (Tashman 2000, International Journal of Forecasting 16).
    private static double RelativeMiss(List<Miss> placebos, double least) =>
        placebos.Where(one => one.IsAtLeast(least)).Select(one => Math.Abs(one.Difference) / (one.Actual + one.Expected)).DefaultIfEmpty(0).Average();

    // How far placebos miss beyond their dispersion, relative to what is expected: the middle one.
    private static double SpreadOf(List<Miss> placebos, double least)
    {
        var beyond = placebos.Where(one => one.Expected > 0 && one.Size >= least).Select(one => (one.Difference * one.Difference - one.Noise) / (one.Expected * one.Expected)).Order().ToArray();
        return beyond.Length == 0 ? 0 : Math.Sqrt(Math.Max(0, beyond[beyond.Length / 2]));
    }

    private static LeakRow Row(TradePanel panel, Counterfactual counterfactual, int state, int product, Miss miss, int since, double spread, double[] placebos, double chance, double discovery)
    {
        var months = panel.Months.Length;
        var (length, money) = (months - since, panel.Rates.Skip(since).Average() / 1e6);
        var error = Math.Sqrt(miss.Noise + spread * spread * miss.Expected * miss.Expected);
        var (low, high) = (placebos[(int)(0.025 * (placebos.Length - 1))], placebos[(int)(0.975 * (placebos.Length - 1))]);
        return new LeakRow
        {
            State = panel.Partners[state],
            Product = panel.Products[product],
            Excess = miss.Difference / length * money,
            Low = (miss.Difference - high * error) / length * money,
            High = (miss.Difference - low * error) / length * money,
            Actual = miss.Actual / length * money,
            Expected = miss.Expected / length * money,
            P = chance,
            Q = discovery,
            Since = panel.Months[Start(panel, counterfactual, state, product, since)],
            Surprise = -Normal.InvCDF(0, 1, Math.Min(chance, 1 - 0.5 / (1 + placebos.Length))),
            SoldOn = Change(panel.SoldOn, panel, state, product, since) * money,
            MirrorGap = panel.Recorded is null ? double.NaN : (Change(panel.Values, panel, state, product, since) - Change(panel.Recorded, panel, state, product, since)) * money,
            UnitValuePct = UnitValue(panel, state, product, since),
            Listed = panel.Listed.IsEmpty ? double.NaN : panel.Listed[product],
        };
    }

    // The month from which on the excess, over the square root of its months, is largest.
    private static int Start(TradePanel panel, Counterfactual counterfactual, int state, int product, int since)
    {
        var (best, at, sum) = (double.NegativeInfinity, since, 0.0);
        for (var m = panel.Months.Length - 1; m >= since; m--)
        {
            var value = panel.Values[panel.At(state, product, m)];
            sum += double.IsNaN(value) ? 0 : value - counterfactual.Expected[panel.At(state, product, m)];
            var strength = sum / Math.Sqrt(panel.Months.Length - m);
            if (strength > best)
                (best, at) = (strength, m);
        }

        return at;
    }

    // The mean of a month after less that of a month before.
    private static double Change(double[]? values, TradePanel panel, int state, int product, int since)
    {
        if (values is null)
            return double.NaN;
        var all = values.AsSpan(panel.At(state, product, 0), panel.Months.Length);
        return Mean(all[since..]) - Mean(all[..since]);
    }

    private static double UnitValue(TradePanel panel, int state, int product, int since)
    {
        if (panel.Quantities is null)
            return double.NaN;
        var values = panel.Values.AsSpan(panel.At(state, product, 0), panel.Months.Length);
        var quantities = panel.Quantities.AsSpan(panel.At(state, product, 0), panel.Months.Length);
        var (before, after) = (Mean(values[..since]) / Mean(quantities[..since]), Mean(values[since..]) / Mean(quantities[since..]));
        return double.IsFinite(before) && double.IsFinite(after) && before > 0 ? 100 * (after / before - 1) : double.NaN;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
                (sum, count) = (sum + value, count + 1);
        }

        return sum / count;
    }
}
