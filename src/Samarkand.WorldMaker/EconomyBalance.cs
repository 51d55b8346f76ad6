namespace Samarkand.WorldMaker;

/// <summary>
/// Step 7: one economy whose value added, exports, imports and tariffs are given, and its sales at home where they are observed. What it
/// sells itself of services, or of all where nothing is observed, is what its technology needs to serve home demand and exports. Then intermediate use,
/// value added and final demand are adjusted together by generalised RAS until every market clears and value added is GDP: cost shares
/// of an own table are held harder than a donor's, and both harder than final demand.
/// </summary>
/// <param name="Output">Output by sector.</param>
/// <param name="Inputs">Intermediate use, [input, sector].</param>
/// <param name="ValueAdded">Value added by sector.</param>
/// <param name="Home">Sales at home by sector.</param>
/// <param name="Raised">Sectors whose output was raised so that something is left to sell at home.</param>
internal sealed record EconomyBalance(double[] Output, double[] Inputs, double[] ValueAdded, double[] Home, bool[] Raised)
{
    private const double Accepted = 1e-9;

    /// <summary>The least that is sold at home, of exports and of imports, where technology would leave less.</summary>
    private const double Least = 0.02;

    public static EconomyBalance Of(Technology technology, EconomyMargins margins, byte costs, byte finals)
    {
        var (home, raised) = AtHome(technology, margins);
        var s = home.Length;
        var (output, demand) = (new double[s], new double[s]);
        for (var k = 0; k < s; k++)
        {
            output[k] = home[k] + margins.Exports[k];
            demand[k] = home[k] + margins.Imports[k] + margins.Revenue[k];
        }

        var (inputs, valueAdded) = Adjust(technology, margins, output, demand, costs, finals);
        return new EconomyBalance(output, inputs, valueAdded, home, raised);
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

    /// <summary>Sales at home: observed, or as the Leontief solution has them; services in the observed sum.</summary>
    private static (double[] Home, bool[] Raised) AtHome(Technology technology, EconomyMargins margins)
    {
        var s = margins.Exports.Length;
        var unknown = Enumerable.Range(0, s).Where(k => double.IsNaN(margins.Home[k])).ToArray();
        var output = Needed(technology, margins, unknown);
        var (home, raised, services) = ((double[])margins.Home.Clone(), new bool[s], 0.0);
        for (var u = 0; u < unknown.Length; u++)
        {
            var k = unknown[u];
            var least = Least * (margins.Exports[k] + margins.Imports[k]);
            raised[k] = output[u] - margins.Exports[k] < least;
            home[k] = raised[k] ? least : output[u] - margins.Exports[k];
            services += k >= margins.Goods ? home[k] : 0;
        }

        if (!double.IsNaN(margins.HomeServices))
        {
            for (var k = margins.Goods; k < s; k++)
                home[k] *= margins.HomeServices / services;
        }

        return (home, raised);
    }

    /// <summary>Output of the unknown sectors, the others' given: (1 - A) Y = exports - imports - revenue + final demand.</summary>
    private static double[] Needed(Technology technology, EconomyMargins margins, int[] unknown)
    {
        var (s, size) = (margins.Exports.Length, unknown.Length);
        var (matrix, net) = (new double[size * size], new double[size]);
        for (var u = 0; u < size; u++)
        {
            var k = unknown[u];
            net[u] = margins.Exports[k] - margins.Imports[k] - margins.Revenue[k] + technology.Final[k] * margins.Spending;
            for (var user = 0; user < s; user++)
            {
                if (!double.IsNaN(margins.Home[user]))
                    net[u] += technology.Inputs[k * s + user] * (margins.Home[user] + margins.Exports[user]);
            }

            for (var v = 0; v < size; v++)
                matrix[u * size + v] = (u == v ? 1 : 0) - technology.Inputs[k * s + unknown[v]];
        }

        return LinearSystem.Solve(matrix, net);
    }

    /// <summary>The table of inputs, value added and final demand: rows sum to demand and GDP, columns to output and spending.</summary>
    private static (double[] Inputs, double[] ValueAdded) Adjust(Technology technology, EconomyMargins margins, double[] output, double[] demand, byte costs, byte finals)
    {
        var s = output.Length;
        var width = s + 1;
        var (cells, powers) = (new double[width * width], new byte[width * width]);
        for (var k = 0; k < s; k++)
        {
            for (var input = 0; input < s; input++)
            {
                cells[input * width + k] = technology.Inputs[input * s + k] * output[k];
                powers[input * width + k] = costs;
            }

            cells[s * width + k] = technology.ValueAdded[k] * output[k];
            powers[s * width + k] = costs;
            cells[k * width + s] = technology.Final[k] * margins.Spending;
            powers[k * width + s] = finals;
        }

        powers[s * width + s] = finals;
        var (balanced, error) = WeightedScaling.Of(cells, powers, [.. demand, margins.ValueAdded], [.. Enumerable.Range(0, width)], [.. output, margins.Spending]);
        if (!(error <= Accepted))
            throw new InvalidOperationException($"RAS of {margins.Region} stopped {error} away from balance.");
        return (
            [.. Enumerable.Range(0, s * s).Select(cell => balanced[cell / s * width + cell % s])],
            [.. Enumerable.Range(0, s).Select(k => balanced[s * width + k])]);
    }
}

/// <summary>What is given of an economy before it is balanced, million USD.</summary>
/// <param name="Region">Its code.</param>
/// <param name="ValueAdded">GDP at market prices.</param>
/// <param name="Exports">By sector, at basic prices.</param>
/// <param name="Imports">By sector, at basic prices.</param>
/// <param name="Revenue">Tariffs on imports by sector.</param>
/// <param name="Home">Sales at home by sector; not a number where nobody knows.</param>
/// <param name="HomeServices">Their sum over services; not a number where nobody knows.</param>
/// <param name="Goods">How many sectors are goods; they come first.</param>
internal sealed record EconomyMargins(
    string Region, double ValueAdded, double[] Exports, double[] Imports, double[] Revenue, double[] Home, double HomeServices, int Goods)
{
    /// <summary>Final demand: income with tariff revenue and the deficit.</summary>
    public double Spending { get; } = ValueAdded + Flows.Sum(Imports) - Flows.Sum(Exports) + Flows.Sum(Revenue);
}
