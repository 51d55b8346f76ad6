using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// The game in which one player, such as the coalition, moves first and the others then choose at once, knowing its move (von
/// Stackelberg). After each move the others play a pure equilibrium of what is left; where there are several the leader expects the one
/// that is worst for itself, and a move that leaves no pure equilibrium is one that it cannot count on and does not choose.
/// </summary>
/// <param name="Leader">The player that moves first.</param>
/// <param name="Moves">What each of its moves leads to, in the order of its actions.</param>
internal sealed record LeaderGame(int Leader, ImmutableArray<LeaderMove> Moves)
{
    /// <summary>The moves whose worst outcome is the best for the leader; several where they tie, none where no move has an outcome.</summary>
    public ImmutableArray<LeaderMove> Best
    {
        get
        {
            var sure = Moves.Where(move => !move.Outcomes.IsEmpty).ToArray();
            return sure.Length == 0 ? [] : [.. sure.Where(move => move.Worst == sure.Max(other => other.Worst))];
        }
    }

    /// <summary>Solves the game backwards.</summary>
    /// <param name="game">The game.</param>
    /// <param name="leader">The player that moves first.</param>
    /// <param name="tolerance">The gain that tempts no follower, in units of payoff; at least 0.</param>
    public static LeaderGame Solve(NormalForm game, int leader, double tolerance = 0)
    {
        var outcomes = new ImmutableArray<int>.Builder[game.Actions[leader]];
        for (var action = 0; action < outcomes.Length; action++)
            outcomes[action] = ImmutableArray.CreateBuilder<int>();
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            if (game.IsPlayable(profile) && FollowersStay(game, profile, leader, tolerance))
                outcomes[game.Action(profile, leader)].Add(profile);
        }

        return new LeaderGame(leader, [.. outcomes.Select((profiles, action) => Move(game, leader, action, profiles.ToImmutable()))]);
    }

    private static LeaderMove Move(NormalForm game, int leader, int action, ImmutableArray<int> outcomes) =>
        outcomes.IsEmpty
            ? new LeaderMove(action, [], double.NaN, double.NaN)
            : new LeaderMove(action, outcomes, outcomes.Min(profile => game.Payoff(profile, leader)), outcomes.Max(profile => game.Payoff(profile, leader)));

    private static bool FollowersStay(NormalForm game, int profile, int leader, double tolerance)
    {
        for (var player = 0; player < game.PlayerCount; player++)
        {
            if (player != leader && game.Gain(profile, player) > tolerance)
                return false;
        }

        return true;
    }
}

/// <summary>A move of the leader and what follows.</summary>
/// <param name="Action">The leader's action.</param>
/// <param name="Outcomes">The profiles that the others may answer it with, each a pure equilibrium among them.</param>
/// <param name="Worst">The leader's payoff in the worst of them; NaN where there is none.</param>
/// <param name="Highest">The leader's payoff in the best of them; NaN where there is none.</param>
internal sealed record LeaderMove(int Action, ImmutableArray<int> Outcomes, double Worst, double Highest);
