using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>One file of a long table, whose rows are read from the beginning as often as they are needed.</summary>
internal sealed class LongFile(string path, LongColumns columns, DuckSession duck)
{
    private static readonly string[] CsvEndings = [".csv", ".tsv", ".tab", ".txt", ".csv.gz", ".tsv.gz", ".tab.gz", ".txt.gz"];

    private readonly LongHeader _header = new(columns);

    public string Path { get; } = path;

    public LongLayout? Layout => _header.Layout;

    public bool HasYears { get; private set; }

    private bool IsParquet => Path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file is there, whole, and has the columns; reports what is wrong.</summary>
    public bool Inspect(ProblemList problems)
    {
        if (Directory.Exists(Path))
            problems.Add(Path, 0, 0, "is a folder", "give the files in it, one by one");
        else if (!File.Exists(Path))
            problems.Add(Path, 0, 0, "there is no such file", "the tables come first, the folder to write last");
        else if (!IsParquet && !Array.Exists(CsvEndings, ending => Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            problems.Add(Path, 0, 0, $"has the ending '{System.IO.Path.GetExtension(Path)}'", Advice());
        else if (IsWhole(problems))
        {
            using var rows = Rows(problems);
            HasYears = rows is { IsUsable: true } && rows.Has(LongColumns.Year);
            return rows is { IsUsable: true };
        }

        return false;
    }

    /// <summary>The rows in their order; null, with the problems reported, where the file cannot be read.</summary>
    public TableRows? Rows(ProblemList problems) => IsParquet
        ? ParquetRows.Open(Path, _header, duck, problems)
        : CsvTable.Open(Path, () => TableText.Open(Path), _header, problems);

    private bool IsWhole(ProblemList problems)
    {
        try
        {
            if (TextFile.IsCompressed(Path))
                GZipEnd.Require(Path);
            return true;
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(Path, 0, 0, complaint);
            return false;
        }
    }

    private string Advice() => System.IO.Path.GetExtension(Path).ToUpperInvariant() switch
    {
        ".ZIP" or ".7Z" or ".TAR" => "unpack it, and give the tables in it",
        ".XLSX" or ".XLS" or ".ODS" => "a table is .csv, .csv.gz or .parquet: save the sheet as CSV",
        _ => "a table is .csv, .csv.gz or .parquet: save it as one of them",
    };
}
