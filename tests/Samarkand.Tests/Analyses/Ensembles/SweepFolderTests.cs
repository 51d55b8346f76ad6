using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Tests.Core;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Ensembles;

/// <summary>A sweep may end and go on; its folder never mixes, loses or repeats draws.</summary>
public sealed class SweepFolderTests : IDisposable
{
    private readonly World _world = SmallSweep.World;
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-sweep").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_goes_on_or_grows_ends_as_what_ran_in_one_go()
    {
        var (whole, parts) = (Run("whole", 40), Path.Combine(_folder, "parts"));
        Run("parts", 17);
        // Draws are missing in the middle, and a block was being written.
        File.Delete(Path.Combine(parts, "chunks", "draws-000000008-000000015.parquet"));
        File.WriteAllText(Path.Combine(parts, "chunks", "draws-000000017-000000023.parquet.partial"), "half");
        Directory.CreateDirectory(Path.Combine(parts, $"samarkand.{Folders.Dead}.partial"));
        Run("parts", 40);
        Assert.Equal(Results(whole), Results(parts));
        Assert.Empty(Directory.GetFileSystemEntries(parts, "*.partial", SearchOption.AllDirectories));
        Assert.Equal(new HashSet<string>(EnsembleTables.All.SelectMany(table => new[] { $"{table.Name}.csv", $"{table.Name}.metadata.json", $"{table.Name}.parquet" }))
            { "case.yaml", "manifest.json", "report.html", "sweep.json", "sweep.lock" }, Results(parts).Keys.ToHashSet());
    }

    [Fact]
    public async Task Draws_that_are_there_are_not_made_again()
    {
        var path = Run("once", 20);
        var block = Directory.GetFiles(Path.Combine(path, "chunks")).Order(StringComparer.Ordinal).First();
        // A block with a number of its own shows whether it was read or made anew.
        var layout = DrawBlock.Layout(SmallSweep.Text().Case.Priors, SmallSweep.Solve(_world, 20).Measures);
        var changed = await BlockFile.ReadAsync(File.ReadAllBytes(block), "draw", new BlockRange(0, 8), layout);
        DrawBlock.Of(changed, priors: 3).Values[0][3] = 1234;
        BlockFile.Write(block, "draw", changed);
        Run("once", 20);
        var mean = File.ReadAllLines(Path.Combine(path, "effects-bands.csv"))[1].Split(',')[3];
        Assert.InRange(double.Parse(mean, System.Globalization.CultureInfo.InvariantCulture), 1000.0 / 20, 1300.0 / 20);
    }

    [Fact]
    public void Other_inputs_are_refused_and_told_apart()
    {
        Run("one", 20);
        Refused("holds a sweep of other inputs: seed is `1` there and `2` here", seed: 2);
        Refused("the text of the case differs, priors is", text: SmallSweep.Text(SmallSweep.Priors.Replace("0.9", "0.8", StringComparison.Ordinal)));
        Refused("overrides is `` there and `horizon=long` here", text: SmallSweep.Text(SmallSweep.Priors, "horizon=long"));
        Refused("the numbers of the world differ", world: new World(_world.About, _world.Regions, _world.Sectors, _world.Blocs, _world.Trade.ToArray(), null, _world.Inputs.ToArray(), _world.Final.ToArray(), [.. _world.Elasticities.ToArray().Select(theta => theta + 1)]));
        Refused("holds draws up to number 20, and 19 are asked for; ask for at least 20", draws: 19);
    }

    [Fact]
    public void One_sweep_at_a_time_writes_to_a_folder()
    {
        using (EnsembleStudy.Open(new OutputFolder(Path.Combine(_folder, "one")), SmallSweep.Text(), _world, 20, 1))
            Refused("is in use: another process writes to it");
        Run("one", 20);
    }

    [Fact]
    public void A_folder_of_something_else_and_a_damaged_block_are_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "one"));
        File.WriteAllText(Path.Combine(_folder, "one", "letter.partial"), "dear");
        Refused("holds files that are no results of samarkand: letter.partial;");
        Assert.Equal("dear", File.ReadAllText(Path.Combine(_folder, "one", "letter.partial")));
        var block = Directory.GetFiles(Path.Combine(Run("two", 20), "chunks")).Max()!;
        File.WriteAllBytes(block, File.ReadAllBytes(block)[..^9]);
        Assert.Contains("is not a block of draws of this sweep", Cases.Yaml.Problem(() => Run("two", 20)).ToString(), StringComparison.Ordinal);
        File.Delete(block);
        Run("two", 20);
    }

    [Theory]
    [InlineData("notes.txt", "notes.txt")]
    [InlineData("chunks/notes.partial", "chunks/notes.partial")]
    [InlineData("report.html", "report.html (changed since)")]
    [InlineData("manifest.json", "case.yaml")]
    public void What_no_sweep_wrote_or_somebody_changed_stops_it(string name, string listed)
    {
        var path = Run("one", 20);
        Folders.Fill(path, [(name, "mine")]);
        var before = Folders.Read(path);
        Refused(listed);
        Assert.Equal(before, Folders.Read(path));
    }

    [Fact]
    public void Forced_results_leave_the_draws_and_what_else_is_there()
    {
        var path = Run("one", 20);
        var before = Folders.Read(path);
        Folders.Fill(path, [("notes.txt", "mine")]);
        Assert.Equal(["case.yaml", "manifest.json", "notes.txt"], Folders.Read(Path.Combine(_folder, "one")).Keys.Where(name => name is "case.yaml" or "manifest.json" or "notes.txt"));
        Assert.Contains(": chunks/, notes.txt, sweep.json, sweep.lock;", Folders.Refused(() => Folders.Write(path, force: false, ("effects.csv", "other"))), StringComparison.Ordinal);
        Assert.Empty(Folders.Write(path, force: true, ("effects.csv", "other")));
        var kept = Folders.Read(path);
        Assert.Equal(before.Where(file => file.Key.StartsWith("chunks/", StringComparison.Ordinal)), kept.Where(file => file.Key.StartsWith("chunks/", StringComparison.Ordinal)));
        Assert.Equal(["effects.csv", "manifest.json", "notes.txt", "sweep.json", "sweep.lock"], kept.Keys.Where(name => !name.StartsWith("chunks/", StringComparison.Ordinal)));
        File.Delete(Path.Combine(path, "notes.txt"));
        Run("one", 20);
        Assert.Equal(before, Folders.Read(path));
    }

    private string Run(string name, int draws)
    {
        var path = Path.Combine(_folder, name);
        using var folder = EnsembleStudy.Open(new OutputFolder(path), SmallSweep.Text(), _world, draws, 1);
        var answer = EnsembleStudy.Solve(SmallSweep.Text(), _world, draws, 1, folder, 8, null, TestContext.Current.CancellationToken);
        var report = new EnsembleReport(answer, SmallSweep.Text(), []);
        folder.Publish(report.WriteTo, report.Describe);
        return path;
    }

    private void Refused(string message, int draws = 20, int seed = 1, CaseSource? text = null, World? world = null) => Assert.Contains(
        message,
        Cases.Yaml.Problem(() => EnsembleStudy.Open(new OutputFolder(Path.Combine(_folder, "one")), text ?? SmallSweep.Text(), world ?? _world, draws, seed)).ToString(),
        StringComparison.Ordinal);

    private static Dictionary<string, string> Results(string path) =>
        Directory.GetFiles(path).ToDictionary(file => Path.GetFileName(file), file => Convert.ToBase64String(File.ReadAllBytes(file)));
}
