using Samarkand.Analyses.Rescue;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of stable profiles: those of the case, over severity and affinity, and after each commitment of the coalition.</summary>
internal static class EquilibriumTables
{
    public static Table Stable(RescueAnswer answer)
    {
        var (game, payoffs) = (answer.Game, answer.Payoffs);
        var rows = answer.Equilibria.SelectMany((profile, e) => game.Actors.Select((actor, p) => (Number: e, profile, p, Actor: actor))).ToArray();
        return RescueTables.Make("equilibria",
        [
            new NumberColumn("equilibrium", "Equilibrium", [.. rows.Select(row => row.Number + 1.0)], 0),
            new TextColumn("player", "Player", [.. rows.Select(row => row.Actor.Player.Region.Text)]),
            new TextColumn("stance", "Stance", [.. rows.Select(row => row.Actor.Moves[payoffs.Action(row.profile, row.p)].Name)]),
            new NumberColumn("payoff_pct", "Payoff, % of income", [.. rows.Select(row => payoffs.Payoff(row.profile, row.p))], 4),
            new NumberColumn("best_other_pct", "With its best other stance", [.. rows.Select(row => answer.Search?.Equilibria[row.Number].BestOther[row.p] ?? BestOther(payoffs, row.profile, row.p))], 4),
        ]);
    }

    public static Table Map(RescueAnswer answer)
    {
        var cells = answer.Landscape?.Cells ?? [];
        return RescueTables.Make("equilibrium-map",
        [
            new NumberColumn("severity", "Severity", [.. cells.Select(cell => cell.Severity)], 1),
            new NumberColumn("affinity", "Affinity", [.. cells.Select(cell => cell.Affinity)], 1),
            new TextColumn("outcome", "Outcome", [.. cells.Select(cell => cell.Outcome)]),
            new TextColumn("stance", "Stance", [.. cells.Select(cell => string.Join(' ', cell.Stances))]),
            new NumberColumn("equilibria", "Equilibria", [.. cells.Select(cell => (double)cell.Equilibria)], 0),
            new TextColumn("others_that_move", "Others who change stance", [.. cells.Select(cell => string.Join(' ', cell.Moving))]),
        ]);
    }

    // A row for each answer, and one for a severity without any.
    public static Table CoalitionFirst(RescueAnswer answer)
    {
        var rows = (answer.First?.Commitments ?? []).SelectMany((commitment, z) => commitment.Answers.IsEmpty
            ? [(Place: z, Number: 0, Commitment: commitment, Answer: (CommitmentAnswer?)null)]
            : commitment.Answers.Select((one, e) => (Place: z, Number: e + 1, Commitment: commitment, Answer: (CommitmentAnswer?)one))).ToArray();
        return RescueTables.Make("coalition-first",
        [
            new NumberColumn("severity", "Severity", [.. rows.Select(row => row.Commitment.Severity)], 2),
            new NumberColumn("answer", "Answer", [.. rows.Select(row => (double)row.Number)], 0),
            new TextColumn("followers", "What the players then choose", [.. rows.Select(row => row.Answer is { } one ? Followers(answer, one) : "no profile is stable")]),
            new NumberColumn("coalition_cost_musd", "Costs the coalition, m USD", [.. rows.Select(row => row.Answer?.CoalitionCost ?? double.NaN)], 0),
            new NumberColumn("target_loss_musd", "Costs the target, m USD", [.. rows.Select(row => row.Answer?.TargetLoss ?? double.NaN)], 0),
            new TextColumn("rescue", "Rescue", [.. rows.Select(row => row.Answer is null ? "" : row.Answer.Rescuers.IsEmpty ? "deterred" : "comes")]),
            new TextColumn("taken", "Chosen", [.. rows.Select(row => row.Place == answer.First!.Chosen ? "yes" : "")]),
        ]);
    }

    // Those with a choice, grouped by what they do.
    private static string Followers(RescueAnswer answer, CommitmentAnswer one) => string.Join("; ", answer.Game.Actors
        .Select((actor, p) => (Code: actor.Player.Region.Text, HasChoice: actor.Moves.Length > 1, Move: one.Moves[p].Name))
        .Where(row => row.HasChoice).GroupBy(row => row.Move).Select(group => $"{string.Join(' ', group.Select(row => row.Code))} {group.Key}"));

    private static double BestOther(NormalForm game, int profile, int player)
    {
        var best = double.NaN;
        for (var action = 0; action < game.Actions[player]; action++)
        {
            if (action != game.Action(profile, player) && game.Payoff(game.With(profile, player, action), player) is var payoff && !(payoff <= best))
                best = payoff;
        }

        return best;
    }
}
