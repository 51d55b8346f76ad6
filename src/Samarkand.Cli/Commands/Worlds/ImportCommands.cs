using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Import;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>
/// The commands that make a world from a user's own tables. Only the methods marked so touch the assembly with DuckDB, so no other
/// command loads it.
/// </summary>
internal static class ImportCommands
{
    public static Command Long()
    {
        var files = new Argument<string[]>("FILE... DIR") { HelpName = "FILE... DIR", Description = "The tables (.csv, .csv.gz, .parquet), then the folder to write.", Arity = ArgumentArity.OneOrMore };
        var columns = new Option<string>("--columns") { Description = "The names of the columns in the files: origin=NAME,sector=NAME,destination=NAME,use=NAME,value=NAME,year=NAME." };
        var final = new Option<string>("--final") { Description = "Codes of your own final categories, separated by commas." };
        var primary = new Option<string>("--primary") { Description = "Codes of your own rows of value added and taxes, which are no goods, separated by commas." };
        var unit = new Option<string>("--unit") { Description = "The unit of the values.", HelpName = "usd|thousand|million|billion", DefaultValueFactory = _ => "million" };
        unit.AcceptOnlyFromAmong("usd", "thousand", "million", "billion");
        var totals = new Option<string>("--totals") { Description = "A CSV table region,sector,output[,value-added] that the flows must add up to." };
        var shared = new ImportOptions();
        var command = new Command("long", "A table with a row for each flow: origin, sector, destination, use, value.") { files, columns, final, primary, unit, totals };
        shared.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var given = parsed.GetValue(files)!;
                if (given.Length < 2)
                    throw new InputException(new InputProblem("FILE... DIR", 0, 0, "one of the two is missing", "give the tables, then the folder to write"));
                var choices = shared.Read(parsed, given[^1]);
                return ReadLong([.. given[..^1]], given[^1], parsed.GetValue(columns), parsed.GetValue(final), parsed.GetValue(primary), parsed.GetValue(unit)!, parsed.GetValue(totals), choices, cancellation);
            },
            cancellation));
        return command;
    }

    public static Command Icio() =>
        Wide("icio", "The Inter-Country Input-Output tables of the OECD, editions from 2016 on, one year as CSV.", ReadIcio);

    public static Command Adb() =>
        Wide("adb", "The Multiregional Input-Output tables of the Asian Development Bank, the sheet of one year saved as CSV.", ReadAdb);

    private static Command Wide(string name, string description, Func<string, string, ImportChoices, CancellationToken, int> read)
    {
        var file = new Argument<string>("FILE") { HelpName = "FILE", Description = "The table of one year, .csv or .csv.gz." };
        var folder = WorldCommands.Folder();
        var shared = new ImportOptions();
        var command = new Command(name, description) { file, folder };
        shared.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () => read(parsed.GetValue(file)!, parsed.GetValue(folder)!, shared.Read(parsed, parsed.GetValue(folder)!), cancellation),
            cancellation));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadLong(string[] files, string folder, string? columns, string? final, string? primary, string unit, string? totals, ImportChoices choices, CancellationToken cancellation)
    {
        var table = new LongTable([.. files])
        {
            Columns = columns is null ? LongColumns.Standard : LongColumns.Parse(columns),
            OwnFinalCategories = Codes(final),
            OwnPrimaryInputs = Codes(primary),
            Unit = Enum.Parse<ValueUnit>(unit, ignoreCase: true),
            TotalsFile = totals,
        };
        return Write(Waiting.For("Reading tables", () => LongTableImport.Read(table, Settings(choices), cancellation)), folder, cancellation);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadIcio(string file, string folder, ImportChoices choices, CancellationToken cancellation) =>
        Write(Waiting.For("Reading the table", () => IcioImport.Read(file, Settings(choices), cancellation)), folder, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadAdb(string file, string folder, ImportChoices choices, CancellationToken cancellation) =>
        Write(Waiting.For("Reading the table", () => AdbImport.Read(file, Settings(choices), cancellation)), folder, cancellation);

    private static ImmutableArray<string> Codes(string? list) => [.. (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static ImportSettings Settings(ImportChoices choices) => new(choices.Name, choices.Year)
    {
        Title = choices.Title,
        RegionsFile = choices.RegionsFile,
        SectorsFile = choices.SectorsFile,
        ElasticitiesFile = choices.ElasticitiesFile,
        Theta = choices.Theta,
        TariffsFile = choices.TariffsFile,
        Balance = choices.Balance,
    };

    private static int Write(ImportedWorld imported, string folder, CancellationToken cancellation)
    {
        foreach (var note in imported.Notes)
            Console.Error.WriteLine(OptionWords.In($"samarkand: {note}"));
        return WorldCommands.Write(imported.World, folder, BigTableFormat.CsvGz, cancellation);
    }
}
