using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests.Words;

/// <summary>The verdict's words follow from its numbers.</summary>
public class VerdictTests
{
    private const string Head = """
        title: Rescue
        target: RUS
        coalition: [USA, EU, GBR, JPN]
        package: [{ kind: export-ban, sectors: [electronics, machinery], coverage: 0.5, common-list: true }]
        """;

    private const string Means = "means: [{ kind: supply, discount: 0.15, paid-by: CHN }]";
    private const string Secondary = "secondary: { trigger: [rescue], package: [{ kind: trade-cost, factor: 1.05, both: true }] }";

    [Fact]
    public void Words_change_with_the_numbers()
    {
        var plain = Words($"players: [{{ region: CHN, stances: [neutral, rescue], {Means}, affinity: {{ RUS: 0.1 }} }}]\n{Secondary}");
        Assert.StartsWith("No: China stays neutral and does not come to Russia's rescue.", plain, StringComparison.Ordinal);
        Assert.Contains("raise that price from", plain, StringComparison.Ordinal);
        Assert.Contains("No guarantee binds China to Russia", plain, StringComparison.Ordinal);

        var unpunished = Words($"players: [{{ region: CHN, stances: [neutral, rescue], {Means}, affinity: {{ RUS: 0.1 }} }}]");
        Assert.DoesNotContain("Secondary sanctions,", unpunished, StringComparison.Ordinal);

        var fond = Words($"players: [{{ region: CHN, stances: [neutral, rescue], {Means}, affinity: {{ RUS: 3 }} }}]");
        Assert.StartsWith("Yes: China comes to Russia's rescue.", fond, StringComparison.Ordinal);
        Assert.Contains("What would change it: a weight on Russia below", fond, StringComparison.Ordinal);

        var free = Words("players: [{ region: CHN, stances: [neutral, conduit] }]");
        Assert.StartsWith("Not openly: China does not come to Russia's rescue, but it lets banned goods through.", free, StringComparison.Ordinal);
        Assert.Contains("The stance `conduit` pays for itself", free, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defence_clause_binds_and_a_forum_does_not()
    {
        string With(string obligation) =>
            Words($"players: [{{ region: CHN, stances: [neutral, rescue], {Means} }}]\nguarantees: [{{ alliance: SCO, obligation: {obligation}, cost: 0.5 % }}]");
        var defence = With("defence");
        Assert.StartsWith("Yes: China comes to Russia's rescue.", defence, StringComparison.Ordinal);
        Assert.Contains("A guarantee binds China", defence, StringComparison.Ordinal);
        var forum = Words($"players: [{{ region: CHN, stances: [neutral, rescue], {Means} }}]\nguarantees: [{{ alliance: SCO, obligation: consultation }}]\n{Secondary}");
        Assert.StartsWith("No: China stays neutral", forum, StringComparison.Ordinal);
        Assert.Contains("SCO obliges its members to consult", forum, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_relief_there_is_no_price()
    {
        var words = Words("players: [{ region: CHN, stances: [neutral, comply] }]\nover-compliance: { risk: 0, risk-comply: 0.1, slope: 1 }");
        Assert.Contains("no relief", words, StringComparison.Ordinal);
        Assert.Contains("that friendship has no price here", words, StringComparison.Ordinal);
    }

    private static string Words(string more)
    {
        var text = CaseSource.FromText($"{Head}\n{more}\n", "test");
        var answer = RescueAnswer.Solve(text, text.Case.BindTo(WorldCatalog.Open("samarkand-2021")), new RescueRequest(), cancellation: TestContext.Current.CancellationToken);
        return string.Join('\n', [.. Verdict.Of(answer), .. Verdict.Reasons(answer)]);
    }
}
