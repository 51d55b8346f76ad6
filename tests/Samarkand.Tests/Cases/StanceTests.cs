using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Stances in the small world: USA, DEU and FRA sanction RUS; CHN and ROW are third states.</summary>
public class StanceTests
{
    private const string Punishment =
        "secondary: { package: [{ kind: export-ban, coverage: 0.5 }] }\nretaliation: { package: [{ kind: import-ban }] }\n";

    [Fact]
    public void The_coalition_joins_players_say_their_own_and_the_default_is_for_the_others()
    {
        var bound = Yaml.Bind(Yaml.With("default-stance: comply\nplayers: [{ region: CHN, stance: rescue }, { region: KAZ?, stance: conduit }, { region: RUS, actions: [{ name: hold }] }]\n"));

        Assert.Equal([Stance.Neutral, Stance.Rescue, Stance.Join, Stance.Join, Stance.Join, Stance.Comply], bound.Stances);
        Assert.Equal(
            [StanceSource.Default, StanceSource.Player, StanceSource.Coalition, StanceSource.Coalition, StanceSource.Coalition, StanceSource.Default],
            bound.StanceSources);
        Assert.Equal(["KAZ"], bound.LeftOut);
    }

    [Fact]
    public void Who_joins_adopts_the_package()
    {
        var bound = Yaml.Bind(Yaml.With("players: [{ region: CHN, stance: join }]\n"));

        Assert.Equal([1, 2, 3, 4], bound.Coalition.Select(r => r.Index));
        Assert.Equal(bound.Coalition, bound.Shock.Costs.Single().Flows.Origins);
    }

    [Theory]
    [InlineData("conduit", "1", "2 3 4")]
    [InlineData("rescue", "1", "2 3 4")]
    [InlineData("comply", "", "1 2 3 4")]
    [InlineData("join", "", "1 2 3 4")]
    [InlineData("neutral", "", "2 3 4")]
    public void Punishment_falls_on_the_stances_that_trigger_it(string stance, string secondary, string retaliation)
    {
        var bound = Yaml.Bind(Yaml.With($"players: [{{ region: CHN, stance: {stance} }}]\n" + Punishment));

        string On(InstrumentRole role) => string.Join(' ', bound.Instruments.Where(i => i.Role == role).SelectMany(i => i.Players).Select(r => r.Index));
        Assert.Equal((secondary, retaliation), (On(InstrumentRole.Secondary), On(InstrumentRole.Retaliation)));
        var back = bound.Instruments.Single(i => i.Role == InstrumentRole.Retaliation);
        Assert.Equal(back.Players, back.Flows[0].Origins);
        Assert.Equal([bound.Target], back.Flows[0].Destinations);
        if (secondary.Length > 0)
        {
            var ban = bound.Instruments.Single(i => i.Role == InstrumentRole.Secondary);
            Assert.Equal((bound.Coalition, new Region(1)), (ban.Flows[0].Origins, ban.Flows[0].Destinations.Single()));
        }
    }

    [Fact]
    public void An_amount_in_a_triggered_package_is_the_total_of_those_it_falls_on()
    {
        var bound = Yaml.Bind(Yaml.With("default-stance: conduit\nsecondary: { package: [{ kind: asset-freeze, amount: 10 bn USD, yield: 0.1 }, { kind: transfer, amount: 1 bn USD, from: CHN, to: USA }] }\n"));

        // Value added of CHN and ROW is 600 and 1800.
        var freeze = bound.Instruments.First(i => i.Role == InstrumentRole.Secondary);
        Assert.Equal([1, 5], freeze.Players.Select(r => r.Index));
        Assert.Equal(1_000, freeze.Payments.Sum(payment => payment.Amount), 1e-9);
        Assert.Equal(250, freeze.Payments.Where(payment => payment.From == new Region(1)).Sum(payment => payment.Amount), 1e-9);
        Assert.Equal([1_000.0], bound.Instruments.Last().Payments.Select(payment => payment.Amount));
    }

    [Fact]
    public void A_rescuer_lends_its_means_and_pays_for_them()
    {
        const string Means = "players: [{ region: CHN, stance: rescue, means: [{ kind: supply, discount: 0.15 }, { kind: supply, discount: 0.1, from: ROW }, { kind: transfer, amount: 1 bn USD }] }]\n";
        var bound = Yaml.Bind(Yaml.With(Means));

        Assert.All(bound.Shock.Wedges, wedge => Assert.Equal(new Region(1), wedge.Owner));
        Assert.Equal([-0.15, -0.1], bound.Shock.Wedges.Select(wedge => wedge.Rate));
        Assert.Equal([1, 5], bound.Shock.Wedges.Select(wedge => wedge.Flows.Origins.Single().Index));
        Assert.Equal(new Payment(new Region(1), new Region(0), 1_000), bound.Shock.Payments.Single());
        Assert.Empty(Yaml.Bind(Yaml.With(Means.Replace("rescue", "conduit", StringComparison.Ordinal))).Shock.Wedges);
    }

    [Fact]
    public void Several_suppliers_pay_each_for_its_own_trade()
    {
        var wedges = Yaml.Bind(Yaml.WithPackage("{ kind: supply, discount: 0.2, both: true }")).Shock.Wedges;

        Assert.Equal([new Region(2), new Region(3), new Region(4), null], wedges.Select(wedge => wedge.Owner));
        Assert.Equal([2, 3, 4, 0], wedges.Select(wedge => wedge.Flows.Origins.Single().Index));
    }

    [Theory]
    [InlineData("players: [{ region: ¦DEU }]", "DEU is in the coalition, so its stance is `join`, not `neutral`", "write `stance: join`")]
    [InlineData("players: [{ region: RUS, stance: ¦conduit }]", "RUS is the target, which takes no stance", "what the target may do stands under `actions`")]
    [InlineData("players: [{ region: RUS, stances: ¦[neutral, rescue], actions: [{ name: hold }] }]", "RUS is the target, which takes no stance", "remove it here, or name another target")]
    [InlineData("players: [{ region: ¦EU, stance: join }]", "a player is one region", "name one of its members")]
    [InlineData("secondary: { trigger: ¦[join, rescue], package: [{ kind: export-ban }] }", "`join` cannot trigger `secondary`", "remove it")]
    [InlineData("retaliation: { package: [{ kind: ¦over-compliance, risk: 1, slope: 1 }] }", "`over-compliance` is not possible here", "expected one of")]
    [InlineData("over-compliance: { risk: 1, slope: 1, risk-conduit: ¦-1 }", "`risk-conduit` is `-1`", null)]
    [InlineData("over-compliance: { risk: 1, slope: 1, sectors: ¦enrgy }", "unknown sector or tag `enrgy`", null)]
    [InlineData("default-stance: rescue\nsecondary: { package: [{ kind: export-ban, sectors: ¦x }] }", "unknown sector or tag `x`", null)]
    public void Mistakes_are_told_with_their_place(string block, string message, string? hint)
    {
        var mark = block.IndexOf('¦');
        var line = block[..mark].Count(c => c == '\n');

        var problem = Yaml.Problem(() => Yaml.Bind(Yaml.With(block.Remove(mark, 1) + "\n")));

        Assert.Equal((5 + line, mark - block.LastIndexOf('\n', mark)), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint ?? "", problem.Hint ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Fear_needs_a_coalition() => Assert.Contains(
        "the case names none",
        Yaml.Problem(() => Yaml.Bind("title: t\ntarget: RUS\npackage: [{ kind: tariff, rate: 1, to: USA }]\nover-compliance: { risk: 1, slope: 1 }\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_stance_set_comes_before_the_players()
    {
        var bound = Bind("--stance=CHN=rescue", "--stance=ROW=join");

        Assert.Equal((Stance.Rescue, Stance.Join), (bound.Stances[1], bound.Stances[5]));
        Assert.Equal((StanceSource.Set, StanceSource.Set), (bound.StanceSources[1], bound.StanceSources[5]));
        Assert.Contains(new Region(5), bound.Coalition);
    }

    [Theory]
    [InlineData("CHN=rescu", "⟨stance: CHN⟩", "unknown stance `rescu`", "did you mean `rescue`?")]
    [InlineData("CHM=rescue", "⟨stance: CHM⟩", "unknown region or bloc `CHM`", "did you mean CHN (China)?")]
    [InlineData("EU=join", "⟨stance: EU⟩", "is one region, and EU is a bloc", "name one of its members")]
    [InlineData("USA=comply", "⟨stance: USA⟩", "USA is in the coalition", "take USA out")]
    [InlineData("RUS=join", "⟨stance: RUS⟩", "RUS is the target", "name a third state")]
    [InlineData("CHN=conduit", "⟨stance: CHN⟩", "`conduit` is not among the stances of CHN in the case: neutral, rescue", "add `conduit`")]
    [InlineData("CHN", "⟨stance: CHN⟩", "expected REGION=STANCE", "⟨stance: CHN=neutral⟩")]
    [InlineData("=join", "⟨stance: =join⟩", "expected REGION=STANCE", "⟨stance: CHN=neutral⟩")]
    public void A_stance_that_cannot_be_set_is_told(string text, string source, string message, string hint)
    {
        var problem = Yaml.Problem(() => Bind("--stance=" + text));

        Assert.Equal((source, 0), (problem.Source, problem.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stance_is_set_once() =>
        Assert.Contains("set twice", Yaml.Problem(() => Bind("--stance=CHN=rescue", "--stance=CHN=neutral")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_bound_case_takes_other_stances_without_being_read_again()
    {
        var rescued = Bind().WithStances((new Region(1), Stance.Rescue), (new Region(5), Stance.Comply));

        Assert.Equal((Stance.Rescue, Stance.Comply), (rescued.Stances[1], rescued.Stances[5]));
        var back = rescued.WithStances((new Region(1), Stance.Neutral));
        Assert.Equal((Stance.Neutral, Stance.Comply), (back.Stances[1], back.Stances[5]));
        Assert.Equal("the stance of CHN", Yaml.Problem(() => back.WithStances((new Region(1), Stance.Join))).Source);
    }

    private static BoundCase Bind(params string[] edits) =>
        CaseSource.FromText(Yaml.With("players: [{ region: CHN, stances: [neutral, rescue] }]\n"), Yaml.Source).With(edits).Case.BindTo(SmallWorld.Make());

    [Fact]
    public void What_is_not_closed_is_open_and_a_rescue_needs_means()
    {
        string Open(string player) => string.Join(' ', Yaml.Parse(Yaml.With($"players: [{{ region: CHN, {player} }}]\n")).Players[0].Stances.Select(stance => stance.ToString()));
        const string Means = "means: [{ kind: transfer, amount: 1 bn USD }]";
        Assert.Equal("Comply Neutral Conduit", Open("closed: { stances: join, reason: r }"));
        Assert.Equal("Comply Neutral Conduit Rescue", Open($"closed: [{{ stances: [join], reason: r }}], {Means}"));
        Assert.Equal("Neutral", Open("closed: { stances: others, reason: too small }"));
        Assert.Equal("Neutral Rescue", Open("closed: { stances: [join, comply, conduit], reason: r }, stance: rescue"));
    }
}
