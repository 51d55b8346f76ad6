namespace Samarkand.Analyses.Design;

/// <summary>The best step to first order: most of one linear function where another is bounded, each coverage within its own bounds.</summary>
/// <param name="Moves">The change of each coverage.</param>
/// <param name="Price">What one unit of the bound is worth in the function that is maximised; 0 where it does not bind.</param>
internal sealed record LinearStep(double[] Moves, double Price)
{
    /// <summary>
    /// Starts where each coverage does the most by itself; then takes back, in order of what it costs to do so, what the bound does not
    /// allow: the fractional knapsack. Where the bound cannot be met, the step that comes nearest to it.
    /// </summary>
    /// <param name="gains">Slopes of what is maximised.</param>
    /// <param name="uses">Slopes of what is bounded.</param>
    /// <param name="room">How much the latter may rise; negative where it has to fall.</param>
    /// <param name="low">The least move of each.</param>
    /// <param name="high">The largest.</param>
    public static LinearStep Find(IReadOnlyList<double> gains, IReadOnlyList<double> uses, double room, double[] low, double[] high)
    {
        var moves = new double[low.Length];
        var used = 0.0;
        for (var k = 0; k < moves.Length; k++)
        {
            moves[k] = gains[k] > 0 || (gains[k] == 0 && uses[k] < 0) ? high[k] : low[k];
            used += uses[k] * moves[k];
        }

        var price = 0.0;
        foreach (var k in Enumerable.Range(0, moves.Length).Where(k => gains[k] * uses[k] > 0).OrderBy(k => gains[k] / uses[k]).ThenBy(k => k))
        {
            if (used <= room)
                break;
            price = gains[k] / uses[k];
            var whole = (gains[k] > 0 ? low[k] : high[k]) - moves[k];
            var part = whole * uses[k] == 0 ? 0 : Math.Min(1, (room - used) / (whole * uses[k]));
            moves[k] += part * whole;
            used += part * whole * uses[k];
            // Rounding may leave a trace above the bound, which is not the next coverage's to pay for.
            if (part < 1)
                break;
        }

        return new LinearStep(moves, price);
    }
}
