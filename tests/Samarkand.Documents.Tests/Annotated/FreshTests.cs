using Samarkand.Documents.Grammar;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>How well whole documents are read, which were written before the rules were looked at.</summary>
public class FreshTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development")]
    [InlineData("second")]
    public void Documents_by_which_rules_were_mended_are_read(string half)
    {
        var score = Of(half);
        output.WriteLine($"fresh, {half}: {score}");
        if (Environment.GetEnvironmentVariable("SAMARKAND_FAILURES") is { Length: > 0 } file)
            File.WriteAllLines($"{file}-{half}", score.Whole.Failures);
        Assert.True(score.Whole.Precision >= 0.7 && score.Whole.Recall >= 0.6, score.ToString());
    }

    // The failures of these are not printed, for the same reason as those of held-out.txt. They must not fall below what they were at first.
    [Theory]
    [InlineData("final", 0.41, 0.22)]
    [InlineData("last", 0.3, 0.2)]
    public void Documents_that_no_rule_was_mended_by_are_read(string half, double precision, double recall)
    {
        var score = Of(half);
        output.WriteLine($"fresh, {half}: {score}");
        Assert.True(score.Whole.Precision >= precision && score.Whole.Recall >= recall, score.ToString());
    }

    internal static FieldScore Of(string half)
    {
        var score = new FieldScore();
        foreach (var document in FreshDocument.Half(half))
        {
            var claims = ClaimReader.Read(document.Text, Lexicon.English);
            foreach (var (start, end, expected) in document.Lines)
                score.Add($"{document.Name}: {document.Text[start..end]}", expected, [.. claims.Where(claim => claim.Start >= start && claim.Start < end)]);
        }

        return score;
    }
}
