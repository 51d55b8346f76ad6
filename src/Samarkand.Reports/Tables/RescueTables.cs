using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Rescue;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of who comes to the rescue. Names and columns are stable.</summary>
public static class RescueTables
{
    /// <summary>Every table with the line that describes it, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("price-of-friendship", "What each stance costs the rescuer and gives the target, against staying neutral"),
        ("friendship-curve", "The price of the rescue, by severity of secondary sanctions"),
        ("equilibrium-map", "The rescuer's stance by severity and weight on the target, where every player chooses again"),
        ("stance-map", "The rescuer's best stance by severity and weight on the target, the others' stances unchanged"),
        ("coalition-first", "What follows if the coalition commits first to a severity of its secondary sanctions"),
        ("stance-chances", "How likely each stance is"),
        ("equilibria", "Equilibria of the game of stances: profiles in which nobody gains by another stance"),
        ("payoffs", "What every profile of stances pays each player, percent of own income"),
        ("words-and-deeds", "How players vote, and what their stance does: gains against staying neutral, million USD a year"),
        ("warning-example", "The same package aimed at others: who would lose how much if it were next, percent"),
    ];

    /// <summary>One table by its name.</summary>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static Table Make(string name, RescueAnswer answer) => name switch
    {
        "price-of-friendship" => Prices(answer.Case.World, answer.Prices),
        "friendship-curve" => Curve(answer),
        "stance-map" => Map(answer),
        "equilibrium-map" => EquilibriumTables.Map(answer),
        "coalition-first" => EquilibriumTables.CoalitionFirst(answer),
        "stance-chances" => Chances(answer),
        "equilibria" => EquilibriumTables.Stable(answer),
        "payoffs" => Payoffs(answer),
        "words-and-deeds" => Words(answer),
        "warning-example" => Warnings(answer),
        _ => throw new ArgumentException($"there is no table {name}", nameof(name)),
    };

    /// <summary>The table <c>price-of-friendship</c> of any rescuers.</summary>
    public static Table Prices(World world, IReadOnlyList<FriendshipPrice> prices) => Make("price-of-friendship",
    [
        new TextColumn("rescuer", "Rescuer", [.. prices.Select(price => world.Code(price.Rescuer))]),
        new TextColumn("stance", "Stance", [.. prices.Select(price => price.Stance)]),
        new NumberColumn("cost_musd", "Costs it, m USD", [.. prices.Select(price => price.Cost)], 0),
        new NumberColumn("relief_musd", "Relieves the target, m USD", [.. prices.Select(price => price.Relief)], 0),
        new NumberColumn("price", "Price", [.. prices.Select(price => price.Price)], 2),
        new NumberColumn("coalition_cost_musd", "Costs the coalition, m USD", [.. prices.Select(price => price.CoalitionCost)], 0),
    ]);

    private static Table Curve(RescueAnswer answer)
    {
        var points = answer.Curve?.Points ?? [];
        return Make("friendship-curve",
        [
            new NumberColumn("severity", "Severity", [.. points.Select(point => point.Severity)], 1),
            new NumberColumn("cost_musd", "Costs it, m USD", [.. points.Select(point => point.Price.Cost)], 0),
            new NumberColumn("relief_musd", "Relieves the target, m USD", [.. points.Select(point => point.Price.Relief)], 0),
            new NumberColumn("price", "Price", [.. points.Select(point => point.Price.Price)], 2),
            new NumberColumn("coalition_cost_musd", "Costs the coalition, m USD", [.. points.Select(point => point.Price.CoalitionCost)], 0),
            new NumberColumn("credibility", "Coalition's cost for each dollar of the rescuer's", [.. points.Select(point => point.Credibility)], 2),
        ]);
    }

    private static Table Map(RescueAnswer answer)
    {
        var cells = answer.Map?.Cells ?? [];
        return Make("stance-map",
        [
            new NumberColumn("severity", "Severity", [.. cells.Select(cell => cell.Severity)], 1),
            new NumberColumn("affinity", "Affinity", [.. cells.Select(cell => cell.Affinity)], 1),
            new TextColumn("stance", "Best stance", [.. cells.Select(cell => cell.Stance)]),
        ]);
    }

    private static Table Chances(RescueAnswer answer)
    {
        var rows = answer.Game.Actors.SelectMany((actor, p) => actor.Moves.Select((move, m) => (p, m, Actor: actor, Move: move))).Where(row => row.Actor.Moves.Length > 1).ToArray();
        StanceChance? Drawn((int P, int M, Actor Actor, Move Move) row) =>
            row.P == answer.RescuerIndex ? answer.Draws?.Chances.FirstOrDefault(chance => chance.Stance == row.Move.Name) : null;
        return Make("stance-chances",
        [
            new TextColumn("player", "Player", [.. rows.Select(row => row.Actor.Player.Region.Text)]),
            new TextColumn("stance", "Stance", [.. rows.Select(row => row.Move.Name)]),
            new NumberColumn("quantal_response", "Quantal response", [.. rows.Select(row => answer.Response?.Probabilities[row.p][row.m] ?? double.NaN)], 3),
            new NumberColumn("drawn", "Share of draws", [.. rows.Select(row => Drawn(row)?.Probability ?? double.NaN)], 3),
            new NumberColumn("drawn_low", "from", [.. rows.Select(row => Drawn(row)?.Low ?? double.NaN)], 3),
            new NumberColumn("drawn_high", "to", [.. rows.Select(row => Drawn(row)?.High ?? double.NaN)], 3),
        ]);
    }

    private static Table Payoffs(RescueAnswer answer)
    {
        var (game, payoffs) = (answer.Game, answer.Payoffs);
        var rows = Enumerable.Range(0, payoffs.ProfileCount * payoffs.PlayerCount).Select(row => (Profile: row / payoffs.PlayerCount, Player: row % payoffs.PlayerCount)).ToArray();
        return Make("payoffs",
        [
            new NumberColumn("profile", "Profile", [.. rows.Select(row => (double)row.Profile)], 0),
            new TextColumn("player", "Player", [.. rows.Select(row => game.Actors[row.Player].Player.Region.Text)]),
            new TextColumn("stance", "Stance", [.. rows.Select(row => game.Actors[row.Player].Moves[payoffs.Action(row.Profile, row.Player)].Name)]),
            new NumberColumn("payoff_pct", "Payoff, % of income", [.. rows.Select(row => payoffs.Payoff(row.Profile, row.Player))], 4),
            new NumberColumn("gain_by_deviating_pct", "Gain by another stance", [.. rows.Select(row => payoffs.Gain(row.Profile, row.Player))], 4),
        ]);
    }

    private static Table Words(RescueAnswer answer)
    {
        var rows = WordsAndDeeds.Of(answer);
        return Make("words-and-deeds",
        [
            new TextColumn("region", "Player", [.. rows.Select(row => answer.Case.World.Code(row.Region))]),
            new NumberColumn("ideal_point", "Ideal point, UN", [.. rows.Select(row => row.IdealPoint)], 2),
            new NumberColumn("distance_to_target", "to target", [.. rows.Select(row => row.ToTarget)], 2),
            new NumberColumn("distance_to_coalition", "to coalition", [.. rows.Select(row => row.ToCoalition)], 2),
            new TextColumn("roll_calls", "Roll call", [.. rows.Select(row => string.Join("; ", row.Votes))]),
            new TextColumn("shared_memberships", "Member with the target of", [.. rows.Select(row => string.Join(' ', row.Memberships))]),
            new TextColumn("stance", "Stance", [.. rows.Select(row => row.Move)]),
            new NumberColumn("own_gain_musd", "Own gain", [.. rows.Select(row => row.OwnGain)], 0),
            new NumberColumn("target_gain_musd", "Target's gain", [.. rows.Select(row => row.TargetGain)], 0),
        ]);
    }

    private static Table Warnings(RescueAnswer answer) => Make("warning-example",
    [
        new TextColumn("region", "If it were", [.. answer.Warnings.Select(warning => answer.Case.World.Code(warning.Region))]),
        new NumberColumn("own_loss_pct", "It would lose %", [.. answer.Warnings.Select(warning => warning.OwnLossPct)], 3),
        new NumberColumn("coalition_loss_pct", "The coalition %", [.. answer.Warnings.Select(warning => warning.CoalitionLossPct)], 3),
    ]);

    internal static Table Make(string name, Column[] columns) => new(name, All.First(table => table.Name == name).Title, [.. columns]);
}
