using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

public class CaseBinderTests
{
    [Fact]
    public void ABlocStandsForItsMembersInTheWorldsOrderEachOnce()
    {
        var bound = Yaml.Bind("title: t\ntarget: RUS\ncoalition: [USA, EU, DEU, NOR?]\npackage: [{ kind: tariff, rate: 0.1 }]\n");

        Assert.Equal(new Region(0), bound.Target);
        Assert.Equal([new Region(2), new Region(3), new Region(4)], bound.Coalition);
        Assert.Equal(["NOR"], bound.LeftOut);
    }

    [Theory]
    [InlineData("[goods]", "0 1")]
    [InlineData("[energy, mine]", "0")]
    [InlineData("[bank, chip]", "1 2")]
    [InlineData("all", "0 1 2")]
    public void SectorsAreCodesTagsOrAll(string names, string expected)
    {
        var bound = Yaml.Bind(Yaml.WithPackage($"{{ kind: tariff, rate: 0.1, sectors: {names} }}"));

        Assert.Equal(expected, string.Join(' ', bound.Package[0].Flows[0].Sectors.Select(sector => sector.Index)));
    }

    [Theory]
    [InlineData("NOR", "NOR (Norway) is inside ROW in small-2020", "write NOR? to leave it out")]
    [InlineData("rus", "RUS is the target and in the coalition", "remove it from one of them")]
    [InlineData("Russian Federation", "RUS is the target and in the coalition", "remove it from one of them")]
    [InlineData("Norway", "Norway (NOR) is inside ROW in small-2020", "write Norway? to leave it out")]
    [InlineData("UK", "UK (GBR, United Kingdom) is inside ROW in small-2020", "write UK? to leave it out")]
    [InlineData("NATO", "NATO (North Atlantic Treaty Organization) is not a bloc of small-2020", "write NATO? to leave it out")]
    [InlineData("CHM", "unknown region or bloc `CHM`", "did you mean CHN (China)?")]
    [InlineData("Germny", "unknown region or bloc `Germny`", "did you mean DEU (Germany)?")]
    [InlineData("Atlantis?", "unknown region or bloc `Atlantis`", "samarkand world show small-2020")]
    public void AnUnknownRegionIsToldWithTheNearest(string name, string message, string hint)
    {
        var problem = Yaml.Problem(() => Yaml.Bind($"title: t\ntarget: RUS\ncoalition: [USA, {name}]\npackage: [{{ kind: tariff, rate: 1 }}]\n"));

        Assert.Equal((3, 18), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RUS", "[NOR?]", 3, 13, "the coalition is empty: small-2020 holds none of its members")]
    [InlineData("NOR?", "[USA]", 2, 9, "the target NOR (Norway) is not in small-2020")]
    [InlineData("EU", "[USA]", 2, 9, "the target is one region, and EU is a bloc")]
    [InlineData("DEU", "[USA, EU]", 3, 18, "the target DEU is a member of EU, which is in the coalition")]
    public void SidesThatDoNotWorkAreTold(string target, string coalition, int line, int column, string message)
    {
        var problem = Yaml.Problem(() => Yaml.Bind($"title: t\ntarget: {target}\ncoalition: {coalition}\npackage: [{{ kind: tariff, rate: 1 }}]\n"));

        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Hint);
    }

    [Theory]
    [InlineData("¦{ kind: tariff, rate: 1, from: RUS, to: RUS }", "acts on no flow: it runs from RUS to itself")]
    [InlineData("¦{ kind: tariff, rate: 1, from: EU, to: EU, both: true }", "`both: true` would act twice")]
    [InlineData("{ kind: tariff, rate: 1, sectors: ¦enrgy }", "unknown sector or tag `enrgy` in small-2020")]
    [InlineData("{ kind: tariff, rate: 1, sectors: ¦Energy }", "unknown sector or tag `Energy` in small-2020")]
    [InlineData("¦{ kind: asset-freeze, amount: 1 bn USD, holders: [RUS] }", "RUS would hold its own assets")]
    [InlineData("{ kind: asset-freeze, amount: 1 bn USD, owner: ¦SCO }", "`owner` is one region, and SCO is a bloc")]
    [InlineData("{ kind: asset-seizure, years: 1, amount: 1 bn USD, owner: ¦QQQ }", "unknown region or bloc `QQQ`")]
    [InlineData("¦{ kind: transfer, amount: 1 bn USD, to: EU }", "DEU would pay itself")]
    [InlineData("{ kind: arms, amount: 1 bn USD, to: ¦QQQ }", "unknown region or bloc `QQQ`")]
    [InlineData("{ kind: supply, discount: 0.1, paid-by: ¦QQQ }", "unknown region or bloc `QQQ`")]
    [InlineData("{ kind: supply, discount: 0.1, paid-by: ¦NOR? }", "`paid-by` names no region that small-2020 holds")]
    [InlineData("¦{ kind: supply, discount: 0.1, from: CHN }", "nobody pays for what CHN supplies")]
    [InlineData("¦{ kind: arms, amount: 1 bn USD }", "small-2020 has no sector tagged machinery, vehicles or arms")]
    [InlineData("¦{ kind: arms, amount: 1 bn USD, to: EU }", "DEU would arm itself")]
    [InlineData("¦{ kind: over-compliance, risk: 1, slope: 1, both: true }", "`both` has no meaning for over-compliance")]
    public void InstrumentsThatDoNotFitAreTold(string instrument, string message)
    {
        var text = Yaml.WithPackage(instrument);
        var mark = text.IndexOf('¦');

        var problems = Yaml.Problems(() => Yaml.Bind(text.Remove(mark, 1)));

        var problem = problems.First(candidate => candidate.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal((5, mark - text.LastIndexOf('\n', mark)), (problem.Line, problem.Column));
    }

    [Fact]
    public void WithoutACoalitionAnInstrumentNamesItsSides()
    {
        const string Head = "title: t\ntarget: RUS\npackage:\n";

        var problem = Yaml.Problem(() => Yaml.Bind(Head + "  - { kind: trade-cost, factor: 2 }\n"));
        Assert.Contains("trade-cost has no `from`", problem.Message, StringComparison.Ordinal);
        Assert.Contains("to", Yaml.Problem(() => Yaml.Bind(Head + "  - { kind: tariff, rate: 200 % }\n")).Message, StringComparison.Ordinal);
        Assert.Contains("holders", Yaml.Problem(() => Yaml.Bind(Head + "  - { kind: asset-freeze, amount: 1 bn USD }\n")).Message, StringComparison.Ordinal);
        Assert.Empty(Yaml.Bind(Head + "  - { kind: trade-cost, factor: 2, from: CHN }\n").Coalition);
    }

    [Theory]
    [InlineData("players: [{ region: ¦KAZ }]", "KAZ (Kazakhstan) is inside ROW")]
    [InlineData("players: [{ region: CHN, affinity: { ¦RUX: 1 } }]", "unknown region or bloc `RUX`")]
    [InlineData("players: [{ region: CHN, means: [{ kind: supply, discount: 0.1, sectors: ¦x }] }]", "unknown sector or tag `x`")]
    [InlineData("secondary: { package: [{ kind: export-ban, sectors: ¦x }] }", "unknown sector or tag `x`")]
    [InlineData("retaliation: { package: [{ kind: asset-freeze, amount: 1 bn USD, owner: ¦EU }] }", "`owner` is one region")]
    [InlineData("guarantees: [{ alliance: ¦SCA, obligation: none }]", "SCA is not a bloc of small-2020")]
    [InlineData("commitments: [{ of: ¦SCO, name: n, cost: 1 bn USD, priority: 1 }]", "who has a commitment is one region")]
    [InlineData("revenue: { ¦XYZ: { share-of-income: 0.3 } }", "unknown region or bloc `XYZ`")]
    [InlineData("question: { rescuer: ¦CHI }", "unknown region or bloc `CHI`")]
    [InlineData("may-vanish: [¦chips]", "unknown sector or tag `chips`")]
    [InlineData("expected: { ¦RUZ: { real_income_pct: 1 } }", "unknown region or bloc `RUZ`")]
    public void NamesInOtherBlocksAreLookedUpToo(string block, string message)
    {
        var mark = block.IndexOf('¦');

        var problem = Yaml.Problem(() => Yaml.Bind(Yaml.With(block.Remove(mark, 1) + "\n")));

        Assert.Equal((5, mark + 1), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWorldWithoutTagsAsksForSectors()
    {
        var world = SmallWorld.Make();
        var untagged = new World(
            world.About,
            world.Regions,
            [.. world.Sectors.Select(sector => sector with { Tags = [] })],
            world.Blocs,
            world.Trade.ToArray(),
            null,
            world.Inputs.ToArray(),
            world.Final.ToArray(),
            world.Elasticities.ToArray());

        var problem = Yaml.Problem(() => Yaml.Bind(Yaml.With(""), untagged));

        Assert.Contains("unknown sector or tag `goods`", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotUsedYetIsSaid()
    {
        var bound = Yaml.Bind(Yaml.With(
            """
            question: { rescuer: CHN }
            over-compliance: { risk: 1, slope: 1 }
            secondary: { package: [{ kind: export-ban, until-date: 2023-01-01 }] }
            retaliation: { package: [{ kind: export-ban }] }
            routes: { elasticity: 6 }
            default-stance: comply
            players: [{ region: KAZ?, affinity: { RUS: 0.1 } }]
            guarantees: [{ alliance: CSTO?, obligation: defence }]
            commitments: [{ of: RUS, name: n, cost: 1 bn USD, priority: 1 }]
            revenue: { RUS: { share-of-income: 0.3 } }
            priors:
              a: uniform(0, 1)
            """));

        string[] starts = ["The dates of secondary.package.0"];
        Assert.Equal(starts.Length, bound.NotUsedYet.Length);
        Assert.All(starts.Zip(bound.NotUsedYet), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Empty(Yaml.Bind(Yaml.With("question: Who pays?\n")).NotUsedYet);
    }

    [Fact]
    public void DatesThatAreNotUsedYetAreSaid()
    {
        var bound = Yaml.Bind(Yaml.WithPackage("{ kind: supply, discount: 0.1 }", "{ kind: tariff, rate: 0.1, until-date: 2023-01-01 }"));

        Assert.Contains("dates of package.1 (tariff)", Assert.Single(bound.NotUsedYet), StringComparison.Ordinal);
        Assert.Single(bound.Shock.Tariffs);
    }

    [Fact]
    public void AnInstrumentWhoseOnlyRegionsMayBeMissingDoesNothing()
    {
        var bound = Yaml.Bind(Yaml.WithPackage("{ kind: tariff, rate: 1, from: NOR? }", "{ kind: tariff, rate: 0.1 }"));

        Assert.Equal(["NOR"], bound.LeftOut);
        Assert.Single(bound.Shock.Tariffs);
    }

    [Fact]
    public void ExpectedFiguresAreBound()
    {
        var bound = Yaml.Bind(Yaml.With("expected: { CHN: { real_income_pct: 0.5 }, NOR?: { real_income_pct: 1 } }\n"));

        Assert.Equal(new BoundExpectation(new Region(1), 0.5, 1e-6), Assert.Single(bound.Expected));
    }
}
