namespace Samarkand.Analyses.Explanation;

/// <summary>The logarithmic mean L(x, y) = (x - y) / ln(x / y), by which differences of levels become those of logarithms, and back.</summary>
internal static class LogMean
{
    // Below it the quotient of two small numbers loses digits, and the series has all of them.
    private const double Near = 0.1;

    /// <summary>The mean of two numbers of at least 0; 0 where one of them is 0, their limit.</summary>
    public static double Of(double x, double y)
    {
        if (x == y)
            return x;
        if (x == 0 || y == 0)
            return 0;
        var z = (x - y) / (x + y);
        if (Math.Abs(z) > Near)
            return (x - y) / Math.Log(x / y);
        // ln(x / y) = 2 artanh z.
        var (square, series, power) = (z * z, 1.0, 1.0);
        for (var n = 3; n <= 17; n += 2)
            series += (power *= square) / n;
        return (x + y) / 2 / series;
    }
}
