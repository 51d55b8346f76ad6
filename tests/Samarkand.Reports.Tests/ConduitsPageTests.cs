using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>The tables of docs/track-record.md are of the cases that ship.</summary>
public class ConduitsPageTests
{
    [Fact]
    public void The_embargo_of_2014_is_what_the_method_gives()
    {
        var answer = Solve("russia-food-embargo-2014.yaml");
        Assert.Contains($"| 12 | {Percent(answer, _ => true)} | {Percent(answer, way => way.Conduit == Find("BLR"))} |", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_row_of_the_sensitivity_is_the_flagship()
    {
        var answer = Solve("samarkand-2022.yaml");
        var five = RouteTotals.Of(answer).GroupBy(way => way.Conduit).OrderByDescending(way => way.Sum(w => w.Flow)).Take(5).Select(way => answer.Case.World.Regions[way.Key.Index].Code);
        var income = answer.Effects.Regions[answer.Case.Target.Index].RealIncomePct.ToString("F3", CultureInfo.InvariantCulture);
        Assert.Contains($"| as shipped | {Percent(answer, _ => true)} | {string.Join(' ', five)} | 1.00 | 1.00 | {income} |", Page(), StringComparison.Ordinal);
    }

    private static string Percent(CaseAnswer answer, Func<RouteTotals, bool> which) =>
        (100 * RouteTotals.Of(answer).Where(which).Sum(way => way.Flow) / answer.BannedTrade.Total).ToString("F1", CultureInfo.InvariantCulture);

    private static Region Find(string code) => new(WorldCatalog.Open("samarkand-2021").Regions.Select(region => region.Code).ToList().IndexOf(code));

    private static CaseAnswer Solve(string file) =>
        CaseAnswer.Solve(CaseSource.FromFile(Path.Combine(Root(), "cases", file)).Case.BindTo(WorldCatalog.Open("samarkand-2021")), TestContext.Current.CancellationToken);

    private static string Page() => File.ReadAllText(Path.Combine(Root(), "docs", "track-record.md"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Samarkand.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
