using System.CommandLine;
using System.CommandLine.Parsing;

namespace Samarkand.Cli.Options;

/// <summary>What case: the file, its world, what is set over it, its dates, its documents; and how many threads compute.</summary>
internal sealed class CaseOptionGroup
{
    private readonly Argument<string?>? _file;
    private readonly Argument<string[]>? _files;
    private readonly Option<string?>? _case;
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder, instead of the case's.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _target = new("--target") { Description = "The region to sanction, instead of the case's target.", HelpName = "REGION" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt, instead of the case's horizon.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to trade deficits, instead of the case's closure.", HelpName = "fixed|proportional|closed|unfinanced|unspent" };
    private readonly Option<string[]> _set = new("--set") { Description = "Another value for a number or text of the case: package.0.coverage=0.5.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "Another stance for a third state: CHN=rescue. May be given several times.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly Option<string?> _evidence = new("--evidence") { Description = "A folder of documents: every quote of the case must be in one of them.", HelpName = "DIR" };
    private readonly ThreadsOption _threads = new();

    private CaseOptionGroup(Argument<string?>? file = null, Option<string?>? asked = null, Argument<string[]>? files = null)
    {
        (_file, _case, _files) = (file, asked, files);
        _file?.CompletionSources.Add(Completions.Cases);
        _files?.CompletionSources.Add(Completions.Cases);
        _case?.CompletionSources.Add(Completions.Cases);
        _world.CompletionSources.Add(Completions.Worlds);
        _target.CompletionSources.Add(_ => Completions.Regions());
        _horizon.CompletionSources.Add("short", "medium", "long");
        _closure.CompletionSources.Add("fixed", "proportional", "closed", "unfinanced", "unspent");
        _stance.CompletionSources.Add(_ => Completions.Stances());
        _evidence.CompletionSources.Add(Completions.Folders);
    }

    /// <summary>Those of a command that is about one case.</summary>
    /// <param name="description">What the file holds.</param>
    public static CaseOptionGroup Required(string description = "A case file (YAML), or - for standard input.") =>
        new(new Argument<string?>("CASE") { HelpName = "CASE", Description = description, Arity = ArgumentArity.ZeroOrOne });

    /// <summary>Those of a command that is about many cases.</summary>
    public static CaseOptionGroup Many() => new(files: new Argument<string[]>("CASES")
    {
        HelpName = "CASES",
        Description = "Case files (YAML), folders of them, or patterns such as 'cases/*.yaml'; - for one on standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    });

    /// <summary>Those of a command that may also be about a world alone: without a case, its world, horizon and closure are that world's.</summary>
    public static CaseOptionGroup Optional() => new(asked: new Option<string?>("--case") { Description = "Show dependence before and after the sanctions of this case.", HelpName = "CASE" });

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="asksForNothing">Whether the command line asks for nothing that needs a case.</param>
    public void AddTo(Command command, Func<CommandResult, bool> asksForNothing)
    {
        if (_file is not null)
            command.Arguments.Add(_file);
        if (_files is not null)
            command.Arguments.Add(_files);
        foreach (var option in (Option?[])[_case, _world, _target, _horizon, _closure, _set, _stance, _dates.AsOf, _dates.Year, _evidence, _threads.Option])
        {
            if (option is not null)
                command.Options.Add(option);
        }

        command.Validators.Add(parsed =>
        {
            if (_file is not null && parsed.GetValue(_file) is null && !asksForNothing(parsed))
                parsed.AddError($"A case is missing: samarkand {command.Name} CASE. `samarkand new FILE` writes one to start from.");
            if (_files is not null && parsed.GetValue(_files) is null or [] && !asksForNothing(parsed))
                parsed.AddError($"A case is missing: samarkand {command.Name} CASES. `samarkand new FILE` writes one to start from.");
            foreach (var option in (Option[])[_target, _set, _stance, _dates.AsOf, _dates.Year, _evidence])
            {
                if (_case is not null && parsed.GetValue(_case) is null && parsed.GetResult(option) is not null)
                    parsed.AddError($"{option.Name} is about a case, and none is named: add --case CASE, or leave it out.");
            }
        });
    }

    /// <summary>Reads what they say, and sets the number of threads.</summary>
    public CaseChoice Read(ParseResult parsed)
    {
        _threads.Apply(parsed);
        return new CaseChoice
        {
            Path = _file is not null ? parsed.GetValue(_file) : _case is not null ? parsed.GetValue(_case) : null,
            Paths = _files is null ? [] : parsed.GetValue(_files) ?? [],
            Own =
            [
                .. parsed.GetValue(_set) ?? [],
                .. CaseChoice.Set([("target", parsed.GetValue(_target)), .. (parsed.GetValue(_stance) ?? []).Select(stance => ("stance", (string?)stance))]),
            ],
            World = parsed.GetValue(_world),
            Horizon = parsed.GetValue(_horizon),
            Closure = parsed.GetValue(_closure),
            Period = _dates.Read(parsed),
            Documents = parsed.GetValue(_evidence),
        };
    }
}
