using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>A game by effects of one and of two on real cases, beside the full table of all profiles.</summary>
public class LargeGameTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Players => $"players: [{SmallGame.Rescuer("affinity: { R0: 0.5 }")}, {{ region: R3, stances: [comply, neutral, conduit], stance: conduit }}]\n{SmallGame.Secondary}";

    [Fact]
    public void With_two_players_it_is_the_full_table() => SmallGame.Worlds.Sample(
        world =>
        {
            var bound = SmallGame.Text(Players).Case.BindTo(world);
            var (game, large) = (StanceGame.Solve(bound, cancellation: Token), Play(bound));
            var table = game.Payoffs();
            for (var profile = 0; profile < table.ProfileCount; profile++)
            {
                for (var player = 0; player < 2; player++)
                    Assert.Equal(table.Payoff(profile, player), large.Payoffs.Payoff([table.Action(profile, 0), table.Action(profile, 1)], player), 1e-9);
            }

            Assert.Equal(PureEquilibria.Find(table), large.Search.Equilibria.Select(one => table.Profile(one.Actions.AsSpan())).Order());
            Assert.All(large.Error.Largest, error => Assert.InRange(error, 0, 1e-9));
            foreach (var (a, b) in QuantalResponse.At(table, 30, Token).Probabilities.SelectMany(of => of).Zip(large.Response.Probabilities.SelectMany(of => of)))
                Assert.Equal(a, b, 1e-6);
        },
        iter: 10);

    [Fact]
    public void With_more_players_it_misses_the_table_by_no_more_than_it_says_and_finds_nothing_but_equilibria() => Worlds.Sample(
        world =>
        {
            var bound = Conduits(world);
            var (table, large) = (StanceGame.Solve(bound, cancellation: Token).Payoffs(), Play(bound));
            Assert.Subset(PureEquilibria.Find(table).ToHashSet(), large.Search.Equilibria.Select(one => table.Profile(one.Actions.AsSpan())).ToHashSet());
            for (var player = 0; player < table.PlayerCount; player++)
            {
                // The largest of 160 is passed by one more with a chance of 1 in 161, if they are drawn alike.
                var errors = Enumerable.Range(0, table.ProfileCount).Select(profile => Math.Abs(large.Payoffs.Payoff(At(table, profile).AsSpan(), player) - table.Payoff(profile, player))).ToArray();
                Assert.InRange(large.Error.Largest[player], 0, errors.Max() + 1e-9);
                Assert.InRange(errors.Count(error => error > large.Error.Largest[player] + 1e-9), 0, errors.Length / 10);
                Assert.InRange(large.Error.Rms[player], 0, large.Error.Largest[player]);
            }
        },
        iter: 5);

    [Fact]
    public void A_candidate_that_is_no_equilibrium_is_found_out_and_walked_on_from()
    {
        // By the sums player 0 should defect, by what is really paid it should not.
        var sums = PairwiseGame.Of([2, 2], [0, 0], profile => [profile[0], profile[1] * 0.5], []);
        double[][] Pay(IReadOnlyList<ImmutableArray<int>> profiles) => [.. profiles.Select(profile => new[] { profile[0] == 1 ? -1.0 : 0, profile[1] * 0.5 })];
        var candidate = Assert.Single(PairwiseEquilibria.Find(sums).Found);
        Assert.Equal([1, 1], candidate);
        var found = Assert.Single(LargeGame.Certified(sums, [], null, Pay).Search.Equilibria);
        Assert.Equal([0, 1], found.Actions);
        Assert.Equal([0.0, 0.5], found.Payoffs);
        Assert.Equal([-1.0, 0.0], found.BestOther);
    }

    [Fact]
    public void At_a_severity_it_is_the_game_at_that_severity() => SmallGame.Worlds.Sample(
        world =>
        {
            var bound = SmallGame.Text(Players).Case.BindTo(world);
            var game = StanceGame.Solve(bound, cancellation: Token);
            var large = Play(bound);
            double[] severities = [0, 0.5, 1];
            var at = new LargeSeverities(large, severities, null, Token);
            var answers = severities.Select(severity => (severity, game.AtSeverity(severity, cancellation: Token))).ToArray();
            foreach (var weight in new double?[] { null, 0.3 })
            {
                var members = CoalitionFirst.Members(bound, large.Actors);
                var (whole, expanded) = (CoalitionFirst.Solve(answers, weight), at.First(severities, members, CoalitionFirst.Income(bound, members), weight, Token));
                Assert.Equal(whole.Chosen, expanded.Chosen);
                foreach (var (one, two) in whole.Commitments.Zip(expanded.Commitments))
                {
                    Assert.Equal(one.Answers.Length, two.Answers.Length);
                    foreach (var answer in one.Answers)
                    {
                        var same = Assert.Single(two.Answers, other => other.Moves.Select(move => move.Name).SequenceEqual(answer.Moves.Select(move => move.Name)));
                        Assert.Equal(answer.CoalitionCost, same.CoalitionCost, 1e-6);
                        Assert.Equal(answer.TargetLoss, same.TargetLoss, 1e-6);
                    }
                }
            }

            var (full, map) = (EquilibriumMap.Of(answers, 0, game.Shape.Profile(large.Reported.AsSpan()), Token), at.Map(severities, 0, Token));
            Assert.Equal(full.Cells.Select(cell => cell.Outcome), map.Cells.Select(cell => cell.Outcome));
        },
        iter: 8);

    private static readonly Gen<World> Worlds = SmallGame.Worlds;

    private static Samarkand.Cases.BoundCase Conduits(World world)
    {
        var others = Enumerable.Range(3, world.Regions.Length - 3).Take(3).Select(r => $"{{ region: {world.Regions[r].Code}, stances: [join, neutral, conduit], stance: conduit }}");
        return SmallGame.Text($"players: [{SmallGame.Rescuer("affinity: { R0: 0.5 }, red-lines: [{ when: { R0: threaten }, closes: [rescue] }]")}, {string.Join(", ", others)}, {{ region: R0, actions: [{{ name: hold }}, {{ name: threaten, cost: 1 mn USD }}] }}]\n{SmallGame.Secondary}").Case.BindTo(world);
    }

    private static LargeGame Play(Samarkand.Cases.BoundCase bound) =>
        LargeGame.Play(new SolvedProfiles(bound, Actors.Of(bound), new ProfileSolver(bound, Token)), new RescueRequest(), Token);

    private static ImmutableArray<int> At(NormalForm table, int profile) => [.. Enumerable.Range(0, table.PlayerCount).Select(player => table.Action(profile, player))];
}
