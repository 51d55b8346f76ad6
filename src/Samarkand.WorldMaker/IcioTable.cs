using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.WorldMaker;

/// <summary>
/// Trade of one year between the economies of the OECD's Inter-Country Input-Output tables: 26 groups of goods and all services in one,
/// at basic prices, own sales included, million USD.
/// </summary>
internal sealed class IcioTable
{
    /// <summary>The column of all services, construction and utilities.</summary>
    public const string Services = "SVC";

    /// <summary>The columns, services last.</summary>
    public static readonly string[] Columns =
    [
        "A01", "A02", "A03", "B05", "B06", "B07", "B08", "B09", "C10T12", "C13T15", "C16", "C17_18", "C19", "C20", "C21", "C22", "C23",
        "C24A", "C24B", "C25", "C26", "C27", "C28", "C29", "C301", "C302T309", "C31T33", Services,
    ];

    private readonly Dictionary<(string Exporter, string Importer), double[]> _rows = [];

    /// <summary>Every economy, the rest of the world among them.</summary>
    public SortedSet<string> Economies { get; } = new(StringComparer.Ordinal);

    /// <summary>A pair's trade in one column; zero where there is none.</summary>
    public double this[string exporter, string importer, int column] => _rows.TryGetValue((exporter, importer), out var row) ? row[column] : 0;

    /// <summary>The position of a column.</summary>
    public static int Column(string code) => Array.IndexOf(Columns, code) is >= 0 and var column ? column : throw new ArgumentException(code);

    /// <summary>Reads a table, plain or compressed; what is wrong goes to the problems.</summary>
    public static IcioTable Read(string path, ProblemList problems)
    {
        var read = new IcioTable();
        using var table = CsvTable.Open(path, new TableHeader(["exporter", "importer", .. Columns]), problems);
        while (table is not null && table.Read())
        {
            var values = new double[Columns.Length];
            for (var column = 0; column < values.Length; column++)
            {
                if (!table.IsEmpty(column + 2) && table.Number(column + 2, out var value))
                    values[column] = Math.Max(0, value);
            }

            read._rows[(table.Text(0), table.Text(1))] = values;
            read.Economies.Add(table.Text(0));
        }

        return read;
    }
}
