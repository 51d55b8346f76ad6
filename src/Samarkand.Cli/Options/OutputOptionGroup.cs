using System.CommandLine;
using System.CommandLine.Parsing;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>What output: which table, in which form, and into which folder.</summary>
internal sealed class OutputOptionGroup
{
    private const string List = "list";

    private readonly IReadOnlyList<(string Name, string Title)> _tables;
    private readonly string? _usual;
    private readonly Option<string?> _table = new("--table") { Description = "Print one table alone; `list` names the tables.", HelpName = "NAME" };
    private readonly FolderOptions? _folder;
    private readonly Option<string> _format;

    /// <param name="tables">The tables that the command makes.</param>
    /// <param name="folder">What a folder of results holds; null where the command writes none.</param>
    /// <param name="usual">The table that is printed as CSV where none is named; null where that is decided later.</param>
    /// <param name="further">Forms that no other command has.</param>
    public OutputOptionGroup(IReadOnlyList<(string Name, string Title)> tables, string? folder, string? usual = null, params string[] further)
    {
        string[] forms = [.. PrintChoice.All, .. further];
        _format = new Option<string>("--format") { Description = "The format of the output.", HelpName = string.Join('|', forms), DefaultValueFactory = _ => "text" };
        (_tables, _usual) = (tables, usual);
        _folder = folder is null ? null : new FolderOptions(folder);
        _table.CompletionSources.Add([.. tables.Select(table => table.Name), List]);
        _format.AcceptOnlyFromAmong(forms);
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_table, .. _folder?.All ?? [], _format])
            command.Options.Add(option);
    }

    /// <summary>Whether the command line asks for the names of the tables alone.</summary>
    public bool AsksForNames(SymbolResult parsed) => parsed.GetValue(_table) == List;

    /// <summary>Prints the names of the tables, each with its title.</summary>
    public void PrintNames()
    {
        TableList.Print(_tables);
    }

    /// <summary>Reads what they say.</summary>
    public OutputChoice Read(ParseResult parsed)
    {
        var table = parsed.GetValue(_table);
        if (table is not null && !_tables.Any(known => known.Name == table))
        {
            throw new InputException(new InputProblem(
                _table.Name, 0, 0, $"there is no table `{table}`", $"the tables are {string.Join(", ", _tables.Select(known => known.Name))}"));
        }

        PrintChoice.Of(parsed.GetValue(_format)!, _folder?.Read(parsed)?.Path);
        return new OutputChoice { Table = table, Folder = _folder?.Read(parsed), Format = parsed.GetValue(_format)!, Usual = _usual };
    }
}
