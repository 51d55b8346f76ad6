using Samarkand.Cases;

namespace Samarkand.Analyses.Rescue;

/// <summary>What moves cost beside trade: politics, red lines that others cross, allies that are left alone, the target's own actions.</summary>
internal static class MoveCosts
{
    /// <summary>What a move costs its player in a profile, million USD a year; plus infinity where a red line closes it.</summary>
    /// <param name="actors">The players.</param>
    /// <param name="chosen">The move of each.</param>
    /// <param name="player">Whose cost.</param>
    public static double Of(IReadOnlyList<Actor> actors, ReadOnlySpan<int> chosen, int player)
    {
        var (actor, move) = (actors[player], actors[player].Moves[chosen[player]]);
        if (move.Stance is not { } stance)
            return move.Action!.CostMusd;
        var share = Share(actor.Player.PoliticalCosts, stance);
        if (stance != Stance.Rescue)
            share += actor.AbandonmentCost;
        foreach (var line in actor.Player.RedLines)
        {
            if (!IsCrossed(line, actors, chosen))
                continue;
            if (line.Closes.Contains(stance))
                return double.PositiveInfinity;
            share += Share(line.Penalties, stance);
        }

        return share * actor.Income;
    }

    private static double Share(IEnumerable<StanceCost> costs, Stance stance) => costs.Where(cost => cost.Stance == stance).Sum(cost => cost.ShareOfIncome);

    private static bool IsCrossed(RedLine line, IReadOnlyList<Actor> actors, ReadOnlySpan<int> chosen)
    {
        foreach (var crossing in line.When)
        {
            var crosses = false;
            for (var p = 0; p < actors.Count; p++)
                crosses |= actors[p].Player.Region.Text == crossing.By.Text && actors[p].Moves[chosen[p]].Name == crossing.Action;
            if (!crosses)
                return false;
        }

        return true;
    }
}
