using Samarkand.Cases.Reading;

namespace Samarkand.Analyses.Ensembles;

/// <summary>A number as a case writes it, such as <c>300 bn USD</c> or <c>0.1 %</c>.</summary>
/// <param name="Value">The number, 300.</param>
/// <param name="Unit">What follows it, with its space; empty for a bare number.</param>
internal sealed record WrittenNumber(double Value, string Unit)
{
    /// <summary>True where it is a percentage.</summary>
    public bool IsPercentage => Unit.Trim() == "%";

    /// <summary>The number that a text starts with; null where there is none.</summary>
    public static WrittenNumber? Of(string? text)
    {
        if (text is null)
            return null;
        var (number, _) = Quantities.Split(text);
        return Quantities.TryNumber(number, out var value) ? new WrittenNumber(value, text.Trim()[number.Length..]) : null;
    }
}
