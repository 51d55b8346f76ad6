using System.Globalization;
using System.Text;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Grammar;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>
/// What the confidence of a claim rests on. With SAMARKAND_WRITE_DOCS=1 the file is written anew.
/// </summary>
public class CalibrationTests(ITestOutputHelper output)
{
    [Fact]
    public void The_confidence_of_each_rule_is_what_the_annotated_sets_say()
    {
        var file = Path.Combine(Root(), "src", "Samarkand.Documents", "Languages", "en", "confidence.txt");
        var written = Computed();
        if (Environment.GetEnvironmentVariable("SAMARKAND_WRITE_DOCS") == "1")
            File.WriteAllText(file, written);
        Assert.Equal(written, File.ReadAllText(file));
    }

    // Each document that was read before rules were mended by it, with shares from all the others.
    [Fact]
    public void Confidence_means_something_on_a_document_that_is_left_out()
    {
        var first = Readings.First();
        var judged = first.GroupBy(one => one.Document).SelectMany(document =>
        {
            var shares = new DocumentShares([.. first.Where(one => one.Document != document.Key)], [.. Readings.Mended().Where(one => one.Document != document.Key)]);
            return document.Select(one => (Stated: shares.Of(one.Rule, one.Named), one.IsRight));
        }).ToArray();
        Tell("first readings, each document left out", judged);
        Assert.True(Math.Abs(judged.Average(one => one.Stated) - judged.Average(one => one.IsRight ? 1.0 : 0)) < 0.1, "The mean is off.");
    }

    // On sentences that had no part in it, claims above the middle are right more often than those below.
    [Fact]
    public void Confidence_means_something_on_the_held_out_sentences()
    {
        var judged = AnnotatedSetTests.Of("held-out.txt").Judged.Select(one => (one.Claim.Confidence, one.IsRight)).ToArray();
        Tell("held out", judged);
        Assert.True(Math.Abs(judged.Average(one => one.Confidence) - judged.Average(one => one.IsRight ? 1.0 : 0)) < 0.2, "The mean is off.");
    }

    [Theory]
    [InlineData("final")]
    [InlineData("last")]
    public void Confidence_on_documents_that_no_rule_was_mended_by_is_told(string half)
    {
        var judged = FreshTests.Of(half).Whole.Judged.Select(one => (one.Claim.Confidence, one.IsRight)).ToArray();
        Tell(half, judged);
        Assert.True(Math.Abs(judged.Average(one => one.Confidence) - judged.Average(one => one.IsRight ? 1.0 : 0)) < 0.2, "The mean is off.");
    }

    private void Tell(string what, (double Stated, bool IsRight)[] judged)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: mean confidence {judged.Average(one => one.Stated):0.00}, right {judged.Average(one => one.IsRight ? 1.0 : 0):0.00}, Brier score {judged.Average(one => Math.Pow(one.Stated - (one.IsRight ? 1 : 0), 2)):0.000}"));
        foreach (var band in judged.GroupBy(one => one.Stated >= 0.7 ? "0.7 and more" : one.Stated >= 0.55 ? "0.55 to 0.7" : "below 0.55").OrderBy(band => band.Key, StringComparer.Ordinal))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {band.Key}: {band.Count()} claims, stated {band.Average(one => one.Stated):0.00}, right {band.Average(one => one.IsRight ? 1.0 : 0):0.00}"));
    }

    private static string Computed()
    {
        var sentences = new SentenceShares(AnnotatedSetTests.Of("development.txt").Judged);
        var (first, mended) = (Readings.First(), Readings.Mended());
        var documents = new DocumentShares(first, mended);
        var lines = new StringBuilder("# How often claims of each rule are right, by what they name: in sentences that stand alone, and in documents. Written by a test, see Calibration.\n");
        var keys = sentences.Keys.Concat(first.Select(one => Calibration.Key(one.Rule, one.Named))).Concat(mended.Select(one => Calibration.Key(one.Rule, one.Named)))
            .Concat(from actor in "apu-" from counterpart in "cpu-" select Calibration.Key(Calibration.AnyRule, $"{actor}{counterpart}"));
        foreach (var key in keys.Distinct().Order(StringComparer.Ordinal))
        {
            var (rule, named) = (key[..key.LastIndexOf(' ')], key[(key.LastIndexOf(' ') + 1)..]);
            lines.Append(CultureInfo.InvariantCulture, $"{key} | {sentences.Of(rule, named):0.00} | {documents.Of(rule, named):0.00}\n");
        }

        return lines.ToString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Samarkand.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        return folder.FullName;
    }
}
