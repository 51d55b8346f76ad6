using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>The options that every import has.</summary>
internal sealed partial class ImportOptions
{
    private readonly Option<string> _regions = new("--regions") { Description = "A table code,name[,remainder]: the regions and their order." };
    private readonly Option<string> _sectors = new("--sectors") { Description = "A table code,name[,tags]: the sectors, their order, and the tags by which a case names them." };
    private readonly Option<string> _elasticities = new("--elasticities") { Description = "A table sector,theta: trade elasticities." };
    private readonly Option<double?> _theta = new("--theta") { Description = "One trade elasticity for every sector, instead of --elasticities." };
    private readonly Option<int?> _year = new("--year") { Description = "The year of the flows; by default the one in the table's name." };
    private readonly Option<string> _name = new("--name") { Description = "The world's name; by default that of the folder." };
    private readonly Option<string> _title = new("--title") { Description = "One line about the world, for people." };
    private readonly Option<bool> _balance = new("--balance") { Description = "Repair a table that does not balance, and say what was changed." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _regions, _sectors, _elasticities, _theta, _year, _name, _title, _balance })
            command.Options.Add(option);
    }

    /// <summary>What the user chose, once it is clear that the folder can be written.</summary>
    public ImportChoices Read(ParseResult parsed, string folder, string table)
    {
        if (File.Exists(folder))
            throw new InputException(new InputProblem(folder, 0, 0, "is a file", "the tables come first, then the name of a new folder"));
        var name = WorldCommands.NameOfNew(folder);
        return new ImportChoices(
            parsed.GetValue(_name) ?? name,
            Year(parsed.GetValue(_year), table),
            parsed.GetValue(_title),
            parsed.GetValue(_regions),
            parsed.GetValue(_sectors),
            parsed.GetValue(_elasticities),
            parsed.GetValue(_theta),
            parsed.GetValue(_balance));
    }

    private static int Year(int? given, string table)
    {
        if (given is >= 1 and <= 9999)
            return given.Value;
        if (given is not null)
            throw new InputException(new InputProblem("--year", 0, 0, $"{given.Value.ToString(CultureInfo.InvariantCulture)} is not a year", "write --year 2021"));
        return YearInName().Match(Path.GetFileName(table)) is { Success: true } year
            ? int.Parse(year.Value, CultureInfo.InvariantCulture)
            : throw new InputException(new InputProblem("--year", 0, 0, $"the name of {table} does not tell the year of its flows", "write --year 2021"));
    }

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex YearInName();
}

/// <summary>What the user chose.</summary>
internal sealed record ImportChoices(
    string Name,
    int Year,
    string? Title,
    string? RegionsFile,
    string? SectorsFile,
    string? ElasticitiesFile,
    double? Theta,
    bool Balance);
