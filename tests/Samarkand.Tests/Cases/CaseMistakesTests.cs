namespace Samarkand.Tests.Cases;

/// <summary>Each mistake is told by its place, what is wrong and what to do.</summary>
public class CaseMistakesTests
{
    public static TheoryData<string, string, string> InInstruments => new()
    {
        { "{ kind: ¦exprt-ban }", "unknown kind `exprt-ban`", "did you mean `export-ban`?" },
        { "¦{ coverage: 1 }", "an instrument needs `kind`", "`kind: export-ban`" },
        { "{ kind: ¦[a] }", "unknown kind a list", "expected one of: trade-cost" },
        { "¦{ kind: trade-cost }", "a trade-cost needs `factor`", "`factor: 1.5`" },
        { "{ kind: trade-cost, factor: ¦0 }", "`factor` is `0`, expected a number above 0, or `inf`", "" },
        { "{ kind: trade-cost, factor: ¦infinite }", "`factor` is `infinite`", "" },
        { "{ kind: trade-cost, factor: ¦\"1,5\" }", "`factor` is `1,5`", "use a point for decimals" },
        { "{ kind: trade-cost, factor: 1.5, ¦coverage: 1 }", "`coverage` does not belong to trade-cost, but to export-ban, import-ban", "change the kind" },
        { "{ kind: trade-cost, factor: 1.5, ¦sektors: all }", "unknown key `sektors` in a trade-cost", "did you mean `sectors`?" },
        { "{ kind: trade-cost, factor: 1.5, sectors: ¦[] }", "`sectors` is an empty list", "name at least one" },
        { "{ kind: trade-cost, factor: 1.5, sectors: [¦{ a: 1 }] }", "`sectors` holds a mapping", "" },
        { "{ kind: trade-cost, factor: 1.5, from: [¦[USA]] }", "`from` holds a list", "" },
        { "{ kind: trade-cost, factor: 1.5, both: ¦yes }", "`both` is `yes`, expected true or false", "" },
        { "{ kind: export-ban, coverage: ¦1.2 }", "`coverage` is `1.2`, expected a number above 0 and at most 1", "" },
        { "{ kind: export-ban, coverage: ¦90 }", "`coverage` is `90`, expected a number above 0 and at most 1", "90 is 9,000 percent; write `90 %` for 0.9" },
        { "{ kind: export-ban, coverage: ¦250 % }", "`coverage` is `250 %`, expected more than 0 % and at most 100 %", "" },
        { "{ kind: tariff, rate: ¦-100 % }", "`rate` is `-100 %`, expected more than -100 %", "" },
        { "{ kind: trade-cost, factor: ¦25 % }", "`factor` is `25 %`, expected a number above 0, or `inf`", "a factor has no percent sign" },
        { "{ kind: tariff, rate: 0.1, name: ¦[SWIFT] }", "`name` is a list, expected a text", "" },
        { "{ kind: tariff, rate: 0.1, name: ¦\"a\\nb\" }", "`name` is not a short text of one line", "write it like `name: SWIFT`" },
        { "{ kind: export-ban, ¦coverage: }", "`coverage` is empty", "give it a value or remove the key" },
        { "{ kind: tariff, rate: ¦-1 }", "`rate` is `-1`, expected a number above -1", "" },
        { "{ kind: tariff, rate: ¦nan }", "`rate` is `nan`", "" },
        { "{ kind: price-cap, discount: ¦1 }", "`discount` is `1`, expected a number above 0 and below 1", "" },
        { "{ kind: price-cap, discount: 0.3, volume: ¦fixed }", "unknown volume `fixed`", "expected one of: market" },
        { "¦{ kind: payments-cut, settled: 0.5 }", "a payments-cut needs `cost`", "`cost: 0.05`" },
        { "{ kind: payments-cut, cost: 0.1, settled: ¦0 }", "`settled` is `0`", "" },
        { "{ kind: transport-interruption, cost: ¦-0.1 }", "`cost` is `-0.1`, expected a number above 0", "" },
        { "{ kind: asset-freeze, amount: ¦300 }", "`amount` is `300`, expected an amount of money", "write it like 300 bn USD, 250 million USD or 1.5 trn USD" },
        { "{ kind: asset-freeze, amount: ¦300 bn EUR }", "`amount` is `300 bn EUR`, expected an amount of money in US dollars", "convert it, and write it like 300 bn USD" },
        { "{ kind: asset-freeze, amount: ¦€300 bn }", "`amount` is `€300 bn`, expected an amount of money in US dollars", "convert it" },
        { "{ kind: asset-freeze, amount: ¦300 bn roubles }", "expected an amount of money in US dollars", "convert it" },
        { "{ kind: asset-freeze, amount: ¦300 bn }", "`amount` is `300 bn`, expected an amount of money with its currency", "write `300 bn USD`" },
        { "{ kind: asset-freeze, amount: ¦300 USD }", "`amount` is `300 USD`, expected an amount of money", "write it like 300 bn USD" },
        { "{ kind: asset-freeze, amount: ¦1e308 bn USD }", "`amount` is `1e308 bn USD`", "" },
        { "{ kind: asset-freeze, amount: ¦0 bn USD }", "an amount of money, a number above 0", "" },
        { "¦{ kind: asset-freeze, amount: 1 bn USD, years: 5 }", "`years` of an asset-freeze needs `against: drawdown`", "" },
        { "¦{ kind: asset-freeze, amount: 1 bn USD, against: drawdown }", "`against: drawdown` needs `years`", "" },
        { "{ kind: asset-freeze, amount: 1 bn USD, ¦sectors: all }", "`sectors` does not belong to asset-freeze", "" },
        { "¦{ kind: asset-seizure, amount: 1 bn USD }", "an asset-seizure needs `years`", "" },
        { "{ kind: supply, discount: ¦0 }", "`discount` is `0`", "" },
        { "{ kind: over-compliance, risk: ¦-1, slope: 1 }", "`risk` is `-1`, expected a number of at least 0", "" },
        { "{ kind: tariff, rate: 0.1, from-date: ¦5 December 2022 }", "`from-date` is `5 December 2022`, expected a date", "2022-12-05" },
        { "{ kind: tariff, rate: 0.1, from-date: ¦2022-02-30 }", "`from-date` is `2022-02-30`", "" },
        { "{ kind: tariff, rate: 0.1, from-date: 2022-12-05, until-date: ¦2022-12-05 }", "`until-date` is not after `from-date`", "" },
        { "{ kind: tariff, rate: 0.1, evidence: ¦shok }", "the evidence `shok` is not defined", "add it to the block `evidence`" },
    };

    public static TheoryData<string, string, string> InBlocks => new()
    {
        { "¦titel: x", "unknown key `titel` in a case", "did you mean `title`?" },
        { "¦title: again", "duplicate key `title`: the first stands at line 1, column 1", "keep one" },
        { "horizon: ¦longer", "unknown horizon `longer`", "did you mean `long`? Expected one of: short, medium, long" },
        { "closure: ¦open", "unknown closure `open`", "fixed, proportional, closed, unfinanced, unspent" },
        { "default-stance: ¦neutrl", "unknown default-stance `neutrl`", "did you mean `neutral`?" },
        { "description: ¦[a]", "`description` is a list, expected a text", "" },
        { "question: ¦[CHN]", "a question must be a mapping, not a list", "{ rescuer: CHN, target: RUS }" },
        { "question: { ¦resquer: CHN }", "unknown key `resquer` in a question", "did you mean `rescuer`?" },
        { "over-compliance: ¦{ slope: 1 }", "`over-compliance` needs `risk`", "" },
        { "secondary: ¦{ trigger: [rescue] }", "`secondary` needs `package`", "" },
        { "secondary: { trigger: [¦resque], package: [{ kind: tariff, rate: 1 }] }", "unknown trigger `resque`", "did you mean `rescue`?" },
        { "elasticities: { energy: ¦0 }", "`energy` is `0`, expected a trade elasticity above 0", "or a factor of the world's" },
        { "elasticities: { energy: ¦scale many }", "`energy` is `scale many`", "" },
        { "elasticities: { energy: ¦{ evidence: e } }", "the elasticity of energy needs `value`", "" },
        { "elasticities: { energy: { value: 4, ¦factor: 2 } }", "unknown key `factor` in the elasticity of energy", "" },
        { "elasticities: ¦4", "`elasticities` must be a mapping, not `4`", "energy: 8" },
        { "priors:\n  a: ¦uniform(0.1, 30 %)", "some of its values are percentages and some are not", "write all of them with `%`" },
        { "priors:\n  a: ¦lognormal(5 %, 20 %)", "some of its values are percentages and some are not", "the sigma of a lognormal is a number" },
        { "retaliation: { package: ¦[] }", "`package` is empty", "add an instrument" },
        { "routes: { elasticity: ¦0 }", "`elasticity` is `0`", "" },
        { "routes: ¦6", "`routes` must be a mapping, not `6`", "elasticity: 6" },
        { "players: [¦{ stance: neutral }]", "a player needs `region`", "" },
        { "players: [{ region: CHN, stance: ¦friend }]", "unknown stance `friend`", "join, comply, neutral, conduit, rescue" },
        { "players: [{ region: CHN, closed: ¦{ stances: [join] } }]", "stances are closed without a ground", "add `reason: ...`" },
        { "players: [{ region: CHN, closed: ¦{ stances: [join, neutral], reason: r } }]", "the stance `neutral` that the player takes is closed", "another `stance`" },
        { "players: [{ region: CHN, closed: [{ stances: join, reason: r }, ¦{ stances: [join], reason: s }] }]", "the stance `join` is closed twice", "close it once" },
        { "players: [{ region: CHN, closed: { stances: [¦jion], reason: r } }]", "unknown stances `jion`", "join" },
        { "players: [{ region: CHN, stances: [neutral], closed: ¦{ stances: [join], reason: r } }]", "`closed` and `stances` stand together", "keep one" },
        { "players: [{ region: CHN, stances: [comply], stance: ¦rescue }]", "the stance `rescue` is not among the player's `stances`", "add `rescue`" },
        { "players: [{ region: CHN, stances: ¦[comply, rescue] }]", "the default stance `neutral` is not among", "`stance: comply`" },
        { "players: [{ region: CHN }, { region: ¦CHN }]", "CHN is a player twice", "" },
        { "players: [{ region: CHN, affinity: { RUS: ¦high } }]", "`RUS` is `high`, expected a number", "" },
        { "players: [{ region: CHN, political-cost: { rescue: ¦0.1 } }]", "`rescue` is `0.1`, expected a percentage", "write it like 0.1 %" },
        { "players: [{ region: CHN, political-cost: { ¦rescu: 0.1 % } }]", "unknown stance `rescu`", "did you mean `rescue`?" },
        { "players: [{ region: CHN, red-lines: [{ when: { ¦RUS: escalate }, closes: [rescue] }] }]", "RUS is not a player of the case", "" },
        { "players: [{ region: CHN, red-lines: [{ when: { RUS: ¦escalat }, closes: [rescue] }] }, { region: RUS, actions: [{ name: escalate }] }]", "RUS has no action or stance `escalat`", "did you mean `escalate`?" },
        { "players: [{ region: RUS, red-lines: [¦{ when: { RUS: neutral } }] }]", "a red line needs `closes` or `penalty`", "" },
        { "players: [{ region: CHN, means: [{ kind: ¦asset-freeze, amount: 1 bn USD }] }]", "`asset-freeze` is not possible here", "supply, transfer, arms, trade-cost, tariff, price-cap" },
        { "players: [{ region: RUS, actions: [{ name: hold }, ¦{ name: hold }] }]", "the action `hold` stands twice", "" },
        { "guarantees: [{ alliance: SCO, obligation: ¦talk }]", "unknown obligation `talk`", "defence, consultation, none" },
        { "commitments: [{ of: RUS, name: n, cost: 1 bn USD, priority: ¦1.5 }]", "`priority` must be a whole number", "" },
        { "revenue: { RUS: { share-of-income: ¦1.3 } }", "`share-of-income` is `1.3`, expected a number between 0 and 1", "" },
        { "priors: { a: ¦unifrm(0) }", "unknown distribution `unifrm`", "did you mean `uniform`?" },
        { "priors: { a: ¦0.5 }", "the prior `a` is `0.5`, which is not a distribution", "lognormal(median, sigma)" },
        { "priors:\n  a: ¦uniform(1, 0)", "`uniform(1, 0)`, expected uniform(low, high) with low below high", "" },
        { "priors:\n  a: ¦lognormal(0, 1)", "expected lognormal(median, sigma), both above 0", "" },
        { "priors:\n  a: ¦normal(1)", "expected normal(mean, sd)", "" },
        { "priors:\n  a: ¦scale triangular(1, 3, 2)", "expected triangular(low, mode, high) in ascending order", "" },
        { "evidence: { a: ¦{ quote: q } }", "the evidence `a` needs `source`", "" },
        { "evidence: { a: ¦{ source: s } }", "the evidence `a` needs `quote`", "" },
        { "evidence: { a: { source: s, quote: q, ¦page: 3 } }", "unknown key `page`", "expected one of: source, quote, file" },
        { "evidence: { shock: { source: s, quote: q } }\nover-compliance: { risk: 1, slope: 1, evidence: ¦shok }", "the evidence `shok` is not defined", "did you mean `shock`?" },
        { "expected: { RUS: ¦{ real_income: 1 } }", "what is expected of RUS needs `real_income_pct`", "" },
        { "expected: { RUS: ¦-1 }", "what is expected of RUS must be a mapping", "" },
        { "may-vanish: [¦[a]]", "`may-vanish` holds a list", "" },
    };

    public static TheoryData<string, int, int, string, string> InWholeFiles => new()
    {
        { "", 1, 1, "the file is empty", "samarkand new" },
        { "# nothing yet\n", 1, 1, "the file is empty", "samarkand new" },
        { "- a\n", 1, 1, "a case must be a mapping, not a list", "title: ..." },
        { "target: RUS\npackage: [{ kind: tariff, rate: 1 }]\n", 1, 1, "a case needs `title`", "" },
        { "title: t\npackage: [{ kind: tariff, rate: 1 }]\n", 1, 1, "a case needs `target`", "`target: RUS`" },
        { "title: t\ntarget: RUS\n", 1, 1, "a case needs `package`", "" },
        { "title: t\ntarget: RUS\npackage: []\n", 3, 10, "`package` is empty", "add an instrument" },
        { "title: t\ntarget: RUS\npackage: { kind: tariff }\n", 3, 10, "`package` is a mapping, expected a list of instruments", "" },
        { "title: t\ntarget: RUS\npackage: [tariff]\n", 3, 11, "an instrument must be a mapping, not `tariff`", "" },
        { "title: t\ntarget: RUS\ncoalition: [USA, RUS]\npackage: [{ kind: tariff, rate: 1 }]\n", 3, 18, "RUS is the target and in the coalition", "" },
        { "title: t\ntarget: [RUS]\npackage: [{ kind: tariff, rate: 1 }]\n", 2, 9, "`target` holds a list", "" },
        { "title: t\ntarget: RUS\ncoalition: []\npackage: [{ kind: tariff, rate: 1 }]\n", 3, 12, "`coalition` is an empty list", "" },
    };

    [Theory]
    [MemberData(nameof(InInstruments))]
    public void InAnInstrument(string instrument, string message, string hint) =>
        AssertMarkedProblem(Yaml.WithPackage(instrument), message, hint);

    [Theory]
    [MemberData(nameof(InBlocks))]
    public void InABlock(string block, string message, string hint) =>
        AssertMarkedProblem(Yaml.With(block + "\n"), message, hint);

    [Theory]
    [MemberData(nameof(InWholeFiles))]
    public void InTheWholeFile(string text, int line, int column, string message, string hint) =>
        AssertProblem(text, line, column, message, hint);

    [Fact]
    public void AllAreToldAtOnceInTheOrderOfTheFile()
    {
        var problems = Yaml.Problems(() => Yaml.Parse(
            "target: RUS\nhorizon: lng\npackage:\n  - { kind: tariff, rate: x, to: 3, evidence: e }\n  - { kind: tarif }\nzzz: 1\n"));

        Assert.Equal([1, 2, 4, 4, 5, 6], problems.Select(problem => problem.Line));
        Assert.Equal("case.yaml:2:10: unknown horizon `lng`; did you mean `long`? Expected one of: short, medium, long", problems[1].ToString());
    }

    /// <summary>The mark ¦ stands before the place that the problem names.</summary>
    private static void AssertMarkedProblem(string text, string message, string hint)
    {
        var mark = text.IndexOf('¦');
        var line = text[..mark].Count(character => character == '\n') + 1;
        AssertProblem(text.Remove(mark, 1), line, mark - text.LastIndexOf('\n', mark), message, hint);
    }

    private static void AssertProblem(string text, int line, int column, string message, string hint)
    {
        var problems = Yaml.Problems(() => Yaml.Parse(text));

        var problem = problems.FirstOrDefault(candidate => candidate.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join('\n', problems));
        Assert.Equal((Yaml.Source, line, column), (problem.Source, problem.Line, problem.Column));
        Assert.Contains(hint, problem.Hint ?? "", StringComparison.Ordinal);
    }
}
