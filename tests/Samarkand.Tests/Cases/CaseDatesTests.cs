using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Instruments;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Tests.Cases;

/// <summary>What is in force on a day, and for which share of a year.</summary>
public class CaseDatesTests
{
    private static readonly DateOnly Day = new(2022, 12, 5);

    [Theory]
    [InlineData("from-date: 2022-12-05", "2022-12-04", false)]
    [InlineData("from-date: 2022-12-05", "2022-12-05", true)]
    [InlineData("until-date: 2022-12-05", "2022-12-04", true)]
    [InlineData("until-date: 2022-12-05", "2022-12-05", false)]
    [InlineData("from-date: 2022-12-05, until-date: 2022-12-06", "2022-12-05", true)]
    public void AnInstrumentHoldsFromItsFirstDayToBeforeTheDayThatEndsIt(string dates, string day, bool holds)
    {
        var full = Yaml.Parse(Yaml.WithPackage("{ kind: tariff, rate: 0.1 }", $"{{ kind: export-ban, {dates} }}"));

        var dated = CaseDates.AsOf(full, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(holds ? full.Package : full.Package.RemoveAt(1), dated.Package);
        Assert.Equal(holds ? [] : ["package.1"], dated.NotInForce.Select(instrument => instrument.Head.Path));
        Assert.Equal(day, dated.Period!.Name);
    }

    [Fact]
    public void EveryPackageOfTheCaseIsDated()
    {
        const string Ban = "{ kind: export-ban, from-date: 2022-12-05 }";
        const string Means = "{ kind: transfer, amount: 1 bn USD, from-date: 2022-12-05 }";
        var full = Yaml.Parse(Yaml.WithPackage(Ban) +
            $$"""
            secondary: { package: [{{Ban}}] }
            retaliation: { package: [{{Ban}}] }
            players:
              - { region: CHN, means: [{{Means}}] }
              - { region: RUS, actions: [{ name: escalate, package: [{{Ban}}] }] }
            """);

        var before = CaseDates.AsOf(full, Day.AddDays(-1));

        Assert.Empty(CaseDates.Instruments(before));
        Assert.Equal(
            ["package.0", "secondary.package.0", "retaliation.package.0", "players.0.means.0", "players.1.actions.0.package.0"],
            before.NotInForce.Select(instrument => instrument.Head.Path));
        Assert.Equal(CaseDates.Instruments(full), CaseDates.Instruments(CaseDates.AsOf(full, Day)));
    }

    [Theory]
    [InlineData("from-date: 2022-12-05", 2022, 27.0 / 365)]
    [InlineData("from-date: 2024-12-05", 2024, 27.0 / 366)]
    [InlineData("until-date: 2024-03-01", 2024, 60.0 / 366)]
    [InlineData("until-date: 2022-03-01", 2022, 59.0 / 365)]
    [InlineData("from-date: 2022-02-28, until-date: 2022-03-03", 2022, 3.0 / 365)]
    [InlineData("from-date: 2021-06-01, until-date: 2023-06-01", 2022, 1)]
    [InlineData("both: false", 2022, 1)]
    public void AYearTakesTheShareOfItsDays(string dates, int year, double share)
    {
        var full = Yaml.Parse(Yaml.WithPackage($"{{ kind: import-ban, sectors: energy, coverage: 0.9, {dates} }}"));

        var ban = (ImportBan)Assert.Single(CaseDates.InYear(full, year).Package);

        Assert.Equal(share * 0.9, ban.Coverage);
        Assert.Equal(full.Package[0], ban with { Coverage = 0.9 });
    }

    [Fact]
    public void ThreeDaysOfAClosedAirportTouchThreeDaysOfTheFlows()
    {
        var full = Yaml.Parse(Yaml.WithPackage("{ kind: transport-interruption, cost: 0.5, from-date: 2022-02-28, until-date: 2022-03-03 }"));

        var change = Assert.Single(CaseDates.InYear(full, 2022).BindTo(SmallWorld.Make()).Shock.Costs);

        Assert.Equal((1.5, 3.0 / 365), (change.Factor, change.Share));
        change = Assert.Single(CaseDates.AsOf(full, new DateOnly(2022, 3, 2)).BindTo(SmallWorld.Make()).Shock.Costs);
        Assert.Equal((1.5, 1.0), (change.Factor, change.Share));
    }

    /// <summary>Half a year: what of each kind is halved, and nothing else.</summary>
    [Theory]
    [InlineData("{ kind: trade-cost, factor: 1.5 }", "Share")]
    [InlineData("{ kind: export-ban, coverage: 0.8 }", "Coverage")]
    [InlineData("{ kind: export-ban, coverage: 0.8, common-list: true }", "Coverage")]
    [InlineData("{ kind: import-ban, coverage: 0.8 }", "Coverage")]
    [InlineData("{ kind: tariff, rate: 0.3 }", "Rate")]
    [InlineData("{ kind: tariff, rate: -0.3 }", "Rate")]
    [InlineData("{ kind: price-cap, discount: 0.3 }", "Discount")]
    [InlineData("{ kind: price-cap, discount: 0.3, volume: market }", "Discount")]
    [InlineData("{ kind: payments-cut, cost: 0.1, settled: 0.6 }", "Settled")]
    [InlineData("{ kind: transport-interruption, cost: 0.1 }", "Share")]
    [InlineData("{ kind: over-compliance, risk: 0.1, slope: 1 }", "Share")]
    [InlineData("{ kind: supply, discount: 0.1 }", "Discount")]
    [InlineData("{ kind: asset-freeze, amount: 10 bn USD }", "AmountMusd")]
    [InlineData("{ kind: asset-freeze, amount: 10 bn USD, against: drawdown, years: 5 }", "AmountMusd")]
    [InlineData("{ kind: asset-seizure, amount: 10 bn USD, years: 5 }", "AmountMusd")]
    [InlineData("{ kind: transfer, amount: 10 bn USD }", "AmountMusd")]
    [InlineData("{ kind: arms, amount: 10 bn USD }", "AmountMusd")]
    [InlineData("{ kind: investment-stop, amount: 10 bn USD }", "AmountMusd")]
    [InlineData("{ kind: exit, share: 0.3 }", "Left")]
    public void EachKindHasASizeThatTheShareScales(string instrument, string size)
    {
        var full = Yaml.Parse(Yaml.WithPackage(instrument)).Package[0];
        var half = full.Prorated(0.5);

        foreach (var property in full.GetType().GetProperties())
        {
            var (before, after) = (property.GetValue(full), property.GetValue(half));
            if (property.Name == size)
                Assert.Equal((double)before! / 2, after);
            else
                Assert.Equal(before, after);
        }

        Assert.Equal(full.Head, half.Head);
        Assert.Equal(full, full.Prorated(1));
    }

    [Fact]
    public void MoneyOfAYearIsTheShareOfTheMoney()
    {
        var text = Yaml.WithPackage("{ kind: asset-freeze, amount: 365 bn USD, until-date: 2022-01-11 }", "{ kind: investment-stop, amount: 365 bn USD, until-date: 2022-01-11 }");

        var payments = CaseDates.InYear(Yaml.Parse(text), 2022).BindTo(SmallWorld.Make()).Shock.Payments;

        Assert.Equal(10_000 * 0.02 + 10_000, payments.Sum(payment => payment.Amount), 1e-6);
    }

    [Fact]
    public void DatesAreAppliedOnce()
    {
        var dated = CaseDates.AsOf(Yaml.Parse(Yaml.With("")), Day);

        Assert.Throws<ArgumentException>(() => CaseDates.InYear(dated, 2022));
    }

    [Fact]
    public void TheSentenceAboutDatesGoesOnceTheyAreApplied()
    {
        var full = Yaml.Bind(Yaml.WithPackage("{ kind: tariff, rate: 0.1, from-date: 2022-12-05 }"));

        Assert.Contains("⟨as-of⟩, ⟨year⟩ and ⟨timeline⟩", Assert.Single(full.NotUsedYet), StringComparison.Ordinal);
        Assert.Empty(full.Over(Period.Year(2022)).NotUsedYet);
    }

    [Fact]
    public void BeforeEverythingNothingChangesToTheLastBit()
    {
        var bound = Yaml.Bind(Yaml.WithPackage("{ kind: import-ban, from-date: 2022-12-05 }", "{ kind: asset-freeze, amount: 1 mn USD, from-date: 2022-12-05 }"));

        Assert.False(bound.Shock.IsNone);
        Assert.True(bound.Over(Period.Day(Day.AddDays(-1))).Shock.IsNone);
        foreach (var closure in Enum.GetValues<Closure>())
        {
            var before = bound.Over(Period.Day(Day.AddDays(-1)));
            var answer = CaseAnswer.Solve(before with { Case = before.Case with { Closure = closure } }, TestContext.Current.CancellationToken);
            Assert.All(answer.Effects.Regions, region => Assert.Equal(
                [0, 0, 0, 0, 0, 0, 0],
                [region.RealIncomePct, region.EquivalentVariation, region.NominalIncomePct, region.WagePct, region.PriceIndexPct, region.ExportsPct, region.ImportsPct]));
        }
    }

    [Theory]
    [InlineData("2022-12-05", "2022-12-06", "2022-12-05", 1)]
    [InlineData("2024-02-01", "2024-03-01", "2024-02", 29)]
    [InlineData("2022-12-01", "2023-01-01", "2022-12", 31)]
    [InlineData("2024-01-01", "2025-01-01", "2024", 366)]
    [InlineData("2022-12-05", "2022-12-08", "2022-12-05/2022-12-07", 3)]
    public void APeriodHasTheNameThatIsoGivesIt(string from, string until, string name, int days)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var period = new Period(DateOnly.Parse(from, culture), DateOnly.Parse(until, culture));

        Assert.Equal((name, days), (period.Name, period.Days));
        Assert.Throws<ArgumentException>(() => new Period(period.From, period.From));
    }
}
