using System.Globalization;
using Samarkand.Estimation.Leaks;

namespace Samarkand.Tests;

/// <summary>Planted leaks are found, and little else. <c>SAMARKAND_LEAK_SEEDS=50</c> is the long form.</summary>
public class PlantedLeakTests
{
    [Fact]
    public void At_an_excess_of_thirty_percent_over_a_year_nine_of_ten_are_found()
    {
        var seeds = int.TryParse(Environment.GetEnvironmentVariable("SAMARKAND_LEAK_SEEDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 4;
        var (found, planted, wrong, shares) = (0, 0, 0, 0.0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var process = new PlantedTrade { Seed = seed };
            var (panel, leaks) = process.Make();
            var study = LeakStudy.Of(process.Question, panel, TestContext.Current.CancellationToken);
            var right = study.Found.Count(row => leaks.Contains((row.State, row.Product)));
            var all = study.Found.Count();
            (found, planted, wrong) = (found + right, planted + leaks.Count, wrong + all - right);
            shares += all == 0 ? 0 : (double)(all - right) / all;
        }

        var text = FormattableString.Invariant($"{seeds} seeds: {found} of {planted} found, {wrong} others, mean share of false discoveries {shares / seeds:0.000}");
        TestContext.Current.SendDiagnosticMessage(text);
        Console.WriteLine(text);
        Assert.True(found > 0.9 * planted, text);
        Assert.True(shares / seeds <= 0.05 + 1.65 * 0.22 * 0.25 / Math.Sqrt(seeds), text);
    }

    [Fact]
    public void Where_nothing_is_planted_hardly_ever_anything_is_found()
    {
        var any = 0;
        for (var seed = 101; seed <= 110; seed++)
        {
            var process = new PlantedTrade { Seed = seed, Planted = 0 };
            any += LeakStudy.Of(process.Question, process.Make().Panel, TestContext.Current.CancellationToken).Found.Any() ? 1 : 0;
        }

        // With a chance of 0.05 each, more than 3 of 10 has one of 0.001.
        Assert.InRange(any, 0, 3);
    }

    [Fact]
    public void The_shares_of_benjamini_and_hochberg() =>
        Assert.Equal([0.04, 0.04, 0.04, 0.04], LeakStudy.BenjaminiHochberg([0.01, 0.02, 0.03, 0.04]).Select(one => Math.Round(one, 12)));
}
