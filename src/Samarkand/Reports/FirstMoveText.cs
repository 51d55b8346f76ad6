using System.Globalization;
using Samarkand.Alignment;

namespace Samarkand.Reports;

/// <summary>What a coalition that moves first does, in a sentence.</summary>
internal static class FirstMoveText
{
    public static string Of(CoalitionFirst first, string who, string whom, string targets)
    {
        if (first.Chosen is not { } at)
            return "Moving first, the coalition could count on nothing: after no severity of its secondary sanctions is a profile of stances stable.";
        var chosen = first.Commitments[at];
        var cost = chosen.Answers.Max(answer => answer.CoalitionCost);
        var threat = chosen.Severity == 0 ? "no secondary sanctions" : Invariant($"secondary sanctions at {100 * chosen.Severity:0.#} percent of what the case threatens with");
        var why = first.Weight is { } weight
            ? Invariant($", which pays it most where it gives {weight:0.##} dollars for each that {whom} loses")
            : first.Deters ? ", the least that it can pay where no rescue follows" : "";
        var follows = chosen.Deters ? $"{who} then stays away" : $"{who} still comes to {targets} rescue";
        if (first.Weight is null && !first.Deters)
            follows = Invariant($"no severity keeps {who} from {targets} rescue, and this one costs it least");
        return Invariant($"Moving first, the coalition would commit to {threat}: it loses {Money(cost)} a year{why}; {follows}.");
    }

    private static string Money(double musd) => Math.Abs(musd) >= 100 ? Invariant($"{musd / 1000:0.0} bn USD") : Invariant($"{musd:0} m USD");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
