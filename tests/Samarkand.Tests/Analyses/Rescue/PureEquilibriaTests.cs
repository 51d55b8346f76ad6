using CsCheck;
using Samarkand.Analyses.Rescue;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>Equilibria in pure actions against plain searches that share no code with them.</summary>
public class PureEquilibriaTests
{
    [Fact]
    public void They_are_what_a_search_through_every_deviation_finds() =>
        Gen.OneOf(RandomGame.Any, RandomGame.WithTies, RandomGame.WithClosedActions).Sample(
            game => Assert.Equal(Search(game, leader: -1), PureEquilibria.Find(game)), iter: 2000);

    [Fact]
    public void They_do_not_depend_on_the_order_of_players() => Gen.Select(RandomGame.WithTies, Gen.Int[0, 1000]).Sample(
        (game, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, game.PlayerCount)];
            new Random(seed).Shuffle(order);
            var permuted = RandomGame.Permuted(game, order);
            Assert.Equal(PureEquilibria.Find(game), PureEquilibria.Find(permuted).Select(profile => RandomGame.Old(game, permuted, order, profile)).Order());
        },
        iter: 500);

    [Fact]
    public void Matching_pennies_has_none_and_a_coordination_game_two()
    {
        Assert.Empty(PureEquilibria.Find(new NormalForm([2, 2], [1, -1, -1, 1, -1, 1, 1, -1])));
        Assert.Equal([0, 3], PureEquilibria.Find(new NormalForm([2, 2], [2, 0, 0, 1, 2, 0, 0, 1])));
    }

    [Fact]
    public void A_tie_holds_and_a_tolerance_is_a_gain_that_tempts_nobody()
    {
        Assert.Equal([0, 1], PureEquilibria.Find(new NormalForm([2], [1, 1])));
        Assert.Equal([1], PureEquilibria.Find(new NormalForm([2], [1, 1 + 1e-12])));
        Assert.Equal([0, 1], PureEquilibria.Find(new NormalForm([2], [1, 1 + 1e-12]), tolerance: 1e-9));
    }

    [Fact]
    public void Gains_say_what_each_player_would_gain()
    {
        var prisoners = new NormalForm([2, 2], [3, 0, 5, 1, 3, 5, 0, 1]);
        Assert.Equal([2, 1, 0, 0, 2, 0, 1, 0], PureEquilibria.Gains(prisoners));
        Assert.Equal([3], PureEquilibria.Find(prisoners));
        Assert.Equal([double.PositiveInfinity, 0], PureEquilibria.Gains(new NormalForm([2], [double.NegativeInfinity, 0])));
    }

    [Fact]
    public void A_leader_takes_the_move_whose_worst_answer_is_best() =>
        Gen.OneOf(RandomGame.Any, RandomGame.WithTies, RandomGame.WithClosedActions).Sample(
            game =>
            {
                var leader = game.PlayerCount - 1;
                var answers = Search(game, leader);
                var solved = LeaderGame.Solve(game, leader);
                for (var action = 0; action < game.Actions[leader]; action++)
                    Assert.Equal(answers.Where(profile => game.Action(profile, leader) == action), solved.Moves[action].Outcomes);
                if (answers.Length == 0)
                {
                    Assert.Empty(solved.Best);
                    return;
                }

                var value = answers.GroupBy(profile => game.Action(profile, leader)).Max(move => move.Min(profile => game.Payoff(profile, leader)));
                Assert.NotEmpty(solved.Best);
                Assert.All(solved.Best, move => Assert.Equal(value, move.Outcomes.Min(profile => game.Payoff(profile, leader))));
            },
            iter: 1000);

    [Fact]
    public void Moving_first_pays_where_the_other_has_to_give_way()
    {
        // Chicken: at once there are two equilibria; the leader drives on and the other swerves.
        var chicken = new NormalForm([2, 2], [3, 2, 4, 0, 3, 4, 2, 0]);
        Assert.Equal([1, 2], PureEquilibria.Find(chicken));
        var move = Assert.Single(LeaderGame.Solve(chicken, 0).Best);
        Assert.Equal((1, 4.0), (move.Action, move.Worst));
    }

    [Fact]
    public void Payoffs_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new NormalForm([2], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new NormalForm([2], [1, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => new NormalForm([2, 2], [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => new NormalForm([], []));
    }

    // A profile by its digits, every deviation by its digits; the leader, if any, does not deviate.
    private static int[] Search(NormalForm game, int leader)
    {
        var shape = game.Actions;
        var profiles = Enumerable.Range(0, game.ProfileCount).Select(Digits).ToArray();
        return
        [
            .. Enumerable.Range(0, profiles.Length).Where(p => Enumerable.Range(0, shape.Length).All(i => Own(p, i) > double.NegativeInfinity)
                && Enumerable.Range(0, shape.Length).Where(i => i != leader).All(i => Enumerable.Range(0, profiles.Length).All(q => Differs(p, q, i) || Own(q, i) <= Own(p, i)))),
        ];

        double Own(int profile, int player) => game.Payoffs(player)[profile];

        bool Differs(int p, int q, int except) => Enumerable.Range(0, shape.Length).Any(i => i != except && profiles[p][i] != profiles[q][i]);

        int[] Digits(int profile)
        {
            var digits = new int[shape.Length];
            for (var i = shape.Length - 1; i >= 0; i--)
                (profile, digits[i]) = Math.DivRem(profile, shape[i]);
            return digits;
        }
    }
}
