using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>One file of a long table: how DuckDB reads it fast, and how its rows are read one by one to explain what is wrong.</summary>
internal abstract class TableFile(string path, LongColumns columns)
{
    public string Path { get; } = path;

    protected LongColumns Columns { get; } = columns;

    /// <summary>A SELECT of origin, sector, destination, usage (texts) and value (a double, null where it is not a number).</summary>
    public abstract string Select { get; }

    /// <summary>The file after a look at its header; null, with the problems reported, where it cannot be used.</summary>
    public static TableFile? Open(string path, LongColumns columns, DuckSession duck, ProblemList problems)
    {
        if (Directory.Exists(path))
            problems.Add(path, 0, 0, "is a folder", "give the files in it, one by one");
        else if (!File.Exists(path))
            problems.Add(path, 0, 0, "there is no such file", "the tables come first, the folder to write last");
        else if (path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".csv.gz", StringComparison.Ordinal))
            return CsvTableFile.Inspect(path, columns, problems);
        else if (path.EndsWith(".parquet", StringComparison.Ordinal))
            return ParquetTableFile.Inspect(path, columns, duck, problems);
        else
            problems.Add(path, 0, 0, $"has the ending '{System.IO.Path.GetExtension(path)}'", "a table is .csv, .csv.gz or .parquet: save it as one of them");
        return null;
    }

    /// <summary>The rows, with the place of each field.</summary>
    public abstract TableRows? Rows(DuckSession duck, ProblemList problems);

    /// <summary>Where the five columns stand among those found; null, with the problems reported, where one is missing or double.</summary>
    protected static int[]? Find(string path, int line, string[] found, LongColumns columns, ProblemList problems)
    {
        var places = new int[LongColumns.Names.Length];
        var usable = true;
        for (var k = 0; k < places.Length; k++)
        {
            bool IsIt(string name) => name.Equals(columns.InFile[k], StringComparison.OrdinalIgnoreCase);
            places[k] = Array.FindIndex(found, IsIt);
            if (places[k] < 0)
                problems.Add(path, line, 0, $"column '{columns.InFile[k]}' is missing; the file has {string.Join(", ", found)}", Advice(k, found, columns));
            else if (Array.FindLastIndex(found, IsIt) != places[k])
                problems.Add(path, line, 0, $"column '{columns.InFile[k]}' stands twice, letter case aside", "remove or rename one of the two");
            else
                continue;
            usable = false;
        }

        return usable ? places : null;
    }

    private static string Advice(int column, string[] found, LongColumns columns)
    {
        var free = found.Where(name => !columns.InFile.Contains(name, StringComparer.OrdinalIgnoreCase));
        return $"name it with --columns {LongColumns.Names[column]}={NearestName.Find(columns.InFile[column], free) ?? "NAME"}";
    }
}
