using CsCheck;
using Samarkand.Cases;
using Samarkand.Reports.Words;
using Samarkand.Tests.Analyses.Rescue;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>A page names everything that a case assumes, with what it rests on.</summary>
public class AssumptionTests
{
    [Fact]
    public void Every_passage_of_a_case_stands_beside_what_rests_on_it()
    {
        var text = SmallGame.Text(
            $$"""
            secondary: { trigger: [rescue], package: [{ kind: trade-cost, factor: 1.2 }], evidence: e1 }
            retaliation: { trigger: [comply], package: [{ kind: trade-cost, factor: 1.1 }], evidence: e2 }
            coalition-first: { weight: 0.25, evidence: e3 }
            routes: { evasion: 0.1, evidence: e4 }
            players:
              - {{SmallGame.Rescuer("affinity: { R0: 0.1 }, political-cost: { rescue: 0.3 % }, red-lines: [{ when: { R0: extort }, closes: [rescue], evidence: e5 }], evidence: e6")}}
              - { region: R0, actions: [{ name: hold }, { name: extort, cost: 5 bn USD, evidence: e7 }] }
            guarantees: [{ alliance: UNION, obligation: consultation, evidence: e8 }]
            commitments: [{ of: R0, name: a base, cost: 0.4 bn USD, priority: 2, evidence: e9 }]
            revenue: { R0: { share-of-income: 0.3, evidence: e10 } }
            priors: { severity: "uniform(0, 1)" }
            evidence:
            {{string.Join('\n', Enumerable.Range(1, 10).Select(e => $"  e{e}: {{ source: s, quote: q }}"))}}
            """);
        var assumed = Assumption.Of(text.Case.BindTo(SmallGame.Worlds.Single()));
        var byEvidence = assumed.SelectMany(one => one.Evidence.Select(name => (name.Text, one))).ToLookup(pair => pair.Text, pair => pair.one.Text);
        Assert.All(Enumerable.Range(1, 10), e => Assert.NotEmpty(byEvidence[$"e{e}"]));
        Assert.Contains("gives 0.25 dollars for each that the target loses", byEvidence["e3"].Single(), StringComparison.Ordinal);
        Assert.Contains("where R0 chooses `extort`, `rescue` cannot be chosen", byEvidence["e5"].Single(), StringComparison.Ordinal);
        Assert.Contains("`rescue` costs it 0.3 percent of income at home", byEvidence["e6"].Single(), StringComparison.Ordinal);
        Assert.Contains("5 bn USD", byEvidence["e7"].Single(), StringComparison.Ordinal);
        Assert.Contains(assumed, one => one.Text == "Not known: severity, uniform(0, 1)" && one.Evidence.IsEmpty);
    }

    [Theory]
    [InlineData("samarkand-2022.yaml")]
    [InlineData("taiwan-embargo.yaml")]
    public void In_the_cases_that_ship_no_passage_is_without_its_use(string file)
    {
        var bound = Samarkand.Tests.Cases.ShippedCases.Read(file).BindTo(WorldCatalog.Open("samarkand-2021"));
        var used = Assumption.Of(bound).SelectMany(one => one.Evidence).Concat(bound.Instruments.SelectMany(instrument => instrument.Evidence)).Select(name => name.Text);
        Assert.Empty(bound.Case.Evidence.Select(entry => entry.Name).Except(used));
    }
}
