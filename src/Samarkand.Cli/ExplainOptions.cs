using System.CommandLine;
using System.Globalization;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The options of <c>explain</c>.</summary>
internal sealed class ExplainOptions
{
    private const int MostPermutations = 100_000;

    private readonly Argument<string?> _file = new("CASE") { HelpName = "CASE", Description = "A case file (YAML).", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _regions = new("--regions") { Description = "Whose channels: regions and blocs.", HelpName = "RUS,DEU,..." };
    private readonly Option<string?> _permutations = new("--permutations") { Description = $"Shapley values from N random orders, {InstrumentWorth.DefaultOrders} unless said.", HelpName = "N", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of the orders.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder, over the case's.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _target = new("--target") { Description = "A region, over the case's target.", HelpName = "REGION" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt, over the case's.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to deficits, over the case's.", HelpName = "fixed|proportional|closed" };
    private readonly Option<string[]> _set = new("--set") { Description = "Over a value of the case: package.0.coverage=0.5.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "Over a third state's stance: CHN=rescue; may be given for several.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly Option<string?> _table = new("--table") { Description = "One table alone; `list` names them.", HelpName = "NAME" };
    private readonly Option<string?> _output = new("--output") { Description = "A folder for the report, every table as CSV and a manifest.", HelpName = "DIR" };
    private readonly Option<string> _format = new("--format") { Description = "The form of what is printed.", HelpName = PrintChoice.Formats, DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong(PrintChoice.All);
        _file.CompletionSources.Add(Completions.Cases);
        _regions.CompletionSources.Add(_ => Completions.RegionsAndBlocs());
        _world.CompletionSources.Add(Completions.Worlds);
        _target.CompletionSources.Add(_ => Completions.Regions());
        _horizon.CompletionSources.Add("short", "medium", "long");
        _closure.CompletionSources.Add("fixed", "proportional", "closed");
        _stance.CompletionSources.Add(_ => Completions.Stances());
        _table.CompletionSources.Add([.. ExplanationTables.All.Select(table => table.Name), "list"]);
        _output.CompletionSources.Add(Completions.Folders);
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_regions, _permutations, _seed, _world, _target, _horizon, _closure, _set, _stance, .. _dates.Periods, _table, _output, _format])
            command.Options.Add(option);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_file) is null && parsed.GetValue(_table) != "list")
                parsed.AddError("A case is missing: samarkand explain CASE. `samarkand new FILE` writes one to start from.");
        });
    }

    public ExplainRequest Read(ParseResult parsed)
    {
        var table = parsed.GetValue(_table);
        if (table is not (null or "list") && !ExplanationTables.All.Any(known => known.Name == table))
            throw Wrong("--table", $"there is no table `{table}`", $"the tables are {string.Join(", ", ExplanationTables.All.Select(known => known.Name))}");
        var regions = parsed.GetValue(_regions)?.Split(',', StringSplitOptions.TrimEntries);
        if (regions?.Contains("") == true)
            throw Wrong("--regions", $"`{parsed.GetValue(_regions)}` has an empty name", "write codes with commas between them, such as RUS,DEU");
        return new ExplainRequest(
            parsed.GetValue(_file) ?? "",
            parsed.GetValue(_world),
            Overrides(parsed),
            _dates.Period(parsed),
            regions,
            parsed.GetResult(_permutations) is null ? null : Permutations(parsed.GetValue(_permutations)),
            parsed.GetValue(_seed),
            table,
            parsed.GetValue(_output),
            parsed.GetValue(_format)!);
    }

    private List<string> Overrides(ParseResult parsed)
    {
        var overrides = new List<string>(parsed.GetValue(_set) ?? []);
        foreach (var option in (Option<string?>[])[_target, _world, _horizon, _closure])
        {
            if (parsed.GetValue(option) is { } value)
                overrides.Add($"{option.Name}={value}");
        }

        overrides.AddRange((parsed.GetValue(_stance) ?? []).Select(stance => $"--stance={stance}"));
        return overrides;
    }

    private static int Permutations(string? text)
    {
        if (text is null)
            return InstrumentWorth.DefaultOrders;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 2 and <= MostPermutations
            ? count
            : throw Wrong("--permutations", $"`{text}` is not a number of orders", $"expected 2 to {MostPermutations}");
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>What the command line asks to be explained.</summary>
/// <param name="Path">The case file.</param>
/// <param name="World">The world that the command line names, or null.</param>
/// <param name="Overrides">Edits of the case.</param>
/// <param name="Period">The days for which the case's dates are applied, or null.</param>
/// <param name="Regions">Whose channels, or null for those that matter the most.</param>
/// <param name="Permutations">How many random orders, or null for every subset.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Table">One table, or null.</param>
/// <param name="Output">The folder of results, or null.</param>
/// <param name="Format">One of <see cref="PrintChoice.All"/>.</param>
internal sealed record ExplainRequest(
    string Path,
    string? World,
    IReadOnlyList<string> Overrides,
    Period? Period,
    IReadOnlyList<string>? Regions,
    int? Permutations,
    int Seed,
    string? Table,
    string? Output,
    string Format)
{
    /// <summary>What of the command line a reader has to repeat.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Overrides,
        .. Period is null ? (string[])[] : [Period.Days == 1 ? $"--as-of={Period.Name}" : $"--year={Period.Name}"],
        .. Regions is null ? (string[])[] : [$"--regions={string.Join(',', Regions)}"],
        .. Permutations is null ? (string[])[] : [FormattableString.Invariant($"--permutations={Permutations}"), FormattableString.Invariant($"--seed={Seed}")],
    ];
}
