using CsCheck;
using Samarkand.Cases;
using Samarkand.Equilibrium;
using Samarkand.Routes;
using Samarkand.Worlds;

namespace Samarkand.Tests.Routes;

/// <summary>Goods under a ban through third states, on random worlds.</summary>
public class RouteTests
{
    private const string ConduitR2 = "players: [{ region: R2, stance: conduit }]";
    private const string ConduitsR2R3 = "players: [{ region: R2, stance: conduit }, { region: R3, stance: conduit }]";

    private static readonly string[] Packages =
    [
        "package: [{ kind: export-ban, coverage: 0.7 }]",
        "package: [{ kind: export-ban }]",
        "package: [{ kind: export-ban, coverage: 0.6, common-list: true }]",
        "package: [{ kind: import-ban, from: R1, to: R0, coverage: 0.5 }]",
        "package: [{ kind: tariff, from: R1, to: R0, rate: 0.8 }, { kind: export-ban, coverage: 0.3 }]",
        "package: [{ kind: export-ban, coverage: 0.5, common-list: true }, { kind: export-ban, coverage: 0.4 }, { kind: payments-cut, cost: 0.1, both: true }]",
    ];

    private static readonly Gen<string> Bans = Gen.Int[0, Packages.Length - 1].Select(p => Packages[p]);

    [Fact]
    public void Opening_a_conduit_never_makes_a_good_dearer_for_the_target() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var prices = new[] { ban, $"{ban}\n{ConduitR2}", $"{ban}\n{ConduitsR2R3}" }.Select(text => RouteWorld.Solve(RouteWorld.Bind(world, text)).Prices.ToArray()).ToArray();
            for (var s = 0; s < world.Sectors.Length - 1; s++)
            {
                var cell = s * world.Regions.Length;
                Assert.True(prices[1][cell] <= prices[0][cell] + 1e-10, $"one conduit: {prices[0][cell]} to {prices[1][cell]}");
                Assert.True(prices[2][cell] <= prices[1][cell] + 1e-10, $"two conduits: {prices[1][cell]} to {prices[2][cell]}");
            }
        },
        iter: 200);
}
