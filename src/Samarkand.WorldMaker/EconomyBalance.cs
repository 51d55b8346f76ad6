using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 5: one economy whose value added, exports and imports are given. Its output is what its technology needs to serve home demand and
/// exports; then intermediate use, value added and final demand are adjusted together by RAS until every market clears and value added is GDP.
/// </summary>
/// <param name="Output">Output by sector.</param>
/// <param name="Inputs">Intermediate use, [input, sector].</param>
/// <param name="ValueAdded">Value added by sector.</param>
/// <param name="Final">Final demand by sector.</param>
/// <param name="Home">Sales at home by sector.</param>
/// <param name="Raised">Sectors whose output was raised so that something is left to sell at home.</param>
internal sealed record EconomyBalance(
    double[] Output, double[] Inputs, double[] ValueAdded, double[] Final, double[] Home, bool[] Raised)
{
    private const int Sweeps = 5000;
    private const double Tolerance = 1e-12;
    private const double Accepted = 1e-9;
    private const double LeastOfExports = 0.02;
    private const double LeastOfHomeShare = 0.25;

    public static EconomyBalance Of(Technology technology, double gdp, double[] exports, double[] imports)
    {
        var s = exports.Length;
        var spending = gdp + Flows.Sum(imports) - Flows.Sum(exports);
        var output = Needed(technology, spending, exports, imports);
        var (demand, home, raised) = (new double[s], new double[s], new bool[s]);
        for (var k = 0; k < s; k++)
        {
            var least = Least(technology.HomeShares[k], exports[k], imports[k]);
            raised[k] = output[k] - exports[k] < least;
            home[k] = raised[k] ? least : output[k] - exports[k];
            output[k] = home[k] + exports[k];
            demand[k] = home[k] + imports[k];
        }

        return Adjust(technology, gdp, spending, output, demand, home, raised);
    }

    /// <summary>How far a sector's cost shares are from a technology's: half the sum of the absolute differences, from 0 to 1.</summary>
    public double Change(Technology technology, int sector)
    {
        var s = Output.Length;
        if (Output[sector] <= 0)
            return 0;
        var change = Math.Abs(ValueAdded[sector] / Output[sector] - technology.ValueAdded[sector]);
        for (var input = 0; input < s; input++)
            change += Math.Abs(Inputs[input * s + sector] / Output[sector] - technology.Inputs[input * s + sector]);
        return change / 2;
    }

    /// <summary>The Leontief solution: (1 - A) Y = exports - imports + final demand.</summary>
    private static double[] Needed(Technology technology, double spending, double[] exports, double[] imports)
    {
        var s = exports.Length;
        var (matrix, net) = (new double[s * s], new double[s]);
        for (var k = 0; k < s; k++)
        {
            for (var user = 0; user < s; user++)
                matrix[k * s + user] = (k == user ? 1 : 0) - technology.Inputs[k * s + user];
            net[k] = exports[k] - imports[k] + technology.Final[k] * spending;
        }

        return LinearSystem.Solve(matrix, net);
    }

    /// <summary>The least that is sold at home: a quarter of the home share of 2011 (at most nine tenths), or a fiftieth of exports.</summary>
    private static double Least(double homeShare, double exports, double imports)
    {
        var share = Math.Min(LeastOfHomeShare * homeShare, 0.9);
        return Math.Max(share / (1 - share) * imports, LeastOfExports * exports);
    }

    /// <summary>RAS on the table of inputs, value added and final demand: rows sum to demand and GDP, columns to output and spending.</summary>
    private static EconomyBalance Adjust(
        Technology technology, double gdp, double spending, double[] output, double[] demand, double[] home, bool[] raised)
    {
        var s = output.Length;
        var width = s + 1;
        var cells = new double[width * width];
        for (var k = 0; k < s; k++)
        {
            for (var input = 0; input < s; input++)
                cells[input * width + k] = technology.Inputs[input * s + k] * output[k];
            cells[s * width + k] = technology.ValueAdded[k] * output[k];
            cells[k * width + s] = technology.Final[k] * spending;
        }

        double[] rows = [.. demand, gdp];
        double[] columns = [.. output, spending];
        var error = double.PositiveInfinity;
        for (var sweep = 0; sweep < Sweeps && error > Tolerance; sweep++)
            error = Sweep(cells, rows, columns);
        if (!(error <= Accepted))
            throw new InvalidOperationException($"RAS stopped {error} away from balance.");

        return new EconomyBalance(
            output,
            [.. Enumerable.Range(0, s * s).Select(cell => cells[cell / s * width + cell % s])],
            [.. Enumerable.Range(0, s).Select(k => cells[s * width + k])],
            [.. Enumerable.Range(0, s).Select(k => cells[k * width + s])],
            home,
            raised);
    }

    private static double Sweep(double[] cells, double[] rows, double[] columns)
    {
        var width = rows.Length;
        var error = 0.0;
        for (var r = 0; r < width; r++)
        {
            var sum = 0.0;
            for (var c = 0; c < width; c++)
                sum += cells[r * width + c];
            var factor = sum > 0 ? rows[r] / sum : 0;
            error = Math.Max(error, sum > 0 ? Math.Abs(factor - 1) : 0);
            for (var c = 0; c < width; c++)
                cells[r * width + c] *= factor;
        }

        for (var c = 0; c < width; c++)
        {
            var sum = 0.0;
            for (var r = 0; r < width; r++)
                sum += cells[r * width + c];
            var factor = sum > 0 ? columns[c] / sum : 0;
            for (var r = 0; r < width; r++)
                cells[r * width + c] *= factor;
        }

        return error;
    }
}
