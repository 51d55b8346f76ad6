using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Rescue;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>The principal branch of quantal response: published points, its two ends, and what must not change it.</summary>
public class QuantalResponseTests
{
    private static readonly double[] Lambdas = [0.5, 1, 2, 4, 8];

    [Theory]
    [InlineData(1, 0.643, 0.5883)]
    [InlineData(2, 0.7727, 0.6117)]
    [InlineData(3, 0.8595, 0.6038)]
    public void The_branch_passes_through_known_points(double lambda, double upper, double left)
    {
        // ((1,1) (1,1) / (0,2) (1,1)): the probabilities of the upper row and of the left column.
        var response = At(new NormalForm([2, 2], [1, 1, 0, 1, 1, 1, 2, 1]), lambda);
        Assert.Equal(upper, response.Probabilities[0][0], 5e-5);
        Assert.Equal(left, response.Probabilities[1][0], 5e-5);
    }

    [Fact]
    public void At_lambda_0_everything_is_as_likely() => RandomGame.Any.Sample(
        game =>
        {
            foreach (var of in At(game, 0).Probabilities)
                Assert.All(of, p => Assert.Equal(1.0 / of.Length, p, 1e-15));
        },
        iter: 100);

    [Fact]
    public void Every_point_is_a_response_to_itself() => RandomGame.Any.Sample(
        game =>
        {
            foreach (var response in Trace(game, Lambdas))
                Assert.InRange(Distance(game, response), 0, 1e-9);
        },
        iter: 300);

    [Fact]
    public void As_lambda_grows_nobody_gains_by_deviating() => RandomGame.Any.Sample(
        game =>
        {
            var response = At(game, 1000);
            for (var player = 0; player < game.PlayerCount; player++)
            {
                var expected = Expected(game, response.Probabilities, player);
                var own = expected.Zip(response.Probabilities[player], (u, p) => u * p).Sum();

                // A logit loses at most log(actions) / lambda against the best action.
                Assert.InRange(expected.Max() - own, -1e-9, Math.Log(expected.Length + 1) / 1000);
            }
        },
        iter: 200);

    [Fact]
    public void It_does_not_depend_on_the_order_of_players() => Gen.Select(RandomGame.Any, Gen.Int[0, 1000]).Sample(
        (game, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, game.PlayerCount)];
            new Random(seed).Shuffle(order);
            var (one, other) = (At(game, 3), At(RandomGame.Permuted(game, order), 3));
            for (var player = 0; player < order.Length; player++)
            {
                for (var action = 0; action < other.Probabilities[player].Length; action++)
                    Assert.Equal(one.Probabilities[order[player]][action], other.Probabilities[player][action], 1e-9);
            }
        },
        iter: 200);

    [Fact]
    public void A_player_with_nothing_at_stake_is_indifferent() => RandomGame.Any.Sample(
        game =>
        {
            var payoffs = Enumerable.Range(0, game.PlayerCount).SelectMany(player => game.Payoffs(player).ToArray()).ToArray();
            Array.Fill(payoffs, 0.1, 0, game.ProfileCount);
            var response = At(new NormalForm(game.Actions, payoffs), 20);
            Assert.All(response.Probabilities[0], p => Assert.Equal(1.0 / game.Actions[0], p, 1e-12));
        },
        iter: 100);

    [Fact]
    public void The_path_goes_through_turning_points()
    {
        // Many of these games turn; reached by way of few values of lambda or of many, the end is the same.
        double[] fine = [.. Enumerable.Range(1, 200).Select(k => 0.2 * k)];
        for (var seed = 0; seed < 60; seed++)
        {
            var game = RandomGame.Of(seed, 3, 3);
            var (coarse, close) = (At(game, 40), Trace(game, fine)[^1]);
            for (var player = 0; player < 2; player++)
            {
                for (var action = 0; action < 3; action++)
                    Assert.Equal(close.Probabilities[player][action], coarse.Probabilities[player][action], 1e-8);
            }
        }
    }

    [Theory]
    [InlineData(7, 3, 3)]
    [InlineData(86, 4, 4)]
    [InlineData(61, 3, 3, 3)]
    public void A_branch_that_turns_back_jumps_where_it_first_gets_further(int seed, params int[] actions)
    {
        // Between two values of lambda that are close it has gone a long way; a path by steps of lambda could not follow it.
        var game = RandomGame.Of(seed, actions);
        var points = Trace(game, [.. Enumerable.Range(1, 800).Select(k => 0.1 * k)]);
        Assert.InRange(points.Zip(points.Skip(1), (a, b) => Math.Abs(a.Probabilities[0][0] - b.Probabilities[0][0])).Max(), 0.3, 1);
        Assert.All(points, point => Assert.InRange(Distance(game, point), 0, 1e-9));
    }

    [Fact]
    public void A_closed_action_has_no_probability_and_leaves_the_game_of_the_others()
    {
        // The second player's third action is closed where the first takes its second, which it does with some probability.
        var game = RandomGame.Of(7, 2, 3);
        var payoffs = game.Payoffs(0).ToArray().Concat(game.Payoffs(1).ToArray()).ToArray();
        payoffs[6 + game.Profile(1, 2)] = double.NegativeInfinity;
        var response = At(new NormalForm([2, 3], payoffs), 5);
        Assert.Equal(0, response.Probabilities[1][2]);
        var without = At(game.Restricted([[0, 1], [0, 1]]), 5);
        Assert.Equal(without.Probabilities[1], response.Probabilities[1].Take(2));
        Assert.Equal(without.Probabilities[0], response.Probabilities[0]);
    }

    [Fact]
    public void An_action_that_only_a_closed_one_would_close_stays_open()
    {
        // The second player's second action is closed against everything; only there is the first's second closed.
        var closed = double.NegativeInfinity;
        var response = At(new NormalForm([2, 2], [1, 1, 2, closed, 0, closed, 0, closed]), 1);
        Assert.Equal(1, response.Probabilities[1][0]);
        Assert.Equal(1 / (1 + Math.Exp(1)), response.Probabilities[0][0], 1e-12);
    }

    [Fact]
    public void A_player_without_an_open_action_is_refused() =>
        Assert.Throws<ArgumentException>(() => At(new NormalForm([1, 1], [double.NegativeInfinity, 0]), 1));

    [Fact]
    public void A_lambda_below_0_or_out_of_order_is_refused()
    {
        var game = RandomGame.Of(1, 2, 2);
        Assert.Throws<ArgumentException>(() => At(game, -1));
        Assert.Throws<ArgumentException>(() => Trace(game, [2, 1]));
        Assert.Throws<ArgumentException>(() => At(game, double.NaN));
    }

    [Fact]
    public void Eight_players_with_three_stances_are_traced()
    {
        var game = RandomGame.Of(3, 3, 3, 3, 3, 3, 3, 3, 3);
        Assert.InRange(Distance(game, At(game, 20)), 0, 1e-9);
    }

    private static QuantalResponse At(NormalForm game, double lambda) => QuantalResponse.At(game, lambda, TestContext.Current.CancellationToken);

    private static ImmutableArray<QuantalResponse> Trace(NormalForm game, double[] lambdas) => QuantalResponse.Trace(game, lambdas, TestContext.Current.CancellationToken);

    // Largest difference between the probabilities and the logit of what they make each action worth, by summing over every profile.
    private static double Distance(NormalForm game, QuantalResponse response)
    {
        var worst = 0.0;
        for (var player = 0; player < game.PlayerCount; player++)
        {
            var expected = Expected(game, response.Probabilities, player);
            var weights = Array.ConvertAll(expected, u => Math.Exp(response.Lambda * (u - expected.Max())));
            for (var action = 0; action < weights.Length; action++)
                worst = Math.Max(worst, Math.Abs(weights[action] / weights.Sum() - response.Probabilities[player][action]));
        }

        return worst;
    }

    private static double[] Expected(NormalForm game, ImmutableArray<ImmutableArray<double>> probabilities, int player)
    {
        var expected = new double[game.Actions[player]];
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            var chance = 1.0;
            for (var other = 0; other < game.PlayerCount; other++)
                chance *= other == player ? 1 : probabilities[other][game.Action(profile, other)];
            expected[game.Action(profile, player)] += chance * game.Payoff(profile, player);
        }

        return expected;
    }
}
