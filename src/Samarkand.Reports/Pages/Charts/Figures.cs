using System.Globalization;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Numbers for people: a true minus sign, a plus sign on gains, no negative zero.</summary>
internal static class Figures
{
    private static readonly NumberFormatInfo Form = new() { NegativeSign = "\u2212" };

    /// <summary>A level.</summary>
    public static string Plain(double value, int digits)
    {
        if (!double.IsFinite(value))
            return "";
        var rounded = value.ToString($"N{digits}", Form);
        return rounded.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? rounded.TrimStart('\u2212') : rounded;
    }

    /// <summary>A change.</summary>
    public static string Signed(double value, int digits)
    {
        var text = Plain(value, digits);
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? $"+{text}" : text;
    }

    /// <summary>A change of money in million USD a year.</summary>
    public static string SignedMoney(double musd) =>
        Math.Abs(musd) >= 1000 ? $"{Signed(musd / 1000, 1)} bn USD" : $"{Signed(musd, 0)} m USD";

    /// <summary>A cell of a table.</summary>
    public static string Cell(NumberColumn column, int row) =>
        IsChange(column) ? Signed(column.Values[row], column.Digits) : Plain(column.Values[row], column.Digits);

    /// <summary>A share as percent, with as many digits as it needs.</summary>
    public static string Percent(double share) => Math.Round(100 * share, 10).ToString("0.##########", Form) + " percent";

    private static bool IsChange(NumberColumn column) =>
        (column.Name.EndsWith("_pct", StringComparison.Ordinal) && !column.Name.StartsWith("share_", StringComparison.Ordinal)) || column.Name.EndsWith("ev_musd", StringComparison.Ordinal)
        || column.Name.StartsWith("change_", StringComparison.Ordinal);
}
