namespace Samarkand.Worlds.Samarkand2021;

/// <summary>Writes and reads the small tables that are kept beside a world.</summary>
internal static class TableText
{
    public static string Of(string[] header, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvText.Writer(text))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var field in row)
                    csv.WriteField(field);
                csv.EndRecord();
            }
        }

        return text.ToString();
    }

    /// <summary>The rows of a table that the library carries.</summary>
    public static List<string[]> Rows(string file, string[] header)
    {
        var problems = new ProblemList();
        var rows = new List<string[]>();
        using (var table = CsvTable.Open(file, EmbeddedWorlds.Resource($"{Labels2021.Folder}/{file}"), new TableHeader(header), problems))
        {
            while (table.Read())
                rows.Add([.. Enumerable.Range(0, header.Length).Select(table.Text)]);
        }

        problems.ThrowIfAny();
        return rows;
    }
}
