using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>A CSV file with a header, plain or compressed by gzip.</summary>
internal sealed class CsvTableFile : TableFile
{
    private readonly string[] _found;
    private readonly int[] _places;

    private CsvTableFile(string path, LongColumns columns, string[] found, int[] places)
        : base(path, columns) => (_found, _places) = (found, places);

    public override string Select
    {
        get
        {
            // Positions as names: those of the file may differ in letter case alone, which SQL would not see.
            var columns = $"{{{string.Join(", ", _found.Select((_, c) => $"'c{c}': 'VARCHAR'"))}}}";
            string Text(int k) => $"coalesce(trim(c{_places[k]}, E' \\t'), '')";
            var value = $"c{_places[LongColumns.Value]}";
            return $"""
                SELECT {Text(0)} AS origin, {Text(1)} AS sector, {Text(2)} AS destination, {Text(3)} AS usage,
                    CASE WHEN contains({value}, '_') THEN NULL ELSE try_cast({value} AS DOUBLE) END AS value
                FROM read_csv({Sql.Path(Path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {columns})
                """;
        }
    }

    public static CsvTableFile? Inspect(string path, LongColumns columns, ProblemList problems)
    {
        try
        {
            TableText.RequireWhole(path);
            using var text = TextFile.Read(TableText.Open(path));
            using var csv = CsvText.Reader(path, text, problems);
            if (!csv.Read())
            {
                problems.Add(path, 0, 0, "is empty", $"the first line must name the columns: {string.Join(",", columns.InFile)}");
                return null;
            }

            var found = new string[csv.FieldCount];
            for (var c = 0; c < found.Length; c++)
                found[c] = csv.GetString(c);
            var line = (int)csv.LineNumber;
            if (found.Length == 1 && found[0].AsSpan().ContainsAny(';', '\t'))
                problems.Add(path, line, 0, $"its fields are separated by {(found[0].Contains(';', StringComparison.Ordinal) ? "semicolons" : "tabs")}", "save it with commas between the fields, and a point in decimals");
            else if (Find(path, line, found, columns, problems) is { } places)
                return new CsvTableFile(path, columns, found, places);
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
        }

        return null;
    }

    public override TableRows? Rows(DuckSession duck, ProblemList problems)
    {
        var others = _found.Where((_, c) => !_places.Contains(c)).Distinct(StringComparer.Ordinal).ToArray();
        return CsvTable.Open(Path, TableText.Open(Path), new TableHeader([.. _places.Select(place => _found[place])], others), problems);
    }
}
