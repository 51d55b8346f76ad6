using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>A player of a case in its world: what it may do, whom it favours, what each of its moves costs it beside trade.</summary>
/// <param name="Player">The player as the case has it.</param>
/// <param name="Region">Its region.</param>
/// <param name="Moves">What it may do: stances of a third state, actions of the target; at least one.</param>
/// <param name="Affinity">Dollars of its own that it gives for a dollar of each region, in the world's order; 0 where the case names none, and for itself.</param>
/// <param name="Income">Its income in the baseline, million USD.</param>
/// <param name="AbandonmentCost">What it costs to leave an ally, the target, without rescue, as a share of income; 0 where no guarantee binds it.</param>
public sealed record Actor(
    Player Player,
    Region Region,
    ImmutableArray<Move> Moves,
    ImmutableArray<double> Affinity,
    double Income,
    double AbandonmentCost)
{
    /// <summary>The place of a move by its name; -1 where it has none of that name.</summary>
    public int MoveOf(string name)
    {
        for (var m = 0; m < Moves.Length; m++)
        {
            if (Moves[m].Name == name)
                return m;
        }

        return -1;
    }
}

/// <summary>A stance of a third state or an action of the target.</summary>
/// <param name="Name">The stance or the action as the case writes it.</param>
/// <param name="Stance">The stance, or null for an action.</param>
/// <param name="Action">The action, or null for a stance.</param>
public sealed record Move(string Name, Stance? Stance, PlayerAction? Action)
{
    internal static Move Of(Stance stance) => new(stance.Name(), stance, null);

    internal static Move Of(PlayerAction action) => new(action.Name, null, action);
}
