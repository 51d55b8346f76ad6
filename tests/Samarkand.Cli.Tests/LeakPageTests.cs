using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Cli.Tests;

/// <summary>The page of leaks in a browser: a heat map, small multiples and tables, without error or request, on small and large screens.</summary>
public sealed class LeakPageTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task It_is_sound_and_its_tables_are_the_files_beside_it(int width, bool dark)
    {
        Assert.SkipWhen(Chromium.Installed is null, "no Chromium or Chrome is installed");
        _folder.Run("leaks", "--example", "--output", "results").Answered();
        using var browser = Chromium.Start();

        var page = await OpenedPage.OfAsync(browser, _folder["results/leaks.html"], width, dark, TestContext.Current.CancellationToken);

        page.IsSound(width);
        Assert.Equal(["leaks.csv", "evidence.csv"], page.Downloads.Select(download => download.Name));
        Assert.Equal(File.ReadAllText(_folder["results/evidence.csv"]), page.Downloads[1].Text);
        Assert.StartsWith(page.Downloads[0].Text.TrimEnd('\n')[..60], File.ReadAllText(_folder["results/leaks.csv"]), StringComparison.Ordinal);
        var text = File.ReadAllText(_folder["results/leaks.html"]);
        Assert.Equal(12, text.Split("class=\"small-multiple\"").Length - 1);
        Assert.Equal(10 * 48, text.Split("<rect").Length - 1);
    }
}
