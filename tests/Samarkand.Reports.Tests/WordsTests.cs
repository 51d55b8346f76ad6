using System.Globalization;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Tests;

/// <summary>The answer in words: the briefing, and what it rests on.</summary>
public class WordsTests
{
    private static readonly Lazy<Samarkand.Effects.CaseAnswer> Energy = new(() => Answers.Solve(
        "title: Energy\ntarget: RUS\ncoalition: [EU, NOR?]\nhorizon: short\npackage: [{ kind: import-ban, sectors: [energy], coverage: 1 }]\n"));

    [Fact]
    public void The_briefing_says_who_pays_and_how_much()
    {
        var lines = Briefing.Of(Energy.Value);
        var (target, coalition) = (Energy.Value.Groups[0], Energy.Value.Groups[1]);

        Assert.Equal(Invariant($"Russia loses {-target.RealIncomePct:0.00} percent of its real income, which is what its income can buy: {-target.EquivalentVariation / 1000:0.0} bn USD a year."), lines[0]);
        Assert.StartsWith(Invariant($"The coalition of 26 states loses {-coalition.RealIncomePct:0.00} percent of real income: {-coalition.EquivalentVariation / 1000:0.0} bn USD a year, one dollar for each {target.EquivalentVariation / coalition.EquivalentVariation:0.00} that Russia loses. Hardest hit are Lithuania (-"), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_briefing_says_where_the_trade_went()
    {
        var answer = Energy.Value;
        var trade = TargetTables.Trade.Make(answer);
        var codes = ((TextColumn)trade.Columns[0]).Values;
        var members = answer.Case.Coalition.Select(r => answer.Case.World.Regions[r.Index].Code).ToHashSet(StringComparer.Ordinal);
        double Sum(string column) => ((NumberColumn)trade.Columns.Single(c => c.Name == column)).Values.Where((_, row) => members.Contains(codes[row])).Sum();

        var lines = Briefing.Of(answer);

        Assert.Contains(
            Invariant($"and buys {Sum("exports_after_musd") / 1000:0.0} bn USD instead of {Sum("exports_before_musd") / 1000:0.0} ({100 * (Sum("exports_after_musd") / Sum("exports_before_musd") - 1):+0.0;-0.0} percent)."),
            lines[2],
            StringComparison.Ordinal);
        Assert.Matches("^Instead, Russia sells more to the rest of the world \\(.+ USD, \\+.+ percent\\).+; nobody else sells it more\\.$", lines[3]);
    }

    [Fact]
    public void A_coalition_of_one_has_a_name()
    {
        var lines = Briefing.Of(Answers.Tariff);

        Assert.StartsWith("The United States gains 0.003 percent of real income: ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("coalition of", StringComparison.Ordinal));
    }

    [Fact]
    public void The_grounds_name_the_world_the_evidence_and_its_absence()
    {
        var lines = Grounds.Of(Answers.Tariff);

        Assert.StartsWith("World: wiod-2011, ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("; 41 regions, 35 sectors.", lines[0], StringComparison.Ordinal);
        Assert.Equal("Horizon: long; trade elasticities from 3.64 to 9.58. Closure of deficits: fixed.", lines[1]);
        Assert.Contains("\"ten percent on everything\" (A speech, 2011). On this rest: package.0 (tariff).", lines);
        Assert.Contains("Assumptions without evidence: package.1 (transport-interruption).", lines);
        Assert.Contains("Stances: neutral: DEU; every other third state: neutral.", lines);
        Assert.Equal($"Certificate: {CertificateTable.Line(Answers.Tariff.Equilibrium.Certificate)}.", lines[^1]);
    }

    [Fact]
    public void The_grounds_name_what_the_world_does_not_hold() => Assert.Contains("Left out: NOR", Grounds.Of(Energy.Value));

    [Theory]
    [InlineData(-1234.5678, 2, "\u22121,234.57", "\u22121,234.57")]
    [InlineData(0.1234, 3, "0.123", "+0.123")]
    [InlineData(-0.0004, 3, "0.000", "0.000")]
    [InlineData(0.0004, 3, "0.000", "0.000")]
    [InlineData(double.NaN, 3, "", "")]
    public void Figures_have_true_signs(double value, int digits, string plain, string signed)
    {
        Assert.Equal(plain, Figures.Plain(value, digits));
        Assert.Equal(signed, Figures.Signed(value, digits));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
