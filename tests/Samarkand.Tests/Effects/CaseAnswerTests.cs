using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Tests.Effects;

/// <summary>Answers compared with each other.</summary>
public class CaseAnswerTests
{
    private const string Case = "title: A tariff\ntarget: CHN\ncoalition: [USA]\nhorizon: long\npackage:\n  - { kind: tariff, rate: 0.1 }\n";

    [Fact]
    public void Against_itself_nothing_changes()
    {
        var answer = Solve(Case);
        Assert.All(answer.Against(answer).Effects.Regions, region => Assert.Equal(0, region.RealIncomePct, 1e-12));
        Assert.Contains(answer.Effects.Regions, region => Math.Abs(region.RealIncomePct) > 1e-3);
    }

    [Fact]
    public void Against_another_horizon_is_refused()
    {
        var problem = Assert.Throws<InputException>(() => Solve(Case).Against(Solve(Case.Replace("long", "short", StringComparison.Ordinal))));
        Assert.Contains("give both the same world, horizon and closure", problem.Message, StringComparison.Ordinal);
    }

    private static CaseAnswer Solve(string text) => CaseAnswer.Solve(
        CaseSource.FromText(text, "test.yaml").Case.BindTo(WorldCatalog.Open("wiod-2011")), TestContext.Current.CancellationToken);
}
