using System.CommandLine;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The options of <c>sweep</c>.</summary>
internal sealed class SweepOptions
{
    private const int DefaultDraws = 1000;

    private readonly Argument<string?> _file = new("CASE") { HelpName = "CASE", Description = "A case file (YAML) with priors.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _draws = new("--draws") { Description = "How many draws.", HelpName = "N", DefaultValueFactory = _ => DefaultDraws };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of the draws.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder, over the case's.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _target = new("--target") { Description = "A region, over the case's target.", HelpName = "REGION" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt, over the case's.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to deficits, over the case's.", HelpName = "fixed|proportional|closed" };
    private readonly Option<string[]> _set = new("--set") { Description = "Over a value of the case, or one more prior: priors.routes.margin=uniform(0,0.2).", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "Over a third state's stance: CHN=rescue; may be given for several.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly Option<string?> _table = new("--table") { Description = "One table alone; `list` names them.", HelpName = "NAME" };
    private readonly Option<string?> _output = new("--output") { Description = "A folder for every draw, the tables and the page; the same command goes on where an earlier one ended.", HelpName = "DIR" };
    private readonly Option<int> _chunk = new("--chunk") { Description = "How many draws are written to the folder together.", HelpName = "N", DefaultValueFactory = _ => Sweep.DefaultChunk };
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
        _table.CompletionSources.Add([.. SweepTables.All.Select(table => table.Name), "list"]);
        _output.CompletionSources.Add(Completions.Folders);
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_draws, _seed, _world, _target, _horizon, _closure, _set, _stance, .. _dates.Periods, _table, _output, _chunk, _format])
            command.Options.Add(option);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_file) is null && parsed.GetValue(_table) != "list")
                parsed.AddError($"A case is missing: samarkand {command.Name} CASE. `samarkand new FILE` writes one to start from.");
        });
    }

    public SweepRequest Read(ParseResult parsed)
    {
        var table = parsed.GetValue(_table);
        if (table is not (null or "list") && !SweepTables.All.Any(known => known.Name == table))
            throw Wrong("--table", $"there is no table `{table}`", $"the tables are {string.Join(", ", SweepTables.All.Select(known => known.Name))}");
        var (draws, chunk) = (parsed.GetValue(_draws), parsed.GetValue(_chunk));
        if (draws is < 1 or > Sweep.MostDraws)
            throw Wrong("--draws", FormattableString.Invariant($"{draws} is not a number of draws"), FormattableString.Invariant($"expected 1 to {Sweep.MostDraws}"));
        if (chunk is < 1 or > Sweep.MostDraws)
            throw Wrong("--chunk", FormattableString.Invariant($"{chunk} is not a number of draws"), FormattableString.Invariant($"expected 1 to {Sweep.MostDraws}"));
        var edits = new List<string>(parsed.GetValue(_set) ?? []);
        foreach (var option in (Option<string?>[])[_target, _world, _horizon, _closure])
        {
            if (parsed.GetValue(option) is { } value)
                edits.Add($"{option.Name}={value}");
        }

        edits.AddRange((parsed.GetValue(_stance) ?? []).Select(stance => $"--stance={stance}"));
        return new SweepRequest(
            parsed.GetValue(_file) ?? "", parsed.GetValue(_world), edits, _dates.Period(parsed), draws, parsed.GetValue(_seed), chunk, table, parsed.GetValue(_output), parsed.GetValue(_format)!);
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>What the command line asks of a sweep.</summary>
/// <param name="Path">The case file.</param>
/// <param name="World">The world that the command line names, or null.</param>
/// <param name="Overrides">Edits of the case.</param>
/// <param name="Period">The days for which its dates are applied, or null.</param>
/// <param name="Draws">How many draws.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Chunk">How many are written together.</param>
/// <param name="Table">One table, or null.</param>
/// <param name="Output">The folder of results, or null.</param>
/// <param name="Format">One of <see cref="PrintChoice.All"/>.</param>
internal sealed record SweepRequest(
    string Path,
    string? World,
    IReadOnlyList<string> Overrides,
    Period? Period,
    int Draws,
    int Seed,
    int Chunk,
    string? Table,
    string? Output,
    string Format)
{
    /// <summary>The table that is printed where only one is, or null for all of them.</summary>
    public string? Only => Table ?? (PrintChoice.HoldsOneTable(Format) ? SweepTables.Default : null);

    /// <summary>What of the command line a reader has to repeat.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Overrides,
        .. Period is null ? (string[])[] : [Period.Days == 1 ? $"--as-of={Period.Name}" : $"--year={Period.Name}"],
        FormattableString.Invariant($"--draws={Draws}"),
        FormattableString.Invariant($"--seed={Seed}"),
    ];
}
