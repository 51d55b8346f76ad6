namespace Samarkand.Cases.Binding.Outlets;

/// <summary>Settles every figure of a case's block <c>other-buyers</c>.</summary>
internal static class OtherBuyersBinder
{
    /// <summary>The terms; null where the case has no such block.</summary>
    public static OtherBuyersTerms? Bind(Case theCase, SectorNames sectors) => theCase.OtherBuyers is not { } rule ? null : new OtherBuyersTerms
    {
        Sectors = sectors.Set(rule.Sectors),
        Share = rule.Share ?? OtherBuyersTerms.DefaultShare,
        Discount = rule.Discount ?? OtherBuyersTerms.DefaultDiscount,
        Distance = rule.Distance ?? OtherBuyersTerms.DefaultDistance,
        Gravity = rule.Gravity ?? OtherBuyersTerms.DefaultGravity,
        Limit = rule.Limit ?? OtherBuyersTerms.DefaultLimit,
    };
}
