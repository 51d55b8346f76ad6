using System.CommandLine;
using Samarkand.Analyses.Design;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The options of <c>design</c>.</summary>
internal sealed class DesignOptions
{
    private const int MostPoints = 100;

    private readonly Argument<string?> _file = new("CASE") { HelpName = "CASE", Description = "A case file (YAML): its world, target and coalition.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _budget = new("--budget") { Description = "The package that does the most harm for this own cost a year.", HelpName = "'10 bn USD'|'0.1 %'" };
    private readonly Option<string?> _harm = new("--harm") { Description = "The package that does this harm a year at the least own cost; by default that of the case.", HelpName = "'20 bn USD'|'1 %'" };
    private readonly Option<string?> _case = new("--case") { Description = "A file for the package, as a case that can be run.", HelpName = "FILE" };
    private readonly Option<int> _points = new("--points") { Description = "How many points of the frontier.", HelpName = "N", DefaultValueFactory = _ => 10 };
    private readonly Option<string> _directions = new("--directions") { Description = "What may be banned: what the coalition sells, what it buys.", HelpName = "both|exports|imports", DefaultValueFactory = _ => "both" };
    private readonly Option<string> _sectors = new("--sectors") { Description = "What may be banned: sectors and tags.", HelpName = "goods|all|NAME,...", DefaultValueFactory = _ => "goods" };
    private readonly Option<string> _by = new("--by") { Description = "The rows of the table leverage.", HelpName = "sector|sender|flow", DefaultValueFactory = _ => "sector" };
    private readonly Option<string?> _world = new("--world") { Description = "A world's name or folder, over the case's.", HelpName = "NAME|DIR" };
    private readonly Option<string?> _target = new("--target") { Description = "A region, over the case's target.", HelpName = "REGION" };
    private readonly Option<string?> _horizon = new("--horizon") { Description = "How long firms have had to adapt, over the case's.", HelpName = "short|medium|long" };
    private readonly Option<string?> _closure = new("--closure") { Description = "What happens to deficits, over the case's.", HelpName = "fixed|proportional|closed" };
    private readonly Option<string[]> _set = new("--set") { Description = "Over a value of the case: package.0.coverage=0.5.", HelpName = "PATH=VALUE" };
    private readonly Option<string[]> _stance = new("--stance") { Description = "Over a third state's stance: CHN=join; may be given for several.", HelpName = "REGION=STANCE" };
    private readonly DateOptions _dates = new();
    private readonly Option<string?> _table = new("--table") { Description = "One table alone; `list` names them.", HelpName = "NAME" };
    private readonly Option<string?> _output = new("--output") { Description = "A folder for the report, every table as CSV, the package as a case and a manifest.", HelpName = "DIR" };
    private readonly Option<string> _format = new("--format") { Description = "The form of what is printed.", HelpName = PrintChoice.Formats, DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong(PrintChoice.All);
        _directions.AcceptOnlyFromAmong("both", "exports", "imports");
        _by.AcceptOnlyFromAmong("sector", "sender", "flow");
        _file.CompletionSources.Add(Completions.Cases);
        _sectors.CompletionSources.Add("goods", "all");
        _world.CompletionSources.Add(Completions.Worlds);
        _target.CompletionSources.Add(_ => Completions.Regions());
        _horizon.CompletionSources.Add("short", "medium", "long");
        _closure.CompletionSources.Add("fixed", "proportional", "closed");
        _stance.CompletionSources.Add(_ => Completions.Stances());
        _table.CompletionSources.Add([.. DesignTables.All.Select(table => table.Name), "list"]);
        _output.CompletionSources.Add(Completions.Folders);
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_budget, _harm, _case, _points, _directions, _sectors, _by, _world, _target, _horizon, _closure, _set, _stance, .. _dates.All.Take(2), _table, _output, _format])
            command.Options.Add(option);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_file) is null && parsed.GetValue(_table) != "list")
                parsed.AddError("A case is missing: samarkand design CASE. `samarkand new FILE` writes one to start from.");
        });
    }

    public DesignRequest Read(ParseResult parsed)
    {
        var (table, points) = (parsed.GetValue(_table), parsed.GetValue(_points));
        if (table is not (null or "list") && !DesignTables.All.Any(known => known.Name == table))
            throw Wrong("--table", $"there is no table `{table}`", $"the tables are {string.Join(", ", DesignTables.All.Select(known => known.Name))}");
        if (points is < 2 or > MostPoints)
            throw Wrong("--points", FormattableString.Invariant($"{points} is not a number of points"), $"expected 2 to {MostPoints}");
        if (parsed.GetValue(_budget) is not null && parsed.GetValue(_harm) is not null)
            throw Wrong("--budget", "a budget and a harm at once", "give --budget for the most harm, or --harm for the least cost");
        return new DesignRequest(
            parsed.GetValue(_file) ?? "",
            parsed.GetValue(_world),
            Overrides(parsed),
            _dates.Period(parsed),
            parsed.GetValue(_budget),
            parsed.GetValue(_harm),
            parsed.GetValue(_case),
            points,
            Enum.Parse<BanDirections>(parsed.GetValue(_directions)!, ignoreCase: true),
            parsed.GetValue(_sectors)!,
            Enum.Parse<LeverageBy>(parsed.GetValue(_by)!, ignoreCase: true),
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

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}

/// <summary>What the command line asks of a design.</summary>
/// <param name="Path">The case file.</param>
/// <param name="World">The world that the command line names, or null.</param>
/// <param name="Overrides">Edits of the case.</param>
/// <param name="Period">The days for which the case's dates are applied, or null.</param>
/// <param name="Budget">An own cost as it is typed, or null.</param>
/// <param name="Harm">A harm as it is typed, or null.</param>
/// <param name="CaseFile">The file for the package, or null.</param>
/// <param name="Points">How many points of the frontier.</param>
/// <param name="Directions">What may be banned.</param>
/// <param name="Sectors">Names of sectors and tags with commas between them.</param>
/// <param name="By">The rows of the table of leverage.</param>
/// <param name="Table">One table, <c>list</c>, or null.</param>
/// <param name="Output">The folder of results, or null.</param>
/// <param name="Format">One of <see cref="PrintChoice.All"/>.</param>
internal sealed record DesignRequest(
    string Path,
    string? World,
    IReadOnlyList<string> Overrides,
    Period? Period,
    string? Budget,
    string? Harm,
    string? CaseFile,
    int Points,
    BanDirections Directions,
    string Sectors,
    LeverageBy By,
    string? Table,
    string? Output,
    string Format)
{
    /// <summary>The table that is printed where only one is, or null for all of them.</summary>
    public string? Only => Table ?? (PrintChoice.HoldsOneTable(Format) ? DesignTables.FrontierName : null);

    /// <summary>What of the command line a reader has to repeat.</summary>
    public IReadOnlyList<string> ToRepeat =>
    [
        .. Overrides,
        .. Period is null ? (string[])[] : [Period.Days == 1 ? $"--as-of={Period.Name}" : $"--year={Period.Name}"],
        .. Budget is null ? (string[])[] : [$"--budget={Budget}"],
        .. Harm is null ? (string[])[] : [$"--harm={Harm}"],
        FormattableString.Invariant($"--points={Points}"),
        $"--directions={Directions.ToString().ToLowerInvariant()}",
        $"--sectors={Sectors}",
        $"--by={By.ToString().ToLowerInvariant()}",
    ];
}
