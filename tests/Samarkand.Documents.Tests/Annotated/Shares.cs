using Samarkand.Documents.Claims;
using Samarkand.Documents.Grammar;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>How often rules are right in sentences that stand alone: those for which they were written, with four more of which two were right.</summary>
internal sealed class SentenceShares(IReadOnlyList<(Claim Claim, bool IsRight)> judged)
{
    private const double More = 4;

    public IEnumerable<string> Keys => judged.Select(one => Calibration.Key(one.Claim.Rule, one.Claim.Named));

    public double Of(string rule, string named)
    {
        var ofRule = judged.Where(one => rule == Calibration.AnyRule || one.Claim.Rule == rule).ToArray();
        var share = Share(ofRule, 0.5);
        return Share([.. ofRule.Where(one => one.Claim.Named == named)], share);
    }

    private static double Share((Claim, bool IsRight)[] some, double before) => (some.Count(one => one.IsRight) + More * before) / (some.Length + More);
}

/// <summary>
/// How often rules are right in documents. First readings count in full, claims of documents after rules were mended by them a fifth; a rule starts from
/// the share of all rules whose claims name as much.
/// </summary>
internal sealed class DocumentShares(IReadOnlyList<Reading> first, IReadOnlyList<Reading> mended)
{
    private const double More = 8;
    private const double OfMended = 0.2;

    public double Of(string rule, string named)
    {
        var all = Share(first, [], 0.5);
        var ofNamed = Share([.. first.Where(one => one.Named == named)], [], all);
        if (rule == Calibration.AnyRule)
            return ofNamed;
        return Share([.. first.Where(one => one.Named == named && one.Rule == rule)], [.. mended.Where(one => one.Named == named && one.Rule == rule)], ofNamed);
    }

    private static double Share(IReadOnlyList<Reading> read, IReadOnlyList<Reading> afterwards, double before) =>
        (read.Count(one => one.IsRight) + OfMended * afterwards.Count(one => one.IsRight) + More * before) / (read.Count + OfMended * afterwards.Count + More);
}
