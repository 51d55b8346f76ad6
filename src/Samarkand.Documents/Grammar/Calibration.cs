using System.Globalization;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>
/// How often claims of a rule were right in the annotated set of the tests: the share of those found, with four more of which two were
/// right, since the rules were written for that set. A claim of a whole document counts five times, since documents are what is read. By whether the claim names who acts and to whom. A test writes the file anew, and fails where it differs.
/// </summary>
internal static class Calibration
{
    /// <summary>Of a rule that the annotated set does not use.</summary>
    private const double Unseen = 0.5;

    private static readonly Lazy<Dictionary<string, double>> Read = new(ReadFile);

    public static double Of(string rule, bool namesActor, bool namesCounterpart)
    {
        var shares = Read.Value;
        return shares.TryGetValue(Key(rule, namesActor, namesCounterpart), out var share) ? share : shares.GetValueOrDefault(rule, Unseen);
    }

    /// <summary>The name of a row: the rule, and what the claim names.</summary>
    public static string Key(string rule, bool namesActor, bool namesCounterpart) => $"{rule} {(namesActor ? "a" : "-")}{(namesCounterpart ? "c" : "-")}";

    private static Dictionary<string, double> ReadFile()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("en", "confidence"))
        {
            var bar = line.LastIndexOf('|');
            shares[line[..bar].Trim()] = double.Parse(line[(bar + 1)..], CultureInfo.InvariantCulture);
        }

        return shares;
    }
}
