namespace Samarkand.Model;

/// <summary>
/// How exactly an equilibrium holds: relative residuals of the model's equations at the state that is reported, evaluated by
/// one undamped pass over all of them.
/// </summary>
/// <param name="GoodsMarkets">Largest |supply - demand| of a market over its baseline output (or 1e-6 of the region's value added).</param>
/// <param name="Prices">Largest deviation of a log price index from the one that the costs imply.</param>
/// <param name="Wages">Largest deviation of a log wage from the one that labour income pays.</param>
/// <param name="Income">Largest deviation of wedges and payments received over value added.</param>
/// <param name="Walras">World labour income less the world wage bill, over world value added.</param>
/// <param name="Money">Wedges and payments received less paid, world-wide, over world value added.</param>
/// <param name="Iterations">Passes until the tolerance was met.</param>
/// <param name="Closure">The closure of deficits.</param>
/// <param name="Tolerance">What the residuals had to meet.</param>
public sealed record Certificate(
    double GoodsMarkets,
    double Prices,
    double Wages,
    double Income,
    double Walras,
    double Money,
    int Iterations,
    Closure Closure,
    double Tolerance)
{
    /// <summary>The largest of all residuals.</summary>
    public double Largest => Math.Max(Math.Max(Math.Max(GoodsMarkets, Prices), Math.Max(Wages, Income)), Math.Max(Walras, Money));
}

/// <summary>The model has no answer to a case, or none was found to the tolerance. The message says which market and what to try.</summary>
public sealed class NoEquilibriumException(string message) : Exception(message);
