using System.Collections.Immutable;

namespace Samarkand.Analyses.Rescue;

/// <summary>What players expect at mixed actions: of a full table of payoffs, or of a sum of effects of one and of two.</summary>
internal interface IExpectedPayoffs
{
    /// <summary>How many actions each player has.</summary>
    ImmutableArray<int> Actions { get; }

    /// <summary>What a player expects of an action.</summary>
    double this[int player, int action] { get; }

    /// <summary>What a player expects of an action where another takes a certain one.</summary>
    double Given(int player, int action, int other, int otherAction);

    /// <summary>Computes them for the probabilities of each player's actions.</summary>
    void Update(double[][] probabilities);
}
