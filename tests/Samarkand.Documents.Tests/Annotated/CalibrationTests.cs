using System.Globalization;
using System.Text;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Grammar;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>
/// The confidence of a claim is the share of claims of its rule that were right in the development set, with four more of which two were right: the
/// rules were written for that set, so that few sentences prove little. With SAMARKAND_WRITE_DOCS=1 the file is written anew.
/// </summary>
public class CalibrationTests(ITestOutputHelper output)
{
    private const double More = 4;
    private const double MoreRight = 2;
    private const int TimesOfDocuments = 5;

    [Fact]
    public void The_confidence_of_each_rule_is_what_the_development_set_says()
    {
        var file = Path.Combine(Root(), "src", "Samarkand.Documents", "Languages", "en", "confidence.txt");
        var written = Computed();
        if (Environment.GetEnvironmentVariable("SAMARKAND_WRITE_DOCS") == "1")
            File.WriteAllText(file, written);
        Assert.Equal(written, File.ReadAllText(file));
    }

    // On sentences that had no part in it, claims above the middle are right more often than those below.
    [Fact]
    public void Confidence_means_something_on_the_held_out_sentences()
    {
        var judged = AnnotatedSetTests.Of("held-out.txt").Judged;
        var stated = judged.Average(one => one.Claim.Confidence);
        var right = judged.Average(one => one.IsRight ? 1.0 : 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out: mean confidence {stated:0.00}, right {right:0.00}, Brier score {judged.Average(one => Math.Pow(one.Claim.Confidence - (one.IsRight ? 1 : 0), 2)):0.000}"));
        Assert.True(Math.Abs(stated - right) < 0.2, $"{stated:0.00} {right:0.00}");
    }

    // As it is: rules are less often right on documents than on sentences like those that they were written for.
    [Fact]
    public void Confidence_on_the_documents_of_the_final_half_is_told()
    {
        var judged = FreshTests.Of("final").Whole.Judged;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fresh, final half: mean confidence {judged.Average(one => one.Claim.Confidence):0.00}, right {judged.Average(one => one.IsRight ? 1.0 : 0):0.00}"));
        var (sure, unsure) = (judged.Where(one => one.Claim.Confidence >= 0.8).ToArray(), judged.Where(one => one.Claim.Confidence < 0.8).ToArray());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of {sure.Length} at 0.8 and more, {sure.Count(one => one.IsRight)} are right; of {unsure.Length} below, {unsure.Count(one => one.IsRight)}"));
        Assert.All(judged, one => Assert.InRange(one.Claim.Confidence, 0.01, 0.99));
    }

    private static string Computed()
    {
        List<(Claim Claim, bool IsRight)> judged = [.. AnnotatedSetTests.Of("development.txt").Judged, .. Enumerable.Repeat(FreshTests.Of("development").Whole.Judged, TimesOfDocuments).SelectMany(one => one)];
        var lines = new StringBuilder("# How often claims of each rule were right in the annotated set; written by a test, see Calibration.\n");
        foreach (var group in judged.GroupBy(one => one.Claim.Rule).OrderBy(group => group.Key, StringComparer.Ordinal))
            Append(lines, group.Key, [.. group]);
        foreach (var group in judged.GroupBy(one => Calibration.Key(one.Claim.Rule, IsNamed(one.Claim.Actor), IsNamed(one.Claim.Counterpart))).Where(group => group.Count() >= 5).OrderBy(group => group.Key, StringComparer.Ordinal))
            Append(lines, group.Key, [.. group]);
        return lines.ToString();
    }

    private static bool IsNamed(string code) => code.Length > 0;

    private static void Append(StringBuilder lines, string key, (Claim Claim, bool IsRight)[] judged) =>
        lines.Append(CultureInfo.InvariantCulture, $"{key} | {(judged.Count(one => one.IsRight) + MoreRight) / (judged.Length + More):0.00}\n");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Samarkand.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        return folder.FullName;
    }
}
