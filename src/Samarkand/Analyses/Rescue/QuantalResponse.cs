using System.Collections.Immutable;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Model;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// A logit quantal response equilibrium (McKelvey and Palfrey 1995, Games and Economic Behavior 10(1)): each player takes each action with
/// a probability in proportion to exp(lambda times what it expects of it). At lambda 0 everything is as likely; as lambda grows the
/// principal branch, the one that starts there, leads to a Nash equilibrium.
/// </summary>
/// <param name="Lambda">How closely players look at their payoffs, 1 over units of payoff; at least 0.</param>
/// <param name="Probabilities">The probability of each action, [player][action]; exactly 0 for a closed one.</param>
public sealed record QuantalResponse(double Lambda, ImmutableArray<ImmutableArray<double>> Probabilities)
{
    /// <summary>
    /// Follows the principal branch from lambda 0 until it first reaches each of the values asked for, through turning points where it has
    /// any. An action is left out, with probability 0, where it is closed against everything the others may do, or against something that
    /// they do with some probability.
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="lambdas">The values of lambda, each finite and at least 0, in ascending order.</param>
    /// <param name="cancellation">Stops the path.</param>
    /// <returns>One equilibrium for each value.</returns>
    /// <exception cref="ArgumentException">The values are not finite, not ascending or below 0, or a player is left with no action.</exception>
    /// <exception cref="NoEquilibriumException">The path could not be followed that far.</exception>
    public static ImmutableArray<QuantalResponse> Trace(NormalForm game, IReadOnlyList<double> lambdas, CancellationToken cancellation = default)
    {
        for (var k = 0; k < lambdas.Count; k++)
        {
            if (!double.IsFinite(lambdas[k]) || lambdas[k] < (k == 0 ? 0 : lambdas[k - 1]))
                throw new ArgumentException("values of lambda are finite, at least 0 and in ascending order", nameof(lambdas));
        }

        var open = OpenActions.Of(game);
        var branch = new ResponseBranch(new ResponseEquations(new ExpectedPayoffs(game.Restricted(open))));
        var found = ImmutableArray.CreateBuilder<QuantalResponse>(lambdas.Count);
        foreach (var lambda in lambdas)
            found.Add(new QuantalResponse(lambda, Complete(game.Actions, open, branch.Advance(lambda, cancellation))));
        return found.ToImmutable();
    }

    /// <summary>The equilibrium of one value of lambda; see <see cref="Trace"/>.</summary>
    /// <param name="game">The game.</param>
    /// <param name="lambda">Lambda, at least 0.</param>
    /// <param name="cancellation">Stops the path.</param>
    public static QuantalResponse At(NormalForm game, double lambda, CancellationToken cancellation = default) => Trace(game, [lambda], cancellation)[0];

    /// <summary>The equilibrium of one value of lambda in a game of effects of one and of two, by the same rules.</summary>
    internal static QuantalResponse At(PairwiseGame game, double lambda, CancellationToken cancellation = default)
    {
        var open = PairwiseOpenActions.Of(game);
        var branch = new ResponseBranch(new ResponseEquations(new PairwiseExpectations(game.Restricted(open))));
        return new QuantalResponse(lambda, Complete(game.Actions, open, branch.Advance(lambda, cancellation)));
    }

    private static ImmutableArray<ImmutableArray<double>> Complete(ImmutableArray<int> actions, ImmutableArray<ImmutableArray<int>> open, double[][] probabilities)
    {
        var all = ImmutableArray.CreateBuilder<ImmutableArray<double>>(actions.Length);
        for (var player = 0; player < actions.Length; player++)
        {
            var of = new double[actions[player]];
            for (var k = 0; k < open[player].Length; k++)
                of[open[player][k]] = probabilities[player][k];
            all.Add([.. of]);
        }

        return all.ToImmutable();
    }
}
