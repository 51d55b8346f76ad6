namespace Samarkand.Documents.Tests.Annotated;

/// <summary>A claim that a rule found in a document, and whether it was right.</summary>
/// <param name="Document">The document.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Named">What the claim names, as in Calibration.</param>
/// <param name="IsRight">Whether it was right.</param>
internal sealed record Reading(string Document, string Rule, string Named, bool IsRight);

/// <summary>Claims of documents by which rules were mended: before that, and after it.</summary>
internal static class Readings
{
    /// <summary>As the reader found them before it was mended by the document.</summary>
    public static Reading[] First() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Annotated", "first-readings.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line =>
        {
            var fields = line.Split('|', StringSplitOptions.TrimEntries);
            var space = fields[1].LastIndexOf(' ');
            return new Reading(fields[0], fields[1][..space], fields[1][(space + 1)..], fields[2] == "1");
        })];

    /// <summary>As it finds them now.</summary>
    public static Reading[] Mended() =>
        [.. FreshTests.Mended.SelectMany(half => FreshTests.Judged(half).Select(one => new Reading($"{half}/{one.Document}", one.Claim.Rule, one.Claim.Named, one.IsRight)))];
}
