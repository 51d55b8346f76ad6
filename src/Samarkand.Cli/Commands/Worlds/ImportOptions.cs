using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Worlds;

/// <summary>The options that every import has.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string> _regions = new("--regions") { Description = "A table code,name[,remainder]: the regions and their order." };
    private readonly Option<string> _sectors = new("--sectors") { Description = "A table code,name[,tags]: the sectors, their order, and the tags by which a case names them." };
    private readonly Option<string> _elasticities = new("--elasticities") { Description = "A table sector,theta: trade elasticities." };
    private readonly Option<double?> _theta = new("--theta") { Description = "One trade elasticity for every sector, instead of --elasticities.", CustomParser = Number };
    private readonly Option<string> _tariffs = new("--tariffs") { Description = "A table importer,exporter,sector,rate of tariffs, as shares of the value (0.05 or 5 %)." };
    private readonly Option<int?> _year = new("--year") { Description = "The year of the flows: which one, where the table has a column of years; by default the one in its name.", CustomParser = Year };
    private readonly Option<string> _name = new("--name") { Description = "The world's name; by default that of the folder." };
    private readonly Option<string> _title = new("--title") { Description = "One line about the world, for people." };
    private readonly Option<bool> _balance = new("--balance") { Description = "Repair a table that does not balance, and say what was changed." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _regions, _sectors, _elasticities, _theta, _tariffs, _year, _name, _title, _balance })
            command.Options.Add(option);
    }

    /// <summary>What the user chose, once it is clear that the folder can be written.</summary>
    public ImportChoices Read(ParseResult parsed, string folder)
    {
        if (File.Exists(folder))
            throw new InputException(new InputProblem(folder, 0, 0, "is a file", "the tables come first, then the name of a new folder"));
        var name = WorldCommands.NameOfNew(folder);
        return new ImportChoices(
            parsed.GetValue(_name) ?? name,
            parsed.GetValue(_year),
            parsed.GetValue(_title),
            parsed.GetValue(_regions),
            parsed.GetValue(_sectors),
            parsed.GetValue(_elasticities),
            parsed.GetValue(_theta),
            parsed.GetValue(_tariffs),
            parsed.GetValue(_balance));
    }

    /// <summary>A number as YAML writes it: a comma is no decimal point, and separates no thousands.</summary>
    private static double? Number(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        result.AddError($"--theta: '{text}' is not a number; write one such as 4 or 4.5, with a point");
        return null;
    }

    private static int? Year(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999)
            return year;
        result.AddError($"--year: {text} is not a year; write --year 2021");
        return null;
    }
}

/// <summary>What the user chose.</summary>
internal sealed record ImportChoices(
    string Name,
    int? Year,
    string? Title,
    string? RegionsFile,
    string? SectorsFile,
    string? ElasticitiesFile,
    double? Theta,
    string? TariffsFile,
    bool Balance);
