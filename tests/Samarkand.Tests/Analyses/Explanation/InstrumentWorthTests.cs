using CsCheck;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Explanation;

public class InstrumentWorthTests
{
    private const string Head = "title: t\ntarget: R0\ncoalition: [R1, R2]\n";

    private static readonly string Whole =
        Head
        + "package:\n"
        + "  - { kind: export-ban, sectors: [s1], coverage: 0.6, common-list: true }\n"
        + "  - { kind: import-ban, sectors: [s0], coverage: 0.4 }\n"
        + "  - { kind: asset-freeze, amount: 50 mn USD, yield: 0.1 }\n"
        + "over-compliance: { risk: 0.1, slope: 1 }\n"
        + "secondary: { trigger: [conduit], package: [{ kind: trade-cost, factor: 1.1 }] }\n"
        + "retaliation: { trigger: [join], package: [{ kind: export-ban, sectors: [s0], coverage: 0.1 }] }\n"
        + "players: [{ region: R3, stances: [neutral, conduit], stance: conduit }]\n";

    private static readonly World Economy = RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, seed: 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_block_that_acts_is_a_part_and_all_parts_are_the_case()
    {
        var bound = Yaml.Bind(Whole, Economy);
        var worths = InstrumentWorth.Of(bound, cancellation: Token);
        Assert.Equal(["package.0", "package.1", "package.2", "over-compliance", "secondary", "retaliation"], worths.Parts.Select(worth => worth.Part.Name));
        var whole = Simulation.Solve(bound.World, bound.Shock, bound.Case.Horizon, bound.Case.Closure, 1e-12, Token);
        Assert.Equal((1 - whole.RealIncome(bound.Target)) * whole.Baseline.Income(bound.Target), worths.Whole.Harm, 1e-7);
        Assert.Equal(64, worths.Equilibria);
        Assert.Equal(5, CasePart.Of(Yaml.Bind(Whole.Replace("stance: conduit", "stance: neutral", StringComparison.Ordinal), Economy)).Length);
    }

    [Fact]
    public void Values_add_up_to_the_whole_case() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, seed);
            var bound = Yaml.Bind(
                "title: t\ntarget: R0\ncoalition: [R1, R2]\ndefault-stance: conduit\npackage:\n  - { kind: export-ban, coverage: 0.5 }\n  - { kind: tariff, rate: 0.2 }\n  - { kind: asset-freeze, amount: 50 mn USD, yield: 0.1 }\nover-compliance: { risk: 0.1, slope: 1 }\n",
                world);
            foreach (var worths in new[] { InstrumentWorth.Of(bound, cancellation: Token), InstrumentWorth.Of(bound, 5, seed, cancellation: Token) })
            {
                Assert.True(worths.Whole.Harm != 0);
                Assert.Equal(worths.Whole.Harm, worths.Parts.Sum(worth => worth.Shapley.Harm), 1e-11 * Math.Max(1, Math.Abs(worths.Whole.Harm)));
                Assert.Equal(worths.Whole.Cost, worths.Parts.Sum(worth => worth.Shapley.Cost), 1e-11 * Math.Max(1, Math.Abs(worths.Whole.Harm)));
            }
        },
        iter: 20);

    [Fact]
    public void Equal_instruments_are_worth_the_same_and_one_that_does_nothing_nothing()
    {
        var worths = InstrumentWorth.Of(
            Yaml.Bind(Head + "package: [{ kind: export-ban, coverage: 0.4 }, { kind: tariff, rate: 0.1 }, { kind: export-ban, coverage: 0.4 }, { kind: trade-cost, factor: 1 }]\n", Economy), cancellation: Token).Parts;
        Assert.Equal(worths[0].Shapley.Harm, worths[2].Shapley.Harm, 1e-8);
        Assert.Equal(worths[0].Shapley.Cost, worths[2].Shapley.Cost, 1e-8);
        Assert.Equal(worths[0].Last.Harm, worths[2].Last.Harm, 1e-8);
        Assert.True(Math.Abs(worths[0].Shapley.Harm - worths[1].Shapley.Harm) > 1e-3);
        foreach (var (harm, cost) in new[] { worths[3].Alone, worths[3].Last, worths[3].Shapley })
        {
            Assert.Equal(0, harm, 1e-8);
            Assert.Equal(0, cost, 1e-8);
        }
    }

    [Fact]
    public void Alone_and_last_are_the_case_with_one_instrument_and_without_it()
    {
        string[] instruments = ["{ kind: export-ban, coverage: 0.4 }", "{ kind: payments-cut, cost: 0.2, settled: 0.5, both: true }"];
        var worths = InstrumentWorth.Of(Yaml.Bind(Package(instruments), Economy), cancellation: Token);
        var only = InstrumentWorth.Of(Yaml.Bind(Package(instruments[1]), Economy), cancellation: Token);
        Assert.Equal(only.Whole.Harm, worths.Parts[1].Alone.Harm, 1e-8);
        Assert.Equal(only.Whole.Cost, worths.Parts[1].Alone.Cost, 1e-8);
        Assert.Equal(worths.Whole.Harm - only.Whole.Harm, worths.Parts[0].Last.Harm, 1e-8);
        Assert.Equal(only.Whole, only.Parts[0].Shapley);
    }

    [Fact]
    public void Routes_are_those_of_what_is_banned_and_threatened_only_with_secondary_sanctions()
    {
        var bound = Yaml.Bind(Whole, Economy);
        Assert.Equal(bound.Shock.Costs.Length, bound.Keeping(bound.Instruments).Shock.Costs.Length);
        Assert.True(bound.Routes!.Terms.Threat > 0);
        var freeze = bound.Keeping([bound.Instruments[2]]);
        Assert.Empty(freeze.Routes!.Detours);
        Assert.Equal(0, freeze.Routes.Terms.Threat);
        var ban = bound.Keeping([bound.Instruments[0]]);
        Assert.NotEmpty(ban.Routes!.Detours);
        var rewritten = Yaml.Bind(Head + "package: [{ kind: export-ban, sectors: [s1], coverage: 0.6, common-list: true }]\nplayers: [{ region: R3, stances: [neutral, conduit], stance: conduit }]\n", Economy);
        Assert.Equal(rewritten.Routes!.Detours.Select(detour => detour.CostFactor), ban.Routes.Detours.Select(detour => detour.CostFactor));
    }

    [Fact]
    public void Sampled_orders_come_near_and_say_how_near()
    {
        var bound = Yaml.Bind(Whole, Economy);
        var (exact, sampled) = (InstrumentWorth.Of(bound, cancellation: Token), InstrumentWorth.Of(bound, 100, 3, cancellation: Token));
        Assert.Equal(100, sampled.Orders);
        Assert.True(sampled.Equilibria <= 64);
        foreach (var (truth, estimate) in exact.Parts.Zip(sampled.Parts))
        {
            Assert.Equal((0, 0), truth.StandardErrors);
            Assert.Equal(truth.Alone.Harm, estimate.Alone.Harm, 1e-8);
            Assert.Equal(truth.Last.Cost, estimate.Last.Cost, 1e-8);
            Assert.InRange(Math.Abs(estimate.Shapley.Harm - truth.Shapley.Harm), 0, 4 * estimate.StandardErrors.Harm + 1e-8);
            Assert.InRange(Math.Abs(estimate.Shapley.Cost - truth.Shapley.Cost), 0, 4 * estimate.StandardErrors.Cost + 1e-8);
        }

        Assert.NotEqual(sampled.Parts[0].Shapley, InstrumentWorth.Of(bound, 100, 4, cancellation: Token).Parts[0].Shapley);
    }

    [Fact]
    public void A_subset_without_an_equilibrium_is_named()
    {
        // Alone, the freeze takes more than there is to take; with the transfer back it does not.
        var bound = Yaml.Bind(Head + "package: [{ kind: asset-freeze, amount: 5 bn USD, yield: 100 % }, { kind: transfer, amount: 5 bn USD }]\n", Economy);
        var none = Assert.Throws<NoEquilibriumException>(() => InstrumentWorth.Of(bound, cancellation: Token));
        Assert.StartsWith("with package.0 alone: no equilibrium", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_with_nothing_in_force_has_nothing_to_explain()
    {
        var bound = Yaml.Bind(Head + "package: [{ kind: export-ban, coverage: 0.4, from-date: 2022-03-01 }]\n", Economy).Over(Period.Day(new DateOnly(2021, 1, 1)));
        Assert.Contains("no instrument is in force", Yaml.Problem(() => InstrumentWorth.Of(bound, cancellation: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Markets_may_vanish_with_some_subsets()
    {
        var world = RandomEconomy.WithoutMaker(4, 3, 0, 2, withTariffs: false, seed: 5);
        var bound = Yaml.Bind("title: t\ntarget: R0\nmay-vanish: [s2]\npackage: [{ kind: trade-cost, factor: inf, from: [R1, R2, R3], to: [R0], sectors: [s2] }, { kind: tariff, rate: 0.1, from: [R1], to: [R0] }]\n", world);
        var worths = InstrumentWorth.Of(bound, cancellation: Token);
        Assert.Equal(worths.Whole.Harm, worths.Parts.Sum(worth => worth.Shapley.Harm), 1e-9);
        Assert.True(Math.Abs(worths.Parts[0].Alone.Harm) > 0.01);
    }

    [Fact]
    public void Instruments_of_a_bundle_are_one_part_and_do_together_what_they_do()
    {
        var bound = Yaml.Bind(
            Head + "package: [{ kind: export-ban, name: a, bundle: bans, sectors: [s0], coverage: 0.4 }, { kind: tariff, rate: 0.1 }, { kind: import-ban, name: b, bundle: bans, sectors: [s1], coverage: 0.3 }]\n", Economy);
        var worths = InstrumentWorth.Of(bound, cancellation: Token);
        var bans = InstrumentWorth.Of(Yaml.Bind(Head + "package: [{ kind: export-ban, sectors: [s0], coverage: 0.4 }, { kind: import-ban, sectors: [s1], coverage: 0.3 }]\n", Economy), cancellation: Token);

        Assert.Equal(["bans", "package.1"], worths.Parts.Select(worth => worth.Part.Name));
        Assert.Equal([true, false], worths.Parts.Select(worth => worth.Part.IsBundle));
        Assert.Equal("export-ban, import-ban", worths.Parts[0].Part.Kind);
        Assert.Equal(4, worths.Equilibria);
        Assert.Equal(bans.Whole.Harm, worths.Parts[0].Alone.Harm, 1e-8);
        Assert.Equal(worths.Whole.Harm, worths.Parts.Sum(worth => worth.Shapley.Harm), 1e-9);
    }

    [Fact]
    public void Many_instruments_are_taken_by_kind_and_every_subset_of_the_kinds_is_solved()
    {
        var bans = Enumerable.Range(0, 15).Select(i => FormattableString.Invariant($"{{ kind: export-ban, sectors: [s{i % 3}], coverage: 0.0{1 + i % 9} }}"));
        var few = CasePart.Of(Yaml.Bind(Package([.. bans, "{ kind: tariff, rate: 0.1 }"]), Economy));
        var many = InstrumentWorth.Of(Yaml.Bind(Package([.. bans, "{ kind: tariff, rate: 0.1 }", "{ kind: asset-freeze, amount: 50 mn USD, yield: 0.1 }"]), Economy), cancellation: Token);

        Assert.Equal(16, few.Length);
        Assert.DoesNotContain(few, part => part.IsBundle);
        Assert.Equal(["export-ban", "package.15", "package.16"], many.Parts.Select(worth => worth.Part.Name));
        Assert.Equal(15, many.Parts[0].Part.Instruments.Length);
        Assert.Null(many.Orders);
        Assert.Equal(8, many.Equilibria);
    }

    [Fact]
    public void More_bundles_than_can_be_enumerated_are_sampled_with_their_errors()
    {
        var worths = InstrumentWorth.Of(
            Yaml.Bind(Package([.. Enumerable.Range(0, 17).Select(i => FormattableString.Invariant($"{{ kind: export-ban, bundle: b{i}, sectors: [s{i % 3}], coverage: 0.{10 + i} }}"))]), Economy), cancellation: Token);

        Assert.Equal(17, worths.Parts.Length);
        Assert.Equal(InstrumentWorth.DefaultOrders, worths.Orders);
        Assert.All(worths.Parts, worth => Assert.True(worth.StandardErrors.Harm > 0));
        Assert.Equal(worths.Whole.Harm, worths.Parts.Sum(worth => worth.Shapley.Harm), 1e-8);
    }

    [Fact]
    public void A_bundle_may_be_called_like_a_block_and_stays_apart_from_it() => Assert.Equal(
        ["over-compliance", "over-compliance"],
        CasePart.Of(Yaml.Bind(Head + "package: [{ kind: export-ban, bundle: over-compliance, coverage: 0.4 }]\nover-compliance: { risk: 0.1, slope: 1 }\n", Economy)).Select(part => part.Name));

    [Fact]
    public void Only_the_package_has_bundles() => Assert.Contains(
        "`bundle` groups instruments of the case's `package` alone",
        Yaml.Problem(() => Yaml.Parse(Head + "package: [{ kind: export-ban, coverage: 0.4 }]\nsecondary: { trigger: [conduit], package: [{ kind: tariff, rate: 0.1, bundle: b }] }\n")).Message,
        StringComparison.Ordinal);

    private static string Package(params string[] instruments) => $"{Head}package: [{string.Join(", ", instruments)}]\n";
}
