using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>Writes and reads the small tables that are kept beside a world.</summary>
internal static class RecordTable
{
    public static string Text(string[] header, IEnumerable<string[]> rows)
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

    /// <summary>The rows of a table.</summary>
    /// <exception cref="InputException">The table has mistakes.</exception>
    public static List<string[]> Rows(string name, Stream stream, string[] header)
    {
        var problems = new ProblemList();
        var rows = new List<string[]>();
        using (var table = CsvTable.Open(name, stream, new TableHeader(header), problems))
        {
            while (table.Read())
                rows.Add([.. Enumerable.Range(0, header.Length).Select(table.Text)]);
        }

        problems.ThrowIfAny();
        return rows;
    }
}
