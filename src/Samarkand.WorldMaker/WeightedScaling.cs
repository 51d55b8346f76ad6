namespace Samarkand.WorldMaker;

/// <summary>
/// Generalised RAS: scales the cells of a table until its rows and columns sum to given totals. A cell is multiplied by the factors of its
/// row and column, each to a power: a cell of power 1 is held hard and one of power 4 moves easily, so that what was observed changes least.
/// Powers are whole, so that only sums and products occur and every processor gives the same bits.
/// </summary>
internal sealed class WeightedScaling
{
    private const int Sweeps = 20_000;
    private const double Tolerance = 1e-13;

    private readonly double[] _cells;
    private readonly byte[] _powers;
    private readonly int[] _columnOf;
    private readonly int _rows;
    private readonly int _width;
    private readonly double[] _rowFactors;
    private readonly double[] _columnFactors;

    private WeightedScaling(double[] cells, byte[] powers, int rows, int[] columnOf, int columns)
    {
        (_cells, _powers, _rows, _width, _columnOf) = (cells, powers, rows, columnOf.Length, columnOf);
        (_rowFactors, _columnFactors) = (new double[rows], new double[columns]);
        Array.Fill(_rowFactors, 1);
        Array.Fill(_columnFactors, 1);
    }

    /// <summary>The scaled cells, and by how much a row still misses its total, relative to it.</summary>
    /// <param name="cells">The cells, row by row.</param>
    /// <param name="powers">How easily each cell moves: 1, 2 or 4.</param>
    /// <param name="rows">The total of each row.</param>
    /// <param name="columnOf">To which total each cell of a row belongs.</param>
    /// <param name="columns">The totals of the columns; not a number where a column is free.</param>
    public static (double[] Cells, double Error) Of(double[] cells, byte[] powers, double[] rows, int[] columnOf, double[] columns)
    {
        var scaling = new WeightedScaling(cells, powers, rows.Length, columnOf, columns.Length);
        var error = double.PositiveInfinity;
        for (var sweep = 0; sweep < Sweeps && error > Tolerance; sweep++)
        {
            scaling.Columns(columns);
            error = scaling.Rows(rows);
        }

        return (scaling.Result(), error);
    }

    private double[] Result()
    {
        var result = new double[_cells.Length];
        for (var r = 0; r < _rows; r++)
        {
            for (var c = 0; c < _width; c++)
                result[r * _width + c] = _cells[r * _width + c] * Power(_rowFactors[r] * _columnFactors[_columnOf[c]], _powers[r * _width + c]);
        }

        return result;
    }

    private double Rows(double[] totals)
    {
        var error = 0.0;
        for (var r = 0; r < _rows; r++)
        {
            var (once, twice, fourfold) = (0.0, 0.0, 0.0);
            for (var c = 0; c < _width; c++)
                Add(r, c, _columnFactors[_columnOf[c]], ref once, ref twice, ref fourfold);
            error = Math.Max(error, Miss(totals[r], once, twice, fourfold, _rowFactors[r]));
            _rowFactors[r] = Factor(totals[r], once, twice, fourfold, _rowFactors[r]);
        }

        return error;
    }

    private void Columns(double[] totals)
    {
        var (once, twice, fourfold) = (new double[totals.Length], new double[totals.Length], new double[totals.Length]);
        for (var r = 0; r < _rows; r++)
        {
            for (var c = 0; c < _width; c++)
                Add(r, c, _rowFactors[r], ref once[_columnOf[c]], ref twice[_columnOf[c]], ref fourfold[_columnOf[c]]);
        }

        for (var t = 0; t < totals.Length; t++)
        {
            if (!double.IsNaN(totals[t]))
                _columnFactors[t] = Factor(totals[t], once[t], twice[t], fourfold[t], _columnFactors[t]);
        }
    }

    private void Add(int row, int column, double factor, ref double once, ref double twice, ref double fourfold)
    {
        var cell = _cells[row * _width + column];
        switch (_powers[row * _width + column])
        {
            case 1:
                once += cell * factor;
                break;
            case 2:
                twice += cell * (factor * factor);
                break;
            default:
                fourfold += cell * (factor * factor * (factor * factor));
                break;
        }
    }

    private static double Miss(double total, double once, double twice, double fourfold, double factor)
    {
        if (once + twice + fourfold <= 0 || total <= 0)
            return 0;
        var square = factor * factor;
        return Math.Abs((once * factor + twice * square + fourfold * square * square) / total - 1);
    }

    /// <summary>The factor f with once f + twice f^2 + fourfold f^4 = total, by Newton's method.</summary>
    private static double Factor(double total, double once, double twice, double fourfold, double start)
    {
        if (once + twice + fourfold <= 0)
            return start;
        if (total <= 0)
            return 0;
        var factor = start > 0 ? start : 1;
        for (var step = 0; step < 200; step++)
        {
            var square = factor * factor;
            var value = once * factor + twice * square + fourfold * square * square - total;
            var slope = once + 2 * twice * factor + 4 * fourfold * square * factor;
            var next = factor - value / slope;
            if (next <= 0)
                next = factor / 2;
            var isDone = Math.Abs(next - factor) <= 1e-16 * factor;
            factor = next;
            if (isDone)
                break;
        }

        return factor;
    }

    private static double Power(double factor, byte power)
    {
        var square = factor * factor;
        return power == 1 ? factor : power == 2 ? square : square * square;
    }
}
