using Samarkand.Analyses.Scenarios;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Tests.Core;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Scenarios;

/// <summary>Scenarios may end and go on; their folder never mixes, loses or repeats them.</summary>
public sealed class ScenarioFolderTests : IDisposable
{
    private readonly World _world = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, 5);
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-batch").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_stopped_goes_on_to_the_same_bytes()
    {
        var whole = Folders.Read(Run("whole", stopAt: int.MaxValue));
        for (var stopAt = 0; stopAt < 20; stopAt += 3)
        {
            var name = FormattableString.Invariant($"stopped-{stopAt}");
            Assert.Throws<OperationCanceledException>(() => Run(name, stopAt));
            Assert.Equal(whole, Folders.Read(Run(name, int.MaxValue)));
        }

        Assert.Equal(
            ["batch.json", "batch.lock", "case.yaml", "effects.csv", "effects.metadata.json", "failed.csv", "failed.metadata.json", "manifest.json", "scenarios.csv", "scenarios.metadata.json"],
            whole.Keys.Where(name => !name.StartsWith("chunks/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Other_scenarios_and_other_commands_are_told_apart()
    {
        Run("one", int.MaxValue);
        Assert.Contains("holds a batch of other inputs: vary is", Refused("package.0.factor=1,2"), StringComparison.Ordinal);
        var before = Folders.Read(Path.Combine(_folder, "one"));
        Assert.Contains("chunks/", Folders.Refused(() => Folders.Write(Path.Combine(_folder, "one"), force: false, ("effects.csv", "other"))), StringComparison.Ordinal);
        Assert.Equal(before, Folders.Read(Path.Combine(_folder, "one")));
        Folders.Fill(Path.Combine(_folder, "two"), [("chunks/draws-000000000-000000007.parquet", "a sweep's")]);
        Assert.Contains("holds files that are no results of samarkand: chunks/draws-000000000-000000007.parquet", Cases.Yaml.Problem(() => Run("two", int.MaxValue)).ToString(), StringComparison.Ordinal);
    }

    private string Run(string name, int stopAt)
    {
        var path = Path.Combine(_folder, name);
        var set = ScenarioStudyTests.Open(_world, ScenarioGrid.Read(["package.0.factor=1:3:0.1"]), ScenarioStudyTests.Text(0, vanish: false));
        var spec = ScenarioTables.OfCases.Find(EffectTables.ByRegion);
        var table = new StackedTable(set, spec);
        var keeping = new ScenarioKeeping([spec.Name], answer => [KeptTable.Write(spec.Make(new CaseTables(answer, [])).WithNames())], (number, texts) => table.Add(number, KeptTable.Read(texts[0])));
        using var folder = ScenarioStudy.Open(new OutputFolder(path), set, keeping);
        var study = ScenarioStudy.Solve(set, keeping, folder, 4, (done, _) => Stop(done > stopAt), TestContext.Current.CancellationToken);
        var report = new ScenarioFolder(new ScenarioAnswers(study, [table.Make()]), [], "csv");
        folder.Publish(report.WriteTo, report.Describe);
        return path;
    }

    private static void Stop(bool now)
    {
        if (now)
            throw new OperationCanceledException();
    }

    private string Refused(string vary) => Cases.Yaml.Problem(() => ScenarioStudy.Open(
        new OutputFolder(Path.Combine(_folder, "one")), ScenarioStudyTests.Open(_world, ScenarioGrid.Read([vary]), ScenarioStudyTests.Text(0, vanish: false)), new ScenarioKeeping(["effects"], _ => [], (_, _) => { }))).ToString();
}
