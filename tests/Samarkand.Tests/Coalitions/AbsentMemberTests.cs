using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Coalitions;

/// <summary>What is left of a case when a member of its coalition stands aside.</summary>
public class AbsentMemberTests
{
    [Fact]
    public void Flows_go_and_the_others_hold_what_they_held()
    {
        var bound = Yaml.Bind(Yaml.WithPackage("{ kind: export-ban, coverage: 0.5 }", "{ kind: asset-freeze, amount: 100 mn USD, yield: 0.1 }"));
        var without = Without(bound, "DEU");
        Assert.Equal(["FRA", "USA"], Codes(without, without.Coalition));
        Assert.Equal(["FRA", "USA"], Codes(without, without.Shock.Costs.Single().Flows.Origins));
        Assert.Equal(bound.Shock.Payments.Where(payment => payment.To != Find(bound, "DEU")), without.Shock.Payments);
        Assert.Equal(Stance.Neutral, without.Stances[Find(bound, "DEU").Index]);
    }

    [Fact]
    public void An_instrument_that_names_it_is_restricted_as_well()
    {
        var bound = Yaml.Bind(Yaml.WithPackage("{ kind: trade-cost, factor: 2, from: [DEU, CHN], to: [RUS], both: true }", "{ kind: tariff, rate: 0.1, to: [DEU] }"));
        var without = Without(bound, "DEU");
        Assert.Equal([["CHN"], ["RUS"]], without.Shock.Costs.Select(cost => Codes(without, cost.Flows.Origins)));
        Assert.Empty(without.Shock.Tariffs);
    }

    [Fact]
    public void Nothing_is_left_where_all_stand_aside_and_a_listed_player_may()
    {
        var bound = Yaml.Bind(Yaml.With("players: [{ region: CHN, stances: [join, comply], stance: join }]\nretaliation: { trigger: [join], package: [{ kind: tariff, rate: 0.2 }] }\n"));
        Assert.Equal(["CHN", "DEU", "FRA", "USA"], Codes(bound, bound.Coalition));
        Assert.Single(bound.Shock.Tariffs);
        var some = Without(bound, "CHN", "DEU");
        Assert.Equal(["FRA", "USA"], Codes(some, some.Shock.Tariffs.Single().Flows.Origins));
        Assert.True(Without(bound, "CHN", "DEU", "FRA", "USA").Shock.IsNone);
    }

    private static BoundCase Without(BoundCase bound, params string[] codes) =>
        (bound.Case with { Absent = [.. codes.Select(code => new RegionName(code, false, new Place("test", 0, 0)))] }).BindTo(bound.World);

    private static Region Find(BoundCase bound, string code) => new(bound.World.Regions.IndexOf(bound.World.Regions.Single(region => region.Code == code)));

    private static string[] Codes(BoundCase bound, ImmutableArray<Region> regions) => [.. regions.Select(region => bound.World.Regions[region.Index].Code)];
}
