using System.Collections.Immutable;
using Samarkand.Cases;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>What moves cost beside trade (see <see cref="MoveCosts"/>), as burdens in percent of the payer's income.</summary>
internal static class ActorBurdens
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Burden> Of(ImmutableArray<Actor> actors) =>
        [.. Enumerable.Range(0, actors.Length).SelectMany(player => Enumerable.Range(0, actors[player].Moves.Length).SelectMany(move => Of(actors, player, move)))];

    private static IEnumerable<Burden> Of(ImmutableArray<Actor> actors, int player, int move)
    {
        var actor = actors[player];
        if (actor.Moves[move].Stance is not { } stance)
        {
            yield return new Burden(player, [(player, move)], 100 * actor.Moves[move].Action!.CostMusd / actor.Income);
            yield break;
        }

        yield return new Burden(player, [(player, move)], 100 * (Share(actor.Player.PoliticalCosts, stance) + (stance == Stance.Rescue ? 0 : actor.AbandonmentCost)));
        foreach (var line in actor.Player.RedLines)
        {
            var cost = line.Closes.Contains(stance) ? double.PositiveInfinity : 100 * Share(line.Penalties, stance);
            if (cost != 0 && When(actors, line, player, move) is { } when)
                yield return new Burden(player, when, cost);
        }
    }

    // Null where the line is never crossed while the player makes this move.
    private static ImmutableArray<(int, int)>? When(ImmutableArray<Actor> actors, RedLine line, int player, int move)
    {
        var when = new SortedDictionary<int, int> { [player] = move };
        foreach (var crossing in line.When)
        {
            var by = Enumerable.Range(0, actors.Length).Where(p => actors[p].Player.Region.Text == crossing.By.Text).DefaultIfEmpty(-1).First();
            var action = by < 0 ? -1 : actors[by].MoveOf(crossing.Action);
            if (action < 0 || (when.TryGetValue(by, out var already) && already != action))
                return null;
            when[by] = action;
        }

        return [.. when.Select(one => (one.Key, one.Value))];
    }

    private static double Share(IEnumerable<StanceCost> costs, Stance stance) => costs.Where(cost => cost.Stance == stance).Sum(cost => cost.ShareOfIncome);
}
