using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>States that pipes connect share the gas that bans leave.</summary>
public class GasPoolTests
{
    private const string Stop = "title: t\ntarget: RUS\ncoalition: [EU]\ninputs: nested\npackage: [{ kind: import-ban, sectors: [energy], coverage: 0.9 }]\n";

    private static readonly World World = WorldCatalog.Open("samarkand-2021");

    private static readonly Sector Gas = new(World.Sectors.ToList().FindIndex(sector => sector.Code == "gas"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_state_of_the_table_is_in_one_pool_and_in_the_world()
    {
        var states = GasPools.All.SelectMany(row => row.Regions).ToArray();
        Assert.Equal(states.Length, states.Distinct().Count());
        Assert.All(states, state => Assert.NotNull(World.Find(state)));
        Assert.All(GasPools.All, row => Assert.True(row.Spare > 0 && row.Consumption > 0 && row.Source.Length > 0));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("adjustment: by-sector\n", true)]
    [InlineData("adjustment: by-sector\ngas: bilateral\n", false)]
    [InlineData("gas: pooled\n", true)]
    [InlineData("adjustment: by-sector\npackage: [{ kind: import-ban, sectors: [crude], coverage: 1 }]\n", false)]
    public void Gas_is_pooled_by_default_where_trade_adapts_by_sector_and_bans_stop_some(string more, bool isPooled) =>
        Assert.Equal(isPooled, Bound((more.Contains("package", StringComparison.Ordinal) ? Stop[..Stop.IndexOf("package", StringComparison.Ordinal)] : Stop) + more).Gas is not null);

    [Fact]
    public void Sizes_of_a_pool_need_one()
    {
        Assert.Contains("this case has none", Yaml.Problem(() => Yaml.Parse(Stop + "gas-pool: { spare: 2 }\n")).Message, StringComparison.Ordinal);
        var pool = Bound(Stop + "horizon: short\ngas: pooled\ngas-pool: { spare: 0, passed: 0.5 }\n").Gas!;
        Assert.All(pool.Pools, each => Assert.Equal(0.5, each.Passed));
        Assert.All(pool.Shortages, each => Assert.Equal(1 - each.Lost, each.Arrives, 1e-12));
    }

    /// <summary>Within a year no member is better or worse off for whose contracts it had; later each lacks the mean of its pool.</summary>
    [Theory]
    [InlineData("short")]
    [InlineData("medium")]
    [InlineData("long")]
    public void All_members_of_a_pool_lack_the_same(string horizon)
    {
        var bound = Bound(Stop + $"adjustment: by-sector\nhorizon: {horizon}\n");
        foreach (var shortage in bound.Gas!.Shortages)
        {
            var (left, bought) = (0.0, 0.0);
            foreach (var member in shortage.Members)
            {
                var (kept, all) = Gases(bound, member);
                (left, bought) = (left + kept, bought + all);
                // Estonia burns its own, and has too few imports to give up.
                if (horizon == "short" || shortage.Name != "baltic")
                    Assert.Equal(horizon == "short" ? 1 : 1 - shortage.Lost, kept / all, 1e-9);
            }

            Assert.Equal(horizon == "short" ? 1 : 1 - shortage.Lost, left / bought, 1e-9);
        }

        Assert.Equal(horizon == "short" ? bound.Gas.Shortages.Count(shortage => shortage.Arrives < 1) : 0, bound.Gas.Pools.Length);
    }

    [Fact]
    public void What_arrives_is_what_fits_and_the_price_is_one()
    {
        var answer = CaseAnswer.Solve(Bound(Stop + "adjustment: by-sector\nhorizon: short\n"), Token);
        var (before, after, n) = (TradeFlows.Of(answer.Equilibrium.Baseline), TradeFlows.Of(answer.Equilibrium), World.Regions.Length);
        foreach (var (shortage, place) in answer.Case.Gas!.Shortages.Where(shortage => shortage.Arrives < 1).Select((shortage, p) => (shortage, p)))
        {
            var (came, comes, costs) = (0.0, 0.0, answer.Equilibrium.Costs());
            foreach (var member in shortage.Members)
            {
                for (var i = 0; i < n; i++)
                {
                    came += before[Gas, new Region(i), member];
                    comes += after[Gas, new Region(i), member] / costs[i * World.Sectors.Length + Gas.Index];
                }

                // Sellers' own costs move a little, the levy is one.
                Assert.Equal(Math.Exp(answer.Equilibrium.LogLevies[place]), answer.Equilibrium.Prices[Gas.Index * n + member.Index], 0.1 * Math.Exp(answer.Equilibrium.LogLevies[place]));
            }

            Assert.Equal(shortage.Arrives, comes / came, 0.02);
            Assert.True(answer.Equilibrium.LogLevies[place] > 0.1);
        }
    }

    [Fact]
    public void Who_leaves_the_coalition_leaves_its_gas_to_the_pool()
    {
        var bound = Bound(Stop + "adjustment: by-sector\nhorizon: short\n");
        var without = bound.Without([World.Find("DEU")!.Value]);
        Assert.True(Continent(without).Lost < 0.8 * Continent(bound).Lost);
        Assert.Equal(Continent(bound).Lost, Continent(bound.At(Horizon.Long)).Lost);
        Assert.Null(bound.Keeping([]).Gas);

        static GasShortage Continent(BoundCase bound) => bound.Gas!.Shortages.Single(shortage => shortage.Name == "continent");
    }

    [Fact]
    public void A_world_without_gas_says_so()
    {
        var bound = Yaml.Bind(Stop + "gas: pooled\n", WorldCatalog.Open("wiod-2011"));
        Assert.Null(bound.Gas);
        Assert.Contains(bound.NotUsedYet, sentence => sentence.StartsWith("`gas: pooled`", StringComparison.Ordinal));
    }

    // What a member gets of others at prices as they were, and what it bought before.
    private static (double Kept, double All) Gases(BoundCase bound, Region member)
    {
        var (ratios, kept, all) = (bound.Gas!.Weights.FirstOrDefault(change => change.Destination == member)?.Ratios, 0.0, 0.0);
        for (var i = 0; i < World.Regions.Length; i++)
        {
            var flow = World.Trade[Cube.At(World.Regions.Length, Gas, new Region(i), member)];
            var isBanned = i == bound.Target.Index && bound.Coalition.Contains(member);
            (kept, all) = (kept + (isBanned ? 0.1 : ratios?[i] ?? 1) * flow, all + flow);
        }

        return (kept, all);
    }

    private static BoundCase Bound(string text) => Yaml.Bind(text, World);
}
