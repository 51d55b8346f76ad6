using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>What a coalition that moves first does, in a sentence.</summary>
internal static class FirstMoveText
{
    public static string Of(CoalitionFirst first, Func<Region, string> name, string whom, string targets)
    {
        if (first.Chosen is not { } at)
            return "Moving first, the coalition cannot tell what follows: at no severity of its secondary sanctions is there a stable combination of stances.";
        var chosen = first.Commitments[at];
        var cost = chosen.Answers.Max(answer => answer.CoalitionCost);
        var threat = chosen.Severity == 0 ? "no secondary sanctions" : Invariant($"secondary sanctions at {100 * chosen.Severity:0.#} percent of what the case threatens with");
        var rescuers = string.Join(" and ", chosen.Answers.SelectMany(answer => answer.Rescuers).Distinct().Select(name));
        if (first.Weight is null && first.Deters)
            return Invariant($"Moving first, the coalition would commit to {threat}: it loses {Amounts.Money(cost)} a year, the least that it can pay where no rescue follows.");
        var why = first.Weight is { } weight
            ? Invariant($", which pays it most where each dollar that {whom} loses is worth {weight:0.##} dollars to it")
            : ", the least that it can pay";
        var follows = chosen.Deters ? $"nobody then comes to {targets} rescue"
            : first.Weight is null ? $"no severity prevents a rescue of {whom}, and at this one it may come from {rescuers}"
            : $"{targets} rescue may then come from {rescuers}";
        return Invariant($"Moving first, the coalition would commit to {threat}: it loses {Amounts.Money(cost)} a year{why}; {follows}.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
