using System.Globalization;
using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>
/// Found claims against annotated ones. One is right where who acts, the act, to whom, whether it is so and how far it has come all agree;
/// goods and speakers are counted apart, among those that are right.
/// </summary>
internal sealed class Score
{
    public int Found { get; private set; }

    public int Expected { get; private set; }

    public int Right { get; private set; }

    public int RightGoods { get; private set; }

    public int RightSpeaker { get; private set; }

    /// <summary>Right but for how far it has come.</summary>
    public int RightButModality { get; private set; }

    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Expected == 0 ? 0 : (double)Right / Expected;

    public List<string> Failures { get; } = [];

    public List<(Claim Claim, bool IsRight)> Judged { get; } = [];

    public void Add(AnnotatedSentence sentence, IReadOnlyList<Claim> found)
    {
        var left = sentence.Claims.ToList();
        Expected += left.Count;
        Found += found.Count;
        var wrong = new List<Claim>();
        foreach (var claim in found)
        {
            var match = left.FirstOrDefault(one => Agree(one, claim));
            Judged.Add((claim, match is not null));
            if (match is null)
            {
                wrong.Add(claim);
                continue;
            }

            left.Remove(match);
            Right++;
            RightGoods += Same(match.Goods, claim.Goods) ? 1 : 0;
            RightSpeaker += match.SaidBy == claim.SaidBy ? 1 : 0;
        }

        RightButModality += wrong.Count(claim => left.Any(one => Agree(one, claim with { Modality = one.Modality })));
        if (wrong.Count + left.Count > 0)
            Failures.Add($"{sentence.Text}\n{string.Concat(left.Select(one => $"   missed {Shown(one)}\n"))}{string.Concat(wrong.Select(one => $"   wrong  {Shown(one)} [{one.Rule}]\n"))}");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {Precision:0.00} ({Right} of {Found}), recall {Recall:0.00} ({Right} of {Expected}); of those right, goods {RightGoods}, speakers {RightSpeaker}; {RightButModality} more right but for how far it has come");

    private static bool Agree(Claim one, Claim other) =>
        one.Actor == other.Actor && one.Act == other.Act && one.Counterpart == other.Counterpart && one.Polarity == other.Polarity && one.Modality == other.Modality;

    private static bool Same(string one, string other) => one.Split(';').Order(StringComparer.Ordinal).SequenceEqual(other.Split(';').Order(StringComparer.Ordinal));

    private static string Shown(Claim claim) => $"{claim.Actor} | {claim.Act} | {claim.Counterpart} | {claim.Goods} | {claim.Polarity} | {claim.Modality} | {claim.SaidBy}";
}
