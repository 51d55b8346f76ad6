using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Rescue;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of who comes to the rescue. Names and columns are stable.</summary>
internal static class RescueTables
{
    /// <summary>The name of the table of prices.</summary>
    public const string Prices = "price-of-friendship";

    /// <summary>The name of the table of combinations of means.</summary>
    public const string Means = "rescue";

    /// <summary>The name of the table of prices by severity.</summary>
    public const string Curve = "friendship-curve";

    /// <summary>The name of the table of every profile, which is long.</summary>
    public const string Payoffs = "payoffs";

    /// <summary>The name of the map of equilibria.</summary>
    public const string Map = "equilibrium-map";

    internal const string Severity = "The share of the case's secondary sanctions that is carried out.";

    internal const string Stance = "The stance or action, as the case writes it.";

    private const string Cost = "What the rescuer loses by the stance against staying neutral: equivalent variation and penalties, less what it cares for of what third parties gain.";

    private const string Relief = "What the target gains by the rescuer's stance, in equivalent variation.";

    private const string Price = "What the rescuer loses for each dollar that the target gains, and so the weight that it must put on the target to choose the stance. Below zero the stance pays for itself; empty where it brings no relief.";

    private const string CoalitionCost = "What the coalition loses by the rescuer's stance.";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<RescueAnswer>> All { get; } =
    [
        new(Prices, "What each stance costs the rescuer and gives the target, against staying neutral", OfPrices),
        new(Means, "What each combination of the rescuer's means costs it and brings the target, against staying neutral", OfMeans),
        new(Curve, "The price of the rescue, by severity of secondary sanctions", OfCurve),
        new(Map, "The rescuer's stance by severity and weight on the target, where every player chooses again", EquilibriumTables.Map),
        new("stance-map", "The rescuer's best stance by severity and weight on the target, the others' stances unchanged", OfMap),
        new("coalition-first", "What follows if the coalition commits first to a severity of its secondary sanctions", EquilibriumTables.CoalitionFirst),
        new("stance-chances", "How likely each stance is", OfChances),
        new("equilibria", "Equilibria of the game of stances: profiles in which nobody gains by another stance", EquilibriumTables.Stable),
        new("payoff-error", "By how much sums of effects of one and of two miss payoffs, in a game too large to solve whole", EquilibriumTables.Error),
        new(Payoffs, "What every profile of stances pays each player, percent of own income", OfPayoffs),
        new("words-and-deeds", "How players vote, and what their stance does: gains against staying neutral, million USD a year", OfWords),
        new("warning-example", "The same package aimed at others: who would lose how much if it were next, percent", OfWarnings),
    ];

    private static TableShape<RescueAnswer> OfPrices() => TableDraft
        .Of((RescueAnswer answer) => answer.Prices, World)
        .Region("rescuer", "Rescuer", "Who might come to the rescue.", row => row.Rescuer)
        .Text("stance", "Stance", Units.Word, Stance, row => row.Stance)
        .Number("cost_musd", "Costs it, m USD", Units.MillionUsd, Cost, row => row.Cost, 0)
        .Number("relief_musd", "Relieves the target, m USD", Units.MillionUsd, Relief, row => row.Relief, 0)
        .Number("price", "Price", Units.DollarsForADollar, Price, row => row.Price, 2)
        .Number("coalition_cost_musd", "Costs the coalition, m USD", Units.MillionUsd, CoalitionCost, row => row.CoalitionCost, 0)
        .Shape();

    private static TableShape<RescueAnswer> OfMeans() => TableDraft
        .Of((RescueAnswer answer) => Offers(answer), World)
        .Region("rescuer", "Rescuer", "Who might come to the rescue.", row => row.Offer.Price.Rescuer)
        .Text("means", "Means", Units.Text, "What it gives, of the means that the case lists; it lets goods through besides.", row => row.Means)
        .Number("size", "Size", Units.Share, "The share of the sizes that the case gives these means.", row => row.Offer.Mix.Size, 2)
        .Number("cost_musd", "Costs it, m USD", Units.MillionUsd, Cost, row => row.Offer.Price.Cost, 0)
        .Number("relief_musd", "Relieves the target, m USD", Units.MillionUsd, Relief, row => row.Offer.Price.Relief, 0)
        .Number("price", "Price", Units.DollarsForADollar, Price, row => row.Offer.Price.Price, 2)
        .Number("own_gain_musd", "Gain by its own lights", Units.MillionUsd, "Relief at the rescuer's weight on the target, less what it costs the rescuer.", row => row.Offer.Own, 0)
        .Number("together_musd", "Gain of the two", Units.MillionUsd, "What the two gain together, dollar for dollar: relief less cost. Below zero no payment between the two makes both better off.", row => row.Offer.Together, 0)
        .Text("best", "Best", Units.Word, "`yes` for the combination that pays best for both: the largest product of the two gains, or, where none pays for both, the lowest price. The rescue of all other tables consists of it.", row => row.IsBest ? "yes" : "")
        .Number("drawn", "Best in draws", Units.Share, "The share of draws from the priors in which this combination is the best; empty where there are none, or where it was not tried in them.", row => row.Drawn, 3)
        .Shape();

    private static TableShape<RescueAnswer> OfCurve() => TableDraft
        .Of((RescueAnswer answer) => answer.Curve?.Points ?? [])
        .Number("severity", "Severity", Units.Share, Severity, row => row.Severity, 1)
        .Number("cost_musd", "Costs it, m USD", Units.MillionUsd, Cost, row => row.Price.Cost, 0)
        .Number("relief_musd", "Relieves the target, m USD", Units.MillionUsd, Relief, row => row.Price.Relief, 0)
        .Number("price", "Price", Units.DollarsForADollar, Price, row => row.Price.Price, 2)
        .Number("coalition_cost_musd", "Costs the coalition, m USD", Units.MillionUsd, CoalitionCost, row => row.Price.CoalitionCost, 0)
        .Number("credibility", "Coalition's cost for each dollar of the rescuer's", Units.DollarsForADollar, "What the coalition pays for each dollar that its secondary sanctions cost the rescuer.", row => row.Credibility, 2)
        .Shape();

    private static TableShape<RescueAnswer> OfMap() => TableDraft
        .Of((RescueAnswer answer) => answer.Map?.Cells ?? [])
        .Number("severity", "Severity", Units.Share, Severity, row => row.Severity, 1)
        .Number("affinity", "Affinity", Units.DollarsForADollar, "The weight that the rescuer puts on the target: what a dollar that the target gains is worth to it, in dollars of its own.", row => row.Affinity, 1)
        .Text("stance", "Best stance", Units.Word, "The rescuer's best stance where the others keep theirs.", row => row.Stance)
        .Shape();

    private static TableShape<RescueAnswer> OfChances() => TableDraft
        .Of((RescueAnswer answer) => Chances(answer), World)
        .RegionCode("player", "Player", "Who chooses, of those with a choice.", row => row.Player)
        .Text("stance", "Stance", Units.Word, Stance, row => row.Stance)
        .Number("quantal_response", "Quantal response", Units.Share, "How likely the stance is where better ones are likelier (logit quantal response equilibrium).", row => row.Response, 3)
        .Number("drawn", "Share of draws", Units.Share, "The share of draws from the priors in which the rescuer takes it; empty for other players.", row => row.Drawn?.Probability ?? double.NaN, 3)
        .Number("drawn_low", "from", Units.Share, "The lower end of Wilson's 90 percent interval for that share.", row => row.Drawn?.Low ?? double.NaN, 3)
        .Number("drawn_high", "to", Units.Share, "The upper end of Wilson's 90 percent interval for that share.", row => row.Drawn?.High ?? double.NaN, 3)
        .Shape();

    private static TableShape<RescueAnswer> OfPayoffs() => TableDraft
        .Of((RescueAnswer answer) => Profiles(answer), World)
        .Number("profile", "Profile", Units.Number, "The number of the profile, from 0: one stance for each player.", row => row.Profile, 0)
        .RegionCode("player", "Player", "Who is paid.", row => row.Player)
        .Text("stance", "Stance", Units.Word, "What it does in that profile.", row => row.Stance)
        .Number("payoff_pct", "Payoff, % of income", Units.Percent, "What the profile pays the player, percent of own income.", row => row.Payoff, 4)
        .Number("gain_by_deviating_pct", "Gain by another stance", Units.Percent, "What it would gain by its best other stance while the others stay, percent of own income; zero for every player in an equilibrium.", row => row.Gain, 4)
        .Shape();

    private static TableShape<RescueAnswer> OfWords() => TableDraft
        .Of((RescueAnswer answer) => WordsAndDeeds.Of(answer), World)
        .Region("region", "Player", "The player.", row => row.Region)
        .Number("ideal_point", "Ideal point, UN", Units.IdealPoint, "Where its votes in the General Assembly put it.", row => row.IdealPoint, 2)
        .Number("distance_to_target", "to target", Units.IdealPoint, "How far its ideal point is from the target's.", row => row.ToTarget, 2)
        .Number("distance_to_coalition", "to coalition", Units.IdealPoint, "How far its ideal point is from the coalition's, weighted by income.", row => row.ToCoalition, 2)
        .Text("roll_calls", "Roll call", Units.Text, "Its votes on the resolutions on which the target voted.", row => string.Join("; ", row.Votes))
        .Text("shared_memberships", "Member with the target of", Units.Text, "Organisations to which both belong.", row => string.Join(' ', row.Memberships))
        .Text("stance", "Stance", Units.Word, Stance, row => row.Move)
        .Number("own_gain_musd", "Own gain", Units.MillionUsd, "What it gains by its stance against staying neutral, penalties apart.", row => row.OwnGain, 0)
        .Number("target_gain_musd", "Target's gain", Units.MillionUsd, "What the target gains by the player's stance against its staying neutral.", row => row.TargetGain, 0)
        .Shape();

    private static TableShape<RescueAnswer> OfWarnings() => TableDraft
        .Of((RescueAnswer answer) => answer.Warnings, World)
        .Region("region", "If it were", "At whom the same package is aimed; the target itself comes first.", row => row.Region)
        .Number("own_loss_pct", "It would lose %", Units.Percent, "What it would lose of real income if the package were aimed at it.", row => row.OwnLossPct, 3)
        .Number("coalition_loss_pct", "The coalition %", Units.Percent, "What the coalition would lose of real income then.", row => row.CoalitionLossPct, 3)
        .Shape();

    private static Chance[] Chances(RescueAnswer answer)
    {
        StanceChance? Drawn(int player, Move move) =>
            player == answer.RescuerIndex ? answer.Draws?.Chances.FirstOrDefault(chance => chance.Stance == move.Name) : null;
        return
        [
            .. answer.Players.SelectMany((actor, p) => actor.Moves.Select((move, m) => (p, m, Actor: actor, Move: move))).Where(row => row.Actor.Moves.Length > 1)
                .Select(row => new Chance(row.Actor.Player.Region.Text, row.Move.Name, answer.Response?.Probabilities[row.p][row.m] ?? double.NaN, Drawn(row.p, row.Move))),
        ];
    }

    private static ProfilePayoff[] Profiles(RescueAnswer answer)
    {
        var (actors, payoffs) = (answer.Game.Actors, answer.Payoffs);
        return
        [
            .. Enumerable.Range(0, payoffs.ProfileCount * payoffs.PlayerCount).Select(row => (Profile: row / payoffs.PlayerCount, Player: row % payoffs.PlayerCount))
                .Select(row => new ProfilePayoff(
                    row.Profile,
                    actors[row.Player].Player.Region.Text,
                    actors[row.Player].Moves[payoffs.Action(row.Profile, row.Player)].Name,
                    payoffs.Payoff(row.Profile, row.Player),
                    payoffs.Gain(row.Profile, row.Player))),
        ];
    }

    private static OfferRow[] Offers(RescueAnswer answer) => answer.Means is not { } means
        ? []
        : [.. means.Offers.Select((offer, k) => new OfferRow(offer, Words.MeansText.Of(means, offer.Mix), k == means.Best, answer.Draws?.ShareOf(offer.Mix) ?? double.NaN))];

    private static World World(RescueAnswer answer) => answer.Case.World;

    private sealed record OfferRow(MeansOffer Offer, string Means, bool IsBest, double Drawn);

    private sealed record Chance(string Player, string Stance, double Response, StanceChance? Drawn);

    private sealed record ProfilePayoff(int Profile, string Player, string Stance, double Payoff, double Gain);
}
