using System.Globalization;
using System.Text;
using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>
/// Found claims against annotated ones, as a whole and field by field. Of a field, what both say counts, over all that are found and all that are annotated;
/// a field that may be empty is counted where it is not. A found claim is held against the annotated one of the same act with which it agrees most.
/// </summary>
internal sealed class FieldScore
{
    private static readonly (string Name, Func<Claim, string> Of)[] Fields =
    [
        ("actor", claim => claim.Actor), ("act", claim => claim.Act), ("counterpart", claim => claim.Counterpart),
        ("polarity", claim => $"{claim.Polarity}"), ("modality", claim => $"{claim.Modality}"),
        ("goods", claim => string.Join(';', claim.Goods.Split(';').Order(StringComparer.Ordinal))), ("said_by", claim => claim.SaidBy),
        ("amount", claim => claim.Amount), ("from", claim => claim.From), ("until", claim => claim.Until),
    ];

    /// <summary>The fields that make a claim right.</summary>
    private const int Core = 5;

    private readonly int[] _found = new int[Fields.Length];
    private readonly int[] _expected = new int[Fields.Length];
    private readonly int[] _right = new int[Fields.Length];

    public Score Whole { get; } = new();

    public void Add(string line, IReadOnlyList<Claim> expected, IReadOnlyList<Claim> found)
    {
        Whole.Add(new AnnotatedSentence("", false, line, expected), found);
        Count(_expected, expected);
        Count(_found, found);
        var pairs = from one in expected.Index() from other in found.Index() where one.Item.Act == other.Item.Act orderby Agreeing(one.Item, other.Item) descending select (one, other);
        var (usedOne, usedOther) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (one, other) in pairs)
        {
            if (usedOne.Contains(one.Index) || usedOther.Contains(other.Index))
                continue;
            usedOne.Add(one.Index);
            usedOther.Add(other.Index);
            for (var k = 0; k < Fields.Length; k++)
                _right[k] += Fields[k].Of(one.Item) == Fields[k].Of(other.Item) && (k < Core || Fields[k].Of(one.Item).Length > 0) ? 1 : 0;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder(Whole.ToString());
        for (var k = 0; k < Fields.Length; k++)
            text.Append(CultureInfo.InvariantCulture, $"\n  {Fields[k].Name}: precision {(double)_right[k] / Math.Max(1, _found[k]):0.00} (of {_found[k]}), recall {(double)_right[k] / Math.Max(1, _expected[k]):0.00} (of {_expected[k]})");
        return text.ToString();
    }

    private static void Count(int[] counts, IReadOnlyList<Claim> claims)
    {
        for (var k = 0; k < Fields.Length; k++)
            counts[k] += claims.Count(claim => k < Core || Fields[k].Of(claim).Length > 0);
    }

    private static int Agreeing(Claim one, Claim other) => Fields.Count(field => field.Of(one) == field.Of(other));
}
