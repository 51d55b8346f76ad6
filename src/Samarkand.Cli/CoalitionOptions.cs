using System.CommandLine;
using System.Globalization;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The options of <c>coalition</c>.</summary>
internal sealed class CoalitionOptions
{
    private const int DefaultPermutations = 200;
    private const int MostPermutations = 1_000_000;

    private readonly Argument<string?> _file = new("CASE") { HelpName = "CASE", Description = "A case file (YAML).", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _members = new("--members") { Description = "Who counts as a member: regions, and blocs that move as one.", HelpName = "EU,USA,..." };
    private readonly Option<bool> _subsets = new("--subsets") { Description = $"Shapley values from every subset of up to {ShapleyValues.MostMembers} members." };
    private readonly Option<string?> _permutations = new("--permutations") { Description = $"Shapley values from N random orders of the members, {DefaultPermutations} unless said.", HelpName = "N", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of the orders.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _joins = new("--joins") { Description = "What each of these states would add if it joined.", HelpName = "CHN,..." };
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder, over the case's.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _target = new("--target") { Description = "A region, over the case's target.", HelpName = "REGION" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt, over the case's.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to deficits, over the case's.", HelpName = "fixed|proportional|closed" };
    private readonly Option<string[]> _set = new("--set") { Description = "Over a value of the case: package.0.coverage=0.5.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "Over a third state's stance: CHN=join; may be given for several.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly Option<string?> _table = new("--table") { Description = "One table alone; `list` names them.", HelpName = "NAME" };
    private readonly Option<string?> _output = new("--output") { Description = "A folder for the report, every table as CSV and a manifest; the same command goes on there.", HelpName = "DIR" };
    private readonly Option<int> _chunk = new("--chunk") { Description = "How many subsets are written to the folder together.", HelpName = "N", DefaultValueFactory = _ => SubsetWorths.DefaultBlock };
    private readonly Option<string> _format = new("--format") { Description = "The form of what is printed.", HelpName = PrintChoice.Formats, DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong(PrintChoice.All);
        _file.CompletionSources.Add(Completions.Cases);
        _members.CompletionSources.Add(_ => Completions.RegionsAndBlocs());
        _joins.CompletionSources.Add(_ => Completions.Regions());
        _world.CompletionSources.Add(Completions.Worlds);
        _target.CompletionSources.Add(_ => Completions.Regions());
        _horizon.CompletionSources.Add("short", "medium", "long");
        _closure.CompletionSources.Add("fixed", "proportional", "closed");
        _stance.CompletionSources.Add(_ => Completions.Stances());
        _table.CompletionSources.Add([.. CoalitionTables.All.Select(table => table.Name), "list"]);
        _output.CompletionSources.Add(Completions.Folders);
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_members, _subsets, _permutations, _seed, _joins, _world, _target, _horizon, _closure, _set, _stance, .. _dates.Periods, _table, _output, _chunk, _format])
            command.Options.Add(option);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_file) is null && parsed.GetValue(_table) != "list")
                parsed.AddError("A case is missing: samarkand coalition CASE. `samarkand new FILE` writes one to start from.");
        });
    }

    public CoalitionRequest Read(ParseResult parsed)
    {
        var (table, joins) = (parsed.GetValue(_table), Names("--joins", parsed.GetValue(_joins)));
        if (table is not (null or "list") && !CoalitionTables.All.Any(known => known.Name == table))
            throw Wrong("--table", $"there is no table `{table}`", $"the tables are {string.Join(", ", CoalitionTables.All.Select(known => known.Name))}");
        if (table == CoalitionTables.Joiners && joins is null)
            throw Wrong("--table", "nobody is said to join", "name third states with --joins, such as --joins CHN,IND");
        var permutations = parsed.GetResult(_permutations) is null ? (int?)null : Permutations(parsed.GetValue(_permutations));
        if (permutations is not null && parsed.GetValue(_subsets))
            throw Wrong("--permutations", "every subset and a sample of orders at once", "give --subsets or --permutations");
        var chunk = parsed.GetValue(_chunk);
        if (chunk is < 1 or > 1 << ShapleyValues.MostMembers)
            throw Wrong("--chunk", FormattableString.Invariant($"{chunk} is not a number of subsets"), FormattableString.Invariant($"expected 1 to {1 << ShapleyValues.MostMembers}"));
        return new CoalitionRequest(
            parsed.GetValue(_file) ?? "",
            parsed.GetValue(_world),
            Overrides(parsed),
            _dates.Period(parsed),
            Names("--members", parsed.GetValue(_members)),
            joins ?? [],
            parsed.GetValue(_subsets),
            permutations,
            parsed.GetValue(_seed),
            table,
            parsed.GetValue(_output),
            chunk,
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

    private static string[]? Names(string option, string? text)
    {
        var names = text?.Split(',', StringSplitOptions.TrimEntries);
        return names is null || !names.Contains("") ? names : throw Wrong(option, $"`{text}` has an empty name", "write codes with commas between them, such as EU,USA");
    }

    private static int Permutations(string? text)
    {
        if (text is null)
            return DefaultPermutations;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 2 and <= MostPermutations
            ? count
            : throw Wrong("--permutations", $"`{text}` is not a number of orders", $"expected 2 to {MostPermutations}");
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>What the command line asks of a coalition.</summary>
/// <param name="Path">The case file.</param>
/// <param name="World">The world that the command line names, or null.</param>
/// <param name="Overrides">Edits of the case.</param>
/// <param name="Period">The days for which the case's dates are applied, or null.</param>
/// <param name="Members">Names of members, or null for every region of the coalition.</param>
/// <param name="Joins">Third states that might join.</param>
/// <param name="Subsets">True to solve every subset.</param>
/// <param name="Permutations">How many random orders, or null.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Table">One table, or null.</param>
/// <param name="Output">The folder of results, or null.</param>
/// <param name="Chunk">How many subsets are written to it together.</param>
/// <param name="Format">One of <see cref="PrintChoice.All"/>.</param>
internal sealed record CoalitionRequest(
    string Path,
    string? World,
    IReadOnlyList<string> Overrides,
    Period? Period,
    IReadOnlyList<string>? Members,
    IReadOnlyList<string> Joins,
    bool Subsets,
    int? Permutations,
    int Seed,
    string? Table,
    string? Output,
    int Chunk,
    string Format)
{
    /// <summary>The table that is printed where only one is, or null for all of them.</summary>
    public string? Only => Table ?? (PrintChoice.HoldsOneTable(Format) ? CoalitionTables.Burden : null);

    /// <summary>What of the command line a reader has to repeat.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Overrides,
        .. Period is null ? (string[])[] : [Period.Days == 1 ? $"--as-of={Period.Name}" : $"--year={Period.Name}"],
        .. Members is null ? (string[])[] : [$"--members={string.Join(',', Members)}"],
        .. Joins.Count == 0 ? (string[])[] : [$"--joins={string.Join(',', Joins)}"],
        .. Subsets ? (string[])["--subsets"] : [],
        .. Permutations is null ? (string[])[] : [FormattableString.Invariant($"--permutations={Permutations}"), FormattableString.Invariant($"--seed={Seed}")],
    ];

    /// <summary>True where what a table holds has to be solved: a folder holds all of them.</summary>
    public bool Wants(string table) => Output is not null || Only is null || Only == table;
}
