using DuckDB.NET.Data;

namespace Samarkand.Import;

/// <summary>
/// Adds a long table up inside DuckDB: trade over uses, inputs over origins. Values are summed as decimals, whose sums do not depend on
/// their order, so the same table gives the same world on any number of threads.
/// </summary>
internal sealed class FlowSums
{
    private readonly Flows _flows;
    private readonly LongLabels _labels;

    private FlowSums(Flows flows, LongLabels labels) => (_flows, _labels) = (flows, labels);

    /// <summary>Origin, sector and destination of which some use stands twice.</summary>
    public HashSet<(string, string, string)> Doubles { get; } = [];

    public static FlowSums Add(DuckSession duck, LongLabels labels, ValueUnit unit, Flows flows)
    {
        CreateType(duck, "region", Enumerable.Range(0, labels.Regions.Count).Select(k => labels.Regions[k]));
        CreateType(duck, "sector", Enumerable.Range(0, labels.Sectors.Count).Select(k => labels.Sectors[k]));
        CreateType(duck, "usage", labels.Uses);
        var sums = new FlowSums(flows, labels);
        duck.ForEach(
            $"""
            SELECT grouping(o)::INTEGER AS by_use, coalesce(o, u) AS first, s, d, f, sum(value)::DOUBLE AS total,
                count(*) AS rows, bit_count(bitstring_agg(u, 0, {labels.Uses.Length - 1}))::BIGINT AS uses
            FROM (
                SELECT enum_code(origin::region)::INTEGER AS o, enum_code(sector::sector)::INTEGER AS s, enum_code(destination::region)::INTEGER AS d,
                    enum_code(usage::usage)::INTEGER AS u, u >= {labels.Sectors.Count} AS f, ({Scaled(unit)})::DECIMAL(38, 18) AS value
                FROM cells)
            GROUP BY GROUPING SETS ((o, s, d, f), (u, s, d, f))
            """,
            sums.Take);
        return sums;
    }

    /// <summary>The unit in million USD, as a factor.</summary>
    public static double Factor(ValueUnit unit) => unit switch
    {
        ValueUnit.Usd => 1e-6,
        ValueUnit.Thousand => 1e-3,
        ValueUnit.Million => 1,
        ValueUnit.Billion => 1e3,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static string Scaled(ValueUnit unit) => unit switch
    {
        ValueUnit.Usd => "value / 1e6::DOUBLE",
        ValueUnit.Thousand => "value / 1e3::DOUBLE",
        ValueUnit.Million => "value",
        ValueUnit.Billion => "value * 1e3::DOUBLE",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static void CreateType(DuckSession duck, string name, IEnumerable<string> codes) =>
        duck.Execute($"CREATE TYPE {name} AS ENUM ({string.Join(", ", codes.Select(Sql.Text))})");

    private void Take(DuckDBDataReader row)
    {
        var (byUse, first, sector, destination, isFinal, total) = (row.GetInt32(0) == 1, row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetBoolean(4), row.GetDouble(5));
        if (byUse)
        {
            if (!isFinal)
                _flows.Inputs[_flows.Input(destination, sector, first)] = total;
            return;
        }

        var flow = _flows.Flow(sector, first, destination);
        (isFinal ? _flows.FinalByOrigin : _flows.Trade)[flow] = total;
        if (row.GetInt64(6) != row.GetInt64(7))
            Doubles.Add((_labels.Regions[first], _labels.Sectors[sector], _labels.Regions[destination]));
    }
}
