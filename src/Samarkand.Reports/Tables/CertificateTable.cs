using System.Text.Json;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Reports.Tables;

/// <summary>A certificate for people and for programs.</summary>
public static class CertificateTable
{
    /// <summary>The largest relative residuals of each equilibrium, a row each.</summary>
    /// <param name="answers">The equilibria by name, as <see cref="CaseTables.Equilibria"/> gives them.</param>
    public static Table Of(IReadOnlyList<(string Name, CaseAnswer Answer)> answers) => new("certificate", CaseTables.Title("certificate"),
    [
        new TextColumn("equilibrium", "Equilibrium", [.. answers.Select(a => a.Name)]),
        new TextColumn("horizon", "Horizon", [.. answers.Select(a => a.Answer.Horizon.ToString().ToLowerInvariant())]),
        Residual("goods_markets", "Goods markets", answers, c => c.GoodsMarkets),
        Residual("prices", "Prices", answers, c => c.Prices),
        Residual("wages", "Wages", answers, c => c.Wages),
        Residual("income", "Income", answers, c => c.Income),
        Residual("walras", "Walras", answers, c => c.Walras),
        Residual("money", "Money", answers, c => c.Money),
        Residual("tolerance", "Tolerance", answers, c => c.Tolerance),
        new NumberColumn("iterations", "Passes", [.. answers.Select(a => (double)a.Answer.Equilibrium.Certificate.Iterations)], 0),
    ]);

    /// <summary>One line for people.</summary>
    public static string Line(Certificate c) => FormattableString.Invariant(
        $"largest residual {c.Largest:0.0e+0} (goods {c.GoodsMarkets:0.0e+0}, prices {c.Prices:0.0e+0}, income {c.Income:0.0e+0}, Walras {c.Walras:0.0e+0}, money {c.Money:0.0e+0}), {c.Iterations} passes");

    internal static void WriteFields(Utf8JsonWriter json, CaseAnswer answer)
    {
        var certificate = answer.Equilibrium.Certificate;
        json.WriteString("horizon", answer.Horizon.ToString().ToLowerInvariant());
        json.WriteString("closure", certificate.Closure.ToString().ToLowerInvariant());
        json.WriteNumber("goods_markets", certificate.GoodsMarkets);
        json.WriteNumber("prices", certificate.Prices);
        json.WriteNumber("wages", certificate.Wages);
        json.WriteNumber("income", certificate.Income);
        json.WriteNumber("walras", certificate.Walras);
        json.WriteNumber("money", certificate.Money);
        json.WriteNumber("iterations", certificate.Iterations);
        json.WriteNumber("tolerance", certificate.Tolerance);
    }

    private static NumberColumn Residual(
        string name, string heading, IReadOnlyList<(string Name, CaseAnswer Answer)> answers, Func<Certificate, double> value) =>
        new(name, heading, [.. answers.Select(a => value(a.Answer.Equilibrium.Certificate))], 16) { Format = "0.0e+0" };
}
