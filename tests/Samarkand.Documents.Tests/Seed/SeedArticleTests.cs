using Samarkand.Documents.Claims;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using Samarkand.Tests;

namespace Samarkand.Documents.Tests.Seed;

/// <summary>The article of September 2022 from which the flagship case was read by a person: the eighteen things that the case takes from it.</summary>
public class SeedArticleTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string, string, bool> Systems => new()
    {
        { "transport", "WEST", Acts.Transport, "RUS", true },
        { "cards", "WEST", Acts.PaymentsCut, "RUS", true },
        { "reserves", "WEST", Acts.AssetFreeze, "RUS", true },
        { "chips", "CHN", Acts.Supply, "RUS", false },
        { "smartphones", "CHN", Acts.Supply, "RUS", false },
        { "firms that leave", "CHN", Acts.OverCompliance, "RUS", true },
        { "fear of punishment", "CHN", Acts.Fears, "", true },
        { "Central Asian conduits", "CENTRAL-ASIA", Acts.Conduit, "RUS", true },
        { "hopes that evaporated", "CHN", Acts.Supply, "RUS", false },
        { "do nothing at their own expense", "CHN", Acts.Rescue, "RUS", false },
        { "junior partner", "RUS", Acts.Depends, "CHN", true },
        { "no guarantees", "SCO", Acts.Guarantees, "", false },
        { "commitments", "RUS", Acts.PaysFor, "ARM", false },
        { "debts", "CHN", Acts.Lends, "KGZ", true },
        { "fence-sitters", "TUR", Acts.Neutral, "", true },
        { "the locked town", "UZB", Acts.Transport, "", true },
        { "red line", "CHN", Acts.Warns, "RUS", true },
        { "promise", "CHN", Acts.Arms, "RUS", false },
    };

    /// <summary>Words of the passage in which each stands.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["transport"] = "transport connections",
        ["cards"] = "bank cards",
        ["reserves"] = "freezing of the assets",
        ["chips"] = "microchips",
        ["smartphones"] = "smartphones",
        ["firms that leave"] = "closed his Moscow office",
        ["fear of punishment"] = "shy away",
        ["Central Asian conduits"] = "unless this violates western sanctions",
        ["hopes that evaporated"] = "evaporated",
        ["do nothing at their own expense"] = "own expense",
        ["junior partner"] = "junior partner in Central Asia",
        ["no guarantees"] = "security guarantees",
        ["commitments"] = "commitments in Armenia",
        ["debts"] = "growing debts",
        ["fence-sitters"] = "claim as his allies",
        ["the locked town"] = "three days of vacation",
        ["red line"] = "nuclear extortion",
        ["promise"] = "break a promise",
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_article_yields_what_the_case_takes_from_it(string system, string actor, string act, string counterpart, bool isAffirmed)
    {
        var reading = Read();
        var places = reading.Claims.SelectMany(claim => claim.Again.Select(place => place.Quote).Append(claim.Quote).Select(quote => (Claim: claim, Quote: quote)))
            .Where(place => place.Quote.Contains(Words[system], StringComparison.Ordinal)).Select(place => place.Claim).ToArray();
        output.WriteLine(string.Join('\n', places.Select(ClaimWords.Of)));
        Assert.Contains(places, claim => claim.Actor == actor && claim.Act == act && claim.Counterpart == counterpart && claim.Polarity == (isAffirmed ? Polarity.Affirmed : Polarity.Denied));
        // Nothing in the same words says the contrary.
        Assert.DoesNotContain(places, claim => claim.Actor == actor && claim.Act == act && claim.Counterpart == counterpart && claim.Polarity == (isAffirmed ? Polarity.Denied : Polarity.Affirmed));
    }

    [Fact]
    public void Three_days_are_the_amount_of_the_locked_town_and_the_unless_makes_the_conduits_hypothetical()
    {
        var claims = Read().Claims;
        Assert.Contains(claims, claim => claim is { Actor: "UZB", Act: Acts.Transport, Amount: "3 days" });
        Assert.Contains(claims, claim => claim is { Actor: "CENTRAL-ASIA", Act: Acts.Conduit, Modality: Modality.Hypothetical });
        Assert.Contains(claims, claim => claim is { Act: Acts.Rescue, SaidBy: "Mark Galeotti" });
    }

    internal static DocumentReading Read() => DocumentReading.Of([DocumentFiles.FromFile(SharedData.Path("seed/telegraph-2022-09-samarkand.txt"))]);
}
