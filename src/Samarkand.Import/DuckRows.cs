using DuckDB.NET.Data;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>The rows of a query that yields a long table's five columns.</summary>
internal sealed class DuckRows(string file, TableHeader header, ProblemList problems, DuckDBDataReader reader)
    : TableRows(file, header, problems)
{
    public override bool IsUsable => true;

    public override bool Read()
    {
        if (!reader.Read())
            return false;
        Line++;
        return true;
    }

    public override bool Has(int column) => true;

    public override string Text(int column) => reader.GetString(column);

    public override bool IsEmpty(int column) => reader.IsDBNull(column);

    public override bool Number(int column, out double value)
    {
        value = IsEmpty(column) ? double.NaN : reader.GetDouble(column);
        if (double.IsFinite(value))
            return true;
        Report(column, IsEmpty(column) ? "is empty" : "is not a finite number", "write a number such as 1234.5");
        return false;
    }

    public override int PositionOf(int column) => 0;

    public override void Dispose() => reader.Dispose();
}
