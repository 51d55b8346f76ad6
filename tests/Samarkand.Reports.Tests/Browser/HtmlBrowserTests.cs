using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Explanation;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>The page in a browser, at the widths of a desk and of a hand, in the light and in the dark.</summary>
public sealed class HtmlBrowserTests : IDisposable
{
    private static readonly string[] OfEveryReport = ["chart-map", "chart-pays", "chart-imports", "chart-exports", "chart-output"];

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-page").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_report_opens_without_error_draws_everything_and_asks_the_network_for_nothing(int width, bool dark)
    {
        using var browser = Browser();
        Answers.Report(Answers.Tariff).WriteTo(_folder);

        var page = await OpenedPage.OfAsync(browser, Path.Combine(_folder, HtmlReport.FileName), width, dark, Cancellation);

        page.IsSound(width);
        Assert.Equal(OfEveryReport, page.Charts.Select(chart => chart.GetProperty("id").GetString()));
        Assert.Contains("China", page.Texts("chart-pays"));
        Assert.InRange(page.Chart("chart-map").GetProperty("marks").GetInt32(), WorldMapTests.LeastCountries, 2000);
        Assert.NotEqual(0, page.Chart("chart-map").GetProperty("patterns").GetInt32());
        Assert.Contains("effects.csv", page.Downloads.Select(download => download.Name));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Curves_and_cells_are_drawn_with_their_marks_and_letters(int width)
    {
        using var browser = Browser();
        var file = Path.Combine(_folder, "figures.html");
        await File.WriteAllTextAsync(file, MadeUpFigures.Page().Text, Cancellation);

        var page = await OpenedPage.OfAsync(browser, file, width, dark: false, Cancellation);

        page.IsSound(width);
        Assert.Equal(["chart-curve", "chart-cells"], page.Charts.Select(chart => chart.GetProperty("id").GetString()));
        Assert.Contains("pays from 0.40", page.Texts("chart-curve"));
        Assert.Contains("1.0", page.Texts("chart-curve"));
        Assert.Equal(MadeUpFigures.Cells.Table.RowCount, page.Texts("chart-cells").Count(text => text is "A" or "B" or "C"));
        Assert.Equal(2, page.Chart("chart-cells").GetProperty("patterns").GetInt32());
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task An_explanation_draws_instruments_and_channels(int width, bool dark)
    {
        using var browser = Browser();
        var explanation = CaseExplanation.Of(Answers.Tariff.Case, cancellation: Cancellation);
        new ExplanationReport(explanation, explanation.Protagonists, Answers.TariffCase, []).WriteTo(_folder);
        var page = await OpenedPage.OfAsync(browser, Path.Combine(_folder, HtmlReport.FileName), width, dark, Cancellation);
        page.IsSound(width);
        Assert.Equal(["chart-instruments", "chart-channels-CHN", "chart-channels-USA"], page.Charts.Select(chart => chart.GetProperty("id").GetString()));
        Assert.Contains(page.Texts("chart-instruments"), text => text.StartsWith("transport-interruption", StringComparison.Ordinal));
        Assert.Contains($"\u2212{-Answers.Tariff.Effects.Regions[explanation.Answer.Case.Target.Index].RealIncomePct:0.000}", page.Texts("chart-channels-CHN"));
        Assert.NotEqual(0, page.Chart("chart-channels-CHN").GetProperty("patterns").GetInt32());
        Assert.Contains("instruments.csv", page.Downloads.Select(download => download.Name));
    }

    [Theory]
    [InlineData(1280, false, null)]
    [InlineData(390, true, null)]
    [InlineData(390, false, 6)]
    public async Task A_coalition_draws_its_burden_its_members_and_who_leaves(int width, bool dark, int? orders)
    {
        const string Text = "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA, JPN]\npackage: [{ kind: trade-cost, factor: 1.5, both: true }]\n";
        using var browser = Browser();
        var bound = Samarkand.Tests.Cases.Yaml.Bind(Text, WorldCatalog.Open("wiod-2011"));
        var question = new CoalitionQuestion(bound, CoalitionMember.Named(bound, "--members", ["EU", "USA", "JPN"]), []) { Enumerates = orders is null, Orders = orders };
        var study = CoalitionStudy.Of(question, cancellation: Cancellation);
        new CoalitionReport(study, Text, []).WriteTo(_folder);
        var page = await OpenedPage.OfAsync(browser, Path.Combine(_folder, HtmlReport.FileName), width, dark, Cancellation);
        page.IsSound(width);
        Assert.Equal(["chart-burden", "chart-members", "chart-leaving"], page.Charts.Select(chart => chart.GetProperty("id").GetString()));
        Assert.Contains("Lithuania", page.Texts("chart-burden"));
        Assert.Contains("United States", page.Texts("chart-members"));
        Assert.Contains($"{study.Members[0].OwnGainByLeaving / 1000:0.0}", page.Texts("chart-leaving"));
        Assert.NotEqual(0, page.Chart("chart-members").GetProperty("patterns").GetInt32());
        Assert.Contains("coalition-members.csv", page.Downloads.Select(download => download.Name));
    }

    [Fact]
    public async Task A_page_that_fails_or_asks_for_something_is_found_out()
    {
        using var browser = Browser();
        var file = Path.Combine(_folder, "bad.html");
        await File.WriteAllTextAsync(file, "<!DOCTYPE html><div class=\"chart\" id=\"chart-none\"></div><img src=\"other.png\"><script>nowhere()</script>", Cancellation);

        var page = await OpenedPage.OfAsync(browser, file, 1280, dark: false, Cancellation);

        Assert.Contains(page.Problems, problem => problem.Contains("nowhere is not defined", StringComparison.Ordinal));
        Assert.EndsWith("/other.png", Assert.Single(page.Requests), StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(page.Charts).GetProperty("marks").GetInt32());
    }

    private static Chromium Browser()
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium or Chrome is installed");
        return Chromium.Start();
    }
}
