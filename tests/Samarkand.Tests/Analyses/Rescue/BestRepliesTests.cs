using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Core;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>A search by best replies finds nothing but equilibria, and says where it finds none.</summary>
public class BestRepliesTests
{
    [Fact]
    public void It_finds_nothing_but_equilibria_and_accounts_for_every_walk() =>
        Gen.Select(Gen.OneOf(RandomGame.Any, RandomGame.WithTies, RandomGame.WithClosedActions), Gen.Int[1, 5], Gen.Int[0, 1000]).Sample(
            (game, count, seed) =>
            {
                var random = new Random(seed);
                var (found, asked) = Search(game, [.. Enumerable.Range(0, count).Select(_ => random.Next(game.ProfileCount))]);
                Assert.Subset(PureEquilibria.Find(game).ToHashSet(), found.Equilibria.Select(one => game.Profile(one.Actions.AsSpan())).ToHashSet());
                Assert.Equal(count, found.Equilibria.Sum(one => one.Walks) + found.Cycles + found.DeadEnds);
                Assert.Equal(asked.Count, asked.Distinct().Count());
                Assert.Equal(asked.Count, found.Solved);
                Assert.Equal(game.ProfileCount, found.Profiles);
            },
            iter: 1000);

    [Fact]
    public void From_every_profile_it_finds_all_of_them() =>
        Gen.OneOf(RandomGame.Any, RandomGame.WithTies, RandomGame.WithClosedActions).Sample(
            game =>
            {
                var (found, _) = Search(game, [.. Enumerable.Range(0, game.ProfileCount)]);
                Assert.Equal(PureEquilibria.Find(game), found.Equilibria.Select(one => game.Profile(one.Actions.AsSpan())).Order());
                foreach (var one in found.Equilibria)
                {
                    var profile = game.Profile(one.Actions.AsSpan());
                    for (var player = 0; player < game.PlayerCount; player++)
                    {
                        Assert.Equal(game.Payoff(profile, player), one.Payoffs[player]);
                        var others = Enumerable.Range(0, game.Actions[player]).Where(action => action != one.Actions[player]).Select(action => game.Payoff(game.With(profile, player, action), player)).ToArray();
                        Assert.Equal(others.Length == 0 ? double.NaN : others.Max(), one.BestOther[player]);
                    }
                }
            },
            iter: 500);

    [Fact]
    public void A_game_without_pure_equilibria_ends_in_cycles()
    {
        var pennies = new NormalForm([2, 2], [1, -1, -1, 1, -1, 1, 1, -1]);
        var (found, _) = Search(pennies, [0, 1, 2, 3]);
        Assert.Empty(found.Equilibria);
        Assert.Equal((4, 0), (found.Cycles, found.DeadEnds));
    }

    [Fact]
    public void Where_red_lines_leave_nothing_a_walk_is_a_dead_end()
    {
        var (found, _) = Search(new NormalForm([2], [double.NegativeInfinity, double.NegativeInfinity]), [0, 1]);
        Assert.Empty(found.Equilibria);
        Assert.Equal(2, found.DeadEnds);
    }

    [Fact]
    public void A_game_that_is_solved_whole_has_what_the_search_finds() => SmallGame.Worlds.Sample(
        world =>
        {
            var bound = SmallGame.Text($"players: [{SmallGame.Rescuer("affinity: { R0: 0.5 }")}, {{ region: R3, stances: [comply, neutral, conduit], stance: conduit }}]\n{SmallGame.Secondary}").Case.BindTo(world);
            var game = StanceGame.Solve(bound, cancellation: TestContext.Current.CancellationToken);
            var found = StanceSearch.Of(bound, 1, cancellation: TestContext.Current.CancellationToken);
            Assert.Subset(PureEquilibria.Find(game.Payoffs()).ToHashSet(), found.Equilibria.Select(one => game.Shape.Profile(one.Actions.AsSpan())).ToHashSet());
            Assert.Equal(found.Equilibria.Select(one => (string.Join(',', one.Actions), one.Walks)), StanceSearch.Of(bound, 1, cancellation: TestContext.Current.CancellationToken).Equilibria.Select(one => (string.Join(',', one.Actions), one.Walks)));
        },
        iter: 10);

    [Fact]
    public void More_profiles_than_can_be_solved_are_refused_without_the_search_and_answered_with_it()
    {
        var world = SmallGame.Worlds.Single();
        var actions = string.Join(", ", Enumerable.Range(0, 2000).Select(a => $"{{ name: a{a}, cost: {2000 - a} mn USD }}"));
        var text = SmallGame.Text($"players: [{SmallGame.Rescuer()}, {{ region: R3, stances: [neutral, conduit], stance: conduit }}, {{ region: R0, actions: [{actions}] }}]\n{SmallGame.Secondary}");
        var bound = text.Case.BindTo(world);
        var refused = Assert.Throws<InputException>(() => RescueAnswer.Solve(text, bound, new RescueRequest(), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("12,000 profiles", refused.Message, StringComparison.Ordinal);
        Assert.Contains("⟨search⟩", refused.Message, StringComparison.Ordinal);

        var answer = RescueAnswer.Solve(text, bound, new RescueRequest { Search = true }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(12_000, answer.Search!.Profiles);
        Assert.InRange(answer.Search.Solved, 1, 11_999);
        Assert.NotEmpty(answer.Search.Equilibria);
        Assert.All(answer.Search.Equilibria, one => Assert.Equal(1999, one.Actions[2]));
        Assert.Null(answer.Response);
        Assert.Contains("others may be missed", string.Join('\n', Samarkand.Reports.Words.Verdict.Reasons(answer)), StringComparison.Ordinal);
        Assert.Contains("quantal response and the map of equilibria need every profile, so both are left out", Samarkand.Reports.Words.RescueGrounds.Profiles(answer), StringComparison.Ordinal);
        var table = Samarkand.Reports.Tables.RescueTables.All.Find("equilibria").Make(answer);
        Assert.Equal(answer.Search.Equilibria.Length * 3, table.RowCount);
    }

    private static (BestReplies Found, List<int> Asked) Search(NormalForm game, int[] starts)
    {
        var asked = new List<int>();
        var found = BestReplies.Search(
            game.Actions,
            [.. starts.Select(start => Enumerable.Range(0, game.PlayerCount).Select(player => game.Action(start, player)).ToImmutableArray())],
            profiles =>
            {
                int[] numbers = [.. profiles.Select(profile => game.Profile(profile.AsSpan()))];
                asked.AddRange(numbers);
                return [.. numbers.Select(number => Enumerable.Range(0, game.PlayerCount).Select(player => game.Payoff(number, player)).ToArray())];
            });
        return (found, asked);
    }
}
