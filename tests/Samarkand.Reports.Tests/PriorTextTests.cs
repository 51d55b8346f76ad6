using Samarkand.Cases;
using Samarkand.Reports.Words;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

public class PriorTextTests
{
    private static readonly World Economy = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, seed: 3);

    private const string Case = """
        title: t
        target: R0
        coalition: [R1]
        package: [{ kind: transport-interruption, name: transport, cost: 0.1 }, { kind: export-ban, sectors: [s1], coverage: 0.5 }]
        over-compliance: { risk: 0.01, slope: 1, sectors: [s2] }
        secondary: { trigger: [rescue], package: [{ kind: trade-cost, factor: 1.1, sectors: [s0] }] }
        routes: { evasion: 0.12 }
        players: [{ region: R2, stances: [neutral, rescue], means: [{ kind: supply, discount: 0.2 }] }]

        """;

    [Theory]
    [InlineData("package.0.cost", "transport-interruption (transport): extra cost")]
    [InlineData("package.1.coverage", "export-ban (s1): share banned")]
    [InlineData("over-compliance.risk", "over-compliance (s2): risk that firms see")]
    [InlineData("secondary.package.0.factor", "secondary trade-cost (s0): cost factor")]
    [InlineData("players.0.means.0.discount", "R2's supply (goods): discount")]
    [InlineData("routes.evasion", "ways of banned goods: evasion")]
    [InlineData("elasticities", "all trade elasticities")]
    [InlineData("severity", "severity of secondary sanctions")]
    public void A_prior_is_told_by_the_instrument_and_the_size(string path, string words)
    {
        var bound = Yaml.Bind($"{Case}priors:\n  {path}: {(path == "elasticities" ? "scale " : "")}uniform(0.1, 0.3)\n", Economy);

        Assert.Equal(words, PriorText.Of(bound, Assert.Single(bound.Case.Priors)));
    }
}
