using System.Collections.Immutable;

namespace Samarkand.Documents.Claims;

/// <summary>Joins claims that say the same, and marks those that contradict each other.</summary>
internal static class JoinedClaims
{
    public static ImmutableArray<Claim> Of(IReadOnlyList<Claim> claims)
    {
        var order = new List<(string, string, string, string, Polarity, Modality, string, string)>();
        var groups = new Dictionary<(string, string, string, string, Polarity, Modality, string, string), List<Claim>>();
        foreach (var claim in claims)
        {
            var key = (claim.Actor, claim.Act, claim.Counterpart, claim.Goods, claim.Polarity, claim.Modality, claim.SaidBy, claim.Amount);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
                order.Add(key);
            }

            group.Add(claim);
        }

        var joined = order.Select(key => Join(groups[key])).ToArray();
        var contested = joined.Where(claim => claim.Actor.Length > 0).GroupBy(claim => (claim.Actor, claim.Act, claim.Counterpart))
            .Where(group => group.Any(one => group.Any(other => Contradict(one, other))))
            .Select(group => group.Key).ToHashSet();
        return [.. joined.Select(claim => claim with { IsContested = contested.Contains((claim.Actor, claim.Act, claim.Counterpart)) })];
    }

    // The most certain of the same words stands for all; each other place is kept once.
    private static Claim Join(List<Claim> same)
    {
        var first = same[0];
        return first with
        {
            Confidence = same.Max(claim => claim.Confidence),
            From = same.Select(claim => claim.From).FirstOrDefault(date => date.Length > 0) ?? "",
            Until = same.Select(claim => claim.Until).FirstOrDefault(date => date.Length > 0) ?? "",
            Again = [.. same.Skip(1).Select(claim => new Passage(claim.Document, claim.Quote, claim.Start, claim.End)).Distinct().Where(place => place.Start != first.Start || place.Document != first.Document)],
        };
    }

    private static bool Contradict(Claim one, Claim other) =>
        one.Polarity != other.Polarity && (one.Goods == other.Goods || one.Goods.Length == 0 || other.Goods.Length == 0 || one.Goods.Split(';').Intersect(other.Goods.Split(';')).Any());
}
