using Samarkand.Worlds.Names;

namespace Samarkand.Documents.Claims;

/// <summary>Says a claim in a few words.</summary>
internal static class ClaimWords
{
    /// <summary>The claim as <c>China, arms to Russia: denied, refused</c>.</summary>
    public static string Of(Claim claim)
    {
        var counterpart = claim.Counterpart.Length == 0 ? "" : $" → {Name(claim.Counterpart)}";
        var goods = claim.Goods.Length == 0 ? "" : $" ({claim.Goods.Replace(";", ", ", StringComparison.Ordinal)})";
        var amount = claim.Amount.Length == 0 ? "" : $", {claim.Amount}";
        return $"{(claim.Actor.Length == 0 ? "somebody" : Name(claim.Actor))}: {claim.Act}{goods}{counterpart}{amount} [{claim.Polarity.ToString().ToLowerInvariant()}, {claim.Modality.ToString().ToLowerInvariant()}]";
    }

    /// <summary>The English name of a code; what is no code stands for itself.</summary>
    public static string Name(string code) => Countries.NameOf(code) ?? code switch
    {
        "WEST" => "the West",
        "CENTRAL-ASIA" => "Central Asia",
        "BALTICS" => "the Baltic states",
        "NORDICS" => "the Nordic states",
        "GULF" => "the Gulf states",
        _ => code,
    };
}
