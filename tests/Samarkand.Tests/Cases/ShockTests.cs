using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>What each instrument does to the model's primitives. In the small world USA, DEU and FRA sanction RUS.</summary>
public class ShockTests
{
    private static readonly int[] Coalition = [2, 3, 4];
    private static readonly int[] Russia = [0];
    private static readonly int[] Goods = [0, 1];
    private static readonly int[] All = [0, 1, 2];

    [Fact]
    public void ATradeCostRunsFromCoalitionToTarget()
    {
        var change = Assert.Single(ShockOf("{ kind: trade-cost, factor: 1.5 }").Costs);

        Assert.Equal((1.5, 1.0), (change.Factor, change.Share));
        AssertBlock(Coalition, Russia, Goods, change.Flows);
    }

    [Fact]
    public void BothGivesTheOtherDirectionToo()
    {
        var costs = ShockOf("{ kind: trade-cost, factor: inf, both: true }").Costs;

        Assert.Equal(2, costs.Length);
        Assert.All(costs, change => Assert.Equal(double.PositiveInfinity, change.Factor));
        AssertBlock(Coalition, Russia, Goods, costs[0].Flows);
        AssertBlock(Russia, Coalition, Goods, costs[1].Flows);
    }

    [Fact]
    public void FromAndToReplaceOneSideEach()
    {
        AssertBlock([1], Russia, Goods, ShockOf("{ kind: trade-cost, factor: 2, from: CHN }").Costs[0].Flows);
        AssertBlock(Coalition, [0, 1], Goods, ShockOf("{ kind: trade-cost, factor: 2, to: SCO }").Costs[0].Flows);
        AssertBlock([1], Coalition, Goods, ShockOf("{ kind: import-ban, from: CHN }").Costs[0].Flows);
    }

    [Fact]
    public void BansAreInfiniteCostsOnTheirCoverage()
    {
        var shock = ShockOf("{ kind: export-ban, coverage: 0.9, sectors: electronics }", "{ kind: import-ban }");

        Assert.Equal((double.PositiveInfinity, 0.9), (shock.Costs[0].Factor, shock.Costs[0].Share));
        AssertBlock(Coalition, Russia, [1], shock.Costs[0].Flows);
        Assert.Equal((double.PositiveInfinity, 1.0), (shock.Costs[1].Factor, shock.Costs[1].Share));
        AssertBlock(Russia, Coalition, Goods, shock.Costs[1].Flows);
    }

    [Fact]
    public void ACommonListIsAListedBan()
    {
        var shock = ShockOf("{ kind: export-ban, coverage: 0.9, common-list: true }", "{ kind: import-ban, common-list: true }");

        Assert.Empty(shock.Costs);
        Assert.Equal([0.9, 1.0], shock.ListedBans.Select(ban => ban.Coverage));
        AssertBlock(Coalition, Russia, Goods, shock.ListedBans[0].Flows);
        AssertBlock(Russia, Coalition, Goods, shock.ListedBans[1].Flows);
    }

    [Fact]
    public void ATariffIsOnWhatTheCoalitionBuys()
    {
        var tariff = Assert.Single(ShockOf("{ kind: tariff, rate: 0.25 }").Tariffs);

        Assert.Equal(0.25, tariff.Rate);
        AssertBlock(Russia, Coalition, Goods, tariff.Flows);
    }

    [Fact]
    public void APriceCapPassesTheDiscountToTheBuyers()
    {
        var shock = ShockOf("{ kind: price-cap, discount: 0.2, sectors: energy }");

        var payment = Assert.Single(shock.FlowPayments);
        Assert.Equal(0.2, payment.Rate);
        AssertBlock(Russia, Coalition, [0], payment.Flows);
        Assert.Empty(shock.Wedges);
    }

    [Fact]
    public void APriceCapWithMarketVolumeIsAWedgeOfTheImporter()
    {
        var shock = ShockOf("{ kind: price-cap, discount: 0.2, volume: market }");

        var wedge = Assert.Single(shock.Wedges);
        Assert.Equal((0.25, null), (wedge.Rate, wedge.Owner));
        AssertBlock(Russia, Coalition, Goods, wedge.Flows);
        Assert.Empty(shock.FlowPayments);
    }

    [Fact]
    public void APaymentsCutCostsOnTheSettledShareServicesIncluded()
    {
        var change = Assert.Single(ShockOf("{ kind: payments-cut, cost: 0.05, settled: 0.6 }").Costs);

        Assert.Equal((1.05, 0.6), (change.Factor, change.Share));
        AssertBlock(Coalition, Russia, All, change.Flows);
    }

    [Fact]
    public void ATransportInterruptionCostsOnGoods()
    {
        var change = Assert.Single(ShockOf("{ kind: transport-interruption, cost: 0.1 }").Costs);

        Assert.Equal((1.1, 1.0), (change.Factor, change.Share));
        AssertBlock(Coalition, Russia, Goods, change.Flows);
    }

    // Value added is 900, 1200 and 1500 in DEU, FRA and USA.
    [Fact]
    public void AFreezePassesTheYieldToTheHoldersByValueAdded() => AssertPayments(
        [(0, 2, 50), (0, 3, 66.666666666666667), (0, 4, 83.333333333333333)],
        "{ kind: asset-freeze, amount: 10 bn USD }");

    [Fact]
    public void AFreezeAgainstADrawdownPassesTheYearlyDrawToo() => AssertPayments(
        [(0, 3, 2_500)],
        "{ kind: asset-freeze, amount: 10 bn USD, yield: 0.05, holders: FRA, against: drawdown, years: 5 }");

    [Fact]
    public void ASeizurePassesTheAmountOverTheYears() => AssertPayments(
        [(1, 4, 2_000)],
        "{ kind: asset-seizure, amount: 10 bn USD, years: 5, owner: CHN, holders: USA }");

    // Value added is 300 and 600 in RUS and CHN, 900 and 1200 in DEU and FRA.
    [Fact]
    public void ATransferIsSharedOnBothSidesByValueAdded() => AssertPayments(
        [(2, 0, 300.0 / 7), (2, 1, 600.0 / 7), (3, 0, 400.0 / 7), (3, 1, 800.0 / 7)],
        "{ kind: transfer, amount: 300 million USD, from: EU, to: SCO }");

    [Fact]
    public void AnInvestmentThatStopsIsLostByTheReceiverAndKeptByTheSender() => AssertPayments(
        [(0, 2, 900), (0, 3, 1_200), (0, 4, 1_500)],
        "{ kind: investment-stop, amount: 3.6 bn USD }");

    [Fact]
    public void ValueAddedIsOutputLessIntermediateUse() => Assert.Equal([300, 600, 900, 1200, 1500, 1800], ValueAdded.Of(SmallWorld.Make()));

    [Fact]
    public void SectorsThatMayVanishAreBound()
    {
        var shock = Yaml.Bind(Yaml.With("may-vanish: [electronics]\n")).Shock;

        Assert.Equal([new Sector(1)], shock.MayVanish);
    }

    private static Shock ShockOf(params string[] instruments) => Yaml.Bind(Yaml.WithPackage(instruments)).Shock;

    private static void AssertPayments((int From, int To, double Amount)[] expected, string instrument)
    {
        var payments = ShockOf(instrument).Payments;

        Assert.Equal(expected.Select(payment => (payment.From, payment.To)), payments.Select(payment => (payment.From.Index, payment.To.Index)));
        Assert.All(expected.Zip(payments), pair => Assert.Equal(pair.First.Amount, pair.Second.Amount, 1e-9));
    }

    private static void AssertBlock(int[] origins, int[] destinations, int[] sectors, FlowBlock block)
    {
        Assert.Equal(origins, block.Origins.Select(region => region.Index));
        Assert.Equal(destinations, block.Destinations.Select(region => region.Index));
        Assert.Equal(sectors, block.Sectors.Select(sector => sector.Index));
    }
}
