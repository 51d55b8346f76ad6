using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Tests.Cases;

public class CaseDraftTests
{
    [Fact]
    public void A_draft_is_the_case_that_somebody_would_write()
    {
        var draft = new CaseDraft("Who pays?", "RUS") { Coalition = ["DEU", "USA"], World = "wiod-2011", Horizon = Horizon.Long, Closure = Closure.Proportional }
            .ExportBan(0.25, "goods")
            .Add("transfer", ("amount", "5 bn USD"), ("from", "CHN"), ("to", new[] { "RUS" }))
            .Add("trade-cost", ("factor", 2), ("both", true));
        var written = CaseSource.FromText("""
            title: Who pays?
            world: wiod-2011
            horizon: long
            closure: proportional
            target: RUS
            coalition: [DEU, USA]
            package:
              - { kind: export-ban, coverage: 0.25, sectors: [goods] }
              - { kind: transfer, amount: 5 bn USD, from: CHN, to: [RUS] }
              - { kind: trade-cost, factor: 2, both: true }
            """);

        Assert.Equal(RealIncomes(written.Open()), RealIncomes(draft.Open()));
        Assert.Equal(["export-ban", "transfer", "trade-cost"], draft.Open().Case.Package.Select(instrument => instrument.Kind));
        Assert.Equal((Horizon.Long, Closure.Proportional, "Who pays?"), (draft.Open().Horizon, draft.Open().Closure, draft.Open().Title));
    }

    [Fact]
    public void Each_shorthand_is_a_kind()
    {
        var draft = new CaseDraft("t", "RUS") { Coalition = ["EU"] }.ExportBan(0.5).ImportBan(0.5, "energy").Tariff(0.1).TradeCost(1.1);

        Assert.Equal(["export-ban", "import-ban", "tariff", "trade-cost"], draft.Open().Case.Package.Select(instrument => instrument.Kind));
    }

    [Theory]
    [InlineData("A \"quoted\" title: with a colon, # a mark and a \\")]
    [InlineData("Two\nlines")]
    [InlineData("yes")]
    [InlineData("Казахстан & others")]
    public void Any_title_is_read_back(string title) =>
        Assert.Equal(title, new CaseDraft(title, "RUS") { Coalition = ["EU"] }.ExportBan(1).ToSource().Case.Title);

    [Fact]
    public void Each_call_leaves_the_old_draft_as_it_is()
    {
        var draft = new CaseDraft("t", "RUS") { Coalition = ["EU"] }.ExportBan(1);
        draft.Tariff(0.1);

        Assert.Single(draft.ToSource().Case.Package);
    }

    [Fact]
    public void Mistakes_are_those_of_a_case()
    {
        var wrong = Assert.Throws<InputException>(() => new CaseDraft("t", "RUS") { Coalition = ["EU"] }.ExportBan(2).Open());
        Assert.Contains("coverage", Assert.Single(wrong.Problems).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => new CaseDraft("t", "RUS") { Coalition = ["EU"] }.Open());
        Assert.Throws<ArgumentException>(() => new CaseDraft("t", "RUS").Add("export-ban", ("coverage", new object())));
    }

    private static double[] RealIncomes(BoundCase bound) =>
        [.. CaseAnswer.Solve(bound, TestContext.Current.CancellationToken).Effects.Regions.Select(effects => effects.RealIncomePct)];
}
