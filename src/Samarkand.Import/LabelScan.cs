using DuckDB.NET.Data;

namespace Samarkand.Import;

/// <summary>What a first pass over a long table finds: its labels, how often each stands, and whether any value is out of order.</summary>
internal sealed class LabelScan
{
    /// <summary>More labels than any classification has: then a column does not hold codes.</summary>
    public const int MostLabels = 20_000;

    private readonly SortedDictionary<string, LabelUse>[] _labels = new SortedDictionary<string, LabelUse>[LongColumns.Value];

    private LabelScan()
    {
        for (var k = 0; k < _labels.Length; k++)
            _labels[k] = new SortedDictionary<string, LabelUse>(StringComparer.Ordinal);
    }

    /// <summary>Origins, sectors, destinations, uses.</summary>
    public IReadOnlyList<SortedDictionary<string, LabelUse>> Labels => _labels;

    /// <summary>A column with more than <see cref="MostLabels"/> labels, or -1.</summary>
    public int EndlessColumn { get; private set; } = -1;

    public long Rows { get; private set; }

    /// <summary>Values that are not finite numbers.</summary>
    public long Broken { get; private set; }

    public double Largest { get; private set; }

    /// <summary>Reads the view <c>cells</c> once.</summary>
    public static LabelScan Of(DuckSession duck)
    {
        duck.Execute("""
            CREATE TABLE labels AS
            SELECT grouping(origin, sector, destination, usage)::INTEGER AS kind, coalesce(origin, sector, destination, usage) AS code,
                count(*) AS rows, count(*) FILTER (value IS NULL OR NOT isfinite(value)) AS broken, min(value) AS least, max(value) AS largest
            FROM cells GROUP BY GROUPING SETS ((origin), (sector), (destination), (usage), ())
            """);
        var scan = new LabelScan();
        duck.ForEach("SELECT kind, count(*) AS labels FROM labels GROUP BY kind", row => scan.Count(Column(row.GetInt32(0)), row.GetInt64(1)));
        if (scan.EndlessColumn < 0)
            duck.ForEach("FROM labels", scan.Add);
        return scan;
    }

    // grouping() has a bit for each column that is not grouped by: 0111 is the origin.
    private static int Column(int kind) => kind switch { 0b0111 => 0, 0b1011 => 1, 0b1101 => 2, 0b1110 => 3, _ => -1 };

    private void Count(int column, long labels)
    {
        if (labels > MostLabels)
            EndlessColumn = column;
    }

    private void Add(DuckDBDataReader row)
    {
        var (column, rows) = (Column(row.GetInt32(0)), row.GetInt64(2));
        if (column >= 0)
            _labels[column].Add(row.GetString(1), new LabelUse(rows, row.IsDBNull(4) ? 0 : row.GetDouble(4)));
        else
            (Rows, Broken, Largest) = (rows, row.GetInt64(3), row.IsDBNull(5) ? 0 : row.GetDouble(5));
    }
}

/// <summary>How often a label stands in a column, and the least value beside it.</summary>
internal sealed record LabelUse(long Rows, double Least);
