using System.Globalization;
using Samarkand.Analyses.Coalitions;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Coalitions;

/// <summary>Transfers against an independent implementation, and what they must satisfy on any world.</summary>
public class BurdenSharingTests
{
    private const string West = "[EU, GBR, USA, CAN, AUS, JPN, KOR]";

    private static string Costs(string factor) =>
        $"title: t\nworld: wiod-2011\nhorizon: long\ntarget: RUS\ncoalition: {West}\npackage: [{{ kind: trade-cost, factor: {factor}, both: true, sectors: [goods] }}]\n";

    [Fact]
    public void Transfers_agree_with_the_independent_implementation()
    {
        var lines = File.ReadAllLines(SharedData.Path("reference/wiod2011/burden_sharing_a.csv"))[1..];
        var world = WorldCatalog.Open("wiod-2011");
        var shared = BurdenSharing.Solve(Yaml.Bind(Costs("1.5"), world), TestContext.Current.CancellationToken);
        var compared = 0;
        foreach (var cells in lines.Select(line => line.Split(',')))
        {
            var code = cells[0] == "ROM" ? "ROU" : cells[0];
            var region = new Region(world.Regions.IndexOf(world.Regions.Single(known => known.Code == code)));
            var (transfer, welfare) = (Number(cells[8]), Number(cells[9]));
            Assert.Equal(welfare, shared.After.RealIncome(region), 1e-9);
            var member = shared.Members.FirstOrDefault(member => member.Region == region);
            Assert.Equal(transfer, member?.TransferMusd ?? 0, 0.01);
            compared += member is null ? 0 : 1;
        }

        Assert.Equal(32, compared);
        CheckShares(shared);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("inf")]
    public void Large_shocks_are_shared_too(string factor) =>
        CheckShares(BurdenSharing.Solve(Yaml.Bind(Costs(factor), WorldCatalog.Open("wiod-2011")), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("fixed")]
    [InlineData("proportional")]
    [InlineData("closed")]
    public void Transfers_sum_to_zero_and_equalise_on_random_worlds(string closure)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var world = RandomEconomy.Make(6, 3, withTariffs: seed % 2 == 0, balancedTrade: false, seed);
            var bound = Yaml.Bind($"title: t\ntarget: R0\nclosure: {closure}\ncoalition: [R1, R2, R4]\npackage: [{{ kind: trade-cost, factor: 2.5, both: true }}]\n", world);
            CheckShares(BurdenSharing.Solve(bound, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_coalition_of_one_is_told_that_it_has_nobody_to_share_with()
    {
        var bound = Yaml.Bind("title: t\ntarget: RUS\ncoalition: [USA]\npackage: [{ kind: trade-cost, factor: 1.5 }]\n");
        Assert.Contains("the coalition has one member in small-2020", Yaml.Problem(() => BurdenSharing.Solve(bound)).Message, StringComparison.Ordinal);
    }

    private static void CheckShares(BurdenSharing shared)
    {
        Assert.True(shared.Gap <= BurdenSharing.Tolerance, $"gap {shared.Gap}");
        Assert.Equal(0, shared.Members.Sum(member => member.TransferMusd), 1e-8 * shared.Members.Max(member => Math.Abs(member.TransferMusd)));
        Assert.True(shared.Members.Max(member => member.BeforePct) - shared.Members.Min(member => member.BeforePct) > 1e-3, "there was something to share");
        Assert.True(shared.After.Certificate.Largest <= 1e-12);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
