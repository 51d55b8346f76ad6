using System.Text.Json;
using Samarkand.Equilibrium;

namespace Samarkand.Reports;

/// <summary>A certificate for people and for programs.</summary>
public static class CertificateTable
{
    /// <summary>The residuals as a table.</summary>
    public static Table Of(Certificate certificate) => new("certificate", "How exactly the equilibrium holds: largest relative residuals",
    [
        new TextColumn("residual", "Residual", ["goods markets", "prices", "wages", "income", "walras", "money", "iterations", "tolerance"]),
        new NumberColumn(
            "value",
            "Value",
            [certificate.GoodsMarkets, certificate.Prices, certificate.Wages, certificate.Income, certificate.Walras, certificate.Money, certificate.Iterations, certificate.Tolerance],
            16),
    ]);

    /// <summary>One line for people.</summary>
    public static string Line(Certificate c) => FormattableString.Invariant(
        $"largest residual {c.Largest:0.0e+0} (goods {c.GoodsMarkets:0.0e+0}, prices {c.Prices:0.0e+0}, income {c.Income:0.0e+0}, Walras {c.Walras:0.0e+0}, money {c.Money:0.0e+0}), {c.Iterations} passes");

    internal static void WriteFields(Utf8JsonWriter json, Certificate certificate)
    {
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
}
