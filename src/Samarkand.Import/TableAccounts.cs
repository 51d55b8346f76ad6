using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>What a table says of value added, taxes and output in rows and columns of their own, [region, sector], million USD.</summary>
internal sealed class TableAccounts(int regions, int sectors)
{
    private readonly Dictionary<AccountKind, double[]> _rows = [];
    private readonly HashSet<(string, string, string, string)> _seen = [];
    private double[]? _column;
    private double[]? _discrepancies;

    /// <summary>Adds a row or column of accounts; false where the same stood before.</summary>
    public bool Add(int origin, int sector, int destination, int use, double value, (string, string, string, string) labels)
    {
        if (sector >= 0)
        {
            if (~use == (int)AccountKind.Output && origin >= 0)
                (_column ??= new double[regions * sectors])[origin * sectors + sector] += value;
        }
        else if (use >= 0 && use < sectors && destination >= 0)
        {
            Row((AccountKind)~sector)[destination * sectors + use] += value;
        }

        return _seen.Add(labels);
    }

    /// <summary>Adds to what a row says of an industry.</summary>
    public void AddRow(AccountKind kind, int cell, double value) => Row(kind)[cell] += value;

    /// <summary>Adds to what the column of totals says of a region's sector.</summary>
    public void AddColumn(int cell, double value) => (_column ??= new double[regions * sectors])[cell] += value;

    /// <summary>Adds to what is missing between a region's sector's flows and its total.</summary>
    public void AddDiscrepancy(int cell, double value) => (_discrepancies ??= new double[regions * sectors])[cell] += value;

    /// <summary>
    /// What the flows must add up to by these accounts; null where they say nothing that could be compared. Without taxes the difference
    /// between output, inputs and value added is not known, so it is only noted.
    /// </summary>
    /// <param name="sales">What the flows add up to, negative final demand included.</param>
    /// <param name="inputs">What each industry pays for its inputs.</param>
    /// <param name="source">The table.</param>
    /// <param name="name">Names a cell.</param>
    /// <param name="notes">What the user should know.</param>
    /// <param name="problems">Where the accounts contradict each other.</param>
    public Totals? Totals(double[] sales, double[] inputs, string source, Func<int, string> name, List<string> notes, ProblemList problems)
    {
        var row = _rows.GetValueOrDefault(AccountKind.Output);
        for (var cell = 0; row is not null && _column is not null && cell < row.Length; cell++)
        {
            if (Math.Abs(_column[cell] - row[cell]) > 0.01 + 1e-6 * Math.Abs(_column[cell]))
                problems.Add(source, 0, 0, FormattableString.Invariant($"{name(cell)}: the column of outputs says {_column[cell]:G6}, the row of outputs says {row[cell]:G6} million USD"), "correct the wrong one");
        }

        var valueAdded = _rows.GetValueOrDefault(AccountKind.ValueAdded) ?? _rows.GetValueOrDefault(AccountKind.ValueAddedPart);
        var taxes = _rows.GetValueOrDefault(AccountKind.Taxes);
        var output = _column ?? row;
        if (valueAdded is not null && taxes is null)
            notes.Add(Untaxed(sales, inputs, valueAdded));
        if (output is null && (valueAdded is null || taxes is null))
            return null;
        var sold = output ?? sales;
        var added = valueAdded is null || taxes is null ? null : Sum(valueAdded, taxes, 1);
        return _discrepancies is null ? new Totals(sold, added, source) : new Totals(Sum(sold, _discrepancies, -1), added is null ? null : Sum(added, _discrepancies, -1), source);
    }

    private static double[] Sum(double[] a, double[] b, double sign) => [.. a.Zip(b, (x, y) => x + sign * y)];

    private static string Untaxed(double[] sales, double[] inputs, double[] valueAdded)
    {
        var (left, gross) = (0.0, 0.0);
        for (var cell = 0; cell < sales.Length; cell++)
        {
            left += sales[cell] - inputs[cell] - valueAdded[cell];
            gross += Math.Abs(sales[cell] - inputs[cell] - valueAdded[cell]);
        }

        return string.Create(CultureInfo.InvariantCulture, $"the table has value added, but no row of taxes less subsidies on products: what is left of output after inputs and value added, {left:N0} million USD ({gross:N0} without regard to sign), counts as taxes and so as value added");
    }

    private double[] Row(AccountKind kind)
    {
        if (!_rows.TryGetValue(kind, out var values))
            _rows[kind] = values = new double[regions * sectors];
        return values;
    }
}
