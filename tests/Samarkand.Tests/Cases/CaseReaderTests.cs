using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Tests.Cases;

public class CaseReaderTests
{
    /// <summary>A case that uses every block and every kind of instrument.</summary>
    public const string Everything = """
        title: Will China come to Russia's rescue?
        description: A case that uses every block.
        world: some-world
        horizon: short
        closure: proportional
        question: { rescuer: CHN, target: RUS }
        target: RUS
        coalition: [USA, EU, NOR?]
        may-vanish: [chip]
        package:
          - { kind: export-ban, sectors: [electronics], coverage: 0.9, common-list: true, evidence: shock }
          - { kind: import-ban, sectors: energy, from-date: 2022-12-05, until-date: 2023-12-05 }
          - { kind: trade-cost, factor: inf, from: USA, to: [RUS], both: true }
          - { kind: tariff, rate: 0.25 }
          - { kind: price-cap, discount: 0.3, volume: market }
          - { kind: payments-cut, cost: 0.05 }
          - { kind: transport-interruption, cost: 0.1 }
          - { kind: asset-freeze, amount: 300 bn USD, holders: [EU], against: drawdown, years: 5 }
          - { kind: asset-seizure, amount: 250 million USD, years: 2, owner: RUS }
          - { kind: over-compliance, risk: 0.05, slope: 2 }
          - { kind: supply, discount: 0.15, paid-by: CHN }
          - { kind: transfer, amount: 0.4 bn USD }
          - { kind: arms, amount: 1.5 trn USD }
          - { kind: investment-stop, amount: 5 billion USD }
        over-compliance: { risk: 0.05, slope: 1, evidence: [shock, chips] }
        secondary:
          package: [{ kind: export-ban, coverage: 0.5 }]
        retaliation:
          trigger: [join]
          package: [{ kind: export-ban, sectors: [energy], coverage: 0.3 }]
        routes: { elasticity: 6, margin: 0.1, evasion: 0.15 }
        default-stance: comply
        players:
          - region: CHN
            stances: [comply, neutral, rescue]
            stance: neutral
            affinity: { RUS: 0.1 }
            political-cost: { rescue: 0.1 % }
            red-lines: [{ when: { RUS: escalate }, closes: [rescue], evidence: chips }]
            means: [{ kind: supply, discount: 0.15, sectors: [goods], paid-by: CHN }]
          - { region: KAZ?, stances: [neutral, conduit], stance: conduit }
          - region: RUS
            actions:
              - { name: hold }
              - { name: escalate, cost: 5 bn USD, package: [] }
        guarantees: [{ alliance: SCO, obligation: consultation }]
        commitments: [{ of: RUS, name: peacekeepers, cost: 0.4 bn USD, priority: 2 }]
        revenue: { RUS: { share-of-income: 0.3, share-of-energy-exports: 0.4 } }
        priors:
          affinity.CHN.RUS: uniform(0, 0.5)
          over-compliance.risk: lognormal(0.05, 0.5)
          elasticities: scale lognormal(1, 0.2)
          a: normal(0, 1)
          b: triangular(0, 1, 3)
        evidence:
          shock: { source: s, quote: q }
          chips: { source: s, quote: q, file: article.txt }
          unused: { source: s, quote: q }
        expected:
          tolerance: 1e-4
          RUS: { real_income_pct: -3.1 }
          USA: { real_income_pct: -0.1, tolerance: 0.01 }
        """;

    [Fact]
    public void TheHeadIsRead()
    {
        var result = Yaml.Parse(Everything);

        Assert.Equal(("Will China come to Russia's rescue?", "some-world"), (result.Title, result.World));
        Assert.Equal((Horizon.Short, Closure.Proportional, Stance.Comply), (result.Horizon, result.Closure, result.DefaultStance));
        Assert.Equal(("CHN", "RUS", "RUS"), (result.Question!.Rescuer!.Text, result.Question.Target!.Text, result.Target.Text));
        Assert.Equal(["USA", "EU", "NOR"], result.Coalition.Select(name => name.Text));
        Assert.Equal([false, false, true], result.Coalition.Select(name => name.MayBeMissing));
        Assert.Equal(new Place(Yaml.Source, 8, 22), result.Coalition[2].Place);
    }

    [Fact]
    public void EveryKindOfInstrumentIsRead()
    {
        var package = Yaml.Parse(Everything).Package;

        var ban = Assert.IsType<ExportBan>(package[0]);
        Assert.Equal((0.9, true, "package.0", "shock"), (ban.Coverage, ban.CommonList, ban.Head.Path, ban.Head.Evidence.Single().Text));
        var import = Assert.IsType<ImportBan>(package[1]);
        Assert.Equal((1.0, false, "energy"), (import.Coverage, import.CommonList, import.Scope.Sectors.Single().Text));
        Assert.Equal((new DateOnly(2022, 12, 5), new DateOnly(2023, 12, 5)), (import.Head.FromDate!.Value, import.Head.UntilDate!.Value));
        var cost = Assert.IsType<TradeCost>(package[2]);
        Assert.Equal((double.PositiveInfinity, true, "USA", "RUS"), (cost.Factor, cost.Scope.Both, cost.Scope.From.Single().Text, cost.Scope.To.Single().Text));
        Assert.Equal(0.25, Assert.IsType<Tariff>(package[3]).Rate);
        var cap = Assert.IsType<PriceCap>(package[4]);
        Assert.Equal((0.3, true), (cap.Discount, cap.MarketVolume));
        var cut = Assert.IsType<PaymentsCut>(package[5]);
        Assert.Equal((0.05, 1.0), (cut.Cost, cut.Settled));
        Assert.Equal(0.1, Assert.IsType<TransportInterruption>(package[6]).Cost);
        var freeze = Assert.IsType<AssetFreeze>(package[7]);
        Assert.Equal((300_000, 0.02, 5.0, "EU"), (freeze.AmountMusd, freeze.Yield, freeze.DrawdownYears, freeze.Holders.Single().Text));
        var seizure = Assert.IsType<AssetSeizure>(package[8]);
        Assert.Equal((250, 2, "RUS"), (seizure.AmountMusd, seizure.Years, seizure.Owner!.Text));
        var leaving = Assert.IsType<OverCompliance>(package[9]);
        Assert.Equal((0.05, 2.0, 1.0), (leaving.Risk, leaving.Slope, leaving.RiskComply));
        var supply = Assert.IsType<Supply>(package[10]);
        Assert.Equal((0.15, "CHN"), (supply.Discount, supply.PaidBy!.Text));
        Assert.Equal(400, Assert.IsType<Transfer>(package[11]).AmountMusd);
        Assert.Equal(1_500_000, Assert.IsType<Arms>(package[12]).AmountMusd);
        Assert.Equal(5_000, Assert.IsType<InvestmentStop>(package[13]).AmountMusd);
    }

    [Fact]
    public void TheOtherBlocksAreRead()
    {
        var result = Yaml.Parse(Everything);

        Assert.Equal((0.05, 1.0, 1.0, 2), (result.OverCompliance!.Risk, result.OverCompliance.Slope, result.OverCompliance.RiskComply, result.OverCompliance.Head.Evidence.Length));
        Assert.Equal([Stance.Conduit, Stance.Rescue], result.Secondary!.Triggers);
        Assert.Equal("secondary.package.0", result.Secondary.Package.Single().Head.Path);
        Assert.Equal([Stance.Join], result.Retaliation!.Triggers);
        Assert.Equal((6.0, 0.1, 0.15), (result.Routes!.Elasticity, result.Routes.Margin, result.Routes.Evasion));
        Assert.Equal(("SCO", Obligation.Consultation), (result.Guarantees.Single().Alliance.Text, result.Guarantees.Single().Obligation));
        var commitment = result.Commitments.Single();
        Assert.Equal(("RUS", "peacekeepers", 400.0, 2), (commitment.Of.Text, commitment.Name, commitment.CostMusd, commitment.Priority));
        Assert.Equal((0.3, 0.4), (result.Revenue.Single().ShareOfIncome, result.Revenue.Single().ShareOfEnergyExports));
        Assert.Equal(
            [new Uniform(0, 0.5), new Lognormal(0.05, 0.5), new Lognormal(1, 0.2), new Normal(0, 1), new Triangular(0, 1, 3)],
            result.Priors.Select(prior => prior.Distribution));
        Assert.Equal([false, false, true, false, false], result.Priors.Select(prior => prior.IsScale));
        Assert.Equal([(-3.1, 1e-4), (-0.1, 0.01)], result.Expected.Select(effect => (effect.RealIncomePct, effect.Tolerance)));
    }

    [Fact]
    public void PlayersAreRead()
    {
        var players = Yaml.Parse(Everything).Players;

        Assert.Equal(("CHN", Stance.Neutral, 3), (players[0].Region.Text, players[0].Stance, players[0].Stances.Length));
        Assert.Equal(("RUS", 0.1), (players[0].Affinity.Single().Of.Text, players[0].Affinity.Single().Weight));
        Assert.Equal(new StanceCost(Stance.Rescue, 0.001), players[0].PoliticalCosts.Single());
        Assert.Equal(("RUS", "escalate"), (players[0].RedLines.Single().When.Single().By.Text, players[0].RedLines.Single().When.Single().Action));
        Assert.Equal([Stance.Rescue], players[0].RedLines.Single().Closes);
        Assert.Equal("players.0.means.0", Assert.IsType<Supply>(players[0].Means.Single()).Head.Path);
        Assert.True(players[1].Region.MayBeMissing);
        Assert.Equal([("hold", 0.0), ("escalate", 5_000.0)], players[2].Actions.Select(action => (action.Name, action.CostMusd)));
    }

    [Fact]
    public void EvidenceThatNothingRestsOnIsNoted()
    {
        var note = Assert.Single(Yaml.Parse(Everything).Notes);

        Assert.Equal("nothing rests on the evidence `unused`", note.Message);
        Assert.Equal((58, 3), (note.Line, note.Column));
    }

    [Fact]
    public void DefaultsAreThoseOfTheDesign()
    {
        var result = Yaml.Parse(Yaml.With(""));

        Assert.Equal(("samarkand-2021", Horizon.Medium, Closure.Fixed, Stance.Neutral), (result.World, result.Horizon, result.Closure, result.DefaultStance));
    }

    [Fact]
    public void AQuestionMayBeInWords() => Assert.Equal("Who pays?", Yaml.Parse(Yaml.With("question: Who pays?\n")).Question!.Text);
}
