using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Coalitions;

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

    [Fact]
    public void What_is_left_is_what_binding_the_case_anew_gives() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(6, 3, withTariffs: true, balancedTrade: false, seed);
            foreach (var more in Blocks)
            {
                var bound = Yaml.Bind(
                    "title: t\ntarget: R0\ncoalition: [R1, R2, R3, R4]\npackage:\n  - { kind: export-ban, coverage: 0.5, common-list: true }\n  - { kind: tariff, rate: 0.2 }\n  - { kind: trade-cost, factor: 2, from: [R1, R5], to: [R0, R2], both: true }\n"
                    + "  - { kind: asset-freeze, amount: 100 mn USD, yield: 0.1 }\n  - { kind: price-cap, discount: 0.1, volume: market }\n  - { kind: export-ban, coverage: 0.3, from: [R1] }\n" + more,
                    world);
                for (var subset = 0; subset < 16; subset++)
                {
                    ImmutableArray<Region> absent = [.. bound.Coalition.Where((_, m) => (subset >> m & 1) != 0)];
                    var (quick, anew) = (bound.Without(absent), Without(bound, Codes(bound, absent)));
                    Assert.Equal(JsonSerializer.Serialize(anew.Shock, Form), JsonSerializer.Serialize(quick.Shock, Form));
                    Assert.Equal(anew.Coalition, quick.Coalition);
                    Assert.Equal(anew.Stances, quick.Stances);
                }
            }
        },
        iter: 5);

    private static readonly JsonSerializerOptions Form = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly string[] Blocks =
    [
        "",
        "over-compliance: { risk: 0.1, slope: 1 }\n",
        "retaliation: { trigger: [join, neutral], package: [{ kind: tariff, rate: 0.2 }] }\n",
        "default-stance: conduit\nsecondary: { trigger: [conduit, neutral], package: [{ kind: trade-cost, factor: 1.1 }] }\n",
    ];

    private static BoundCase Without(BoundCase bound, params string[] codes) =>
        (bound.Case with { Absent = [.. codes.Select(code => new RegionName(code, false, new Place("test", 0, 0)))] }).BindTo(bound.World);

    private static Region Find(BoundCase bound, string code) => new(bound.World.Regions.IndexOf(bound.World.Regions.Single(region => region.Code == code)));

    private static string[] Codes(BoundCase bound, ImmutableArray<Region> regions) => [.. regions.Select(region => bound.World.Regions[region.Index].Code)];
}
