using System.Globalization;

namespace Samarkand.Reports.Tables;

/// <summary>Writes tables as text: CSV for programs, in full precision, and Markdown for people. A value that does not exist is empty.</summary>
public static class TableWriter
{
    /// <summary>Writes a table as CSV with a header line, names beside codes; see <see cref="Table.WithNames"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="cancellation">Stops it between two rows.</param>
    /// <example>
    /// <code>
    /// using Samarkand.Cases;
    /// using Samarkand.Effects;
    /// using Samarkand.Reports.Tables;
    ///
    /// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
    /// var table = new CaseTables(CaseAnswer.Solve(bound), []).Make("effects");
    /// TableWriter.WriteCsv(table, Console.Out);
    /// </code>
    /// </example>
    public static void WriteCsv(Table table, TextWriter writer, CancellationToken cancellation = default)
    {
        table = table.WithNames();
        writer.Write(string.Join(',', table.Columns.Select(column => Quoted(column.Name))));
        writer.Write('\n');
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var c = 0; c < table.Columns.Length; c++)
            {
                if (c > 0)
                    writer.Write(',');
                writer.Write(Quoted(Text(table.Columns[c], row)));
            }

            writer.Write('\n');
        }
    }

    // RFC 4180.
    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes a table as GitHub-flavoured Markdown, rounded for people.</summary>
    public static void WriteMarkdown(Table table, TextWriter writer)
    {
        writer.Write($"**{table.Title}**\n\n");
        writer.Write($"| {string.Join(" | ", table.Columns.Select(column => Escaped(column.Heading)))} |\n");
        writer.Write($"| {string.Join(" | ", table.Columns.Select(column => column is NumberColumn ? "---:" : "---"))} |\n");
        for (var row = 0; row < table.RowCount; row++)
            writer.Write($"| {string.Join(" | ", table.Columns.Select(column => Escaped(Rounded(column, row))))} |\n");
    }

    private static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A cell in full precision.</summary>
    internal static string Text(Column column, int row) => column switch
    {
        TextColumn text => text.Values[row],
        NumberColumn number when double.IsNaN(number.Values[row]) => "",
        NumberColumn number => number.Values[row].ToString("R", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"unknown kind of column {column.Name}", nameof(column)),
    };

    /// <summary>A cell in the column's format for people.</summary>
    internal static string Rounded(Column column, int row) => column switch
    {
        NumberColumn number => Rounded(number.Values[row], number.Format),
        _ => Text(column, row),
    };

    /// <summary>A number in a format for people: empty where it does not exist, and without a sign where it rounds to zero.</summary>
    internal static string Rounded(double value, string format)
    {
        if (!double.IsFinite(value))
            return "";
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}
