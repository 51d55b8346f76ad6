using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Tests.Model;

namespace Samarkand.Tests.Cases;

/// <summary>An instrument may have a name of its own.</summary>
public class InstrumentNameTests
{
    [Fact]
    public void It_stands_once_in_a_case()
    {
        var problem = Yaml.Problem(() => Yaml.Parse(Yaml.WithPackage("{ kind: tariff, rate: 0.1, name: SWIFT }") + "over-compliance: { risk: 0.1, slope: 1, name: SWIFT }\n"));

        Assert.Equal(("two instruments have the name `SWIFT`: the first stands at line 5", 6), (problem.Message, problem.Line));
    }

    [Theory]
    [InlineData("secondary: { package: [{ kind: tariff, rate: 0.1, name: Threat }] }")]
    [InlineData("players: [{ region: CHN, means: [{ kind: transfer, amount: 1 bn USD, name: Threat }] }]")]
    [InlineData("over-compliance: { risk: 0.1, slope: 1, name: Threat }")]
    public void It_may_stand_in_every_block(string block)
    {
        var read = Yaml.Parse(Yaml.With(block + "\n"));

        Assert.Contains([.. CaseDates.Instruments(read), .. read.OverCompliance is { } fear ? (Instrument[])[fear] : []], instrument => instrument.Head.Name == "Threat");
    }

    [Fact]
    public void The_parts_of_a_case_have_it()
    {
        var world = RandomEconomy.Make(5, 3, withTariffs: false, balancedTrade: false, seed: 3);
        var bound = Yaml.Bind("title: t\ntarget: R0\ncoalition: [R1]\npackage:\n  - { kind: tariff, rate: 0.1, name: SWIFT, sectors: all }\n  - { kind: tariff, rate: 0.2, sectors: all }\nover-compliance: { risk: 0.1, slope: 1, name: Fear, sectors: all }\n", world);
        var parts = CasePart.Of(bound);

        Assert.Equal(["package.0", "package.1", "over-compliance"], parts.Select(part => part.Name));
        Assert.Equal(["SWIFT", "package.1", "over-compliance"], parts.Select(part => part.Label));
    }
}
