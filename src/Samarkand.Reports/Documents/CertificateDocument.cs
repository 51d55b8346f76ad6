using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Documents;

/// <summary>How exactly the equilibria behind an answer hold.</summary>
/// <param name="Text">The same in a sentence.</param>
/// <param name="LargestResidual">The largest relative residual of all of them.</param>
internal sealed record CertificateDocument(string Text, double LargestResidual)
{
    /// <summary>What else bounds the error of the answer.</summary>
    public ImmutableArray<KeyFigure> Checks { get; init; } = [];

    /// <summary>The residuals of single equilibria, the case's first; empty where there are too many to list.</summary>
    public ImmutableArray<EquilibriumCertificate> Equilibria { get; init; } = [];

    /// <summary>Of equilibria by name.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="equilibria">The equilibria, the first one first.</param>
    internal static CertificateDocument Of(string text, IEnumerable<(string Name, CaseAnswer Answer)> equilibria)
    {
        var all = equilibria.Select(one => EquilibriumCertificate.Of(one.Name, one.Answer)).ToImmutableArray();
        return new CertificateDocument(text, equilibria.Max(one => one.Answer.Equilibrium.Certificate.Largest)) { Equilibria = all };
    }

    /// <summary>Of a case's equilibria: the sentence is about its own.</summary>
    internal static CertificateDocument Of(CaseTables tables) =>
        Of($"Certificate: {CertificateTable.Line(tables.Answer.Equilibrium.Certificate)}.", tables.Equilibria);
}

/// <summary>The residuals of one equilibrium, relative, at the state that is reported.</summary>
/// <param name="Equilibrium">Which one: <c>case</c>, a month, or the one that it is compared with.</param>
/// <param name="Horizon">Its horizon.</param>
/// <param name="Closure">What happens to trade deficits.</param>
/// <param name="GoodsMarkets">Goods markets: supply less demand.</param>
/// <param name="Prices">Price indices less what costs imply.</param>
/// <param name="Wages">Wages less what labour income pays.</param>
/// <param name="Income">Wedges and payments received.</param>
/// <param name="Walras">World labour income less the world's wage bill.</param>
/// <param name="Money">Money received less money paid, world-wide.</param>
/// <param name="Iterations">Passes until the tolerance was met.</param>
/// <param name="Tolerance">What was allowed.</param>
internal sealed record EquilibriumCertificate(
    string Equilibrium,
    string Horizon,
    string Closure,
    double GoodsMarkets,
    double Prices,
    double Wages,
    double Income,
    double Walras,
    double Money,
    int Iterations,
    double Tolerance)
{
    internal static EquilibriumCertificate Of(string name, CaseAnswer answer)
    {
        var c = answer.Equilibrium.Certificate;
        return new EquilibriumCertificate(
            name,
            answer.Horizon.ToString().ToLowerInvariant(),
            c.Closure.ToString().ToLowerInvariant(),
            c.GoodsMarkets,
            c.Prices,
            c.Wages,
            c.Income,
            c.Walras,
            c.Money,
            c.Iterations,
            c.Tolerance);
    }
}
