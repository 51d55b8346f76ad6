using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Leaks;

/// <summary>The command that finds in customs data which third states and goods look like evasion. Only other types touch the data base.</summary>
internal static class LeaksCommand
{
    public static Command Make()
    {
        var data = new Argument<string[]>("DATA") { HelpName = "DATA", Description = "Tables of monthly or yearly exports by partner and product (.csv, .csv.gz, .parquet).", Arity = ArgumentArity.ZeroOrMore };
        var since = new Option<string?>("--since") { Description = "The first month under the bans.", HelpName = "YYYY-MM" };
        var targets = new Option<string?>("--targets") { Description = "The states under the bans; that of the case, or RUS, without it.", HelpName = "A,B,..." };
        var coalition = new Option<string?>("--coalition") { Description = "The reporters whose exports are looked at; every reporter that is no partner without it.", HelpName = "A,B,..." };
        var states = new Option<string?>("--states") { Description = "The third states to look at; all but targets and placebos without it.", HelpName = "A,B,..." };
        var placebos = new Option<string?>("--placebos") { Description = "States far away, which show what would have been; `rest` for all but those looked at.", HelpName = "A,B,...|rest" };
        var columns = new Option<string?>("--columns") { Description = "The names of the columns: partner=NAME,product=NAME,period=NAME,value=NAME,quantity=NAME,reporter=NAME,flow=NAME,currency=NAME.", HelpName = "WHAT=NAME,..." };
        var by = new Option<string>("--by") { Description = "How products are grouped: digits of the Harmonized System, tiers of the list, sectors of samarkand-2021, or not at all.", HelpName = "hs2|hs4|hs6|tier|sector|none", DefaultValueFactory = _ => "hs2" };
        by.AcceptOnlyFromAmong("hs2", "hs4", "hs6", "tier", "sector", "none");
        var list = new Option<string?>("--list") { Description = "A list of codes under the bans, one a line with a tier after a comma; the common high priority items without it.", HelpName = "FILE" };
        var listed = new Option<bool>("--listed-only") { Description = "Look at the products on the list alone." };
        var rate = new Option<double?>("--rate") { Description = "USD for one unit of the money of the data; for EUR the yearly rates of the European Central Bank are known.", HelpName = "R", CustomParser = result => Rate(result) };
        var fdr = NumberOption.Positive("--fdr", "SHARE", "The share of false discoveries among those that are found.", 100, "a share such as 0.05", 0.05);
        var least = NumberOption.Positive("--least", "USD", "Leave out pairs whose trade is, and would have been, below this in a month.", 1e12, "an amount in USD", 10_000);
        var theCase = new Option<string?>("--case") { Description = "A case, whose target is the target and whose routes stand beside what is found.", HelpName = "CASE" };
        var example = new Option<bool>("--example") { Description = "Look at trade made by a stated process with planted leaks, and say how many are found." };
        var seed = NumberOption.Whole("--seed", "S", "With --example: the seed of the process.", WholeNumbers.Seeds, 1);
        var output = new OutputOptionGroup([.. LeakTables.All.Select(table => (table.Name, table.Title))], "A folder to write every table as CSV, the page leaks.html and a manifest to.", LeakTables.Leaks);
        OwnOption[] own = [new(since), new(targets), new(coalition), new(states), new(placebos), new(columns), new(by), new(list), new(listed), new(rate), new(fdr), new(least), new(theCase), new(example), new(seed)];
        var command = new Command("leaks", "Find in customs data which third states and goods look like evasion of bans.") { data };
        foreach (var option in own)
            command.Options.Add(option.Option);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                if (output.AsksForNames(parsed.CommandResult))
                {
                    output.PrintNames();
                    return 0;
                }

                return Answer(
                    new LeaksRequest([.. parsed.GetValue(data) ?? []])
                    {
                        Since = parsed.GetValue(since),
                        Targets = parsed.GetValue(targets) is { } named ? Codes(named) : null,
                        Coalition = Codes(parsed.GetValue(coalition)),
                        States = Codes(parsed.GetValue(states)),
                        Placebos = Codes(parsed.GetValue(placebos)),
                        Columns = parsed.GetValue(columns),
                        By = parsed.GetValue(by)!,
                        List = parsed.GetValue(list),
                        ListedAlone = parsed.GetValue(listed),
                        Rate = parsed.GetValue(rate),
                        FalseDiscoveries = parsed.GetValue(fdr),
                        Least = parsed.GetValue(least),
                        Case = parsed.GetValue(theCase),
                        IsExample = parsed.GetValue(example),
                        Seed = parsed.GetValue(seed),
                        Output = output.Read(parsed),
                        ToRepeat = [.. own.Select(option => option.ToRepeat(parsed)).OfType<string>()],
                    },
                    cancellation);
            },
            cancellation));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Answer(LeaksRequest request, CancellationToken cancellation)
    {
        request.Check();
        request.Output.Folder?.Check();
        var answer = Waiting.For("Comparing", () => LeaksAnswer.Of(request, cancellation));
        if (request.Output.Folder is { } folder)
            FolderOptions.Tell(folder.Write(partial => Fill(partial, folder, request, answer, cancellation), json => Manifest.WriteData(json, request.Files)));
        ResultPrinter.Print(answer.Document(request.Output.Only), request.Output.Print);
        return 0;
    }

    private static void Fill(string partial, OutputFolder folder, LeaksRequest request, LeaksAnswer answer, CancellationToken cancellation)
    {
        new TableFolder(partial, TableOrigin.OfData("leaks", request.Files.Select(file => Path.GetRelativePath(folder.Path, file)), LeaksAnswer.Title), request.ToRepeat).Write(answer.Tables, [request.Output.Format], cancellation);
        File.WriteAllText(Path.Combine(partial, "leaks.html"), LeakPage.Of(answer));
    }

    private static ImmutableArray<string> Codes(string? list) => [.. (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static double? Rate(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (Samarkand.Cases.Reading.Quantities.TryNumber(text, out var value) && value > 0)
            return value;
        result.AddError($"--rate: `{text}` is no rate; expected a number above 0, such as 1.05{NumberOption.Decimals(text)}");
        return null;
    }
}

/// <summary>What the command line asks of the detector.</summary>
internal sealed record LeaksRequest(ImmutableArray<string> Files)
{
    public string? Since { get; init; }

    public ImmutableArray<string>? Targets { get; init; }

    public ImmutableArray<string> Coalition { get; init; } = [];

    public ImmutableArray<string> States { get; init; } = [];

    public ImmutableArray<string> Placebos { get; init; } = [];

    public string? Columns { get; init; }

    public string By { get; init; } = "hs2";

    public string? List { get; init; }

    public bool ListedAlone { get; init; }

    public double? Rate { get; init; }

    public double FalseDiscoveries { get; init; }

    public double Least { get; init; }

    public string? Case { get; init; }

    public bool IsExample { get; init; }

    public int Seed { get; init; }

    public OutputChoice Output { get; init; } = new();

    /// <summary>What of the command line a reader has to repeat, besides the tables.</summary>
    public ImmutableArray<string> ToRepeat { get; init; } = [];

    /// <summary>The first month under the bans, as year times twelve and the month less one.</summary>
    public int Month => DateTime.TryParseExact(Since, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        ? month.Year * 12 + month.Month - 1
        : throw new Parameter("since").Wrong($"`{Since}` is no month", "write it as 2022-03");

    /// <summary>Refuses what does not go together, before anything is read.</summary>
    public void Check()
    {
        NamedTables.CheckOnce(Files);
        if (Files.IsEmpty && !IsExample)
            throw new InputException(new InputProblem("DATA", 0, 0, "no table is named", "name tables of exports, or look at the example with --example"));
        if (!Files.IsEmpty && IsExample)
            throw new InputException(new InputProblem("--example", 0, 0, "the example makes its own data", "leave out the tables, or the option"));
        if (!IsExample && Since is null)
            throw new Parameter("since").Wrong("the first month under the bans is missing", "write it as 2022-03");
        if (FalseDiscoveries is <= 0 or >= 1)
            throw new Parameter("fdr").Wrong(FormattableString.Invariant($"{FalseDiscoveries} is no share of false discoveries"), "give a share between 0 and 1, such as 0.05");
        if (Output.Table == LeakTables.BesideModel && Case is null)
            throw new Parameter("table").Wrong($"there is no case that the table `{LeakTables.BesideModel}` could stand beside", $"name one with {new Parameter("case")}");
        if (!IsExample)
            _ = Month;
    }
}
