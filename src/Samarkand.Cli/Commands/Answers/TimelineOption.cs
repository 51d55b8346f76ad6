using System.CommandLine;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The option that asks for a case month by month.</summary>
internal sealed class TimelineOption
{
    private readonly Option<bool> _timeline = new("--timeline") { Description = "Show month by month what the instruments in force would do." };

    public OwnOption Own => new(_timeline, parsed => parsed.GetValue(_timeline) || parsed.GetValue<string?>("--table") == TimelineTable.Name);

    /// <summary>Whether the case is asked for month by month: by the option, or by the name of its table.</summary>
    public bool Read(ParseResult parsed, CaseRequest shared, string? against)
    {
        var (isAsked, table) = (parsed.GetValue(_timeline), shared.Output.Table);
        if (!isAsked && table != TimelineTable.Name)
            return false;
        var option = isAsked ? _timeline.Name : $"--table {TimelineTable.Name}";
        if (table is not (null or TimelineTable.Name))
            throw Wrong(option, $"prints the table `{TimelineTable.Name}`, and --table asks for `{table}`", "leave out one of them");
        if (shared.Case.Period is not null)
            throw Wrong(option, "goes through all months, and --as-of or --year asks for one period", "leave out one of them");
        if (against is not null)
            throw Wrong(option, "shows one case, and --against asks for a comparison", "leave out one of them, or compare at single dates: --as-of 2022-09-15 --against CASE");
        return true;
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}
