using Samarkand.Analyses.Explanation;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

public class ExplanationWordsTests
{
    private static readonly World Economy = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, seed: 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_words_follow_the_numbers()
    {
        var weak = Words("[R1, R2]", "{ kind: export-ban, coverage: 0.1, sectors: [s0] }", "{ kind: asset-freeze, amount: 300 mn USD, yield: 0.1 }");
        var strong = Words("[R1, R2]", "{ kind: export-ban, coverage: 0.9 }", "{ kind: asset-freeze, amount: 10 mn USD, yield: 0.1 }");
        Assert.Contains("What harms the target most is package.1 (asset-freeze)", weak[0], StringComparison.Ordinal);
        Assert.Contains("What harms the target most is package.0 (export-ban)", strong[0], StringComparison.Ordinal);
        Assert.Contains("due to payments: freezes, caps, transfers, the most with Region", weak[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("payments: freezes", strong[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void One_instrument_has_nothing_beside_it_and_no_coalition_no_cost()
    {
        Assert.Contains("The case has one instrument alone, package.0 (tariff)", Words("[R1]", "{ kind: tariff, rate: 0.2 }")[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Words(null, "{ kind: tariff, rate: 0.2, from: [R0], to: [R1] }", "{ kind: tariff, rate: 0.3, from: [R0], to: [R2] }"), line => line.Contains("coalition", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_says_that_it_is_one() =>
        Assert.Contains("means over 5 random orders", ExplanationText.Of(Explain("[R1]", 5, "{ kind: tariff, rate: 0.2 }", "{ kind: export-ban, coverage: 0.2 }"))[^1], StringComparison.Ordinal);

    [Fact]
    public void Totals_of_few_regions_stand_side_by_side_and_close_with_real_income()
    {
        var explanation = Explain("[R1]", null, "{ kind: tariff, rate: 0.2 }");
        var table = ExplanationTables.TotalsForPeople(explanation, explanation.Protagonists);
        Assert.Equal(["channel", "R0", "R1"], table.Columns.Select(column => column.Name));
        foreach (var column in table.Columns.OfType<NumberColumn>())
            Assert.Equal(column.Values[^1], column.Values[..^1].Sum(), 0.001 * table.RowCount);
    }

    [Fact]
    public void Words_and_table_say_what_a_bundle_holds()
    {
        var explanation = Explain(
            "[R1, R2]", null, "{ kind: export-ban, name: chips, bundle: technology, sectors: [s1], coverage: 0.5 }", "{ kind: tariff, rate: 0.01 }", "{ kind: export-ban, name: tools, bundle: technology, sectors: [s0], coverage: 0.6 }");
        var people = ExplanationTables.InstrumentsForPeople(explanation);
        var all = ExplanationTables.All.Make(ExplanationTables.Instruments, new ExplainedRegions(explanation, []));

        Assert.Contains(ExplanationText.Of(explanation), line => line.EndsWith("Technology holds chips, tools.", StringComparison.Ordinal));
        Assert.Contains("What harms the target most is the bundle technology", ExplanationText.Of(explanation)[0], StringComparison.Ordinal);
        Assert.Equal(["technology", "package.1"], people.Texts("instrument"));
        Assert.Equal("2 instruments: chips, tools", people.Texts("what")[0]);
        Assert.Equal(["package.0 package.2", "package.1"], all.Texts("holds"));
    }

    private static IReadOnlyList<string> Words(string? coalition, params string[] instruments) => ExplanationText.Of(Explain(coalition, null, instruments));

    private static CaseExplanation Explain(string? coalition, int? orders, params string[] instruments) => CaseExplanation.Of(
        Yaml.Bind($"title: t\ntarget: R0\n{(coalition is null ? "" : $"coalition: {coalition}\n")}package: [{string.Join(", ", instruments)}]\n", Economy), orders, cancellation: Token);
}
