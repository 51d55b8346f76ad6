using Samarkand.Analyses.Ensembles;
using Samarkand.Core;
using Samarkand.Reports.Pages;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Ensembles;

/// <summary>A sweep that keeps bands alone: near those of every draw, the same bytes whatever the blocks, and it says what it is.</summary>
public sealed class SketchedSweepTests : IDisposable
{
    private const int Draws = 300;

    private readonly World _world = SmallSweep.World;
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-sketches").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Bands_are_near_those_of_every_draw_and_all_else_is_equal()
    {
        var (exact, sketched) = (SmallSweep.Solve(_world, Draws), Solve(70));
        Assert.True(sketched.IsSketched && !exact.IsSketched);
        Assert.Equal((exact.Draws, exact.FailedDraws, exact.LargestResidual), (sketched.Draws, sketched.FailedDraws, sketched.LargestResidual));
        Assert.Equal(exact.Failed, sketched.Failed);
        Assert.Equal(exact.Drawn.SelectMany(drawn => drawn), sketched.Drawn.SelectMany(drawn => drawn));
        Assert.Equal(exact.Target, sketched.Target);
        Assert.All(exact.Measures, measure =>
        {
            var (all, near) = (exact.Band(measure), sketched.Band(measure));
            Assert.Equal(all.Draws, near.Draws);
            Same(all.Mean, near.Mean, 1e-9);
            Same(all.StandardError, near.StandardError, 1e-9);
            var sorted = Percentiles.Sorted(exact.Values(measure));
            if (sorted.Length == 0)
                return;
            foreach (var (share, from, to) in new[] { (0.05, all.P5, near.P5), (0.25, all.P25, near.P25), (0.5, all.P50, near.P50), (0.75, all.P75, near.P75), (0.95, all.P95, near.P95) })
            {
                var place = (int)((sorted.Length - 1) * share);
                var error = ValueSketch.RelativeError * Math.Max(Math.Abs(sorted[place]), Math.Abs(sorted[Math.Min(place + 1, sorted.Length - 1)])) + ValueSketch.AbsoluteError;
                Assert.InRange(to, from - error, from + error);
            }
        });
        Assert.Throws<InvalidOperationException>(() => sketched.Values(exact.Measures[0]));

        static void Same(double one, double other, double error) => Assert.True(one.Equals(other) || Math.Abs(one - other) <= error * Math.Max(1, Math.Abs(one)), FormattableString.Invariant($"{one} and {other}"));
    }

    [Fact]
    public void Whatever_the_blocks_and_what_was_there_the_results_have_the_same_bytes()
    {
        var whole = Run("whole", 300, Draws);
        Run("parts", 40, 130);
        Assert.Equal(["draws-000000000-000000039.summary", "draws-000000040-000000079.summary", "draws-000000080-000000119.summary", "draws-000000120-000000129.summary"], Directory.GetFiles(Path.Combine(_folder, "parts", "chunks")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "parts", "chunks", "draws-000000130-000000169.summary.partial"), "half");
        Assert.Equal(whole, Run("parts", 90, Draws));
    }

    [Fact]
    public void Every_draw_and_bands_never_mix_in_a_folder_and_damage_is_told()
    {
        Run("bands", 40, 80);
        Assert.Contains("it keeps bands, and every draw is asked for", Refused("bands", DrawKeeping.Draws), StringComparison.Ordinal);
        Run("draws", 40, 80, DrawKeeping.Draws);
        Assert.Contains("it keeps every draw, and bands are asked for", Refused("draws", DrawKeeping.Bands), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "draws", "chunks")).Length);
        var block = Directory.GetFiles(Path.Combine(_folder, "bands", "chunks"))[0];
        var bytes = File.ReadAllBytes(block);
        bytes[bytes.Length / 2]++;
        File.WriteAllBytes(block, bytes);
        Assert.Contains("is not a block of draws of this sweep: it is damaged; delete it", Cases.Yaml.Problem(() => Run("bands", 40, 80)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bands_are_kept_from_a_hundred_thousand_draws_on()
    {
        Assert.Equal(DrawKeeping.Draws, EnsembleStudy.Usual(100_000));
        Assert.Equal(DrawKeeping.Bands, EnsembleStudy.Usual(100_001));
    }

    private EnsembleAnswer Solve(int chunk) => EnsembleStudy.Solve(SmallSweep.Text(), _world, Draws, 1, DrawKeeping.Bands, null, chunk, null, TestContext.Current.CancellationToken);

    private string Refused(string name, DrawKeeping keeping) => Cases.Yaml.Problem(() => EnsembleStudy.OpenFor(new OutputFolder(Path.Combine(_folder, name)), SmallSweep.Text(), _world, 80, 1, keeping, null).Dispose()).ToString();

    private Dictionary<string, string> Run(string name, int chunk, int draws, DrawKeeping keeping = DrawKeeping.Bands)
    {
        var path = Path.Combine(_folder, name);
        using (var folder = EnsembleStudy.OpenFor(new OutputFolder(path), SmallSweep.Text(), _world, draws, 1, keeping, null))
        {
            var answer = EnsembleStudy.Solve(SmallSweep.Text(), _world, draws, 1, keeping, folder, chunk, null, TestContext.Current.CancellationToken);
            var report = new EnsembleReport(answer, SmallSweep.Text(), []);
            folder.Publish(report.WriteTo, report.Describe);
        }

        return Directory.GetFiles(path).ToDictionary(file => Path.GetFileName(file), file => Convert.ToBase64String(File.ReadAllBytes(file)));
    }
}
