using Samarkand.Estimation.Leaks;

namespace Samarkand.Tests;

/// <summary>Where the data hold direct sales to the targets, only goods that the targets lost can leak; growth that all goods of a state share is none.</summary>
public class DivertedTradeTests
{
    private static readonly PlantedTrade Process = new() { Seed = 5 };

    [Fact]
    public void Where_the_targets_lost_nothing_nothing_is_found()
    {
        var study = Study(_ => 1, out _);
        Assert.Empty(study.Found);
        Assert.All(study.Rows, row => Assert.InRange(row.LostP, 0.0005, 1));
    }

    [Fact]
    public void Where_they_lost_all_goods_leaks_are_found_as_before()
    {
        var study = Study(_ => 0.3, out var leaks);
        Assert.True(study.Found.Count(row => leaks.Contains((row.State, row.Product))) > 0.9 * leaks.Count);
        Assert.True(study.Found.Count(row => !leaks.Contains((row.State, row.Product))) <= 3);
        Assert.All(study.Found, row => Assert.True(row is { Lost: > 0, LostP: < 0.05 }, $"{row}"));
    }

    [Fact]
    public void Goods_of_which_they_lost_nothing_are_no_candidates()
    {
        var study = Study(product => product < 10 ? 0.3 : 1, out var leaks);
        var products = study.Panel.Products;
        // A share of 0.05 of the goods that count as lost may be none.
        Assert.True(study.Rows.Where(row => products.IndexOf(row.Product) >= 10 && row.Q < 1).DistinctBy(row => row.Product).Count() <= 1);
        Assert.True(study.Rows.Count(row => products.IndexOf(row.Product) < 10 && row.Q < 1) > study.Rows.Length / 4);
        Assert.True(study.Found.Count(row => leaks.Contains((row.State, row.Product))) > 0.8 * leaks.Count(leak => products.IndexOf(leak.Product) < 10));
    }

    [Fact]
    public void Growth_that_all_goods_of_a_state_share_is_taken_out_as_far_as_states_grew_before()
    {
        var panel = (Process with { Planted = 0 }).Make().Panel;
        var (since, end) = (Process.Before, Process.Before + Process.After);
        for (var g = 0; g < panel.Products.Length; g++)
        {
            for (var m = since; m < end; m++)
                panel.Values[panel.At(0, g, m)] *= 1.5;
        }

        bool[] isFar = [.. panel.Partners.Select(partner => partner[0] == 'F')];
        var counterfactual = Counterfactual.Of(panel, 0, since, end, isFar, 10_000, withSeason: true);
        var free = LeakWindow.Of(panel, counterfactual, [0, 1], [], (since, end), 10_000);
        Assert.InRange(free.Growth[0], Math.Log(1.4), Math.Log(1.6));
        Assert.InRange(free.Growth[1], -0.1, 0.1);
        Assert.All(free.Pairs.Where(pair => pair.State == 0 && pair.Miss.Size > 100_000), pair => Assert.InRange(pair.Miss.Actual / pair.Miss.Expected, 0.6, 1.6));
        var bound = LeakWindow.Of(panel, counterfactual, [0], [], (since, end), 10_000, mostGrowth: 0.1);
        Assert.Equal(0.1, bound.Growth[0]);
    }

    [Fact]
    public void A_delivery_in_one_month_is_less_surprising_than_a_leak_of_the_same_value_that_lasts()
    {
        var panel = new TradePanel(["A"], ["84"], [.. Enumerable.Range(24_240, 24)], [.. Enumerable.Repeat(100.0, 24)]) { Rates = [.. Enumerable.Repeat(1.0, 24)] };
        var counterfactual = new Counterfactual([.. Enumerable.Repeat(100.0, 24)], [20], [12]);
        double Surprise(Func<int, double> more)
        {
            var values = panel.Values.Select((value, m) => m < 12 ? value : value + more(m)).ToArray();
            var miss = Miss.Of(panel with { Values = values }, counterfactual, 0, 0, 12, 24);
            Assert.Equal(600, miss.Difference, 1e-9);
            return miss.Surprise(0);
        }

        Assert.True(Surprise(_ => 50) > 1.5 * Surprise(m => m == 15 ? 600 : 0));
    }

    // The trade of the process, and a target that buys of each product what its part after the bans leaves.
    private static LeakStudy Study(Func<int, double> part, out IReadOnlySet<(string State, string Product)> leaks)
    {
        var (panel, planted) = Process.Make();
        leaks = planted;
        var (products, months) = (panel.Products.Length, panel.Months.Length);
        var target = new double[products * months];
        for (var g = 0; g < products; g++)
        {
            // A far state of another seed, ten times as large.
            var other = (Process with { Seed = 99, Planted = 0 }).Make().Panel;
            for (var m = 0; m < months; m++)
                target[g * months + m] = 10 * other.Values[other.At(25, g, m)] * (m < Process.Before ? 1 : part(g));
        }

        panel = panel with { Partners = panel.Partners.Add("T"), Values = [.. panel.Values, .. target] };
        return LeakStudy.Of(Process.Question with { Targets = ["T"], States = [.. panel.Partners.Where(partner => partner[0] == 'N')] }, panel, TestContext.Current.CancellationToken);
    }
}
