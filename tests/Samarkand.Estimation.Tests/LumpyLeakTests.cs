using Samarkand.Core;
using Samarkand.Estimation.Leaks;

namespace Samarkand.Tests;

/// <summary>Small trade comes in lumps, and some pairs never traded: leaks there are found as well, and are not surprising without end.</summary>
public class LumpyLeakTests
{
    private const int States = 6;
    private const int Products = 60;
    private const int Before = 26;
    private const int After = 12;
    private const int Months = Before + After;

    // Leaks begin in a month of their own, after the bans.
    private static readonly (int State, int Product, int Start)[] Leaks = [.. Enumerable.Range(0, 12).Select(k => (State: k % 4, Product: 5 * k, Start: Before + k % 6))];

    [Fact]
    public void Large_leaks_in_lumpy_trade_are_found_with_their_month_and_little_else()
    {
        var (right, wrong, near, seeds) = (0, 0, 0, 3);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var panel = Trade(seed);
            var study = LeakStudy.Of(new LeakQuestion(panel.Months[Before], []), panel, TestContext.Current.CancellationToken);
            foreach (var row in study.Found)
            {
                var leak = Leaks.Where(one => $"S{one.State}" == row.State && $"{one.Product + 10:00}" == row.Product).ToArray();
                (right, wrong) = leak.Length > 0 ? (right + 1, wrong) : (right, wrong + 1);
                near += leak.Any(one => Math.Abs(panel.Months[one.Start] - row.Since) <= 2) ? 1 : 0;
            }
        }

        var text = FormattableString.Invariant($"{right} of {seeds * Leaks.Length} found, {near} of them within two months, {wrong} others");
        Assert.True(right >= 0.8 * seeds * Leaks.Length, text);
        Assert.True(near >= 0.8 * right, text);
        Assert.True(wrong <= 0.15 * (right + wrong), text);
    }

    [Fact]
    public void Trade_from_nothing_has_a_band_of_lumps_and_a_score_that_grows_with_it()
    {
        var study = LeakStudy.Of(new LeakQuestion(2020 * 12 + Before, []), Trade(1), TestContext.Current.CancellationToken);
        var fromNothing = study.Rows.Where(row => row is { State: "S5", Product: "10" or "11" }).OrderBy(row => row.Excess).ToArray();
        Assert.Equal(2, fromNothing.Length);
        Assert.All(fromNothing, row =>
        {
            Assert.Equal(0, row.Expected, 1e-12);
            Assert.True(row.High - row.Low > 0.001, $"{row}");
            Assert.InRange(row.Score, 1, 20);
        });
        Assert.True(fromNothing[1].Score > fromNothing[0].Score);
    }

    [Fact]
    public void What_placebos_did_is_no_rarer_than_they_did_it()
    {
        // Two booms in a calm past: the tail of the others makes them next to impossible.
        var calm = Enumerable.Range(0, 138).Select(k => (Size: 1.0, Surprise: MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (k + 0.5) / 138)));
        var placebos = new PlaceboSet([.. calm, (1, 7.6), (1, 8.2)], 10_000);
        Assert.InRange(placebos.Chance(1, 7.4), 2.0 / 141, 3.0 / 141);
        Assert.InRange(placebos.Chance(1, 8), 1.0 / 141, 2.0 / 141);
        Assert.InRange(placebos.Chance(1, 9), 0, 0.2 / 141);
        Assert.InRange(new PlaceboSet(calm, 10_000).Chance(1, 7.4), 0, 0.2 / 141);
    }

    // Each month brings a Poisson number of lumps; of the last state, the first ten products were never traded, and two of them begin.
    private static TradePanel Trade(int seed)
    {
        var values = new double[States * Products * Months];
        for (var c = 0; c < States; c++)
        {
            for (var g = 0; g < Products; g++)
            {
                var level = Math.Exp(1 + 1.2 * Normal(seed, c * Products + g, 1));
                for (var m = 0; m < Months; m++)
                {
                    var at = (c * Products + g) * Months + m;
                    var leak = Leaks.Any(one => one.State == c && one.Product == g && m >= one.Start) ? 4 * level + 8 : 0;
                    values[at] = c == 5 && g < 10
                        ? m >= Before && g < 2 ? 20_000 * (1 + 9 * g) : 0
                        : 40_000 * Lumps(level + leak, seed, at);
                }
            }
        }

        return new TradePanel([.. Enumerable.Range(0, States).Select(c => $"S{c}")], [.. Enumerable.Range(0, Products).Select(g => $"{g + 10:00}")], [.. Enumerable.Range(2020 * 12, Months)], values) { Rates = [.. Enumerable.Repeat(1.0, Months)] };
    }

    private static double Normal(int seed, int number, int place) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, SplitMix.Uniform(seed, number, place));

    private static int Lumps(double mean, int seed, int number)
    {
        var (share, sum, count, chance) = (SplitMix.Uniform(seed, number, 2), 0.0, 0, Math.Exp(-mean));
        while (sum + chance < share && count < 10_000)
        {
            sum += chance;
            chance *= mean / ++count;
        }

        return count;
    }
}
