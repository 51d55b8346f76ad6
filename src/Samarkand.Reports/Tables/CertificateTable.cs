using System.Text.Json;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Reports.Tables;

/// <summary>A certificate for people and for programs.</summary>
internal static class CertificateTable
{
    internal const string Name = "certificate";

    /// <summary>The largest relative residuals of each equilibrium, a row each.</summary>
    public static TableSpec<CaseTables> Spec { get; } = new(Name, "How exactly each equilibrium is solved: largest relative residuals", () => TableDraft
        .Of((CaseTables tables) => tables.Equilibria)
        .Text("equilibrium", "Equilibrium", Units.Text, "Which equilibrium: that of the case, one that it is compared with, or a month's.", row => row.Name)
        .Text("horizon", "Horizon", Units.Word, "`short`, `medium` or `long`.", row => row.Answer.Horizon.ToString().ToLowerInvariant())
        .Residual("goods_markets", "Goods markets", "Supply less demand of a market, over its output before.", certificate => certificate.GoodsMarkets)
        .Residual("prices", "Prices", "A price index less the one that costs imply.", certificate => certificate.Prices)
        .Residual("wages", "Wages", "A wage less the one that labour income pays.", certificate => certificate.Wages)
        .Residual("income", "Income", "Wedges and payments received less those that incomes hold, over value added.", certificate => certificate.Income)
        .Residual("walras", "Walras", "World labour income less the world's wage bill, over world value added.", certificate => certificate.Walras)
        .Residual("money", "Money", "Wedges and payments received less paid, world-wide, over world value added.", certificate => certificate.Money)
        .Residual("tolerance", "Tolerance", "The largest residual that was allowed.", certificate => certificate.Tolerance)
        .Number("iterations", "Passes", Units.Count, "Passes until the tolerance was met.", row => row.Answer.Equilibrium.Certificate.Iterations, 0)
        .Shape());

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

    private static TableDraft<CaseTables, (string Name, CaseAnswer Answer)> Residual(
        this TableDraft<CaseTables, (string Name, CaseAnswer Answer)> draft, string name, string heading, string meaning, Func<Certificate, double> value) =>
        draft.Number(name, heading, Units.Residual, meaning, row => value(row.Answer.Equilibrium.Certificate), 16, "0.0e+0");
}
