using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker.Tests;

/// <summary>The table of docs/world-2021.md is of the world that is shipped.</summary>
public class SensitivityTableTest
{
    [Fact]
    public void ItsFirstRowIsWhatTheShippedWorldGives()
    {
        var world = WorldCatalog.Open("samarkand-2021");
        var theCase = CaseSource.FromFile(Path.Combine(Root(), "cases", "west-russia-cut.yaml"), "horizon=medium").Case;
        var effects = CaseAnswer.Solve(theCase.BindTo(world), TestContext.Current.CancellationToken).Effects.Regions;
        var values = new[] { "RUS", "KAZ", "DEU", "CHN", "TUR" }
            .Select(code => effects[world.Regions.Select(region => region.Code).ToList().IndexOf(code)].RealIncomePct.ToString("F3", CultureInfo.InvariantCulture));

        Assert.Contains($"| as shipped | {string.Join(" | ", values)} |", File.ReadAllText(Path.Combine(Root(), "docs", "world-2021.md")));
    }

    [Fact]
    public void EveryChoiceHasARow() =>
        Assert.All(Imputation.All, choice => Assert.Contains($"| {choice.Name} | ", File.ReadAllText(Path.Combine(Root(), "docs", "world-2021.md"))));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Samarkand.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
