using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>What a first pass over a long table finds: its labels and where they stand, its years, and values that are no numbers.</summary>
internal sealed class LongScan
{
    /// <summary>More labels than any classification has: then a column does not hold codes.</summary>
    public const int MostLabels = 20_000;

    /// <summary>More than any economy, in million USD.</summary>
    private const double MostValue = 1e12;

    private const int Enough = 200;

    private readonly Dictionary<string, LabelUse>[] _labels = [.. Enumerable.Range(0, LongColumns.Value).Select(_ => new Dictionary<string, LabelUse>(StringComparer.Ordinal))];
    private readonly LabelUse?[] _last = new LabelUse?[LongColumns.Value];
    private readonly LongTable _table;
    private readonly LongYears _years;
    private readonly double _limit;
    private int _broken;

    private LongScan(LongTable table, LongYears years) => (_table, _years, _limit) = (table, years, MostValue / FlowSums.Factor(table.Unit));

    /// <summary>Origins, sectors, destinations, uses.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, LabelUse>> Labels => _labels;

    public long Rows { get; private set; }

    /// <summary>A file that writes decimals with a comma, and the first line that does; null where none has one.</summary>
    public (string File, int Line)? DecimalComma { get; private set; }

    /// <summary>Reads every file once.</summary>
    /// <exception cref="InputException">There are so many mistakes, or labels, that reading on is of no use.</exception>
    public static LongScan Of(IReadOnlyList<LongFile> files, LongTable table, LongYears years, ProblemList problems, CancellationToken cancellation)
    {
        var scan = new LongScan(table, years);
        foreach (var file in files)
        {
            using var rows = file.Rows(problems);
            while (rows is not null && rows.Read())
            {
                if ((rows.Line & 0xFFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (!years.Takes(rows))
                    continue;
                scan.Add(rows);
                if (scan._broken >= Enough)
                    problems.ThrowIfAny();
            }

            if (rows is { DecimalCommaLine: > 0 and var line })
                scan.DecimalComma ??= (file.Path, line);
        }

        return scan;
    }

    private void Add(TableRows rows)
    {
        Rows++;
        var (origin, sector, destination, use) = (Label(rows, 0), Label(rows, 1), Label(rows, 2), Label(rows, 3));
        origin.StandsBeside(sector);
        destination.StandsBeside(use);
        if (!rows.Number(LongColumns.Value, out var value))
            _broken++;
        else if (Math.Abs(value) > _limit)
            Report(rows, string.Create(CultureInfo.InvariantCulture, $"{value:R} is more than any economy"), $"declare the unit of the values with {new Parameter("unit")}");
        else if (value < 0)
            use.AddNegative(sector, rows.File, rows.Line, rows.PositionOf(LongColumns.Value), value);
    }

    private LabelUse Label(TableRows rows, int column)
    {
        var code = rows.Text(column);
        var label = _last[column];
        if (label is null || (!ReferenceEquals(label.Code, code) && label.Code != code))
            label = _last[column] = Find(rows, column, code);
        label.Rows++;
        return label;
    }

    private LabelUse Find(TableRows rows, int column, string code)
    {
        if (_labels[column].TryGetValue(code, out var label))
            return label;
        if (_labels[column].Count == MostLabels)
        {
            throw new InputException(new InputProblem(
                rows.File, 0, 0, FormattableString.Invariant($"column '{_table.Columns.InFile[column]}' holds more than {MostLabels} different codes"), $"it should hold codes: name the right one with {new Parameter("columns", $"{LongColumns.Names[column]}=NAME")}"));
        }

        var isDoubtful = column switch
        {
            1 => PrimaryInputs.Row(code, _table.OwnPrimaryInputs) is not null,
            3 => PrimaryInputs.Column(code) is not null,
            _ => false,
        };
        return _labels[column][code] = new LabelUse(code, rows.File, rows.Line, rows.PositionOf(column), isDoubtful);
    }

    private void Report(TableRows rows, string message, string hint)
    {
        _broken++;
        rows.Report(LongColumns.Value, message, hint);
    }
}
