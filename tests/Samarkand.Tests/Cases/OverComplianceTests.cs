using CsCheck;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Instruments;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Firms that leave without being told. R1 sanctions R0; R2 and further are third states.</summary>
public class OverComplianceTests
{
    private static readonly Gen<World> Worlds =
        from regions in Gen.Int[3, 6]
        from sectors in Gen.Int[1, 4]
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, withTariffs: false, balancedTrade: false, seed);

    private static readonly Gen<(double X, double M, double P, double Nu)> Sizes =
        Gen.Select(Gen.Double[1e-9, 1e9], Gen.Double[1e-9, 1e9], Gen.Double[1e-6, 10], Gen.Double[0.1, 8]);

    [Fact]
    public void The_share_falls_when_sales_rise_and_never_is_1() => Sizes.Sample(size =>
    {
        var (x, m, p, nu) = size;
        var share = Rule(nu).ShareLeaving(x, m, p);
        Assert.InRange(share, 0, Math.BitDecrement(1.0));
        Assert.True(Rule(nu).ShareLeaving(1.5 * x, m, p) <= share);
        Assert.True(Rule(nu).ShareLeaving(x, 1.5 * m, p) >= share);
        if (share is > 1e-9 and < 1 - 1e-9)
            Assert.True(Rule(nu).ShareLeaving(1.5 * x, m, p) < share);
    });

    [Theory]
    [InlineData(5, 100, 0.05, 1, 0.5)]
    [InlineData(15, 100, 0.05, 1, 0.25)]
    [InlineData(15, 100, 0.05, 2, 0.1)]
    [InlineData(5, 100, 0, 1, 0)]
    [InlineData(5, 0, 0.05, 1, 0)]
    public void The_share_is_what_the_formula_says(double x, double m, double p, double nu, double expected) =>
        Assert.Equal(expected, Rule(nu).ShareLeaving(x, m, p), 1e-15);

    [Fact]
    public void Tiny_sales_are_not_banned_outright() => Assert.Equal(Math.BitDecrement(1.0), Rule(8).ShareLeaving(1e-9, 1e9, 10));

    [Fact]
    public void Each_flow_loses_the_share_of_its_own_sales() => Worlds.Sample(
        world =>
        {
            var bound = Bind(world, "risk: 0.5, slope: 1.5");
            var (n, expected) = (world.Regions.Length, new List<(int, int, double)>());
            for (var i = 2; i < n; i++)
            {
                for (var s = 0; s < world.Sectors.Length; s++)
                {
                    var (x, m) = (world.Trade[(s * n + i) * n], world.Trade[(s * n + i) * n + 1]);
                    if (x > 0 && m > 0)
                        expected.Add((i, s, 1 / (1 + Math.Pow(x / (0.5 * m), 1.5))));
                }
            }

            Assert.Equal(expected, bound.Shock.Costs.Skip(1).Select(change => (change.Flows.Origins.Single().Index, change.Flows.Sectors.Single().Index, change.Share)));
            Assert.All(bound.Shock.Costs.Skip(1), change => Assert.Equal((double.PositiveInfinity, new Region(0)), (change.Factor, change.Flows.Destinations.Single())));
        },
        iter: 50);

    [Fact]
    public void Without_risk_nobody_leaves_and_nothing_changes() => Worlds.Sample(
        world => Shocks.AssertSame(Bind(world, null).Shock, Bind(world, "risk: 0, slope: 1").Shock), iter: 20);

    [Theory]
    [InlineData("join", "", 0)]
    [InlineData("comply", "", 1)]
    [InlineData("comply", ", risk-comply: 0.3", 0.3)]
    [InlineData("neutral", "", 0.05)]
    [InlineData("conduit", "", 0)]
    [InlineData("conduit", ", risk-conduit: 0.02", 0.02)]
    [InlineData("rescue", "", 0)]
    [InlineData("rescue", ", risk-rescue: 0.01", 0.01)]
    public void The_risk_is_that_of_the_stance(string stance, string more, double risk)
    {
        var world = RandomEconomy.Make(3, 1, withTariffs: false, balancedTrade: false, seed: 4);
        var bound = Bind(world, "risk: 0.05, slope: 1" + more, $"default-stance: {stance}\n");

        var ratio = world.Trade[6] / world.Trade[7];
        var shares = bound.Instruments.SelectMany(instrument => instrument.Departures).Select(departure => departure.Share);
        Assert.Equal(risk == 0 ? [] : [1 / (1 + ratio / risk)], shares, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_instrument_does_what_the_block_does_and_may_name_its_scope()
    {
        var world = RandomEconomy.Make(5, 3, withTariffs: false, balancedTrade: false, seed: 9);
        var block = Bind(world, "risk: 0.2, slope: 1, sectors: [s1, s2]").Shock;
        var instrument = Parse(", { kind: over-compliance, risk: 0.2, slope: 1, sectors: [s1, s2] }", "").BindTo(world).Shock;
        var narrow = Parse(", { kind: over-compliance, risk: 0.2, slope: 1, sectors: [s1], from: R3, to: R4 }", "").BindTo(world).Shock;

        Shocks.AssertSame(block, instrument);
        Assert.Equal((3, 4), (narrow.Costs[1].Flows.Origins.Single().Index, narrow.Costs.Last().Flows.Destinations.Single().Index));
    }

    [Fact]
    public void Firms_that_leave_lower_what_the_target_imports_from_their_state()
    {
        var world = RandomEconomy.Make(4, 2, withTariffs: false, balancedTrade: false, seed: 12);
        double Imports(string? rule)
        {
            var flows = TradeFlows.Of(MoneyAccounts.Solve(Bind(world, rule)));
            return flows[new Sector(0), new Region(2), new Region(0)] + flows[new Sector(0), new Region(3), new Region(0)];
        }

        Assert.InRange(Imports("risk: 0.5, slope: 1"), 0, 0.95 * Imports(null));
    }

    private static OverCompliance Rule(double slope) =>
        new(new InstrumentHead("package.0", new Place("t", 1, 1)), new FlowScope(), 1, slope, 1, 0, 0);

    private static BoundCase Bind(World world, string? rule, string more = "") =>
        Parse("", (rule is null ? "" : $"over-compliance: {{ {rule} }}\n") + more).BindTo(world);

    private static Case Parse(string instruments, string more) => Yaml.Parse(
        $"title: t\nworld: random\ntarget: R0\ncoalition: [R1]\npackage: [{{ kind: trade-cost, factor: 1.5 }}{instruments}]\n" + more);
}
