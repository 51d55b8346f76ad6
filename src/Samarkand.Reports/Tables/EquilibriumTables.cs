using Samarkand.Analyses.Rescue;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of stable profiles: those of the case, over severity and affinity, and after each commitment of the coalition.</summary>
internal static class EquilibriumTables
{
    public static TableShape<RescueAnswer> Stable() => TableDraft
        .Of((RescueAnswer answer) => Profiles(answer), answer => answer.Case.World)
        .Number("equilibrium", "Equilibrium", Units.Number, "The number of the equilibrium, from 1.", row => row.Number, 0)
        .RegionCode("player", "Player", "The player.", row => row.Player)
        .Text("stance", "Stance", Units.Word, RescueTables.Stance, row => row.Stance)
        .Number("payoff_pct", "Payoff, % of income", Units.Percent, "What it pays the player, percent of own income.", row => row.Payoff, 4)
        .Number("best_other_pct", "With its best other stance", Units.Percent, "What its best other stance would pay, percent of own income; empty where it has none.", row => row.BestOther, 4)
        .Shape();

    public static TableShape<RescueAnswer> Map() => TableDraft
        .Of((RescueAnswer answer) => answer.Landscape?.Cells ?? [])
        .Number("severity", "Severity", Units.Share, RescueTables.Severity, cell => cell.Severity, 1)
        .Number("affinity", "Affinity", Units.DollarsForADollar, "The weight that the rescuer puts on the target: what a dollar that the target gains is worth to it, in dollars of its own.", cell => cell.Affinity, 1)
        .Text("outcome", "Outcome", Units.Text, "What follows in a few words: the rescuer's stance, or that there are several equilibria or none.", cell => cell.Outcome)
        .Text("stance", "Stance", Units.Word, "The rescuer's stances in the equilibria.", cell => string.Join(' ', cell.Stances))
        .Number("equilibria", "Equilibria", Units.Count, "How many equilibria there are.", cell => cell.Equilibria, 0)
        .Text("others_that_move", "Others who change stance", Units.Code, "Other players whose stance in some equilibrium is not that of the reported one.", cell => string.Join(' ', cell.Moving))
        .Shape();

    public static TableShape<RescueAnswer> Error() => TableDraft
        .Of((RescueAnswer answer) => Errors(answer), answer => answer.Case.World)
        .RegionCode("player", "Player", "The player.", row => row.Player)
        .Number("profiles", "Profiles", Units.Count, "How many random profiles were solved to compare with, none of which the sums were made of.", row => row.Profiles, 0)
        .Number("largest_pct", "Largest error, % of income", Units.Percent, "The largest difference between the player's payoff in them and the sum, percent of own income.", row => row.Largest, 4)
        .Number("rms_pct", "Typical error, % of income", Units.Percent, "The root mean square of the differences, percent of own income.", row => row.Rms, 4)
        .Number("gain_error_pct", "Typical error of a change", Units.Percent, "The same of what the player gains by another stance while all others stay as in the random profile, percent of own income.", row => row.Gain, 4)
        .Number("margin_pct", "What decides, % of income", Units.Percent, "What its best other stance would cost it in the reported equilibrium, by payoffs that were solved, percent of own income; empty where it has no other, or where no equilibrium was found.", row => row.Margin, 4)
        .Shape();

    // A row for each answer, and one for a severity without any.
    public static TableShape<RescueAnswer> CoalitionFirst() => TableDraft
        .Of((RescueAnswer answer) => Commitments(answer))
        .Number("severity", "Severity", Units.Share, "The share of its secondary sanctions to which the coalition commits.", row => row.Severity, 2)
        .Number("answer", "Answer", Units.Number, "The number of the answer to that commitment, from 1; 0 where there is none.", row => row.Number, 0)
        .Text("followers", "What the players then choose", Units.Text, "The players with a choice, by what they choose.", row => row.Followers)
        .Number("coalition_cost_musd", "Costs the coalition, m USD", Units.MillionUsd, "What the coalition loses where the players choose so.", row => row.Answer?.CoalitionCost ?? double.NaN, 0)
        .Number("target_loss_musd", "Costs the target, m USD", Units.MillionUsd, "What the target loses where the players choose so.", row => row.Answer?.TargetLoss ?? double.NaN, 0)
        .Text("rescue", "Rescue", Units.Word, "Whether somebody comes to the rescue: `comes` or `deterred`.", row => row.Answer is null ? "" : row.Answer.Rescuers.IsEmpty ? "deterred" : "comes")
        .Text("taken", "Chosen", Units.Word, "`yes` for the severity to which the coalition would commit.", row => row.IsChosen ? "yes" : "")
        .Shape();

    private static StableStance[] Profiles(RescueAnswer answer)
    {
        if (answer.Large is { } large)
            return [.. large.Search.Equilibria.SelectMany((one, e) => large.Actors.Select((actor, p) => new StableStance(e + 1, actor.Player.Region.Text, actor.Moves[one.Actions[p]].Name, one.Payoffs[p], one.BestOther[p])))];
        var payoffs = answer.Payoffs;
        return
        [
            .. answer.Equilibria.SelectMany((profile, e) => answer.Game.Actors.Select((actor, p) => new StableStance(
                e + 1,
                actor.Player.Region.Text,
                actor.Moves[payoffs.Action(profile, p)].Name,
                payoffs.Payoff(profile, p),
                answer.Search?.Equilibria[e].BestOther[p] ?? BestOther(payoffs, profile, p)))),
        ];
    }

    private static ErrorRow[] Errors(RescueAnswer answer) => answer.Large is not { } large
        ? []
        : [.. large.Actors.Select((actor, p) => new ErrorRow(actor.Player.Region.Text, large.Error.Profiles, large.Error.Largest[p], large.Error.Rms[p], large.Error.GainRms[p], large.Margins[p]))];

    private static CommitmentRow[] Commitments(RescueAnswer answer) =>
    [
        .. (answer.First?.Commitments ?? []).SelectMany((commitment, z) =>
            commitment.Answers.IsEmpty
                ? [new CommitmentRow(commitment.Severity, 0, "no profile is stable", null, z == answer.First!.Chosen)]
                : commitment.Answers.Select((one, e) => new CommitmentRow(commitment.Severity, e + 1, Followers(answer, one), one, z == answer.First!.Chosen))),
    ];

    // Those with a choice, grouped by what they do.
    private static string Followers(RescueAnswer answer, CommitmentAnswer one) => string.Join("; ", answer.Players
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

    private sealed record ErrorRow(string Player, int Profiles, double Largest, double Rms, double Gain, double Margin);

    private sealed record StableStance(int Number, string Player, string Stance, double Payoff, double BestOther);

    private sealed record CommitmentRow(double Severity, int Number, string Followers, CommitmentAnswer? Answer, bool IsChosen);
}
