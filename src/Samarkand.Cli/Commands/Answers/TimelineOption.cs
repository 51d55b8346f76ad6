using System.CommandLine;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The option that asks for a case month by month.</summary>
internal sealed class TimelineOption
{
    private readonly Option<bool> _timeline = new("--timeline") { Description = "Show month by month what the instruments in force would do." };

    public OwnOption Own => new(_timeline, parsed => parsed.GetValue(_timeline) || parsed.GetValue<string?>("--table") is { } table && CaseTables.NeedsMonths(table));

    /// <summary>Whether the case is asked for month by month: by the option, or by the name of its table.</summary>
    public bool Read(ParseResult parsed, CaseRequest shared, string? against)
    {
        var (isAsked, table) = (parsed.GetValue(_timeline), shared.Output.Table);
        if (!isAsked && !IsOfMonths(table))
            return false;
        var option = isAsked ? _timeline.Name : $"--table {table}";
        if (table is not null && !IsOfMonths(table))
            throw Wrong(option, $"shows the case month by month, and --table asks for `{table}`", $"leave out one of them; by month there are: {string.Join(", ", CaseTables.All.Select(one => one.Name).Where(CaseTables.NeedsMonths))}");
        if (shared.Case.Period is not null)
            throw Wrong(option, "goes through all months, and --as-of or --year asks for one period", "leave out one of them");
        if (against is not null)
            throw Wrong(option, "shows one case, and --against asks for a comparison", "leave out one of them, or compare at single dates: --as-of 2022-09-15 --against CASE");
        return true;
    }

    private static bool IsOfMonths(string? table) => table is not null && CaseTables.NeedsMonths(table);

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}
