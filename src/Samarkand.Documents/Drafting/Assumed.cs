using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Drafting;

/// <summary>Sizes that a document does not give: those of the recipes and the template of <c>samarkand new</c>.</summary>
internal static class Assumed
{
    /// <summary>Who is meant by the West, where a document says no more: the G7, the EU, and states that followed their sanctions.</summary>
    public static readonly string[] West = ["USA", "CAN", "GBR", "EU", "JPN", "KOR", "AUS", "NOR?", "CHE?", "NZL?", "TWN?"];

    /// <summary>The size of an instrument as a case writes it.</summary>
    public static string SizeOf(string act) => act switch
    {
        Acts.ExportBan => "coverage: 0.5, common-list: true",
        Acts.ImportBan => "coverage: 0.9",
        Acts.Tariff => "rate: 25 %",
        Acts.PriceCap => "discount: 20 %",
        Acts.PaymentsCut => "cost: 5 %, settled: 60 %, both: true",
        Acts.Transport => "cost: 0.1, both: true",
        Acts.AssetFreeze => "amount: 100 bn USD, yield: 2 %",
        Acts.AssetSeizure => "amount: 100 bn USD, years: 5",
        Acts.InvestmentStop => "amount: 5 bn USD",
        _ => throw new ArgumentException($"{act} is no instrument of a package", nameof(act)),
    };

    /// <summary>The size that a claim gives, or null.</summary>
    public static string? GivenBy(Claim claim)
    {
        var amount = claim.Amount;
        if (claim.Act == Acts.Tariff && amount.EndsWith(" %", StringComparison.Ordinal))
            return $"rate: {amount}";
        var isMoney = amount.EndsWith(" bn USD", StringComparison.Ordinal) || amount.EndsWith(" m USD", StringComparison.Ordinal) || amount.EndsWith(" trn USD", StringComparison.Ordinal);
        return !isMoney ? null : claim.Act switch
        {
            Acts.AssetFreeze => $"amount: {amount}, yield: 2 %",
            Acts.AssetSeizure => $"amount: {amount}, years: 5",
            Acts.InvestmentStop => $"amount: {amount}",
            _ => null,
        };
    }
}
