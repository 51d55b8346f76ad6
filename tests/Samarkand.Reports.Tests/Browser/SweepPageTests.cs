using Samarkand.Reports.Pages;
using Samarkand.Tests.Analyses.Ensembles;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>The page of a sweep in a browser: bands by region, and what drives the result.</summary>
public sealed class SweepPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-sweep-page").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Bands_and_shares_are_drawn_without_error_or_request(int width, bool dark)
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium or Chrome is installed");
        var answer = SmallSweep.Solve(SmallSweep.World, 60);
        var file = Path.Combine(_folder, HtmlReport.FileName);
        using (var writer = new StreamWriter(file))
            new EnsembleReport(answer, SmallSweep.Text(), ["--draws=60"]).WritePage(writer);
        using var browser = Chromium.Start();

        var page = await OpenedPage.OfAsync(browser, file, width, dark, TestContext.Current.CancellationToken);

        page.IsSound(width);
        Assert.Equal(["chart-regions", "chart-drivers-target", "chart-drivers-coalition"], page.Charts.Select(chart => chart.GetProperty("id").GetString()));
        Assert.Contains("all trade elasticities", page.Texts("chart-drivers-target"));
        Assert.Contains("group-bands.csv", page.Downloads.Select(download => download.Name));
    }
}
