using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Explanation;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Tests.Analyses.Ensembles;
using Samarkand.Tests.Analyses.Rescue;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses;

/// <summary>
/// Draws, coalitions, worths of instruments and the game where inputs are nested, origins in two tiers and elasticities by sector: against cases that are answered
/// one by one, and by brute force. Derivatives are held against differences in AdjointTests, channels against real income in TwoTierTests.
/// </summary>
public class ModelFormTests
{
    private const string Form = "inputs: nested\norigins: two-tier\nadjustment: by-sector\nhorizon: short\n";

    private static readonly Gen<World> Worlds = SmallGame.Worlds.Select(WithEnergy);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_draw_is_the_case_at_its_values() => Worlds.Sample(
        world =>
        {
            var text = SmallSweep.Text($"{Form}{SmallSweep.Priors}");
            var answer = SmallSweep.Solve(world, 6, text: text);
            for (var draw = 0; draw < 6; draw++)
            {
                var drawn = text.With(SweepTests.Set("package.0.coverage", answer.Drawn[0][draw]), SweepTests.Set("routes.margin", 0.1 * answer.Drawn[1][draw]));
                SweepTests.AssertSame(answer, draw, SweepTests.Alone(drawn.Case, SweepTests.Scaled(world, _ => answer.Drawn[2][draw])));
            }
        },
        iter: 8);

    [Fact]
    public void Every_subset_of_a_coalition_is_the_case_without_the_others_and_values_are_means_over_all_orders() => Worlds.Sample(
        world =>
        {
            var bound = Bind(world, $"coalition: [R1, R2, R3]\n{Form}{SmallGame.Package}\n");
            var members = CoalitionMember.Each(bound);
            // So many that the solver is prepared, and subsets are solved in batches.
            var solver = new SubsetSolver(bound, 1000, Token);
            var worths = new double[8];
            for (var present = 0; present < 8; present++)
            {
                ImmutableArray<Region> absent = [.. Enumerable.Range(0, 3).Where(m => (present >> m & 1) == 0).SelectMany(m => members[m].Regions)];
                worths[present] = -CaseAnswer.Solve(bound.Without(absent), Token).Effects.Regions[bound.Target.Index].EquivalentVariation;
                Assert.Equal(worths[present], solver.Without(absent, Token).Harm, 1e-6 * Math.Max(1, Math.Abs(worths[present])));
            }

            var values = ShapleyValues.OfAllSubsets(SubsetWorths.OfAll(solver, members, cancellation: Token));
            for (var m = 0; m < 3; m++)
                Assert.Equal(MeanOverOrders(worths, m), values.Harm[m], 1e-6 * Math.Max(1, Math.Abs(worths[7])));
            Assert.Equal(worths[7] - worths[0], values.Harm.Sum(), 1e-6 * Math.Max(1, Math.Abs(worths[7])));
        },
        iter: 8);

    [Fact]
    public void Worths_of_instruments_are_means_over_all_orders_of_cases_with_some_of_them() => Worlds.Sample(
        world =>
        {
            string[] instruments = ["{ kind: export-ban, coverage: 0.6 }", "{ kind: tariff, rate: 0.2 }", "{ kind: import-ban, coverage: 0.4 }"];
            var harms = new double[8];
            for (var kept = 1; kept < 8; kept++)
            {
                var package = string.Join(", ", instruments.Where((_, k) => (kept >> k & 1) == 1));
                harms[kept] = Harm(Bind(world, $"coalition: [R1]\n{Form}package: [{package}]\n"));
            }

            var worths = InstrumentWorth.Of(Bind(world, $"coalition: [R1]\n{Form}package: [{string.Join(", ", instruments)}]\n"), cancellation: Token);
            Assert.Equal(harms[7], worths.Whole.Harm, 1e-6 * Math.Max(1, Math.Abs(harms[7])));
            for (var k = 0; k < 3; k++)
            {
                Assert.Equal(MeanOverOrders(harms, k), worths.Parts[k].Shapley.Harm, 1e-6 * Math.Max(1, Math.Abs(harms[7])));
                Assert.Equal(harms[1 << k], worths.Parts[k].Alone.Harm, 1e-6 * Math.Max(1, Math.Abs(harms[7])));
            }
        },
        iter: 8);

    [Fact]
    public void Every_profile_of_the_game_is_the_case_at_its_stances() => Worlds.Sample(
        world =>
        {
            var bound = SmallGame.Text($"{Form}players: [{SmallGame.Rescuer()}, {{ region: R3, stances: [neutral, conduit], stance: conduit }}]\n{SmallGame.Secondary}").Case.BindTo(world);
            var game = StanceGame.Solve(bound, cancellation: Token);
            for (var profile = 0; profile < game.Shape.ProfileCount; profile++)
            {
                var stances = game.Actors.Select((actor, p) => (actor.Region, actor.Moves[game.Shape.Action(profile, p)].Stance!.Value)).ToArray();
                var answer = CaseAnswer.Solve(bound.WithStances(stances), Token);
                Assert.NotNull(answer.Equilibrium.Baseline.Nesting);
                var scale = answer.Effects.Before.Incomes.ToArray().Max();
                for (var r = 0; r < world.Regions.Length; r++)
                    Assert.Equal(0, (answer.Effects.Regions[r].EquivalentVariation - game.Variations(profile)[r]) / scale, 1e-9);
            }
        },
        iter: 8);

    private static BoundCase Bind(World world, string text) => CaseSource.FromText($"title: t\nworld: random\ntarget: R0\n{text}", Yaml.Source).Case.BindTo(world);

    private static double Harm(BoundCase bound) => -CaseAnswer.Solve(bound, Token).Effects.Regions[bound.Target.Index].EquivalentVariation;

    // One of three players' Shapley value from what each subset brings about.
    private static double MeanOverOrders(double[] worths, int player)
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        return orders.Average(order =>
        {
            var before = order.TakeWhile(other => other != player).Aggregate(0, (set, other) => set | 1 << other);
            Assert.InRange(BitOperations.PopCount((uint)before), 0, 2);
            return worths[before | 1 << player] - worths[before];
        });
    }

    // The first sector makes fuel, and where there are three, the second is electricity.
    private static World WithEnergy(World world) => new(
        world.About,
        world.Regions,
        [.. world.Sectors.Select((sector, k) => sector with { Tags = k == 0 ? [.. sector.Tags, "fuel", "energy"] : k == 1 && world.Sectors.Length > 2 ? [.. sector.Tags, "electricity"] : sector.Tags })],
        world.Blocs,
        world.Trade.ToArray(),
        world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
        world.Inputs.ToArray(),
        world.Final.ToArray(),
        world.Elasticities.ToArray());
}
