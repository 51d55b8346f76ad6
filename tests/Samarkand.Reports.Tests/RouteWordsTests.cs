using System.Globalization;
using System.Xml.Linq;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Tests;

/// <summary>Routes in words, in tables and on the page.</summary>
public class RouteWordsTests
{
    private static CaseAnswer Open => RoutedAnswers.Open;

    [Theory]
    [InlineData("⟨stance: REGION=conduit⟩ opens one", "--stance REGION=conduit opens one")]
    [InlineData("with ⟨permutations⟩, or", "with --permutations, or")]
    [InlineData("no ⟨A⟩", "no ⟨A⟩")]
    public void A_page_names_what_may_be_set_as_the_command_does(string text, string shown) => Assert.Equal(shown, Samarkand.Reports.Pages.Markup.Options(text));

    [Fact]
    public void The_briefing_says_how_much_still_arrives_and_through_whom()
    {
        var ways = RouteTotals.Of(Open);
        var (arrives, banned) = (ways.Sum(way => way.Flow), Open.BannedTrade.Total);
        var first = ways.GroupBy(way => way.Conduit).MaxBy(group => group.Sum(way => way.Flow))!.Key;

        var sentence = Assert.Single(Briefing.Of(Open), line => line.Contains("still arrives", StringComparison.Ordinal));

        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"Of the {banned / 1000:0.0} bn USD a year that the case bans of sales to Russia, {arrives / 1000:0.0} bn USD ({100 * arrives / banned:0.0} percent) still arrives through third states, mostly {Open.Case.World.Regions[first.Index].Name} ("),
            sentence,
            StringComparison.Ordinal);
        Assert.Equal(sentence, RouteText.Of(Open)[0]);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"The states between earn {ways.Sum(way => way.Margin):0} m USD a year of it: 60 percent pays for their own transport and trade services, the rest is rent."), RouteText.Of(Open)[1]);
    }

    [Fact]
    public void Where_nothing_comes_through_the_words_say_why()
    {
        var closed = RoutedAnswers.Solve(RoutedAnswers.Banned);
        Assert.Matches("^The case bans .+ bn USD a year of what is sold to Russia, and no state opens a route for it", RouteText.Of(closed)[0]);
        Assert.Contains("⟨stance: REGION=conduit⟩", RouteText.Of(closed)[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Briefing.Of(closed), line => line.Contains("third states", StringComparison.Ordinal));
        Assert.Empty(RouteGrounds.Of(closed));
        Assert.Equal(["The case bans nothing that is sold to China, so that nothing has to find another way."], RouteText.Of(Answers.Tariff));
    }

    [Fact]
    public void A_tariff_that_is_evaded_bans_nothing()
    {
        var answer = RoutedAnswers.Solve("title: Dear\ntarget: RUS\ncoalition: [USA]\npackage: [{ kind: tariff, from: EU, to: RUS, rate: 200 % }]\ndefault-stance: conduit\n");

        Assert.Matches("^Goods for .+ USD a year evade a tariff on their way to Russia through third states, mostly .+\\.$", RouteText.Of(answer)[0]);
        var share = (NumberColumn)new CaseTables(answer, []).Make("routes").Columns.Single(column => column.Name == "share_of_banned_pct");
        Assert.NotEmpty(share.Values);
        Assert.All(share.Values, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void The_grounds_name_every_term()
    {
        var text = RoutedAnswers.Banned + "players: [{ region: KAZ, stance: conduit }, { region: ARE, stance: conduit }, { region: TUR, stance: conduit }]\nroutes: { elasticity: 7, margin: 0.2, evasion: 0.15, handling: 0.5 }\n";
        var lines = RouteGrounds.Of(RoutedAnswers.Solve(text));

        Assert.StartsWith("Elasticity among routes (rho): 7.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Margin: a conduit adds 20 percent to the price. Handling: 50 percent of the margin", lines[1], StringComparison.Ordinal);
        Assert.Equal("Evasion: 15 percent of the price on top for each border that is checked; not checked is that of KAZ with Russia, a customs union.", lines[2]);
        Assert.StartsWith("Threat: none", lines[3], StringComparison.Ordinal);
        Assert.Equal("Re-exports over imports of goods before any ban: ARE 45 to 59 percent by sector, every other conduit 5 percent.", lines[4]);
        Assert.All(lines, line => Assert.Contains(line, Grounds.Of(RoutedAnswers.Solve(text))));
    }

    [Fact]
    public void The_page_has_a_section_with_drawing_and_tables_only_where_there_are_routes()
    {
        var page = HtmlPage.Of(Answers.Report(Open, RoutedAnswers.OpenToAll));
        var section = page.Section("routes");

        Assert.Single(section.Descendants("{http://www.w3.org/2000/svg}svg"));
        Assert.Equal(["conduits.csv", "recorded-exports-to-target.csv"], section.Descendants("a").Attributes("download").Select(a => a.Value));
        Assert.Contains(page.All("a"), a => (string?)a.Attribute("href") == "#routes");
        Assert.All(RouteText.Of(Open), line => Assert.Contains(section.Elements("p"), p => p.Value == line));
        Assert.DoesNotContain(section.Descendants("td"), cell => cell.Value.StartsWith("+", StringComparison.Ordinal) && cell.ElementsBeforeSelf().Count() == 2);
        var ids = page.Root.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.DoesNotContain(HtmlPage.Of(Answers.Report(Answers.Tariff)).All("section"), other => (string?)other.Attribute("id") == "routes");
    }

    [Fact]
    public void The_exports_of_a_bloc_are_those_of_its_members()
    {
        var world = Open.Case.World;
        var scope = RecordedScope.Of("GBR, NOR?,EU", "--exporters", world);
        var eu = world.Blocs.Single(bloc => bloc.Code == "EU").Members.Select(r => world.Regions[r.Index].Code);

        Assert.Equal([.. eu.Append("GBR").Append("NOR").Order()], scope.Exporters.Select(r => world.Regions[r.Index].Code).Order());
        Assert.Equal("Exports of GBR, NOR as their customs would record them, goods", Title(RecordedScope.Of("NOR,GBR", "--exporters", world)));
        Assert.EndsWith("the banned goods alone", Title(scope with { Goods = RecordedGoods.Banned }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EU,GRB", "--exporters: unknown region or bloc `GRB`; did you mean GBR (United Kingdom), GRC (Greece) or SRB (Serbia)?")]
    [InlineData("EU,,GBR", "--exporters: the name of a region or bloc is missing; write codes with commas between them: EU,USA")]
    [InlineData("AFG?", "--exporters: samarkand-2021 holds none of `AFG?`")]
    public void A_mistake_in_the_names_of_exporters_is_told(string names, string message)
    {
        var mistake = Assert.Throws<InputException>(() => RecordedScope.Of(names, "--exporters", Open.Case.World));
        Assert.StartsWith(message, Assert.Single(mistake.Problems).ToString(), StringComparison.Ordinal);
    }

    private static string Title(RecordedScope scope) => (new CaseTables(Open, []) { Recorded = scope }).Make("recorded-exports-of-coalition").Title;
}
