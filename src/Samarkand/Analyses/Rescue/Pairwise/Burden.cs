using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue.Pairwise;

/// <summary>What a player pays where certain players take certain actions, as penalties and red lines have it.</summary>
/// <param name="Player">Who pays.</param>
/// <param name="When">Who does what, each player once; all must hold. May hold the payer's own action.</param>
/// <param name="Cost">The cost in units of payoff, at least 0; plus infinity where the payer's action is closed then.</param>
internal sealed record Burden(int Player, ImmutableArray<(int Player, int Action)> When, double Cost)
{
    /// <summary>The payer's own action on which it depends; -1 where it depends on others' alone.</summary>
    public int Own => Asks(Player);

    /// <summary>True where it closes the action.</summary>
    public bool Closes => double.IsPositiveInfinity(Cost);

    /// <summary>Whether it holds in a profile.</summary>
    public bool Holds(ReadOnlySpan<int> profile)
    {
        foreach (var (player, action) in When)
        {
            if (profile[player] != action)
                return false;
        }

        return true;
    }

    /// <summary>How likely it is, whatever some players do.</summary>
    /// <param name="probabilities">[player][action].</param>
    /// <param name="but">A player whose action is given.</param>
    /// <param name="and">Another one.</param>
    public double Chance(double[][] probabilities, int but, int and)
    {
        var chance = 1.0;
        foreach (var (player, action) in When)
            chance *= player == but || player == and ? 1 : probabilities[player][action];
        return chance;
    }

    /// <summary>The action that it asks of a player; -1 where it asks none.</summary>
    public int Asks(int player)
    {
        foreach (var one in When)
        {
            if (one.Player == player)
                return one.Action;
        }

        return -1;
    }
}
