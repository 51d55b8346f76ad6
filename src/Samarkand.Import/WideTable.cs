using System.Globalization;
using CsvHelper;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Reads a wide table row by row: its memory is that of the world, not of the table.</summary>
internal sealed class WideTable
{
    private readonly string _path;
    private readonly WideHeader _header;
    private readonly ProblemList _problems;
    private readonly CsvNumbers _numbers;
    private readonly HashSet<AccountKind> _kinds = [];

    private WideTable(string path, WideHeader header, CsvNumbers numbers, ProblemList problems)
    {
        (_path, _header, _numbers, _problems) = (path, header, numbers, problems);
        Flows = new Flows(header.Regions.Length, header.Sectors.Length);
        Accounts = new TableAccounts(header.Regions.Length, header.Sectors.Length);
    }

    public Flows Flows { get; }

    /// <summary>What the table says of value added, taxes and output.</summary>
    public TableAccounts Accounts { get; }

    public string[] Regions => _header.Regions;

    public string[] Sectors => _header.Sectors;

    /// <summary>Cells that hold nothing, and count as 0.</summary>
    public int EmptyCells { get; private set; }

    /// <summary>What the columns of discrepancies hold, which is in no flow; million USD without regard to sign.</summary>
    public double Discrepancy { get; private set; }

    /// <summary>The table; null, with the problems reported, where its header cannot be used.</summary>
    public static WideTable? Read(string path, ProblemList problems, CancellationToken cancellation)
    {
        try
        {
            if (TextFile.IsCompressed(path))
                GZipEnd.Require(path);
            var (start, text) = CsvTable.Start(() => TableText.Open(path));
            using var csv = CsvText.Reader(path, text, start, problems);
            if (!CsvText.ReadHeader(csv, start))
            {
                problems.Add(path, 0, 0, "is empty", "give the table as it is published");
                return null;
            }

            if (WideHeader.Read(path, csv, problems) is not { } header)
                return null;
            if (WorldSize.IsTooLarge(header.Regions.Length, header.Sectors.Length))
            {
                problems.Add(path, 0, 0, FormattableString.Invariant($"a world of {header.Regions.Length} regions and {header.Sectors.Length} sectors is too large"), "merge regions or sectors");
                return null;
            }

            var table = new WideTable(path, header, new CsvNumbers(start.Separator), problems);
            table.ReadRows(csv, cancellation);
            return table;
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
            return null;
        }
    }

    private void ReadRows(CsvReader csv, CancellationToken cancellation)
    {
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (CsvText.IsBlank(csv))
                continue;
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != _header.Kinds.Length)
            {
                _problems.Add(_path, line, 0, string.Create(CultureInfo.InvariantCulture, $"has {csv.FieldCount} fields where the header has {_header.Kinds.Length}"), "the file may have been cut short: fetch it again");
                continue;
            }

            var label = _header.RowLabel(csv);
            if (label.Length == 0 && IsRemark(csv))
                continue;
            if (!firstLines.TryAdd(label, line))
                _problems.Add(_path, line, 1, string.Create(CultureInfo.InvariantCulture, $"row '{label}' stands twice, first on line {firstLines[label]}"), "remove one of the two");
            else if (_header.Industries.TryGetValue(label, out var industry))
                ReadIndustry(csv, industry.Region, industry.Sector);
            else if (Account(label) is { } kind)
                ReadAccount(csv, kind);
            else
                _problems.Add(_path, line, 1, $"unknown row '{label}'", NearestName.Hint(label, _header.Industries.Keys.Concat(["TLS", "VA", "OUT"]), "every industry's row has the label of its column; the others are TLS, VA and OUT, by the names of any edition"));
        }

        foreach (var label in _header.Industries.Keys.Concat(MissingAccounts()))
        {
            if (!firstLines.ContainsKey(label))
                _problems.Add(_path, 0, 0, $"row '{label}' is missing", "the file may have been cut short: fetch it again");
        }
    }

    /// <summary>What a row such as <c>VALU</c>, or <c>AUS_TAXSUB</c>, holds; null for another.</summary>
    private static AccountKind? Account(string label) =>
        PrimaryInputs.Row(label, []) ?? (label.IndexOf('_', StringComparison.Ordinal) is var line and >= 0 ? PrimaryInputs.Row(label[(line + 1)..], []) : null);

    /// <summary>Every edition has value added and taxes; the total of outputs stands in a row and a column, or in neither.</summary>
    private IEnumerable<string> MissingAccounts()
    {
        if (!_kinds.Contains(AccountKind.Taxes))
            yield return "TLS";
        if (!_kinds.Contains(AccountKind.ValueAdded) && !_kinds.Contains(AccountKind.ValueAddedPart))
            yield return "VA";
        if (_header.HasOutput && !_kinds.Contains(AccountKind.Output))
            yield return "OUT";
        if (!_header.HasOutput && _kinds.Contains(AccountKind.Output))
            _problems.Add(_path, 0, 0, "column 'OUT' is missing, though there is a row of outputs", "the file may have been cut short: fetch it again");
    }

    /// <summary>A line of text below the table.</summary>
    private bool IsRemark(CsvReader csv) => Enumerable.Range(_header.First, csv.FieldCount - _header.First).All(csv.IsEmpty);

    private void ReadIndustry(CsvReader csv, int origin, int sector)
    {
        var cell = Flows.Cell(origin, sector);
        for (var c = _header.First; c < _header.Kinds.Length; c++)
        {
            if (!Number(csv, c, out var value))
                continue;
            var region = _header.RegionOf[c];
            switch (_header.Kinds[c])
            {
                case WideKind.Output:
                    Accounts.AddColumn(cell, value);
                    break;
                case WideKind.Discrepancy:
                    Accounts.AddDiscrepancy(cell, value);
                    Discrepancy += Math.Abs(value);
                    break;
                case WideKind.Final:
                    Flows.FinalByOrigin[Flows.Flow(sector, origin, region)] += value;
                    break;
                default:
                    if (value < 0)
                        Bad(csv, c, $"{csv.GetString(c)} is negative; intermediate use is at least 0", "correct its sign, or set it to 0");
                    Flows.Trade[Flows.Flow(sector, origin, region)] += value;
                    Flows.Inputs[Flows.Input(region, sector, _header.SectorOf[c])] += value;
                    break;
            }
        }
    }

    private void ReadAccount(CsvReader csv, AccountKind kind)
    {
        _kinds.Add(kind);
        for (var c = _header.First; c < _header.Kinds.Length; c++)
        {
            if (_header.Kinds[c] == WideKind.Industry && Number(csv, c, out var value))
                Accounts.AddRow(kind, Flows.Cell(_header.RegionOf[c], _header.SectorOf[c]), value);
        }
    }

    private bool Number(CsvReader csv, int column, out double value)
    {
        if (csv.IsEmpty(column))
        {
            EmptyCells++;
            value = 0;
            return false;
        }

        if (_numbers.Read(csv.GetSpan(column), (int)csv.LineNumber, out value) is not var (message, hint))
            return true;
        Bad(csv, column, $"'{csv.GetString(column)}' {message}", hint);
        return false;
    }

    private void Bad(CsvReader csv, int column, string message, string hint) =>
        _problems.Add(_path, (int)csv.LineNumber, CsvText.Position(csv, column), $"row '{_header.RowLabel(csv)}', column '{_header.Labels[column]}': {message}", hint);
}
