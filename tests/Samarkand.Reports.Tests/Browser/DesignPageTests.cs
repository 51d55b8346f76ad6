using System.Collections.Immutable;
using Samarkand.Analyses.Design;
using Samarkand.Reports.Pages;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>The page of a design in a browser: the frontier with its marks, leverage as a heat map, who pays for the package.</summary>
public sealed class DesignPageTests : IDisposable
{
    private const string Case =
        """
        title: Half of all goods
        target: RUS
        coalition: [USA, DEU, FRA, GBR, ITA, JPN, POL]
        package:
          - { kind: export-ban, coverage: 0.5 }
          - { kind: import-ban, coverage: 0.5 }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-design-page").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_frontier_and_leverage_are_drawn_without_error_or_request(int width, bool dark)
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium or Chrome is installed");
        var cancellation = TestContext.Current.CancellationToken;
        var own = Answers.Solve(Case);
        ImmutableArray<Sector> goods = [.. Enumerable.Range(0, own.Case.World.Sectors.Length).Where(k => own.Case.World.Sectors[k].Tags.Contains("goods")).Select(k => new Sector(k))];
        var study = DesignStudy.Solve(own, new DesignQuestion { Sectors = goods, Points = 4 }, null, cancellation);
        var (text, designed) = DesignCase.Make(study, cancellation);
        new DesignReport(study, designed, text, Case, ["--points=4"]).WriteTo(_folder);
        using var browser = Chromium.Start();

        var page = await OpenedPage.OfAsync(browser, Path.Combine(_folder, HtmlReport.FileName), width, dark, cancellation);

        page.IsSound(width);
        Assert.Equal(["chart-frontier", "chart-leverage", "chart-map", "chart-pays"], page.Charts.Select(chart => chart.GetProperty("id").GetString()));
        Assert.Superset(new HashSet<string> { "the case", "the package" }, page.Texts("chart-frontier").ToHashSet());
        Assert.Equal(study.Model.Levers.Length, page.Texts("chart-leverage").Count(text => text == "\u2013" || text.Contains('.', StringComparison.Ordinal)));
        Assert.Superset(new HashSet<string> { "package.csv", "frontier.csv", "leverage.csv" }, page.Downloads.Select(download => download.Name).ToHashSet());
    }
}
