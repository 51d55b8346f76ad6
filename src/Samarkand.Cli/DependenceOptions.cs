using System.CommandLine;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The options of <c>dependence</c>.</summary>
internal sealed class DependenceOptions
{
    private readonly Argument<string?> _one = new("A") { HelpName = "A", Description = "A region.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _two = new("B") { HelpName = "B", Description = "Another one.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _matrix = new("--matrix") { Description = "Every pair of a bloc, or of all regions.", HelpName = "BLOC|all", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _case = new("--case") { Description = "Before and after the sanctions of a case.", HelpName = "CASE" };
    private readonly Option<string[]> _set = new("--set") { Description = "With --case: over a value of it, package.0.coverage=0.5.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "With --case: over a third state's stance, CHN=rescue; may be given for several.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly Option<string?> _evidence = new("--evidence") { Description = "With --case: a folder of documents in which its quotes must stand.", HelpName = "DIR" };
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to deficits.", HelpName = "fixed|proportional|closed" };
    private readonly Option<string?> _table = new("--table") { Description = "One table alone.", HelpName = "NAME" };
    private readonly Option<string> _format = new("--format") { Description = "The form of what is printed.", HelpName = PrintChoice.Formats, DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong(PrintChoice.All);
        _one.CompletionSources.Add(_ => Completions.Regions());
        _two.CompletionSources.Add(_ => Completions.Regions());
        _case.CompletionSources.Add(Completions.Cases);
        _stance.CompletionSources.Add(_ => Completions.Stances());
        _evidence.CompletionSources.Add(Completions.Folders);
        _world.CompletionSources.Add(Completions.Worlds);
        _horizon.CompletionSources.Add("short", "medium", "long");
        _closure.CompletionSources.Add("fixed", "proportional", "closed");
        _table.CompletionSources.Add([.. DependenceTables.All.Select(table => table.Name)]);
        command.Arguments.Add(_one);
        command.Arguments.Add(_two);
        foreach (var option in (Option[])[_matrix, _case, _set, _stance, .. _dates.Periods, _evidence, _world, _horizon, _closure, _table, _format])
            command.Options.Add(option);
        command.Validators.Add(parsed =>
        {
            var isMatrix = parsed.GetResult(_matrix) is not null;
            if (!isMatrix && (parsed.GetValue(_one) is null || parsed.GetValue(_two) is null))
                parsed.AddError("Two regions are missing: samarkand dependence A B, such as RUS CHN; or every pair: samarkand dependence --matrix SCO.");
            else if (isMatrix && parsed.GetValue(_one) is not null)
                parsed.AddError("A matrix takes no single regions: leave them out, or leave out --matrix.");
            foreach (var option in (Option[])[_set, _stance, .. _dates.Periods, _evidence])
            {
                if (parsed.GetValue(_case) is null && parsed.GetResult(option) is not null)
                    parsed.AddError($"{option.Name} is about a case, and none is named: add --case CASE, or leave it out.");
            }
        });
    }

    public DependenceRequest Read(ParseResult parsed)
    {
        var isMatrix = parsed.GetResult(_matrix) is not null;
        string[] known = isMatrix ? [DependenceTables.Matrix] : [.. DependenceTables.All.Select(table => table.Name)];
        var table = parsed.GetValue(_table);
        if (table is not null && !known.Contains(table))
            throw new InputException(new InputProblem("--table", 0, 0, $"there is no table `{table}`", $"the tables are {string.Join(", ", known)}"));
        return new DependenceRequest(
            parsed.GetValue(_one),
            parsed.GetValue(_two),
            isMatrix ? parsed.GetValue(_matrix) ?? "all" : null,
            parsed.GetValue(_case) is { } path
                ? new DependenceCase(
                    path,
                    [.. parsed.GetValue(_set) ?? [], .. (parsed.GetValue(_stance) ?? []).Select(stance => $"--stance={stance}")],
                    _dates.Period(parsed),
                    parsed.GetValue(_evidence))
                : null,
            parsed.GetValue(_world),
            Choice<Horizon>("--horizon", "horizon", parsed.GetValue(_horizon)),
            Choice<Closure>("--closure", "closure", parsed.GetValue(_closure)),
            table,
            parsed.GetValue(_format)!);
    }

    private static T? Choice<T>(string option, string what, string? text)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (text == value.ToString().ToLowerInvariant())
                return value;
        }

        throw new InputException(new InputProblem(option, 0, 0, $"unknown {what} `{text}`", $"expected one of: {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}"));
    }
}

/// <summary>What the command line asks of dependence.</summary>
/// <param name="One">A region, or null for a matrix.</param>
/// <param name="Two">Another one.</param>
/// <param name="Matrix">A bloc, <c>all</c>, or null for a pair.</param>
/// <param name="Case">A case, or null.</param>
/// <param name="World">A world, over the case's or the default; or null.</param>
/// <param name="Horizon">The horizon, over the case's or the default; or null.</param>
/// <param name="Closure">The closure, over the case's or the default; or null.</param>
/// <param name="Table">One table, or null.</param>
/// <param name="Format">One of <see cref="PrintChoice.All"/>.</param>
internal sealed record DependenceRequest(
    string? One, string? Two, string? Matrix, DependenceCase? Case, string? World, Horizon? Horizon, Closure? Closure, string? Table, string Format);

/// <summary>The case whose sanctions are looked at.</summary>
/// <param name="Path">The file.</param>
/// <param name="Overrides">Edits of it.</param>
/// <param name="Period">The days for which its dates are applied, or null.</param>
/// <param name="Evidence">The folder of documents, or null.</param>
internal sealed record DependenceCase(string Path, IReadOnlyList<string> Overrides, Period? Period, string? Evidence);
