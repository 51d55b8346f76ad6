using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>The files of a world's folder and what each holds.</summary>
internal static class WorldFiles
{
    public const string About = "world.json";
    public const string Regions = "regions.csv";
    public const string Sectors = "sectors.csv";
    public const string Blocs = "blocs.csv";
    public const string Elasticities = "elasticities.csv";
    public const string Trade = "trade";
    public const string Inputs = "inputs";
    public const string Final = "final";

    private static readonly string[] Small = [About, Regions, Sectors, Blocs, Elasticities];
    private static readonly string[] Big = [Trade, Inputs, Final];
    private static readonly string[] Endings = [".csv.gz", ".csv", ".parquet"];

    public static string Ending(BigTableFormat format) => format switch
    {
        BigTableFormat.CsvGz => ".csv.gz",
        BigTableFormat.Csv => ".csv",
        BigTableFormat.Parquet => ".parquet",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The path of a small file; null, with the problem reported, where it is missing.</summary>
    public static string? FindSmall(string folder, string name, ProblemList problems)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return path;
        problems.Add(path, 0, 0, $"is missing; it holds {Holds(name)}", Advice(folder, name));
        return null;
    }

    /// <summary>The path of a big table in whichever format it has; null, with the problem reported, where there is none or several.</summary>
    public static string? FindBig(string folder, string name, ProblemList problems)
    {
        string? found = null;
        foreach (var ending in Endings)
        {
            var path = Path.Combine(folder, name + ending);
            if (!File.Exists(path))
                continue;
            if (found is not null)
            {
                problems.Add(path, 0, 0, $"stands beside {Path.GetFileName(found)}", "keep one of the two");
                return null;
            }

            found = path;
        }

        if (found is null)
            problems.Add(Path.Combine(folder, name + ".csv"), 0, 0, $"is missing; it holds {Holds(name)} (.csv.gz or .parquet will do as well)", Advice(folder, name + ".csv"));
        return found;
    }

    /// <summary>Where a file has a name near the missing one, that name.</summary>
    private static string? Advice(string folder, string missing)
    {
        var strangers = new List<string>();
        foreach (var path in Directory.GetFiles(folder))
        {
            var name = Path.GetFileName(path);
            if (Array.IndexOf(Small, name) < 0 && !IsBig(name))
                strangers.Add(name);
        }

        return NearestName.Find(missing, strangers) is { } near ? $"is it '{near}'?" : null;
    }

    private static bool IsBig(string name)
    {
        foreach (var table in Big)
        {
            foreach (var ending in Endings)
            {
                if (name == table + ending)
                    return true;
            }
        }

        return false;
    }

    private static string Holds(string name) => name switch
    {
        About => "the world's name, title, year, units, sources and rules",
        Regions => "a row for each region: code,name,remainder",
        Sectors => "a row for each sector: code,name,tags",
        Blocs => "a row for each membership: bloc,name,region",
        Elasticities => "the trade elasticity of each sector: sector,theta",
        Trade => "flows at basic prices: origin,destination,sector,value, and tariff where there are any",
        Inputs => "intermediate use at buyers' prices: region,input,sector,value",
        Final => "final demand at buyers' prices: region,sector,value",
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
