using System.Globalization;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;

namespace Samarkand.Tests;

/// <summary>The data sets of Correia, Guimaraes and Zylkin (2019): the rows that they mark are those that are found.</summary>
public class SeparationTests
{
    [Fact]
    public void The_marked_rows_are_found()
    {
        var folder = SharedData.Path(Path.Combine("reference", "gravity", "separation"));
        var files = Directory.GetFiles(folder, "*.csv").Order().ToArray();
        Assert.True(files.Length >= 15);
        var wrong = new List<string>();
        foreach (var file in files.Where(file => char.IsAsciiDigit(Path.GetFileName(file)[0])))
        {
            var (sample, marked) = Read(file);
            var found = Separated(sample, out var separation);
            if (!found.SequenceEqual(marked) || !separation.IsProven)
                wrong.Add(FormattableString.Invariant($"{Path.GetFileName(file)}: marked {string.Join(' ', Where(marked))}, found {string.Join(' ', Where(found))}, proven {separation.IsProven}, {separation.Steps} steps, violation {separation.Violation:0e0}"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void The_first_example_of_the_primer()
    {
        var (sample, _) = Read(SharedData.Path(Path.Combine("reference", "gravity", "separation", "guide_example1.csv")));
        var estimate = Published.Poisson(sample);
        Assert.Equal(-.47085, estimate.Coefficients.Single(one => one.Term == "x3").Value, 0.000005);
        Assert.Equal(-.03779, estimate.Coefficients.Single(one => one.Term == "x4").Value, 0.000005);
        Assert.Equal(15.956, estimate.Fit.Deviance, 0.0005);
    }

    internal static bool[] Separated(Sample sample, out Separation separation)
    {
        var pruned = Pruning.Of(sample with { Origins = [.. Enumerable.Range(0, sample.Rows)] }, dropsZeros: true);
        separation = Separation.Of(pruned.Sample, TestContext.Current.CancellationToken);
        var found = Enumerable.Repeat(true, sample.Rows).ToArray();
        for (var i = 0; i < pruned.Sample.Rows; i++)
            found[pruned.Sample.Origins![i]] = separation.IsSeparated[i];
        // Those alone in a group are not separated; those in a group of zeros are.
        if (pruned.Sample.Rows < sample.Rows)
        {
            var kept = pruned.Sample.Origins!.ToHashSet();
            for (var i = 0; i < sample.Rows; i++)
                found[i] = kept.Contains(i) ? found[i] : sample.Y[i] == 0;
        }

        return found;
    }

    private static IEnumerable<int> Where(bool[] rows) => Enumerable.Range(0, rows.Length).Where(i => rows[i]);

    private static (Sample Sample, bool[] Marked) Read(string file)
    {
        var lines = File.ReadAllLines(file).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        var (header, rows) = (lines[0], lines[1..]);
        double[] Column(int k) => [.. rows.Select(row => double.Parse(row[k], CultureInfo.InvariantCulture))];
        Grouping Group(int k)
        {
            var codes = Array.ConvertAll(Column(k), value => (int)value);
            return Grouping.Compact(header[k], codes, codes.Max() + 1, []);
        }

        var places = Enumerable.Range(0, header.Length).ToArray();
        var sample = new Sample("y", Column(0), [.. places.Where(k => header[k][0] == 'x').Select(k => new Regressor(header[k], Column(k)))], [.. places.Where(k => header[k].StartsWith("id", StringComparison.Ordinal) || header[k] is "i" or "j").Select(Group)]);
        return (sample, Array.IndexOf(header, "separated") is >= 0 and var at ? [.. Column(at).Select(value => value == 1)] : []);
    }
}
