using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>Nash equilibria in pure actions.</summary>
internal static class PureEquilibria
{
    /// <summary>
    /// All of them, in the order of profiles: no player gains more than the tolerance by another action while the others stay. A player
    /// that another action would pay just as much stays, so that ties make several equilibria. A profile in which an action is closed is none.
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="tolerance">The gain that tempts nobody, in units of payoff; at least 0.</param>
    public static ImmutableArray<int> Find(NormalForm game, double tolerance = 0)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            if (game.IsPlayable(profile) && Holds(game, profile, tolerance))
                found.Add(profile);
        }

        return found.ToImmutable();
    }

    /// <summary>What each player would gain by deviating in each profile, [player, profile]; see <see cref="NormalForm.Gain"/>.</summary>
    public static double[] Gains(NormalForm game)
    {
        var gains = new double[game.PlayerCount * game.ProfileCount];
        for (var cell = 0; cell < gains.Length; cell++)
            gains[cell] = game.Gain(cell % game.ProfileCount, cell / game.ProfileCount);
        return gains;
    }

    private static bool Holds(NormalForm game, int profile, double tolerance)
    {
        for (var player = 0; player < game.PlayerCount; player++)
        {
            if (game.Gain(profile, player) > tolerance)
                return false;
        }

        return true;
    }
}
