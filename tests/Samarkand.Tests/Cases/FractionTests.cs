using System.Globalization;
using System.Reflection;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Core;
using Samarkand.Tests.Analyses.Ensembles;

namespace Samarkand.Tests.Cases;

/// <summary>A share or a rate is a fraction or a percentage, and what may be a percentage without its sign is refused.</summary>
public class FractionTests
{
    /// <summary>Every share and rate of a case, with ¤ for its value; true where more than 100 percent make sense.</summary>
    public static TheoryData<string, bool> All => new()
    {
        { Package("{ kind: export-ban, coverage: ¤ }"), false },
        { Package("{ kind: import-ban, coverage: ¤ }"), false },
        { Package("{ kind: tariff, rate: ¤ }"), true },
        { Package("{ kind: price-cap, discount: ¤ }"), false },
        { Package("{ kind: payments-cut, cost: ¤ }"), true },
        { Package("{ kind: payments-cut, cost: 0.1, settled: ¤ }"), false },
        { Package("{ kind: transport-interruption, cost: ¤ }"), true },
        { Package("{ kind: asset-freeze, amount: 1 bn USD, yield: ¤ }"), true },
        { Package("{ kind: supply, discount: ¤ }"), false },
        { Package("{ kind: over-compliance, risk: ¤, slope: 1 }"), true },
        { Block("over-compliance: { risk: ¤, slope: 1 }"), true },
        { Block("over-compliance: { risk: 0.1, slope: 1, risk-comply: ¤ }"), true },
        { Block("over-compliance: { risk: 0.1, slope: 1, risk-conduit: ¤ }"), true },
        { Block("over-compliance: { risk: 0.1, slope: 1, risk-rescue: ¤ }"), true },
        { Block("routes: { margin: ¤ }"), true },
        { Block("routes: { evasion: ¤ }"), true },
        { Block("routes: { threat: ¤ }"), true },
        { Block("routes: { handling: ¤ }"), false },
        { Block("routes: { ordinary-re-exports: ¤ }"), false },
        { Block("routes: { re-exports: { CHN: ¤ } }"), false },
        { Block("revenue: { RUS: { share-of-income: ¤ } }"), false },
        { Block("revenue: { RUS: { share-of-income: 0.1, share-of-energy-exports: ¤ } }"), false },
        { Block("coalition-first: { severities: ¤ }\nsecondary: { package: [{ kind: tariff, rate: 0.1 }] }"), false },
        { Block("secondary: { package: [{ kind: tariff, rate: ¤ }] }"), true },
        { Block("players: [{ region: CHN, means: [{ kind: supply, discount: ¤ }] }]"), false },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void A_bare_number_that_may_be_a_percentage_is_refused_with_both_readings(string text, bool mayExceed)
    {
        var problem = Yaml.Problem(() => Yaml.Parse(With(text, "25")));

        Assert.Contains("`25`", problem.Message, StringComparison.Ordinal);
        Assert.Contains("25 is 2,500 percent", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("write `25 %` for 0.25", problem.Hint, StringComparison.Ordinal);
        Assert.Equal(mayExceed, problem.Hint!.Contains("`2500 %` if that is meant", StringComparison.Ordinal));
        Assert.Equal(text[..text.IndexOf('¤')].Count(character => character == '\n') + 1, problem.Line);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_percentage_is_the_fraction(string text, bool mayExceed)
    {
        Assert.Equal(Written(Yaml.Parse(With(text, "0.14"))), Written(Yaml.Parse(With(text, "14 %"))));
        Assert.Equal(Written(Yaml.Parse(With(text, "0.14"))), Written(Yaml.Parse(With(text, "14%"))));
        if (mayExceed)
            Assert.Contains("2.5", Written(Yaml.Parse(With(text, "250 %"))), StringComparison.Ordinal);
        else
            Assert.Contains("`250 %`, expected ", Yaml.Problem(() => Yaml.Parse(With(text, "250 %"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.2", 0.2)]
    [InlineData("0.5", null)]
    [InlineData("50 %", 0.5)]
    public void A_yield_of_more_than_a_fifth_has_to_be_written_in_percent(string text, double? expected)
    {
        var written = With(Package("{ kind: asset-freeze, amount: 1 bn USD, yield: ¤ }"), text);
        if (expected is { } yield)
            Assert.Equal(yield, Assert.IsType<AssetFreeze>(Yaml.Parse(written).Package[0]).Yield);
        else
            Assert.Equal("`yield` is `0.5`: 0.5 is 50 percent", Yaml.Problem(() => Yaml.Parse(written)).Message);
    }

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("-0.5", -0.5)]
    [InlineData("145 %", 1.45)]
    [InlineData("1.45", null)]
    [InlineData("1e300", null)]
    public void A_tariff_of_more_than_the_whole_value_has_to_be_written_in_percent(string text, double? expected)
    {
        var written = With(Package("{ kind: tariff, rate: ¤ }"), text);
        if (expected is { } rate)
            Assert.Equal(rate, Assert.IsType<Tariff>(Yaml.Parse(written).Package[0]).Rate);
        else
            Assert.InRange(Yaml.Problem(() => Yaml.Parse(written)).ToString().Length, 60, 160);
    }

    [Fact]
    public void So_has_an_edit_from_the_command_line()
    {
        const string Text = "title: t\ntarget: RUS\ncoalition: [USA]\npackage: [{ kind: tariff, rate: 0.1 }]\n";

        var problem = Yaml.Problem(() => Yaml.Parse(Text, "package.0.rate=25"));
        Assert.Equal(("⟨set: package.0.rate⟩", "`rate` is `25`: 25 is 2,500 percent"), (problem.Source, problem.Message));
        Assert.Equal(0.25, Assert.IsType<Tariff>(Yaml.Parse(Text, "package.0.rate=25 %").Package[0]).Rate);
    }

    [Theory]
    [InlineData("package.0.coverage: uniform(10, 30)", "draws 10: `coverage` is `10`", "write `10 %` for 0.1")]
    [InlineData("package.0.coverage: uniform(0.1, 30)", "draws 30: `coverage` is `30`", "write `30 %` for 0.3")]
    [InlineData("package.0.coverage: triangular(0.1, 0.2, 5)", "draws 5: `coverage` is `5`", "write `5 %` for 0.05")]
    [InlineData("routes.margin: uniform(0.05, 20)", "draws 20: `margin` is `20`: 20 is 2,000 percent", "`2000 %` if that is meant")]
    [InlineData("severity: uniform(0, 50)", "the prior `severity` draws 50: a severity is a share", null)]
    public void A_prior_that_may_be_in_percent_without_saying_so_is_refused_before_any_draw(string prior, string message, string? hint)
    {
        var problem = SmallSweep.Problem(prior);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint ?? "", problem.Hint, StringComparison.Ordinal);
        Assert.Equal((7, 3), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("uniform(10 %, 30 %)", "uniform(10 %, 30 %)")]
    [InlineData("lognormal(5 %, 0.5)", "lognormal(5 %, 0.5)")]
    [InlineData("normal(14%, 2%)", "normal(14 %, 2 %)")]
    [InlineData("triangular(0.1 %, 7 %, 100 %)", "triangular(0.1 %, 7 %, 100 %)")]
    public void A_prior_may_be_in_percent(string text, string told)
    {
        var prior = Assert.Single(Yaml.Parse(Yaml.With($"priors:\n  routes.margin: {text}\n")).Priors);

        Assert.Equal(told, prior.Text);
        Assert.True(prior.InPercent);
    }

    [Theory]
    [InlineData("package.0.coverage=0.5", 0.2)]
    [InlineData("package.0.coverage=50 %", 0.2)]
    public void A_draw_in_percent_is_what_it_says_however_the_case_writes_the_value(string edit, double drawn)
    {
        var (bound, _) = new DrawnCase(SmallSweep.Text("priors:\n  package.0.coverage: uniform(10 %, 30 %)\n", edit), SmallSweep.World).At([drawn]);

        Assert.Equal(drawn, Assert.IsType<ExportBan>(bound.Case.Package[0]).Coverage, 1e-12);
    }

    [Theory]
    [InlineData("package.0.coverage=50 %", "package.0.coverage: uniform(0.1, 0.3)", "has no percent sign, and the case writes a percentage there")]
    [InlineData("package.1={ kind: asset-freeze, amount: 50 mn USD }", "package.1.amount: uniform(10 %, 20 %)", "is in percent, and the case writes an amount there")]
    public void A_prior_and_a_value_of_other_units_are_refused(string edit, string prior, string message)
    {
        var problem = Yaml.Problem(() => _ = new DrawnCase(SmallSweep.Text($"priors:\n  {prior}\n", edit), SmallSweep.World));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300 bn USD", 300_000)]
    [InlineData("400 m USD", 400)]
    [InlineData("400m USD", 400)]
    [InlineData("0.4bn USD", 400)]
    [InlineData("0.4 Bn usd", 400)]
    [InlineData("1.5 trn USD", 1_500_000)]
    [InlineData("250 million USD", 250)]
    [InlineData("1e3 mn USD", 1000)]
    public void An_amount_is_written_as_people_write_it(string text, double millions) =>
        Assert.Equal(millions, Assert.IsType<AssetFreeze>(Yaml.Parse(With(Package("{ kind: asset-freeze, amount: ¤ }"), text)).Package[0]).AmountMusd);

    [Fact]
    public void A_draw_of_an_amount_keeps_a_unit_without_a_space()
    {
        const string More = "players: [{ region: R2, stances: [neutral, rescue], stance: rescue, means: [{ kind: transfer, amount: 4mn USD }] }]\npriors:\n  players.0.means.0.amount: scale uniform(0.5, 2)\n";
        var (bound, _) = new DrawnCase(SmallSweep.Text(More), SmallSweep.World).At([1.5]);

        Assert.Equal(6, Assert.IsType<Transfer>(Assert.Single(bound.Case.Players).Means[0]).AmountMusd, 1e-12);
    }

    private static string Package(string instrument) => Yaml.WithPackage(instrument);

    private static string Block(string block) => Yaml.With(block + "\n");

    private static string With(string text, string value) => text.Replace("¤", value, StringComparison.Ordinal);

    // Every number that a case holds, but not where it stands.
    private static string Written(Case theCase)
    {
        var numbers = new List<double>();
        Collect(theCase, numbers, 0);
        return string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static void Collect(object? value, List<double> numbers, int depth)
    {
        if (value is double number)
            numbers.Add(number);
        else if (value is null or string or Place or InputProblem || depth > 8)
            return;
        else if (value is System.Collections.IEnumerable items)
        {
            foreach (var item in items)
                Collect(item, numbers, depth + 1);
        }
        else if (value.GetType().Namespace!.StartsWith("Samarkand.Cases", StringComparison.Ordinal))
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                Collect(property.GetValue(value), numbers, depth + 1);
        }
    }
}
