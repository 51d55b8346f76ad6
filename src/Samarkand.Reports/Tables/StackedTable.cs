using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Analyses.Scenarios;
using Samarkand.Core;

namespace Samarkand.Reports.Tables;

/// <summary>One table of every scenario, beneath each other: what the scenario is, then the table's own columns.</summary>
/// <param name="set">The scenarios.</param>
/// <param name="spec">The table.</param>
internal sealed class StackedTable(ScenarioSet set, TableSpec<CaseTables> spec)
{
    /// <summary>More rows are no table that anybody could open.</summary>
    public const int MostRows = 10_000_000;

    private readonly List<int> _scenarios = [];
    private readonly List<Column> _columns = [];
    private readonly Dictionary<string, List<double>> _numbers = [];
    private readonly Dictionary<string, List<string>> _texts = [];
    private readonly Dictionary<string, string> _words = [];
    private readonly HashSet<string> _titles = [];

    /// <summary>Adds the table of a scenario.</summary>
    /// <exception cref="InputException">All scenarios together would have too many rows.</exception>
    public void Add(int scenario, Table table)
    {
        if (_scenarios.Count == 0)
            CheckRows((long)table.RowCount * set.Count);
        var before = _scenarios.Count;
        _titles.Add(table.Title);
        _scenarios.AddRange(Enumerable.Repeat(scenario, table.RowCount));
        foreach (var column in table.Columns)
        {
            if (column is NumberColumn number)
                Of(_numbers, number, double.NaN, before).AddRange(number.Values);
            else
                Of(_texts, column, "", before).AddRange(((TextColumn)column).Values.Select(Shared));
        }

        Fill(_numbers, double.NaN);
        Fill(_texts, "");
    }

    /// <summary>The whole; without any scenario, its columns alone.</summary>
    public Table Make() => new(
        spec.Name,
        $"{(_titles is { Count: 1 } ? _titles.Single() : spec.Title)}, by scenario",
        [.. ScenarioTables.Labels(set, _scenarios), .. _columns.Count > 0 ? _columns.Select(Filled) : Empty()]);

    private Column Filled(Column column) => column is NumberColumn number
        ? number with { Values = [.. _numbers[column.Name]] }
        : (TextColumn)column with { Values = [.. _texts[column.Name]] };

    private IEnumerable<Column> Empty() => spec.Columns.Where(column => !column.Name.Contains('*')).Select(column => column.IsNumber
        ? new NumberColumn(column.Name, column.Heading, [], 3) { Unit = column.Unit, Meaning = column.Meaning }
        : (Column)new TextColumn(column.Name, column.Heading, []) { Unit = column.Unit, Meaning = column.Meaning, Names = column.HasName ? ImmutableDictionary<string, string>.Empty : null });

    private List<T> Of<T>(Dictionary<string, List<T>> all, Column column, T missing, int rows)
    {
        if (all.TryGetValue(column.Name, out var values))
            return values;
        _columns.Add(column);
        return all[column.Name] = [.. Enumerable.Repeat(missing, rows)];
    }

    private void Fill<T>(Dictionary<string, List<T>> all, T missing)
    {
        foreach (var values in all.Values)
            values.AddRange(Enumerable.Repeat(missing, _scenarios.Count - values.Count));
    }

    // The same few codes and names stand in every scenario.
    private string Shared(string text)
    {
        if (!_words.TryGetValue(text, out var shared))
            _words.Add(text, shared = text);
        return shared;
    }

    private void CheckRows(long rows)
    {
        if (rows > MostRows)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"`{spec.Name}` of {set.Count:N0} scenarios would have {rows:N0} rows; expected at most {MostRows:N0}");
            throw new Parameter("table").Wrong(message, "take a smaller table, or fewer scenarios");
        }
    }
}
