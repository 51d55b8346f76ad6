using Samarkand.Cases;

namespace Samarkand.Reports.Words;

/// <summary>How the dates of a case were applied, in words.</summary>
internal static class DatesText
{
    /// <summary>One or two sentences; null where every instrument applies in full.</summary>
    public static string? Of(Case theCase)
    {
        if (theCase.Period is not { } period)
            return null;
        var text = period.Days == 1
            ? $"What is in force on {period.Name}."
            : $"The period {period.Name}, each instrument by the share of its days on which it is in force.";
        var parts = CaseDates.Instruments(theCase).Where(instrument => period.DaysInForce(instrument.Head) < period.Days)
            .Select(instrument => FormattableString.Invariant($"{instrument.Title} on {period.DaysInForce(instrument.Head)} of {period.Days} days")).ToArray();
        if (parts.Length > 0)
            text += $" In part: {string.Join(", ", parts)}.";
        if (!theCase.NotInForce.IsEmpty)
            text += $" Not in force: {string.Join(", ", theCase.NotInForce.Select(instrument => instrument.Title))}.";
        return text;
    }
}
