using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Samarkand.Core;

namespace Samarkand.Estimation.Leaks;

/// <summary>Which third states and goods look like evasion, and how surprising each is among placebos.</summary>
/// <param name="Question">Where leaks were looked for.</param>
/// <param name="Panel">The trade.</param>
/// <param name="Counterfactual">What would have been, in the order of the panel.</param>
/// <param name="Spread">How far placebos miss beyond their dispersion, relative to what is expected.</param>
/// <param name="Further">By how much surprises grow because the time after is longer than the windows of placebos.</param>
/// <param name="Rows">A row for each state and product group, the highest score first.</param>
/// <param name="Placebos">How many placebos there are.</param>
/// <param name="WithMonths">Whether states far away show what the months brought.</param>
/// <param name="WithSeason">Without such states: whether calendar months differ, which is so where windows before the bans are predicted better so.</param>
internal sealed record LeakStudy(LeakQuestion Question, TradePanel Panel, Counterfactual Counterfactual, double Spread, double Further, ImmutableArray<LeakRow> Rows, int Placebos, bool WithMonths, bool WithSeason)
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
        // A target under another name would be taken for a third state.
        foreach (var (target, partner) in question.Targets.Where(target => !panel.Partners.Contains(target)).SelectMany(target => panel.Partners.Where(partner => IsSame(target, partner)).Select(partner => (target, partner))))
            throw new Parameter("targets").Wrong($"`{target}` buys nothing in the data, and `{partner}` does", "name the targets as the data have them");
        foreach (var both in question.States.Intersect(question.Targets))
            throw new Parameter("states").Wrong($"`{both}` is a target", "name third states");
        var isTarget = panel.Partners.Select(question.Targets.Contains).ToArray();
        var isPlacebo = panel.Partners.Select(question.Placebos.Contains).ToArray();
        var states = Enumerable.Range(0, panel.Partners.Length).Where(c => !isTarget[c] && !isPlacebo[c] && (question.States.IsEmpty || question.States.Contains(panel.Partners[c]))).ToArray();
        if (states.Length == 0)
            throw new Parameter("states").Wrong("no state is left to look at", "name states that are neither targets nor placebos");
        int[] targets = [.. Enumerable.Range(0, isTarget.Length).Where(c => isTarget[c])];
        var setting = new PlaceboSetting(question, panel, since, least, isPlacebo, states, targets);
        var withMonths = isPlacebo.Any(one => one);
        var windows = setting.Windows(withSeason: true, cancellation);
        var withSeason = true;
        if (!withMonths)
        {
            var without = setting.Windows(withSeason: false, cancellation);
            withSeason = RelativeMiss(windows, question.Least) <= RelativeMiss(without, question.Least);
            windows = withSeason ? windows : without;
        }

        Miss[] runs = [.. windows.SelectMany(window => window.Pairs.Select(pair => pair.Miss))];
        var spread = SpreadOf(runs, question.Least);
        var placebos = new PlaceboSet(runs.Select(one => (one.Size, one.Surprise(spread))), question.Least);
        var inMoney = new PlaceboSet(runs.Select(one => (one.Size, one.Standardized(spread))), question.Least);
        var further = withMonths ? 1 : FurtherBy(windows, spread, question.Least, (double)(months - since) / setting.Length);
        if (placebos.Count < LeastPlacebos)
            throw new Parameter("placebos").Wrong(FormattableString.Invariant($"there are {placebos.Count} placebos, and {LeastPlacebos} are needed to say what is a surprise"), "give a longer time before the bans, more states, or finer product groups");
        var counterfactual = Counterfactual.Of(panel, 0, since, months, isPlacebo, question.Least, withSeason);
        // Growth is a state's own as far as states grew before; what is beyond is none that anyone has seen.
        var mostGrowth = windows.SelectMany(window => window.Growth).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var after = LeakWindow.Of(panel, counterfactual, states, targets, (since, months), question.Least, mostGrowth);
        counterfactual = counterfactual.Grown(panel, after.Growth, since);
        var misses = after.Pairs.ToArray();
        var lost = LostChances(windows, after, question.Least);
        // Where nothing was lost, there is nothing to divert: such goods are no candidates (independent filtering, Bourgon, Gentleman and Huber 2010).
        var isLost = lost is null ? null : Array.ConvertAll(BenjaminiHochberg(lost), one => one <= question.FalseDiscoveries);
        var chances = misses.Select(one => placebos.Chance(one.Miss.Size, one.Miss.Surprise(spread) / further)).ToArray();
        var discoveries = AmongCandidates(chances, [.. misses.Select(one => isLost is null || isLost[one.Product])]);
        var rows = misses.Select((one, k) => Row(panel, counterfactual, one.State, one.Product, one.Miss, since, spread, inMoney.Of(one.Miss.Size), further, chances[k], discoveries[k]) with
        {
            GrowthPct = 100 * (Math.Exp(after.Growth[one.State]) - 1),
            Lost = after.Lost.Length == 0 ? double.NaN : -after.Lost[one.Product].Difference / (months - since) * panel.Rates.Skip(since).Average() / 1e6,
            LostP = lost is null ? double.NaN : lost[one.Product],
        }).Where((_, k) => misses[k].Miss.IsAtLeast(question.Least));
        return new LeakStudy(question, panel, counterfactual, spread, further, [.. rows.OrderByDescending(row => row.Score).ThenBy(row => row.State, StringComparer.Ordinal).ThenBy(row => row.Product, StringComparer.Ordinal)], placebos.Count, withMonths, withSeason);
    }

    // The same letters in another case, or the two letters of a code of three.
    private static bool IsSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || (Math.Min(one.Length, other.Length) == 2 && one.Length + other.Length == 5 && (one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The smallest share of false discoveries at which each is found: p times their number over its rank, from the largest down.</summary>
    public static double[] BenjaminiHochberg(double[] chances)
    {
        var order = Enumerable.Range(0, chances.Length).OrderByDescending(k => chances[k]).ToArray();
        var (shares, least) = (new double[chances.Length], 1.0);
        for (var r = 0; r < order.Length; r++)
        {
            least = Math.Min(least, chances[order[r]] * ((double)chances.Length / (order.Length - r)));
            shares[order[r]] = least;
        }

        return shares;
    }

    // By how much surprises grow where the time after is longer than the windows of placebos: by as much for each doubling as from their half to the whole.
    private static double FurtherBy(LeakWindow[] windows, double spread, double least, double times)
    {
        if (times <= 1 || windows.Any(window => window.Half is null))
            return 1;
        var growth = Math.Log2(Width(windows) / Width(windows.Select(window => window.Half!)));
        return double.IsFinite(growth) ? Math.Pow(times, Math.Clamp(growth, 0, 1)) : 1;

        double Width(IEnumerable<LeakWindow> some)
        {
            var sorted = some.SelectMany(window => window.Pairs).Where(pair => pair.Miss.Expected > 0 && pair.Miss.Size >= least).Select(pair => pair.Miss.Surprise(spread)).Order().ToArray();
            return sorted.Length == 0 ? double.NaN : sorted[(int)(0.84 * (sorted.Length - 1))] - sorted[(int)(0.16 * (sorted.Length - 1))];
        }
    }

    private static double[] AmongCandidates(double[] chances, bool[] isCandidate)
    {
        var shares = Enumerable.Repeat(1.0, chances.Length).ToArray();
        int[] candidates = [.. Enumerable.Range(0, chances.Length).Where(k => isCandidate[k])];
        var among = BenjaminiHochberg([.. candidates.Select(k => chances[k])]);
        for (var k = 0; k < candidates.Length; k++)
            shares[candidates[k]] = among[k];
        return shares;
    }

    // Of each product group, the share of placebos by which direct sales to the targets fell as much; null where the data hold none, or too few to tell.
    private static double[]? LostChances(LeakWindow[] windows, LeakWindow after, double least)
    {
        if (after.Lost.Length == 0)
            return null;
        Miss[] before = [.. windows.SelectMany(window => window.Lost).Where(one => one.IsTrade)];
        var spread = SpreadOf(before, least);
        var placebos = new PlaceboSet(before.Select(one => (one.Size, -one.Surprise(spread))), least);
        return placebos.Count < LeastPlacebos ? null : [.. after.Lost.Select(one => one.IsTrade ? placebos.Chance(one.Size, -one.Surprise(spread)) : 1)];
    }

    // The mean of the symmetric relative miss, out of sample (Tashman 2000, International Journal of Forecasting 16).
    private static double RelativeMiss(LeakWindow[] windows, double least) =>
        windows.SelectMany(window => window.Pairs.Select(pair => pair.Miss)).Where(one => one.IsAtLeast(least)).Select(one => Math.Abs(one.Difference) / (one.Actual + one.Expected)).DefaultIfEmpty(0).Average();

    // How far placebos miss beyond their dispersion, relative to what is expected: the middle one.
    private static double SpreadOf(IReadOnlyCollection<Miss> placebos, double least)
    {
        var beyond = placebos.Where(one => one.Expected > 0 && one.Size >= least).Select(one => (one.Roots * one.Roots - one.RootNoise) / (one.ExpectedRoots * one.ExpectedRoots)).Order().ToArray();
        return beyond.Length == 0 ? 0 : Math.Sqrt(Math.Max(0, beyond[beyond.Length / 2]));
    }

    private static LeakRow Row(TradePanel panel, Counterfactual counterfactual, int state, int product, Miss miss, int since, double spread, double[] placebos, double further, double chance, double discovery)
    {
        var months = panel.Months.Length;
        var (length, money) = (months - since, panel.Rates.Skip(since).Average() / 1e6);
        var error = further * Math.Sqrt(miss.Noise + spread * spread * miss.Expected * miss.Expected);
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
