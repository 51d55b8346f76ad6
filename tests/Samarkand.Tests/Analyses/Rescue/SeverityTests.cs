using CsCheck;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Rescue;

/// <summary>The game over the severity of secondary sanctions: the map of equilibria, and the coalition that commits to one.</summary>
public class SeverityTests
{
    private const string Conduit = "{ region: R3, stances: [neutral, conduit], stance: conduit }";

    [Fact]
    public void At_a_severity_every_profile_is_the_case_with_that_much_of_its_threat() => Gen.Select(SmallGame.Worlds, Gen.Bool).Sample(
        (world, onConduits) =>
        {
            var trigger = onConduits ? "conduit, rescue" : "rescue";
            var whole = Game(world, $"secondary: {{ trigger: [{trigger}], package: [{{ kind: export-ban, coverage: 0.6 }}] }}");
            var half = Game(world, $"secondary: {{ trigger: [{trigger}], package: [{{ kind: export-ban, coverage: 0.3 }}] }}");
            AreAlike(world, half, whole.AtSeverity(0.5));
            AreAlike(world, whole, whole.AtSeverity(1));
            AreAlike(world, Game(world, $"secondary: {{ trigger: [{trigger}], package: [{{ kind: trade-cost, factor: 1 }}] }}"), whole.AtSeverity(0));
        },
        iter: 10);

    [Fact]
    public void In_every_cell_of_the_map_the_equilibria_are_those_of_that_game() => SmallGame.Worlds.Sample(
        world =>
        {
            var players = $"players: [{SmallGame.Rescuer("affinity: { R0: 0.3 }")}, {Conduit}]";
            var answer = SmallGame.Solve(world, $"{players}\nsecondary: {{ trigger: [conduit, rescue], package: [{{ kind: export-ban, coverage: 0.5 }}] }}");
            var cells = answer.Landscape!.Cells;
            Assert.Equal(66, cells.Length);
            foreach (var cell in cells.Where(cell => cell.Severity is 0.4 or 1 && cell.Affinity is 0 or 1 or 2))
            {
                // What a rescue consists of is that of the case in every cell.
                var there = SmallGame.Text($"players: [{SmallGame.Rescuer(FormattableString.Invariant($"affinity: {{ R0: {cell.Affinity} }}"))}, {Conduit}]\nsecondary: {{ trigger: [conduit, rescue], package: [{{ kind: export-ban, coverage: {FormattableString.Invariant($"{0.5 * cell.Severity:R}")} }}] }}").Case.BindTo(world);
                var means = answer.Means!;
                var game = StanceGame.Solve(there with { Case = means.Offer.Mix.In(there.Case, means.Player.Player.Region) }, cancellation: TestContext.Current.CancellationToken);
                var payoffs = game.Payoffs();
                var equilibria = PureEquilibria.Find(payoffs);
                Assert.Equal(equilibria.Length, cell.Equilibria);
                Assert.Equal(equilibria.Select(profile => payoffs.Action(profile, 0)).Distinct().Order().Select(action => game.Actors[0].Moves[action].Name), cell.Stances);
                var moves = equilibria.Any(profile => payoffs.Action(profile, 1) != answer.Payoffs.Action(answer.Reference, 1));
                Assert.Equal(moves, !cell.Moving.IsEmpty);
                Assert.Equal(cell.Equilibria == 0, cell.Outcome == "none is stable");
                Assert.Equal(moves, cell.Outcome.EndsWith("others move", StringComparison.Ordinal));
            }
        },
        iter: 8);

    [Fact]
    public void A_coalition_that_moves_first_takes_what_a_search_through_all_commitments_finds() => Gen.Select(SmallGame.Worlds, Gen.Double[0, 3], Gen.Double[0, 5]).Sample(
        (world, affinity, weight) =>
        {
            double[] severities = [0, 0.3, 0.7, 1];
            var more = $"players: [{SmallGame.Rescuer(FormattableString.Invariant($"affinity: {{ R0: {affinity:R} }}"))}, {Conduit}]\n{SmallGame.Secondary}";
            var game = StanceGame.Solve(SmallGame.Text(more).Case.BindTo(world), cancellation: TestContext.Current.CancellationToken);
            var at = severities.Select(severity => (Severity: severity, Game: game.AtSeverity(severity, cancellation: TestContext.Current.CancellationToken))).ToArray();
            var answers = at.Select(one => PureEquilibria.Find(one.Game.Payoffs())).ToArray();
            double Cost(int z, int profile) => -at[z].Game.Variations(profile)[1];
            double Worst(int z) => answers[z].Max(profile => Cost(z, profile) + weight * at[z].Game.Variations(profile)[0]);
            bool Deters(int z) => answers[z].All(profile => game.Shape.Action(profile, 0) != 2);

            var solved = CoalitionFirst.Solve(at, null);
            var sure = Enumerable.Range(0, 4).Where(z => answers[z].Length > 0).ToArray();
            Assert.Equal(answers.Select(found => found.Length), solved.Commitments.Select(one => one.Answers.Length));
            Assert.Equal(sure.Length == 0, solved.Chosen is null);
            if (sure.Length == 0)
                return;
            var pool = sure.Any(Deters) ? sure.Where(Deters).ToArray() : sure;
            var least = pool.Min(z => answers[z].Max(profile => Cost(z, profile)));
            Assert.Equal(pool.First(z => answers[z].Max(profile => Cost(z, profile)) == least), solved.Chosen);
            Assert.Equal(sure.Any(Deters), solved.Deters);

            var weighed = CoalitionFirst.Solve(at, weight).Chosen!.Value;
            Assert.Equal(sure.Min(Worst), Worst(weighed), Math.Abs(Worst(weighed)) * 1e-9 + 1e-9);
        },
        iter: 20);

    [Fact]
    public void A_threat_that_deters_is_the_mildest_of_those_that_cost_the_same()
    {
        var (price, _) = Flagship(0, "coalition-first: {}");
        var affinity = (price.Curve!.Points[0].Price.Price + price.Curve.Points[^1].Price.Price) / 2;
        var (answer, words) = Flagship(affinity, "coalition-first: { severities: [0, 0.25, 0.5, 0.75, 1] }");
        var first = answer.First!;
        Assert.Equal(0.75, first.Commitments[first.Chosen!.Value].Severity);
        Assert.Equal([false, false, false, true, true], first.Commitments.Select(one => one.Deters));
        Assert.Contains("Moving first, the coalition would commit to secondary sanctions at 75 percent of what the case threatens with", words, StringComparison.Ordinal);
        Assert.Contains("the least that it can pay where no rescue follows.", words, StringComparison.Ordinal);
        var table = RescueTables.All.Make("coalition-first", answer);
        Assert.Equal(["comes", "comes", "comes", "deterred", "deterred"], ((TextColumn)table.Columns.Single(column => column.Name == "rescue")).Values);

        var (fond, never) = Flagship(100, "coalition-first: { severities: [0, 1] }");
        Assert.False(fond.First!.Deters);
        Assert.Contains("no severity prevents a rescue of Russia, and at this one it may come from China", never, StringComparison.Ordinal);
        var (_, weighed) = Flagship(affinity, "coalition-first: { severities: [0, 1], weight: 0.5 }");
        Assert.Contains("each dollar that Russia loses is worth 0.5 dollars to it", weighed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coalition-first: { severities: [0, 1] }", "case.yaml:6:18", "`coalition-first` needs `secondary`")]
    [InlineData(SmallGame.Secondary + "\ncoalition-first: { severities: [0.5, 0.5] }", "case.yaml:7:38", "`severities` must ascend")]
    [InlineData(SmallGame.Secondary + "\ncoalition-first: { severities: [2] }", "case.yaml:7:33", "`severities` is `2`")]
    [InlineData(SmallGame.Secondary + "\ncoalition-first: { weigth: 1 }", "case.yaml:7:20", "unknown key `weigth`")]
    [InlineData(SmallGame.Secondary + "\ncoalition-first: { weight: -1 }", "case.yaml:7:28", "`weight` is `-1`")]
    public void Mistakes_are_told_by_their_place(string more, string place, string message)
    {
        var told = Assert.Throws<InputException>(() => SmallGame.Text(more).Case);
        Assert.Contains(place, told.Message, StringComparison.Ordinal);
        Assert.Contains(message, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_asked_together_is_refused()
    {
        var world = SmallGame.Worlds.Single();
        void Refused(string more, RescueRequest asked, string message)
        {
            var text = SmallGame.Text($"players: [{SmallGame.Rescuer()}]\n{more}");
            Assert.Contains(message, Assert.Throws<InputException>(() => RescueAnswer.Solve(text, text.Case.BindTo(world), asked, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        }

        Refused("", new RescueRequest { CoalitionFirst = true }, "the case has no `secondary`");
        Refused(SmallGame.Secondary, new RescueRequest { CoalitionFirst = true, Search = true }, "leave out one of ⟨search⟩ and ⟨coalition-first⟩");
        Refused(SmallGame.Secondary, new RescueRequest { Map = true, Search = true }, "leave out one of ⟨search⟩ and ⟨map⟩");
    }

    private static StanceGame Game(World world, string secondary) => StanceGame.Solve(
        SmallGame.Text($"players: [{SmallGame.Rescuer()}, {Conduit}]\n{secondary}").Case.BindTo(world), cancellation: TestContext.Current.CancellationToken);

    private static void AreAlike(World world, StanceGame one, StanceGame two)
    {
        var scale = world.Final.ToArray().Sum();
        for (var profile = 0; profile < one.Shape.ProfileCount; profile++)
        {
            for (var r = 0; r < world.Regions.Length; r++)
                Assert.Equal(0, (one.Variations(profile)[r] - two.Variations(profile)[r]) / scale, 1e-9);
        }
    }

    private static (RescueAnswer Answer, string Words) Flagship(double affinity, string more)
    {
        var text = CaseSource.FromText(
            $$"""
            title: Rescue
            target: RUS
            coalition: [USA, EU, GBR, JPN]
            package: [{ kind: export-ban, sectors: [electronics, machinery], coverage: 0.5, common-list: true }]
            secondary: { trigger: [rescue], package: [{ kind: trade-cost, factor: 1.05, both: true }] }
            players: [{ region: CHN, stances: [neutral, rescue], means: [{ kind: supply, discount: 0.15, paid-by: CHN }], affinity: { RUS: {{FormattableString.Invariant($"{affinity:R}")}} } }]
            {{more}}
            """,
            "test");
        var answer = RescueAnswer.Solve(text, text.Case.BindTo(WorldCatalog.Open("samarkand-2021")), new RescueRequest(), cancellation: TestContext.Current.CancellationToken);
        return (answer, string.Join('\n', Verdict.Reasons(answer)));
    }
}
