using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>A player of a case in its world: what it may do, whom it favours, what each of its moves costs it beside trade.</summary>
public sealed record Actor
{
    internal Actor(Player player, Region region, ImmutableArray<Move> moves, ImmutableArray<double> affinity, double income, double abandonmentCost) =>
        (Player, Region, Moves, Affinity, Income, AbandonmentCost) = (player, region, moves, affinity, income, abandonmentCost);

    /// <summary>The player as the case has it.</summary>
    internal Player Player { get; init; }

    /// <summary>Its region.</summary>
    public Region Region { get; init; }

    /// <summary>What it may do: stances of a third state, actions of the target; at least one.</summary>
    public ImmutableArray<Move> Moves { get; init; }

    /// <summary>Dollars of its own that it gives for a dollar of each region, in the world's order; 0 where the case names none, and for itself.</summary>
    public ImmutableArray<double> Affinity { get; init; }

    /// <summary>Its income in the baseline, million USD.</summary>
    public double Income { get; init; }

    /// <summary>What it costs to leave an ally, the target, without rescue, as a share of income; 0 where no guarantee binds it.</summary>
    public double AbandonmentCost { get; init; }

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
public sealed record Move
{
    internal Move(string name, Stance? stance, PlayerAction? action) =>
        (Name, Stance, Action) = (name, stance, action);

    /// <summary>The stance or the action as the case writes it.</summary>
    public string Name { get; init; }

    /// <summary>The stance, or null for an action.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The action, or null for a stance.</summary>
    internal PlayerAction? Action { get; init; }

    internal static Move Of(Stance stance) => new(stance.Name(), stance, null);

    internal static Move Of(PlayerAction action) => new(action.Name, null, action);
}
