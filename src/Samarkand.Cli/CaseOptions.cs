using System.CommandLine;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The options that the commands that take a case share.</summary>
internal sealed class CaseOptions
{
    private readonly Argument<string?> _file = new("CASE") { HelpName = "CASE", Description = "A case file (YAML).", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder, over the case's.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _target = new("--target") { Description = "A region, over the case's target.", HelpName = "REGION" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt, over the case's.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to deficits, over the case's.", HelpName = "fixed|proportional|closed" };
    private readonly Option<string[]> _set = new("--set") { Description = "Over a value of the case: package.0.coverage=0.5.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "Over a third state's stance: CHN=rescue; may be given for several.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly RecordedOptions _recorded = new();
    private readonly AlignOptions _align = new();
    private readonly Option<string?> _against = new("--against") { Description = "Another case to compare with, instead of the world without the case.", HelpName = "CASE" };
    private readonly Option<string?> _evidence = new("--evidence") { Description = "A folder of documents in which the quotes must stand.", HelpName = "DIR" };
    private readonly Option<string?> _table = new("--table") { Description = "One table alone; `list` names them.", HelpName = "NAME" };
    private readonly Option<string?> _output = new("--output") { Description = "A folder for the report, every table as CSV and a manifest.", HelpName = "DIR" };
    private readonly Option<string> _format = new("--format") { Description = "The form of what is printed.", HelpName = PrintChoice.Formats, DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong(PrintChoice.All);
        _file.CompletionSources.Add(Completions.Cases);
        _world.CompletionSources.Add(Completions.Worlds);
        _target.CompletionSources.Add(_ => Completions.Regions());
        _horizon.CompletionSources.Add("short", "medium", "long");
        _closure.CompletionSources.Add("fixed", "proportional", "closed");
        _stance.CompletionSources.Add(_ => Completions.Stances());
        _against.CompletionSources.Add(Completions.Cases);
        _evidence.CompletionSources.Add(Completions.Folders);
        _table.CompletionSources.Add(_ => [.. CaseTables.All.Select(table => table.Name), "list"]);
        _output.CompletionSources.Add(Completions.Folders);
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_world, _target, _horizon, _closure, _set, _stance, .. _dates.All, _against, _evidence, _table, .. _recorded.All, .. _align.All, _output, _format])
            command.Options.Add(option);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_file) is null && parsed.GetValue(_table) != "list")
                parsed.AddError($"A case is missing: samarkand {command.Name} CASE. `samarkand new FILE` writes one to start from.");
        });
    }

    public CaseRequest Read(ParseResult parsed)
    {
        var table = parsed.GetValue(_table);
        if (table is not (null or "list") && !CaseTables.All.Any(known => known.Name == table))
            throw new InputException(new InputProblem("--table", 0, 0, $"there is no table `{table}`", $"the tables are {string.Join(", ", CaseTables.All.Select(known => known.Name))}"));
        var shared = new List<string>();
        Override(shared, "world", parsed.GetValue(_world));
        Override(shared, "horizon", parsed.GetValue(_horizon));
        Override(shared, "closure", parsed.GetValue(_closure));
        var own = new List<string>(parsed.GetValue(_set) ?? []);
        Override(own, "target", parsed.GetValue(_target));
        foreach (var stance in parsed.GetValue(_stance) ?? [])
            Override(own, "stance", stance);
        return new CaseRequest(
            parsed.GetValue(_file) ?? "",
            parsed.GetValue(_world),
            [.. own, .. shared],
            shared,
            _dates.Period(parsed),
            _dates.IsTimeline(parsed, table, parsed.GetValue(_against)),
            parsed.GetValue(_against),
            parsed.GetValue(_evidence),
            table,
            _recorded.Read(parsed),
            _align.Read(parsed),
            parsed.GetValue(_output),
            parsed.GetValue(_format)!);
    }

    private static void Override(List<string> overrides, string option, string? value)
    {
        if (value is not null)
            overrides.Add($"--{option}={value}");
    }
}
